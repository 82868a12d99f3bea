import { expect, it } from 'vitest';
import { mayRequest } from './network.ts';

it.each(['app://varco/index.html', 'blob:app://varco/1', 'data:image/png;base64,AA=='])('lets %s pass', (address) => expect(mayRequest(address, false)).toBe(true));

it("lets the browser's own tools pass in development only", () => {
  expect(mayRequest('devtools://devtools/bundled/x.js', true)).toBe(true);
  expect(mayRequest('devtools://devtools/bundled/x.js', false)).toBe(false);
});

it.each([
  'http://127.0.0.1:8080/',
  'https://example.org/',
  'ws://127.0.0.1/',
  'wss://example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'chrome://version',
  'chrome-extension://abc/x.js',
  'app://other/index.html',
  'not an address',
])('stops %s', (address) => {
  expect(mayRequest(address, false)).toBe(false);
  expect(mayRequest(address, true)).toBe(false);
});
