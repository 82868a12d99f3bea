import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileFor, schemes, serve } from './scheme.ts';

const base = mkdtempSync(join(tmpdir(), 'varco-'));
const root = join(base, 'renderer');
mkdirSync(join(root, 'assets'), { recursive: true });
mkdirSync(join(base, 'renderer-other'));
writeFileSync(join(root, 'index.html'), '<html><head><title>Varco</title></head></html>');
writeFileSync(join(root, 'assets', 'index.js'), 'export {};');
writeFileSync(join(root, 'assets', 'notes.txt'), 'not part of a page');
writeFileSync(join(base, 'package.json'), '{}');
writeFileSync(join(base, 'renderer-other', 'x.js'), '');

const get = (url: string, method = 'GET') => ({ method, url });

it('serves the page under its two names', async () => {
  for (const url of ['app://varco/', 'app://varco/index.html']) {
    const answer = await serve(get(url), root);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  }
});

it('gives a script its type and every answer the policy', async () => {
  const answer = await serve(get('app://varco/assets/index.js'), root);
  expect(await answer.text()).toBe('export {};');
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

it('makes a new nonce for every load, the same in policy and page', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const answer = await serve(get('app://varco/'), root);
      const inPage = /nonce="([^"]+)"/.exec(await answer.text())?.[1];
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${inPage}'`);
      expect(inPage).toMatch(/^[\w+/]{24}$/);
      return inPage;
    }),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

it.each([
  'app://varco/../package.json',
  'app://varco/../../package.json',
  'app://varco/%2e%2e/package.json',
  'app://varco/..%2fpackage.json',
  'app://varco/..%5cpackage.json',
  'app://varco/%252e%252e%252fpackage.json',
  'app://varco/assets/..%2f..%2fpackage.json',
  'app://varco/..%2frenderer-other/x.js',
  'app://varco//etc/passwd.js',
  'app://varco/C:/Windows/x.js',
  'app://varco/index.html%00.js',
  'app://varco/%ff.js',
  'app://varco/assets/notes.txt',
  'app://varco/assets',
  'app://other/index.html',
  'file:///etc/hosts',
])('does not serve %s', async (url) => {
  const answer = await serve(get(url), root);
  expect([403, 404]).toContain(answer.status);
  expect(await answer.text()).toBe('');
});

it.each(['POST', 'PUT', 'HEAD', 'DELETE'])('answers no %s', (method) => expect(fileFor(get('app://varco/index.html', method), root)).toBeNull());

it('gives the scheme no way around the policy', () => {
  expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
});
