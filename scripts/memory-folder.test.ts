import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { memoryFolder } from './memory-folder.mjs';

it('is made where there is room, and is gone with what lies in it', () => {
  const at = mkdtempSync(join(tmpdir(), 'varco-'));
  try {
    const folder = memoryFolder({ at, room: 1 });
    expect(folder === undefined ? undefined : dirname(folder.path)).toBe(at);
    writeFileSync(join(folder?.path ?? '', 'x'), '');
    folder?.remove();
    folder?.remove();
    expect(existsSync(folder?.path ?? at)).toBe(false);
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
});

it('is not made where there is no such place, or no room', () => {
  expect(memoryFolder({ at: '/no/such/place' })).toBeUndefined();
  expect(memoryFolder({ at: tmpdir(), room: Number.MAX_SAFE_INTEGER })).toBeUndefined();
});
