import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from './lock.ts';

const newDir = (): string => mkdtempSync(join(tmpdir(), 'varco-'));
/** A process number that belonged to somebody who is gone. */
const deadPid = spawnSync(process.execPath, ['--version']).pid;
const since = '2026-05-17T08:00:00.000Z';

test('one holder at a time, and the next when it is released', async () => {
  const dir = newDir();
  const lock = await takeLock(dir);
  await expect(takeLock(dir)).rejects.toMatchObject({ code: 'IN_USE', params: { pid: process.pid, host: hostname() } });
  await lock.release();
  await lock.release();
  const next = await takeLock(dir);
  await lock.release();
  await expect(takeLock(dir)).rejects.toMatchObject({ code: 'IN_USE' });
  await next.release();
  expect(readdirSync(dir)).toEqual([]);
});

test.each<readonly [string, string]>([
  ['a process that is gone', JSON.stringify({ pid: deadPid, host: hostname(), since })],
  ['an earlier process with our own number', JSON.stringify({ pid: process.pid, host: hostname(), since })],
  ['an earlier process whose number another has now', JSON.stringify({ pid: process.ppid, host: hostname(), since, started: 'earlier-1' })],
  ['a crash while it was made', ''],
  ['somebody who wrote nonsense', '{"pid":"me"}'],
])('a lock left by %s is taken over', async (_what, content) => {
  const dir = newDir();
  writeFileSync(join(dir, 'lock'), content);
  const lock = await takeLock(dir);
  expect(JSON.parse(readFileSync(join(dir, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  await lock.release();
});

test.each<readonly [string, object]>([
  ['a living process of this computer', { pid: process.ppid, host: hostname() }],
  ['a process of another computer', { pid: deadPid, host: 'alt-calculator' }],
])('a lock held by %s is respected, and its holder named', async (_what, holder) => {
  const dir = newDir();
  writeFileSync(join(dir, 'lock'), JSON.stringify({ ...holder, since }));
  await expect(takeLock(dir)).rejects.toMatchObject({ code: 'IN_USE', params: { ...holder, since } });
  expect(JSON.parse(readFileSync(join(dir, 'lock'), 'utf8'))).toMatchObject(holder);
});

test('of many who come at once, one gets a dead lock', async () => {
  const dir = newDir();
  writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: deadPid, host: hostname(), since }));
  const results = await Promise.allSettled(Array.from({ length: 12 }, () => takeLock(dir)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
