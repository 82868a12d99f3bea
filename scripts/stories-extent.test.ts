import { expect, it } from 'vitest';
import { storiesExtent } from './stories-extent.mjs';

it.each([
  ['the quick stories', ['--only', 'stories'], { limit: 20 * 60_000, env: {} }],
  ['every theme, with the time that takes', ['--full'], { limit: 45 * 60_000, env: { VARCO_EVERY_THEME: '1' } }],
])('%s', (_, args, extent) => {
  expect(storiesExtent(args)).toEqual(extent);
});
