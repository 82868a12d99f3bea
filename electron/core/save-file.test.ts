import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveFile } from './save-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('replaces what stands there, whole, and leaves nothing else', async () => {
  writeFileSync(join(folder, 'plan.pdf'), 'before');
  expect(await saveFile(join(folder, 'plan.pdf'), Buffer.from('after'))).toBe('plan.pdf');
  expect(readdirSync(folder)).toEqual(['plan.pdf']);
  expect(readFileSync(join(folder, 'plan.pdf'), 'utf8')).toBe('after');
});

it('says that the medium is gone', async () => {
  await expect(saveFile(join(folder, 'pulled', 'plan.pdf'), Buffer.from('x'))).rejects.toMatchObject({ name: 'EnvelopeError', code: 'MEDIUM_REMOVED' });
});

it('leaves no temporary file when the name belongs to a folder', async () => {
  mkdirSync(join(folder, 'plan.pdf'));
  await expect(saveFile(join(folder, 'plan.pdf'), Buffer.from('x'))).rejects.toMatchObject({ name: 'EnvelopeError' });
  expect(readdirSync(folder)).toEqual(['plan.pdf']);
});
