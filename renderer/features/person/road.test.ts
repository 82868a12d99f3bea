import { describe, expect, it } from 'vitest';
import type { Decision, ReleaseDate } from '../../../shared/domain/people.ts';
import { roadOf } from './road.ts';

const TODAY = '2026-11-22';
const date = (kind: ReleaseDate['kind'], on: string, more: Partial<ReleaseDate> = {}): ReleaseDate => ({
  id: `${kind}-${on}`,
  kind,
  date: on,
  certainty: 'CALCULATED',
  source: 'registru',
  setOn: '2026-01-01',
  setBy: 'x',
  ...more,
});
const walker = (releaseDates: ReleaseDate[], admissionDate?: string, decisions: Decision[] = []) => ({
  decisions,
  releaseDates,
  createdAt: '2026-01-10T08:00:00Z',
  ...(admissionDate === undefined ? {} : { admissionDate }),
});

describe('the road to release', () => {
  it('runs from admission over today to the last date, in the order of the calendar', () => {
    const road = roadOf(walker([date('END_OF_SENTENCE', '2028-08-19'), date('COMMISSION', '2027-02-04')], '2022-05-02'), { kind: 'COMMISSION', date: '2027-02-04' }, TODAY);
    const [admission, end] = road.marks;
    expect(road.marks.map((mark) => mark.kind)).toEqual(['ADMISSION', 'END_OF_SENTENCE']);
    expect([admission?.at, road.today, road.gate?.at, end?.at].map(Number)).toEqual([admission?.at, road.today, road.gate?.at, end?.at].map(Number).toSorted((a, b) => a - b));
    expect(admission?.at).toBeCloseTo(4);
    expect(end?.at).toBeCloseTo(96);
  });

  it.each([
    ['twenty years behind, weeks ahead', '2006-11-22', '2026-12-20'],
    ['weeks behind, twenty years ahead', '2026-11-01', '2046-11-22'],
  ])('leaves room for past and future: %s', (_case, admission, end) => {
    const { today } = roadOf(walker([date('END_OF_SENTENCE', end)], admission), { kind: 'END_OF_SENTENCE', date: end }, TODAY);
    expect(today).toBeGreaterThan(35);
    expect(today).toBeLessThan(65);
  });

  it('keeps replaced dates off the road', () => {
    const replaced = date('COMMISSION', '2026-12-10', { supersededOn: '2026-09-03' });
    expect(roadOf(walker([replaced]), undefined, TODAY).marks).toEqual([]);
  });

  it('starts where the file was opened when the admission is not known', () => {
    const road = roadOf(walker([date('HEARING', '2027-01-05')]), { kind: 'HEARING', date: '2027-01-05' }, TODAY);
    expect(road.marks).toEqual([]);
    expect(road.today).toBeGreaterThan(4);
  });

  it('is drawn for somebody admitted today without any date', () => {
    const road = roadOf({ releaseDates: [], decisions: [], createdAt: `${TODAY}T08:00:00Z`, admissionDate: TODAY }, undefined, TODAY);
    expect(road.gate).toBeUndefined();
    expect(road.today).toBe(4);
    expect(road.marks[0]?.at).toBe(4);
  });

  it('shows a date that has passed behind today', () => {
    const road = roadOf(walker([date('COMMISSION', '2026-06-01')], '2020-01-01'), { kind: 'COMMISSION', date: '2026-06-01' }, TODAY);
    expect(road.gate?.at).toBeLessThan(road.today);
  });

  it('leaves out the commission that a postponement overtook', () => {
    const step = { state: 'POSTPONED' as const, on: TODAY, by: 'x', source: 'PV 31', newTerm: '2027-05-01' };
    const road = roadOf(walker([date('COMMISSION', TODAY), date('END_OF_SENTENCE', '2028-08-19')], '2022-05-02', [{ id: 'd', state: 'POSTPONED', openedOn: TODAY, history: [step] }]), { kind: 'NEW_TERM', date: '2027-05-01' }, TODAY);
    expect(road.marks.map(({ kind }) => kind)).toEqual(['ADMISSION', 'END_OF_SENTENCE']);
    expect(road.gate?.kind).toBe('NEW_TERM');
  });

  it('lets no two names cover each other', () => {
    const dates = [date('FRACTION_SERVED', '2027-02-01'), date('COMMISSION', '2027-02-04'), date('HEARING', '2027-02-06'), date('END_OF_SENTENCE', '2027-02-08')];
    const road = roadOf(walker(dates, '2022-05-02'), { kind: 'FRACTION_SERVED', date: '2027-02-01' }, TODAY);
    const all = [...road.marks, ...(road.gate === undefined ? [] : [road.gate])];
    for (const side of ['above', 'below'] as const) {
      const places = all.filter((mark) => mark.label === side).map((mark) => mark.at).toSorted((a, b) => a - b);
      for (const [at, place] of places.slice(1).entries()) expect(place - (places[at] ?? 0)).toBeGreaterThanOrEqual(15);
    }
    expect(road.gate?.label).not.toBe('none');
  });
});
