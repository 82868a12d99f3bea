import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { effectiveTheme, firstPreferences, languageOf } from './preferences.ts';
import { isStopped, toProblem } from './problem.ts';
import { isPersonPage } from './shell/together.ts';
import { follow } from './use-live.ts';
import { dateText, dayWords } from './words.ts';

describe('language and theme', () => {
  it.each([
    [['ro-RO', 'en'], 'ro'],
    [['de-AT', 'it-CH'], 'it'],
    [['hu'], 'en'],
    [[], 'en'],
  ] as const)('the system speaks %j: the screen speaks %s', (tags, language) => expect(languageOf(tags)).toBe(language));

  it('keeps what was chosen over what the system suggests', () => {
    expect(firstPreferences({ language: 'it', theme: 'dark' }, ['ro'])).toEqual({ language: 'it', theme: 'dark' });
    expect(firstPreferences(null, ['ro'])).toEqual({ language: 'ro', theme: 'system' });
  });

  it.each([
    ['system', { dark: true, contrast: false }, 'dark'],
    ['system', { dark: true, contrast: true }, 'contrast'],
    ['system', { dark: false, contrast: false }, 'light'],
    ['light', { dark: true, contrast: true }, 'light'],
  ] as const)('%s on %o is %s', (theme, system, shown) => expect(effectiveTheme(theme, system)).toBe(shown));
});

describe('a date in words', () => {
  it.each([
    ['COMMISSION', false, 74, 'people:days.ahead', 'people:days.until.COMMISSION'],
    ['END_OF_SENTENCE', true, 74, 'people:days.ahead', 'people:days.until.RELEASE'],
    ['DECISION_FINAL', true, 0, 'people:days.today', 'people:days.name.RELEASE'],
    ['HEARING', false, -3, 'people:days.past', 'people:days.since.HEARING'],
  ] as const)('%s, release %s, in %i days', (kind, isRelease, days, key, what) => {
    expect(dayWords({ kind, isRelease, days })).toEqual({ key, count: Math.abs(days), what });
  });

  it('is the same day in every time zone, and a broken one is shown as it came', () => {
    expect(dateText('ro-RO', '2027-02-04')).toBe('4 feb. 2027');
    expect(dateText('it-IT', '2027-02-04')).toBe('4 feb 2027');
    expect(dateText('en-GB', '2027-02-30')).toBe('2027-02-30');
  });
});

it.each([
  ['/people/0190a000-0000-7000-8000-000000000001', true],
  ['/people', false],
  ['/people/', false],
  ['/audit', false],
])('side-by-side mode at %s is possible: %s', (address, possible) => expect(isPersonPage(address)).toBe(possible));

describe('problems', () => {
  it.each([
    [new ORPCError('REFUSED', { data: { code: 'person.underAge', params: { age: 17 } } }), { kind: 'refused', code: 'person.underAge', params: { age: 17 } }],
    [new ORPCError('FAILED', { data: { code: 'vault.BUSY' } }), { kind: 'failed', code: 'vault.BUSY', params: {} }],
    [new ORPCError('FAILED', { data: { wrong: true } }), { kind: 'failed', code: 'internal', params: {} }],
    [new ORPCError('INTERNAL_SERVER_ERROR'), { kind: 'failed', code: 'internal', params: {} }],
    [new ORPCError('FORBIDDEN', { data: { permission: 'case.read' } }), { kind: 'forbidden' }],
    [new ORPCError('LOCKED'), { kind: 'locked' }],
    [new Error('port closed'), { kind: 'lost' }],
  ])('%s', (error, problem) => expect(toProblem(error)).toEqual(problem));
});

describe('a live query', () => {
  const values = async function* (ended: { yes: boolean }) {
    try {
      yield 1;
      yield 2;
      yield 3;
    } finally {
      ended.yes = true;
    }
  };

  it('hands on every value', async () => {
    const seen: unknown[] = [];
    await follow(Promise.resolve(values({ yes: false })), new AbortController().signal, (change) => seen.push(change));
    expect(seen).toEqual([{ value: 1 }, { value: 2 }, { value: 3 }]);
  });

  it('is ended in the core when the screen stops listening', async () => {
    const ended = { yes: false };
    const stop = new AbortController();
    const seen: unknown[] = [];
    await follow(Promise.resolve(values(ended)), stop.signal, (change) => {
      seen.push(change);
      stop.abort();
    });
    expect(seen).toEqual([{ value: 1 }]);
    expect(ended.yes).toBe(true);
  });

  it('tells why it broke, but not that the screen itself stopped', async () => {
    const seen: unknown[] = [];
    const hand = (change: unknown) => seen.push(change);
    await follow(Promise.reject(new ORPCError('LOCKED')), new AbortController().signal, hand);
    await follow(Promise.reject(new DOMException('stopped', 'AbortError')), new AbortController().signal, hand);
    expect(seen).toEqual([{ problem: { kind: 'locked' } }]);
    expect(isStopped(new Error('no'))).toBe(false);
  });
});
