import { describe, expect, it } from 'vitest';
import { MOST_AT_ONCE } from '../../../shared/domain/case-manager.ts';
import { joined, span, toggled } from './chosen.ts';

const person = (n: number) => ({ id: `p${n}`, name: `Om ${n}`, code: `X-${n}` });

describe('people chosen in a list', () => {
  it('are chosen and let go again, in the order of choosing', () => {
    const two = toggled(toggled([], person(2)), person(1));
    expect(two.map(({ id }) => id)).toEqual(['p2', 'p1']);
    expect(toggled(two, person(2)).map(({ id }) => id)).toEqual(['p1']);
  });

  it('are nobody twice, and no more than one act takes', () => {
    expect(joined([person(1)], [person(1), person(2)])).toHaveLength(2);
    const all = Array.from({ length: MOST_AT_ONCE + 5 }, (_, n) => person(n));
    expect(joined([], all)).toHaveLength(MOST_AT_ONCE);
    expect(toggled(joined([], all), person(9999))).toHaveLength(MOST_AT_ONCE);
  });

  it.each([
    [3, 5, { offset: 3, limit: 3 }],
    [5, 3, { offset: 3, limit: 3 }],
    [4, 4, { offset: 4, limit: 1 }],
    [0, 999, { offset: 0, limit: 200 }],
    [999, 0, { offset: 800, limit: 200 }],
  ])('from row %i to row %i', (from, to, rows) => {
    expect(span(from, to)).toEqual(rows);
  });
});
