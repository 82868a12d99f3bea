/**
 * The content security policy: nothing, then what the page needs. Scripts and fonts only from our own files; the one
 * style element React Aria writes is allowed by a nonce made new for every load; no connection of any kind.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const META = /<meta\s[^>]*csp-nonce[^>]*>/gi;

/** Puts the nonce where React Aria looks for it; a nonce already written in the file would be no secret and goes. */
export const withNonce = (html: string, nonce: string): string =>
  html.replace(META, '').replace(/<head[^>]*>/i, (head) => `${head}<meta property="csp-nonce" nonce="${nonce}">`);
