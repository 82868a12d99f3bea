import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { removeFile, removeLeftovers, toVaultError, writeFileAtomic } from './atomic-file.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'varco-'));

describe('a file written as a whole', () => {
  it('holds exactly the new bytes, readable by its owner only, with nothing beside it', async () => {
    const dir = folder();
    const path = join(dir, 'a.json');
    await writeFileAtomic(path, Buffer.from('a longer first text'));
    await writeFileAtomic(path, Buffer.from('second'));
    expect(readFileSync(path, 'utf8')).toBe('second');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual(['a.json']);
  });

  it('is one of the two when two write at once', async () => {
    const path = join(folder(), 'a.bin');
    const texts = Array.from({ length: 10 }, (_, n) => Buffer.alloc(100_000, n));
    await Promise.all(texts.map((text) => writeFileAtomic(path, text)));
    expect(texts.some((text) => text.equals(readFileSync(path)))).toBe(true);
  });

  it('leaves the old file and nothing else when the rename fails', async () => {
    const dir = folder();
    mkdirSync(join(dir, 'a.json'));
    writeFileSync(join(dir, 'a.json', 'inside'), 'x');
    await expect(writeFileAtomic(join(dir, 'a.json'), Buffer.from('x'))).rejects.toThrow();
    expect(readdirSync(dir)).toEqual(['a.json']);
  });

  it('is removed durably, also when it is gone already', async () => {
    const dir = folder();
    await writeFileAtomic(join(dir, 'a'), Buffer.from('x'));
    await removeFile(join(dir, 'a'));
    await removeFile(join(dir, 'a'));
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('what a crash left behind', () => {
  it('is removed, and nothing that only looks like it', async () => {
    const dir = folder();
    const others = ['.a.json.tmp', 'a.json.0011223344556677.tmp', '.a.json.001122334455667.tmp', 'a.json'];
    for (const name of [...others, '.a.json.0011223344556677.tmp', '.keyring.json.ffeeddccbbaa9988.tmp']) writeFileSync(join(dir, name), 'x');
    expect(await removeLeftovers(dir)).toBe(2);
    expect(readdirSync(dir).toSorted()).toEqual(others.toSorted());
  });
});

describe('a failure of the disk', () => {
  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
    ['EROFS', 'READ_ONLY'],
    ['EACCES', 'READ_ONLY'],
    ['EPERM', 'READ_ONLY'],
  ])('%s is named %s, without the path', (code, expected) => {
    const named = toVaultError(Object.assign(new Error('no: /home/ioana/vault'), { code }));
    expect(named).toMatchObject({ code: expected, params: {} });
    expect(String(named)).not.toContain('ioana');
  });

  it('of another kind keeps its own name', () => {
    const error = Object.assign(new Error('x'), { code: 'EIO' });
    expect(toVaultError(error)).toBe(error);
  });
});

/**
 * A real full disk and a real read-only one need the right to mount. Where that is missing the same refusals come from
 * `/dev/full` and from a folder nobody may write to: one of the two always runs.
 */
const mounts: string[] = [];
const mountTiny = (): string | undefined => {
  const dir = folder();
  if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir]).status !== 0) return undefined;
  mounts.push(dir);
  return dir;
};
afterEach(() => {
  for (const dir of mounts.splice(0)) execFileSync('umount', [dir]);
});

describe('a full disk', () => {
  it('refuses by name, keeps the old file, and leaves room for the next attempt', async () => {
    const dir = mountTiny();
    if (dir === undefined) {
      // no right to mount: the system's own full device, behind the same mapping
      const full = await import('node:fs/promises').then(({ writeFile }) => writeFile('/dev/full', 'x').catch((error: unknown) => error));
      expect(toVaultError(full)).toMatchObject({ code: 'DISK_FULL' });
      return;
    }
    const path = join(dir, 'keyring.json');
    await writeFileAtomic(path, Buffer.from('old'));
    await expect(writeFileAtomic(path, Buffer.alloc(200_000, 1))).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(dir)).toEqual(['keyring.json']);
    await writeFileAtomic(path, Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

describe('a read-only place', () => {
  it('refuses by name and keeps the old file', async () => {
    const mounted = mountTiny();
    if (mounted === undefined && process.getuid?.() === 0) {
      // root passes over permissions: only the kernel's own file system says no
      await expect(writeFileAtomic('/sys/varco', Buffer.from('new'))).rejects.toMatchObject({ code: 'READ_ONLY' });
      return;
    }
    const dir = mounted ?? folder();
    const path = join(dir, 'keyring.json');
    await writeFileAtomic(path, Buffer.from('old'));
    if (mounted === undefined) chmodSync(dir, 0o500);
    else execFileSync('mount', ['-o', 'remount,ro', dir]);
    await expect(writeFileAtomic(path, Buffer.from('new'))).rejects.toMatchObject({ code: 'READ_ONLY' });
    await expect(removeFile(path)).rejects.toMatchObject({ code: 'READ_ONLY' });
    expect(readFileSync(path, 'utf8')).toBe('old');
    if (mounted === undefined) chmodSync(dir, 0o700);
  });
});
