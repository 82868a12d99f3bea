import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropRefusal } from './dropped.ts';
import { Places } from './places.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  writeFileSync(join(folder, 'good.zip.age'), 'x');
  symlinkSync(join(folder, 'good.zip.age'), join(folder, 'link.zip.age'));
  symlinkSync('/', join(folder, 'away.zip.age'));
  mkdirSync(join(folder, 'folder.zip.age'));
  execFileSync('mkfifo', [join(folder, 'pipe.zip.age')]);
  writeFileSync(join(folder, 'huge.zip.age'), '');
  truncateSync(join(folder, 'huge.zip.age'), 64 * 1024 * 1024 + 1);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['an ordinary file', 'good.zip.age', undefined],
  ['a link to it', 'link.zip.age', 'link'],
  ['a link to somewhere else', 'away.zip.age', 'link'],
  ['a folder with such a name', 'folder.zip.age', 'notAFile'],
  ['a pipe that would wait for ever', 'pipe.zip.age', 'notAFile'],
  ['one larger than any envelope', 'huge.zip.age', 'tooLarge'],
  ['one that is no longer there', 'gone.zip.age', 'gone'],
  ['a file used as a folder', 'good.zip.age/x', 'notAFile'],
])('%s', async (_case, name, expected) => expect(await dropRefusal(join(folder, name))).toBe(expected));

it.each(['', 'relative.zip.age', '/etc/pass\0wd', '/dev/zero'])('"%s" is no file somebody dropped', async (path) => expect(await dropRefusal(path)).toBe('notAFile'));

it('names a place the same each time, tells nothing by it, and forgets', () => {
  const places = new Places();
  const place = places.keep('/media/ana/STICK');
  expect(places.keep('/media/ana/STICK')).toBe(place);
  expect(place).not.toContain('STICK');
  expect(places.pathOf(place)).toBe('/media/ana/STICK');
  for (let n = 0; n < 512; n += 1) places.keep(`/x/${n}`);
  expect(places.pathOf(place)).toBeUndefined();
  const last = places.keep('/x/511');
  places.forget();
  expect(places.pathOf(last)).toBeUndefined();
});
