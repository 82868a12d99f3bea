import { describe, expect, it } from 'vitest';
import type { ClockFault } from './clock.ts';
import { clockFault, mayVouch } from './clock-rules.ts';

const at = (text: string): number => Date.parse(text);
const noon = '2026-11-22T12:00:00Z';
const minutes = (count: number): number => count * 60_000;
const days = (count: number): number => count * 86_400_000;

describe('at the unlock, against the newest entry of the trail', () => {
  it.each<[string, number, ClockFault | undefined, ClockFault | undefined]>([
    ['the next moment', 1000, undefined, undefined],
    ['two minutes behind: a clock put right by hand', -minutes(2), undefined, undefined],
    ['more than two minutes behind', -minutes(2) - 1, undefined, 'SET_BACK'],
    ['a year behind', -days(365), undefined, 'SET_BACK'],
    ['after a long holiday', days(45), undefined, undefined],
    ['longer than any holiday', days(45) + 1, undefined, 'FAR_AHEAD'],
    ['another century: an empty battery', -days(365 * 26), undefined, 'SET_BACK'],
    ['set back before, and right again', 1000, 'SET_BACK', undefined],
    ['far ahead before, and right again', days(3), 'FAR_AHEAD', undefined],
    ['set back before, and now far ahead', days(400), 'SET_BACK', 'FAR_AHEAD'],
    ['jumped in an earlier session: nobody can tell any more', minutes(90), 'JUMPED', 'JUMPED'],
    ['jumped, and put back too far', -minutes(30), 'JUMPED', 'SET_BACK'],
  ])('%s', (_case, off, standing, expected) => expect(clockFault(at(noon) + off, { time: at(noon), exact: false }, standing, 0)).toBe(expected));

  it('a jump of an earlier session is over once the clock goes back, not behind what is known', () => {
    expect(clockFault(at(noon) + minutes(5), { time: at(noon), exact: false }, 'JUMPED', -minutes(85))).toBeUndefined();
  });
});

describe('while somebody works, against the time that really passed', () => {
  it.each<[string, number, ClockFault | undefined]>([
    ['as it should be', 0, undefined],
    ['slowly put right by two minutes', minutes(2), undefined],
    ['ahead by more than two minutes', minutes(2) + 1, 'JUMPED'],
    ['ahead by a year', days(365), 'JUMPED'],
    ['back by two minutes', -minutes(2), undefined],
    ['back by an hour', -minutes(60), 'SET_BACK'],
  ])('%s', (_case, moved, expected) => {
    for (const standing of [undefined, 'JUMPED', 'SET_BACK'] as const) expect(clockFault(at(noon) + moved, { time: at(noon), exact: true }, standing, moved)).toBe(expected);
  });
});

it('nothing is signed with a date before what is recorded; a clock that is ahead stops nobody', () => {
  expect(mayVouch('SET_BACK')).toEqual({ ok: false, refusal: { code: 'clock.setBack' } });
  for (const fault of [undefined, 'FAR_AHEAD', 'JUMPED'] as const) expect(mayVouch(fault).ok).toBe(true);
});
