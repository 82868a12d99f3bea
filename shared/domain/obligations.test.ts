import { describe, expect, it } from 'vitest';
import { obligationFits, obligationsAhead, obligationsKnown, unreadObligations } from './obligations.ts';

const ended = { on: '2026-11-01', by: 'x', reason: 'r' };

describe('obligations', () => {
  it.each<[string, Parameters<typeof obligationFits>[0], string | undefined]>([
    ['with the number of its act', { act: 'sent. 12/2026', from: '2026-12-01', until: '2026-12-01' }, undefined],
    ['without an end', { act: '12', from: '2026-12-01' }, undefined],
    ['with words instead of a number', { act: 'the neighbour', from: '2026-12-01' }, 'obligation.actNumber'],
    ['that ends before it begins', { act: '12', from: '2026-12-02', until: '2026-12-01' }, 'obligation.endsBeforeStart'],
  ])('%s', (_name, words, code) => {
    const outcome = obligationFits(words);
    expect(outcome.ok ? undefined : outcome.refusal.code).toBe(code);
  });

  it('hold from today on, by their first day; ended and past ones do not', () => {
    const of = (from: string, until?: string, over?: typeof ended) => ({ from, ...(until === undefined ? {} : { until }), ...(over === undefined ? {} : { ended: over }) });
    const all = [of('2027-01-01'), of('2026-12-01', '2026-12-31'), of('2026-01-01', '2026-11-21'), of('2026-01-01', undefined, ended), of('2026-01-01', '2026-11-22')];
    expect(obligationsAhead(all, '2026-11-22').map(({ from }) => from)).toEqual(['2026-01-01', '2026-12-01', '2027-01-01']);
  });

  it.each<[string, Parameters<typeof obligationsKnown>, boolean]>([
    ['nobody looked', [[], undefined], false],
    ['somebody said there are none', [[], { noObligations: { on: '2026-11-01' } }], true],
    ['one was entered', [[{}], undefined], true],
    ['the only one was entered by mistake', [[{ ended }], {}], false],
  ])('are known or not: %s', (_name, [all, road], known) => expect(obligationsKnown(all, road)).toBe(known));

  it('that were entered after the reading are still to be read aloud', () => {
    const all = [{ id: 'a' }, { id: 'b' }];
    expect([unreadObligations(all, []), unreadObligations(all, [{ obligations: ['a'] }])]).toEqual([['a', 'b'], ['b']]);
  });
});
