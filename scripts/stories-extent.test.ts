import { expect, it } from 'vitest';
import { storiesExtent } from './stories-extent.mjs';

it.each([
  ['the quick stories', ['--only', 'stories'], { limit: 40 * 60_000, env: {} }],
  ['every theme, with the time that takes', ['--full'], { limit: 80 * 60_000, env: { VARCO_EVERY_THEME: '1' } }],
])('%s', (_, args, extent) => {
  expect(storiesExtent(args)).toEqual(extent);
});
