import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AttemptsBook } from './attempts.ts';
import { VaultError } from './vault/types.ts';

const ANA = '0192a000-0000-7000-8000-000000000001';
const DAN = '0192a000-0000-7000-8000-000000000002';
let dir: string;
let now: number;
let tried: number;
const file = (): string => join(dir, 'attempts.json');
/** A new start of the program on the same folder. */
const start = (): AttemptsBook => new AttemptsBook(dir, () => now);
const wrong = async (): Promise<never> => {
  tried += 1;
  throw new VaultError('WRONG_PASSWORD');
};
const fail = (who = ANA, book = start()) => expect(book.attempt(who, wrong)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
const wait = (seconds: number, who = ANA) => expect(start().attempt(who, wrong)).rejects.toMatchObject({ refusal: { code: 'session.wait', params: { seconds } } });

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'varco-'));
});
beforeEach(() => {
  rmSync(file(), { force: true, recursive: true });
  now = Date.parse('2026-11-22T10:00:00Z');
  tried = 0;
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('wrong passwords', () => {
  it('make the next try wait longer and longer, over restarts, without being tried, and for this user only', async () => {
    for (const _ of [1, 2, 3]) await fail();
    await wait(5);
    expect(tried).toBe(3);
    await fail(DAN);
    now += 4_001;
    await wait(1);
    now += 999;
    await fail();
    await wait(10);
    now += 10_000;
    expect(await start().attempt(ANA, async () => 'open')).toBe('open');
  });

  it('are counted before they are tried: a program ended meanwhile has used its try', async () => {
    const book = start();
    let counted = 0;
    await book.attempt(ANA, async () => {
      counted = (JSON.parse(readFileSync(file(), 'utf8')) as { entries: { count: number }[] }).entries[0]?.count ?? 0;
    });
    expect(counted).toBe(1);
    expect(existsSync(file())).toBe(false);
  });

  it('given many at once are tried one after another', async () => {
    const book = start();
    const results = await Promise.allSettled(Array.from({ length: 9 }, () => book.attempt(ANA, wrong)));
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    expect(tried).toBe(3);
  });

  it.each([
    ['another failure', new VaultError('IN_USE')],
    ['a key file that is missing', new VaultError('KEY_FILE_MISSING')],
    ['a mistyped recovery code', new VaultError('WRONG_RECOVERY_CODE', { reason: 'MISTYPED' })],
  ])('are not counted for %s', async (_what, error) => {
    for (const _ of [1, 2, 3, 4]) await expect(start().attempt(ANA, () => Promise.reject(error))).rejects.toBe(error);
    expect(existsSync(file())).toBe(false);
  });

  it('are not forgiven by a clock set ahead, unless the computer was started again meanwhile', async () => {
    let up = 50_000;
    const running = (): AttemptsBook => new AttemptsBook(dir, () => now, () => up);
    for (const _ of [1, 2, 3]) await fail(ANA, running());
    now += 86_400_000;
    up += 1_000;
    await expect(running().attempt(ANA, wrong)).rejects.toMatchObject({ refusal: { code: 'session.wait', params: { seconds: 4 } } });
    up += 4_000;
    await fail(ANA, running());
    up = 20_000;
    now += 10_000;
    await fail(ANA, running());
  });

  it('are not forgiven by a clock set back, which makes nobody wait for ever either', async () => {
    for (const _ of [1, 2, 3]) await fail();
    now -= 86_400_000;
    await wait(5);
    now += 5_000;
    await fail();
    expect(tried).toBe(4);
  });
});

describe('a book that somebody wrote into', () => {
  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['something else', '[]'],
    ['a negative count', `{"format":"varco-attempts","v":1,"entries":[{"who":"${ANA}","count":-9,"told":0,"first":0,"last":0}]}`],
    ['a time that is none', `{"format":"varco-attempts","v":1,"entries":[{"who":"${ANA}","count":9,"told":0,"first":0,"last":1e300}]}`],
    ['more than can be read', 'x'.repeat(300_000)],
  ])('is worth three wrong passwords, not none: %s', async (_, text) => {
    writeFileSync(file(), text);
    await wait(5);
    now += 5_000;
    await fail();
  });

  it('locks nobody out with a time far ahead', async () => {
    writeFileSync(file(), `{"format":"varco-attempts","v":1,"entries":[{"who":"${ANA}","count":999999,"told":0,"first":0,"last":${now * 3}}]}`);
    await wait(900);
    now += 900_000;
    await fail();
  });

  it('that cannot be replaced lets nobody try', async () => {
    mkdirSync(join(file(), 'folder'), { recursive: true });
    await expect(start().attempt(ANA, wrong)).rejects.toThrow();
    expect(tried).toBe(0);
  });
});
