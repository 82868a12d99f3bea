import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { contentSecurityPolicy, withNonce } from './csp.ts';
import { isOurs, SCHEME } from './origin.ts';

/** `app:` behaves like https for the page, without service workers, extensions, code cache or a way around the policy. */
export const schemes: CustomScheme[] = [{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }];

/** The only kinds of files a page is made of; anything else is not served. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Features of the browser the page may never use, beside the permission handlers and what `preferences.ts` takes out altogether. */
const PERMISSIONS_POLICY = [
  'accelerometer', 'browsing-topics', 'camera', 'clipboard-read', 'display-capture', 'geolocation', 'gyroscope',
  'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'publickey-credentials-get', 'screen-wake-lock',
  'storage-access', 'window-management', 'xr-spatial-tracking',
].map((feature) => `${feature}=()`).join(', '); // prettier-ignore

/**
 * The file a request means.
 * @param root absolute folder of the built page
 * @returns an absolute path inside `root`, or null for anything that is not one of the page's files
 */
export const fileFor = (request: { readonly method: string; readonly url: string }, root: string): string | null => {
  if (request.method !== 'GET' || !isOurs(request.url)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(request.url).pathname);
  } catch {
    return null;
  }
  // a second layer of escapes, a Windows separator, a drive or a NUL has no place in the name of a file of ours
  if (/[\\%:\0]/.test(path)) return null;
  const file = join(root, path === '/' ? 'index.html' : path);
  if (!file.startsWith(root + sep) || mimeTypes[extname(file)] === undefined) return null;
  return file;
};

const refuse = (status: number): Response => new Response(null, { status });

/** Answers a request for a file of the page, html with a new nonce and every answer with the policy. */
export const serve = async (request: { readonly method: string; readonly url: string }, root: string): Promise<Response> => {
  const file = fileFor(request, root);
  if (file === null) return refuse(403);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return refuse(404);
  const nonce = randomBytes(18).toString('base64');
  const body = extname(file) === '.html' ? withNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      'content-type': mimeTypes[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': PERMISSIONS_POLICY,
      'cache-control': 'no-store',
    },
  });
};

/** Lets `app://varco/…` read the files of the built page, and nothing else. */
export const serveScheme = (protocol: Protocol, root: string): void => protocol.handle(SCHEME, (request) => serve(request, root));
