import { expect, it } from 'vitest';
import { mayNavigate } from './navigation.ts';
import { START_URL } from './origin.ts';

it('lets the page be loaded again', () => {
  expect(mayNavigate(START_URL, true)).toBe(true);
  expect(mayNavigate(`${START_URL}#/people`, true)).toBe(true);
});

it('lets no frame show the page', () => expect(mayNavigate(START_URL, false)).toBe(false));

it.each([
  'https://example.org/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://varco/assets/index.js',
  'app://varco/index.html/../x',
  'app://varco.example.org/index.html',
  'data:text/html,x',
  'blob:app://varco/1',
  'javascript:void(0)',
  'about:blank',
  'mailto:a@example.org',
  '',
])('leads nowhere: %s', (address) => expect(mayNavigate(address, true)).toBe(false));
