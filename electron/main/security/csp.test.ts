import { expect, it } from 'vitest';
import { contentSecurityPolicy, withNonce } from './csp.ts';

const directives = new Map(
  contentSecurityPolicy('n0nce')
    .split('; ')
    .map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources] as const;
    }),
);

it('starts from nothing', () => expect(directives.get('default-src')).toEqual(["'none'"]));

it('allows no source outside the program and no code made of text', () => {
  const sources = new Set([...directives.values()].flat());
  expect([...sources].toSorted()).toEqual(["'nonce-n0nce'", "'none'", "'self'", 'blob:', 'data:']);
});

it('keeps blob: and data: to images', () => {
  for (const [name, sources] of directives) if (name !== 'img-src') expect(sources.filter((source) => source.endsWith(':'))).toEqual([]);
});

it.each(['connect-src', 'frame-src', 'object-src', 'form-action', 'base-uri', 'frame-ancestors', 'script-src-attr', 'style-src-attr'])(
  'names %s itself: default-src does not cover it everywhere',
  (name) => expect(directives.get(name)).toEqual(["'none'"]),
);

it('puts the nonce where the page looks for it and drops one written in the file', () => {
  const html = '<!doctype html><html><head lang="en"><meta property="csp-nonce" nonce="old"><title>x</title></head></html>';
  expect(withNonce(html, 'new')).toBe('<!doctype html><html><head lang="en"><meta property="csp-nonce" nonce="new"><title>x</title></head></html>');
});
