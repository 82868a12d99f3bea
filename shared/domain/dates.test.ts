import { describe, expect, it } from 'vitest';
import { addDays, addMonths, ageOn, daysBetween, isCivilDate } from './dates.ts';

it.each([
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-02-31', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['26-01-01', false],
  ['1899-12-31', false],
  ['', false],
])('%s is a day of the calendar: %s', (text, is) => {
  expect(isCivilDate(text)).toBe(is);
});

describe('counting', () => {
  it('counts days over a change of the clock', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2026-11-22', '2027-02-04')).toBe(74);
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
  });
  it('moves by days and months', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  });
  it('counts years of life on the birthday', () => {
    expect(ageOn('1992-11-22', '2026-11-22')).toBe(34);
    expect(ageOn('1992-11-23', '2026-11-22')).toBe(33);
  });
});
