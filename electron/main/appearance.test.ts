import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Appearance } from '../../shared/contract/bridge.ts';
import { keepAppearance, readAppearance } from './appearance.ts';

const place = (): string => join(mkdtempSync(join(tmpdir(), 'varco-')), 'appearance.json');

it('keeps language and theme for the next start', async () => {
  const file = place();
  expect(readAppearance(file)).toBeNull();
  await keepAppearance(file, { language: 'ro', theme: 'contrast' });
  expect(readAppearance(file)).toEqual({ language: 'ro', theme: 'contrast' });
});

it.each([
  ['half a file', '{"language":"ro"'],
  ['another language', '{"language":"de","theme":"dark"}'],
  ['more than two words', '{"language":"ro","theme":"dark","name":"Popescu"}'],
  ['a list', '[]'],
])('takes nothing from a file with %s', (_what, text) => {
  const file = place();
  writeFileSync(file, text);
  expect(readAppearance(file)).toBeNull();
});

it('never writes anything but the two words', async () => {
  const file = place();
  await keepAppearance(file, { language: 'it', theme: 'dark' });
  await keepAppearance(file, { language: 'ro', theme: 'dark', note: 'Popescu' } as Appearance);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ language: 'it', theme: 'dark' });
});

it('goes on when the folder cannot be written to', async () => {
  await expect(keepAppearance(join(place(), 'no', 'such', 'folder.json'), { language: 'it', theme: 'dark' })).resolves.toBeUndefined();
});
