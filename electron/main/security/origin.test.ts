import { expect, it } from 'vitest';
import { isOurs, START_URL } from './origin.ts';

it('knows its own pages', () => {
  expect(isOurs(START_URL)).toBe(true);
  expect(isOurs('app://varco/assets/x.js?y#z')).toBe(true);
});

it.each([
  'http://varco/index.html',
  'https://varco',
  'app://other/index.html',
  'app://varco.example.org/',
  'app://user@varco/',
  'app://varco:8080/',
  'app:varco',
  'file:///varco/index.html',
  'about:blank',
  'blob:app://varco/1',
  'data:text/html,app://varco',
  '',
])('takes %s for a stranger', (address) => expect(isOurs(address)).toBe(false));
