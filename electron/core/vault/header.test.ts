import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readHeader } from './header.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'varco-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('of no folder, or of a file in its place, is of no vault', async () => {
  writeFileSync(join(folder, 'file'), '');
  for (const dir of ['none', 'file']) await expect(readHeader(join(folder, dir))).rejects.toMatchObject({ code: 'NO_VAULT' });
});

it('of a folder this account may not read says so', async () => {
  const dir = join(folder, 'vault');
  mkdirSync(dir);
  writeFileSync(join(dir, 'vault.json'), '{}');
  chmodSync(dir, 0o000);
  // root reads everything: somebody without its rights asks
  const uid = process.geteuid?.();
  if (uid === 0) chmodSync(folder, 0o755);
  try {
    if (uid === 0) process.seteuid?.(65_534);
    await expect(readHeader(dir)).rejects.toMatchObject({ code: 'NO_ACCESS' });
  } finally {
    if (uid === 0) process.seteuid?.(0);
    chmodSync(dir, 0o700);
  }
});
