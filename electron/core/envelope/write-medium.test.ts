import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256Hex } from './bag.ts';
import { writeToMedium } from './write-medium.ts';

const bytes = randomBytes(3_000_000);
const fileName = 'VARCO-handover-RB-2026-000042.zip.age';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
});

describe('writing to a medium', () => {
  test('writes every byte under the final name, tells its progress, and leaves nothing else', async () => {
    const shares: number[] = [];
    expect(await writeToMedium({ folder, fileName, bytes, onProgress: (share) => shares.push(share) })).toBe(sha256Hex(bytes));
    expect(readdirSync(folder)).toEqual([fileName]);
    expect(readFileSync(join(folder, fileName)).equals(bytes)).toBe(true);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test.each([fileName, fileName.toLowerCase(), fileName.toUpperCase()])('never touches a file that is there: %s', async (taken) => {
    writeFileSync(join(folder, taken), 'older');
    await expect(writeToMedium({ folder, fileName, bytes })).rejects.toMatchObject({ code: 'MEDIUM_EXISTS' });
    expect(readdirSync(folder)).toEqual([taken]);
    expect(readFileSync(join(folder, taken), 'utf8')).toBe('older');
  });

  test.each(['../VARCO.age', 'a/b', 'a\\b', 'Țuțea.age', 'a b', '.hidden', 'ends.', '', 'a', 'x'.repeat(121), 'a:b'])('refuses the name "%s"', async (name) => {
    await expect(writeToMedium({ folder, fileName: name, bytes })).rejects.toMatchObject({ code: 'MEDIUM_NAME' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says that the medium is gone', async () => {
    await expect(writeToMedium({ folder: join(folder, 'gone'), fileName, bytes })).rejects.toMatchObject({ code: 'MEDIUM_REMOVED' });
  });

  test('says that the medium went away while writing', async () => {
    const medium = join(folder, 'medium');
    mkdirSync(medium);
    const onProgress = (): void => rmSync(medium, { recursive: true, force: true });
    await expect(writeToMedium({ folder: medium, fileName, bytes, onProgress })).rejects.toMatchObject({ code: 'MEDIUM_REMOVED' });
  });

  test('finds out when the bytes on the medium are not those written', async () => {
    const onProgress = (): void => {
      for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'X', { flag: 'r+' });
    };
    const first = Buffer.concat([Buffer.from('Y'), bytes]);
    await expect(writeToMedium({ folder, fileName, bytes: first, onProgress })).rejects.toMatchObject({ code: 'MEDIUM_DIFFERS' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('does not put itself over a file that appeared meanwhile', async () => {
    const onProgress = (): void => writeFileSync(join(folder, fileName), 'somebody else');
    await expect(writeToMedium({ folder, fileName, bytes, onProgress })).rejects.toMatchObject({ code: 'MEDIUM_EXISTS' });
    expect(readdirSync(folder)).toEqual([fileName]);
    expect(readFileSync(join(folder, fileName), 'utf8')).toBe('somebody else');
  });

  test('leaves nothing under the final name when the medium fails right after it was given', async () => {
    const handle = await open(folder, 'r');
    const proto = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const { sync } = proto;
    const failing = vi.spyOn(proto, 'sync').mockImplementation(function (this: FileHandle) {
      return readdirSync(folder).includes(fileName) ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : sync.call(this);
    });
    await expect(writeToMedium({ folder, fileName, bytes })).rejects.toMatchObject({ code: 'MEDIUM_REMOVED' });
    failing.mockRestore();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('leaves nothing when it is cancelled', async () => {
    const stop = new AbortController();
    const writing = writeToMedium({ folder, fileName, bytes, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Writes inside a file system of its own, which exists only there: small, read-only, or limited in file size. */
const onMedium = (mount: string, size: number, fill = ''): { readonly code: string; readonly left: string } => {
  const command = `mkdir "$1/m" && ${mount} && (node "$2" "$1/m" ${size} ${fill} || true) && ls -A "$1/m" && true`;
  const worker = join(import.meta.dirname, '../../../out/core/dev-write-medium.js');
  const done = spawnSync('unshare', ['-rm', 'sh', '-ec', command, 'sh', folder, worker], { encoding: 'utf8' });
  const [code = '', ...left] = done.stdout.trim().split('\n');
  if (done.status !== 0) throw new Error(done.stderr);
  return { code, left: left.join() };
};

describe('a real medium', () => {
  const small = 'mount -t tmpfs -o size=1m none "$1/m"';
  test('too small is refused before a byte is written', () => {
    expect(onMedium(small, 3_000_000)).toEqual({ code: 'MEDIUM_NO_SPACE', left: '' });
  });
  test('that fills up while writing keeps nothing', () => {
    // there is room by the books, until somebody else takes it after the first megabyte
    expect(onMedium('mount -t tmpfs -o size=4m none "$1/m"', 2_500_000, 'FILL')).toEqual({ code: 'MEDIUM_FULL', left: 'filler' });
  });
  test('that is write-protected says so', () => {
    expect(onMedium(`${small} && mount -o remount,ro "$1/m"`, 1000)).toEqual({ code: 'MEDIUM_READ_ONLY', left: '' });
  });
  test('that takes only smaller files says so', () => {
    expect(onMedium('ulimit -f 100', 1_000_000)).toEqual({ code: 'MEDIUM_FILE_LIMIT', left: '' });
  });
  test('with room takes the file', () => {
    expect(onMedium(small, 1000)).toEqual({ code: 'written', left: fileName });
  });
});
