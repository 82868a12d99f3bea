import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256Hex } from './bag.ts';
import { checkOnMedium } from './check-medium.ts';
import { limits } from './limits.ts';

const bytes = randomBytes(3_000_000);
const written = { fileName: 'VARCO-handover-2026-000042.zip.age', sha256: sha256Hex(bytes) };
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  path = join(folder, written.fileName);
  writeFileSync(path, bytes);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each<[string, () => void, 'WHOLE' | 'DIFFERS' | 'NOT_THERE']>([
  ['as it was written', () => undefined, 'WHOLE'],
  ['with its name in capitals, as FAT may give it back', () => renameSync(path, join(folder, written.fileName.toUpperCase())), 'WHOLE'],
  ['one bit is another', () => writeFileSync(path, bytes.map((byte, at) => (at === 2_999_999 ? byte ^ 1 : byte))), 'DIFFERS'],
  ['cut short', () => truncateSync(path, 2_999_999), 'DIFFERS'],
  ['empty', () => truncateSync(path, 0), 'DIFFERS'],
  ['something behind it', () => writeFileSync(path, 'x', { flag: 'a' }), 'DIFFERS'],
  ['larger than any envelope, and mostly a hole', () => truncateSync(path, limits.envelopeBytes + 1), 'DIFFERS'],
  [
    'a link to it',
    () => {
      renameSync(path, join(folder, 'elsewhere'));
      symlinkSync(join(folder, 'elsewhere'), path);
    },
    'DIFFERS',
  ],
  [
    'a folder of that name',
    () => {
      rmSync(path);
      mkdirSync(path);
    },
    'DIFFERS',
  ],
  ['another stick', () => rmSync(path), 'NOT_THERE'],
])('%s', async (_case, happens, result) => {
  happens();
  expect(await checkOnMedium(folder, written)).toBe(result);
});

it('says that the medium is gone', async () => {
  rmSync(folder, { recursive: true });
  await expect(checkOnMedium(folder, written)).rejects.toMatchObject({ code: 'MEDIUM_REMOVED' });
});

it('stops when it is cancelled', async () => {
  const stop = AbortSignal.abort();
  await expect(checkOnMedium(folder, written, stop)).rejects.toMatchObject({ name: 'AbortError' });
});
