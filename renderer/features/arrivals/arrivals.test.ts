import { describe, expect, it } from 'vitest';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { checksShown, isUnanswered, isWanted, NOBODY_HERE, proposed, waysOf, waysOfRow, type Decision } from './arrival-rules.ts';
import { droppedProblem } from './use-envelopes.ts';

const sender = { serviceId: 's', name: 'Penitenciarul Test', trust: 'TRUSTED' };
const caseFile = {} as NonNullable<ArrivalView['caseFile']>;
const earlier = (decision: Decision) => ({ importId: 'i', decision, on: '2026-11-22', personId: 'p' });

describe('what can be done with an envelope', () => {
  it.each<[string, Parameters<typeof waysOf>, ReturnType<typeof waysOf>]>([
    ['opened and whole', [{ sender, caseFile }, false, undefined], { receipts: ['RECEIVED', 'REJECTED'], sameAgain: false, mayImport: true }],
    ['received was answered, the rest stays open', [{ sender, caseFile }, false, 'RECEIVED'], { receipts: ['RECEIVED', 'REJECTED'], sameAgain: false, mayImport: true }],
    ['imported', [{ sender, caseFile }, true, undefined], { receipts: ['ACCEPTED'], sameAgain: false, mayImport: false }],
    ['imported and answered', [{ sender, caseFile }, true, 'ACCEPTED'], { receipts: ['ACCEPTED'], sameAgain: true, mayImport: false }],
    ['accepted in an earlier session', [{ sender, caseFile, earlier: earlier('ACCEPTED') }, false, undefined], { receipts: ['ACCEPTED'], sameAgain: true, mayImport: false }],
    ['rejected in an earlier session', [{ sender, caseFile, earlier: earlier('REJECTED') }, false, undefined], { receipts: ['REJECTED'], sameAgain: true, mayImport: false }],
    ['only received in an earlier session', [{ sender, caseFile, earlier: earlier('RECEIVED') }, false, undefined], { receipts: ['RECEIVED', 'REJECTED'], sameAgain: false, mayImport: true }],
    ['a verified sender, but not to be used', [{ sender }, false, undefined], { receipts: ['REJECTED'], sameAgain: false, mayImport: false }],
    ['nobody verified', [{}, false, undefined], { receipts: [], sameAgain: false, mayImport: false }],
  ])('%s', (_case, input, ways) => expect(waysOf(...input)).toEqual(ways));
});

describe('what was kept of an envelope', () => {
  const answered = { decision: 'ACCEPTED', at: '2026-11-22T10:00:00Z' } as const;
  it.each<[string, Parameters<typeof waysOfRow>[0], boolean, ReturnType<typeof waysOfRow>]>([
    ['imported, and the sender knows nothing', { decision: 'ACCEPTED' }, true, { receipts: ['ACCEPTED'], sameAgain: false }],
    ['imported after "received" was answered', { decision: 'ACCEPTED', answered: { ...answered, decision: 'RECEIVED' } }, true, { receipts: ['ACCEPTED'], sameAgain: false }],
    ['imported and answered', { decision: 'ACCEPTED', answered }, false, { receipts: ['ACCEPTED'], sameAgain: true }],
    ['received', { decision: 'RECEIVED', answered: { ...answered, decision: 'RECEIVED' } }, false, { receipts: ['RECEIVED', 'REJECTED'], sameAgain: false }],
    ['refused, but the medium failed', { decision: 'REJECTED' }, true, { receipts: ['REJECTED'], sameAgain: true }],
  ])('%s', (_case, row, open, ways) => {
    expect(isUnanswered(row)).toBe(open);
    expect(waysOfRow(row)).toEqual(ways);
  });
});

it.each<[string, Parameters<typeof isWanted>[0] | undefined]>([
  ['VARCO-handover-2026-1a2b-000001.zip.age', 'handover'],
  ['VARCO-supplement-2026-1a2b-000002.zip.age', 'handover'],
  ['varco-revocation-2026-1a2b-000003.zip.age', 'handover'],
  ['VARCO-receipt-2026-1a2b-000004.zip.age', 'receipt'],
  ['VARCO-return-2026-1a2b-000005.zip.age', 'return'],
  ['VARCO-pack-2026-1a2b-000006.zip.age', undefined],
])('%s on a stick is offered where %s is looked for', (name, kind) => {
  expect((['handover', 'receipt', 'return'] as const).filter((one) => isWanted(one, name))).toEqual(kind === undefined ? [] : [kind]);
});

it('a dropped file that was refused says why in its own words', () => {
  expect(droppedProblem({ name: 'x', refused: 'tooMany' })).toEqual({ name: 'x', problem: { kind: 'refused', code: 'file.tooMany', params: { limit: 16 } } });
  expect(droppedProblem({ name: 'x', refused: 'link' }).problem).toMatchObject({ code: 'file.link' });
});

it('import and receipt are done when a person did them', () => {
  const checks: ArrivalView['checks'] = [
    { name: 'payload', state: 'passed' },
    { name: 'import', state: 'not-run' },
    { name: 'receipt', state: 'not-run' },
  ];
  expect(checksShown(checks, true, false).map(({ state }) => state)).toEqual(['passed', 'passed', 'not-run']);
});

describe('whom the screen proposes', () => {
  const one = (personId: string, likely: boolean) => ({ personId, likely }) as NonNullable<ArrivalView['candidates']>[number];
  it.each<[string, Parameters<typeof proposed>, string | undefined]>([
    ['nobody looks alike', [[], 0], NOBODY_HERE],
    ['nobody the user sees, but somebody elsewhere', [[], 1], undefined],
    ['one fits', [[one('a', true)], 0], 'a'],
    ['one fits, another sounds alike', [[one('a', true), one('b', false)], 0], 'a'],
    ['two fit', [[one('a', true), one('b', true)], 0], undefined],
    ['a name sounds alike', [[one('b', false)], 0], undefined],
  ])('%s', (_case, input, as) => expect(proposed(...input)).toBe(as));
});
