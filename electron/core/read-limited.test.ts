import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLimited } from './read-limited.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file somebody chose', () => {
  it('is read whole up to its limit', async () => {
    const path = join(folder, 'card.json');
    writeFileSync(path, 'abcd');
    expect(Buffer.from(await readLimited(path, 4)).toString()).toBe('abcd');
    await expect(readLimited(path, 3)).rejects.toMatchObject({ refusal: { code: 'file.tooLarge' } });
  });

  it('is refused when it is a folder', async () => {
    await expect(readLimited(folder, 10)).rejects.toMatchObject({ refusal: { code: 'file.notAFile' } });
  });

  it.runIf(process.platform !== 'win32')('is refused at once when it is a pipe nobody writes to', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    await expect(readLimited(path, 10)).rejects.toMatchObject({ refusal: { code: 'file.notAFile' } });
  });

  it.runIf(process.platform === 'linux')('is refused when it holds more than the size it tells', async () => {
    await expect(readLimited('/proc/self/maps', 64)).rejects.toMatchObject({ refusal: { code: 'file.tooLarge' } });
  });
});
