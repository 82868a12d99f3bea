import { describe, expect, it } from 'vitest';
import { CalendarKind } from '../../../shared/domain/calendar.ts';
import { addressOf, dayAfterKey, placeFrom, shownDays, stepped, withKind } from './days.ts';

const today = '2026-11-22';

describe('the place in the calendar', () => {
  it.each([
    ['', { span: 'month', day: today, kinds: CalendarKind.options }],
    ['span=week&day=2026-12-01', { span: 'week', day: '2026-12-01', kinds: CalendarKind.options }],
    ['span=year&day=2026-02-30&kinds=MOON', { span: 'month', day: today, kinds: CalendarKind.options }],
    ['kinds=SESSION+RELEASE', { span: 'month', day: today, kinds: ['RELEASE', 'SESSION'] }],
  ])('is read out of “%s”', (address, place) => {
    expect(placeFrom(new URLSearchParams(address), today)).toEqual(place);
    expect(placeFrom(addressOf(placeFrom(new URLSearchParams(address), today)), today)).toEqual(place);
  });

  it('is shown in whole weeks', () => {
    expect(shownDays({ span: 'month', day: today })).toEqual({ from: '2026-10-26', days: 42 });
    expect(shownDays({ span: 'month', day: '2027-02-01' })).toEqual({ from: '2027-02-01', days: 42 });
    expect(shownDays({ span: 'week', day: today })).toEqual({ from: '2026-11-16', days: 7 });
  });

  it('goes on by weeks or by months, and the last day of a long month finds the last of a short one', () => {
    expect([stepped({ span: 'week', day: today }, 1), stepped({ span: 'month', day: '2027-01-31' }, 1), stepped({ span: 'month', day: today }, -1)]).toEqual(['2026-11-29', '2027-02-28', '2026-10-22']);
  });
});

describe('a key in the grid', () => {
  it.each([
    ['ArrowRight', '2026-11-23'],
    ['ArrowUp', '2026-11-15'],
    ['Home', '2026-11-16'],
    ['End', '2026-11-22'],
    ['PageDown', '2026-12-22'],
    ['x', undefined],
    ['toString', undefined],
  ])('%s', (key, day) => expect(dayAfterKey(key, today)).toBe(day));
});

it('the last kind cannot be hidden', () => {
  expect(withKind(['RELEASE', 'SESSION'], 'SESSION', false)).toEqual(['RELEASE']);
  expect(withKind(['RELEASE'], 'RELEASE', false)).toEqual(['RELEASE']);
  expect(withKind(['SESSION'], 'RELEASE', true)).toEqual(['RELEASE', 'SESSION']);
});
