import { describe, expect, it } from 'vitest';
import { jurisdictions } from '../jurisdictions/index.ts';
import { isHoliday, orthodoxEaster, westernEaster } from './holidays.ts';
import { riskOf } from './release-risk.ts';
import { daysOfWeek, mondayOf, weekdayOf } from './week.ts';

describe('weeks begin on Monday', () => {
  it.each([
    ['2026-11-22', 7, '2026-11-16'],
    ['2026-11-23', 1, '2026-11-23'],
    ['2027-01-01', 5, '2026-12-28'],
    ['2028-02-29', 2, '2028-02-28'],
  ])('%s is day %i of the week of %s', (date, day, monday) => {
    expect(weekdayOf(date)).toBe(day);
    expect(mondayOf(date)).toBe(monday);
    expect(daysOfWeek(monday)).toHaveLength(7);
    expect(daysOfWeek(monday)).toContain(date);
  });
});

describe('Easter', () => {
  it.each([
    [2024, '2024-03-31', '2024-05-05'],
    [2025, '2025-04-20', '2025-04-20'],
    [2026, '2026-04-05', '2026-04-12'],
    [2027, '2027-03-28', '2027-05-02'],
    [2038, '2038-04-25', '2038-04-25'],
  ])('%i: west %s, east %s', (year, west, east) => {
    expect(westernEaster(year)).toBe(west);
    expect(orthodoxEaster(year)).toBe(east);
  });
});

describe('days on which services are closed', () => {
  it.each([
    ['2026-12-01', 'RO', true],
    ['2026-12-01', 'IT', false],
    ['2026-12-08', 'IT', true],
    ['2026-04-10', 'RO', true],
    ['2026-04-13', 'RO', true],
    ['2026-04-06', 'IT', true],
    ['2026-06-01', 'RO', true],
    ['2026-12-25', 'GENERAL', false],
  ] as const)('%s in %s: %s', (date, jurisdiction, closed) => expect(isHoliday(date, jurisdictions.of(jurisdiction).holidays)).toBe(closed));
});

describe('the risk of a day of release', () => {
  it.each([
    ['a Tuesday', '2026-11-24', 'RO', undefined],
    ['a Friday', '2026-11-27', 'RO', 'FRIDAY'],
    ['a Saturday', '2026-11-28', 'RO', 'WEEKEND'],
    ['Saint Andrew, a Monday', '2026-11-30', 'RO', 'HOLIDAY'],
    ['the day before the Immaculate Conception', '2026-12-07', 'IT', 'BEFORE_HOLIDAY'],
    ['the same day in Romania', '2026-12-07', 'RO', undefined],
    ['the Thursday before Orthodox Good Friday', '2026-04-09', 'RO', 'BEFORE_HOLIDAY'],
  ] as const)('%s', (_name, date, jurisdiction, risk) => expect(riskOf(date, jurisdictions.of(jurisdiction).holidays)).toBe(risk));
});
