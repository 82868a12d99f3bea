import { describe, expect, it } from 'vitest';
import { listShape, readListRows } from './sitting-list.ts';

const HEADER = ['Nr. crt.', 'Nr. matricol', 'Data ședinței', 'Propunere', 'Termen de reanalizare', 'Observații'];
const read = (rows: readonly (readonly string[])[], header: readonly string[] = HEADER) => {
  const table = [header, ...rows];
  const shape = listShape(table);
  if (shape === undefined) throw new Error('no list');
  const { rows: found, refused } = readListRows(table, shape);
  return [...found.map(({ row, code, on, proposal = '-', term = '-' }) => `${row} ${code} ${on} ${proposal} ${term}`), ...refused.map(({ row, fault, problem, rows: others }) => [row, fault, problem, others?.join('+')].filter((part) => part !== undefined).join(' '))];
};

describe('the headers of a list', () => {
  it.each<[string, readonly string[], string]>([
    ['Romanian', HEADER, 'code on proposal term'],
    ['Italian, of a court', ['N.', 'Matricola', 'Cognome e nome', 'Data udienza', 'Proposta'], 'code on proposal'],
    ['English', ['Prison number', 'Hearing date', 'Proposal', 'New term'], 'code on proposal term'],
    ['without diacritics, in capitals', ['NR MATRICOL', 'DATA SEDINTEI'], 'code on'],
  ])('are known: %s', (_name, header, expected) => {
    const shape = listShape([['LISTA comisiei'], [], header]);
    expect(shape?.header).toBe(2);
    expect(['code', 'on', 'proposal', 'term'].filter((column) => column in (shape?.at ?? {})).join(' ')).toBe(expected);
  });

  it('what is not needed is left out and named: remarks may hold anything', () => expect(listShape([HEADER])?.leftOut).toEqual(['Nr. crt.', 'Observații']));

  it.each([
    ['no number', ['Data ședinței', 'Propunere']],
    ['no day', ['Nr. matricol', 'Propunere']],
    ['nothing', []],
  ])('without %s it is no list', (_name, header) => expect(listShape([header])).toBeUndefined());
});

describe('a row', () => {
  it.each<[string, readonly string[], string]>([
    ['is proposed', ['1', 'TM-1', '08.12.2026', 'admitere', '', ''], '2 TM-1 2026-12-08 ADMIT -'],
    ['is postponed to a term', ['1', 'TM-1', '08.12.2026', 'AMÂNARE', '08.06.2027', ''], '2 TM-1 2026-12-08 POSTPONE 2027-06-08'],
    ['is postponed, the term said on the day', ['1', 'TM-1', '08.12.2026', 'amânare', '-', ''], '2 TM-1 2026-12-08 POSTPONE -'],
    ['says nothing yet', ['1', 'TM-1', '08.12.2026', '', '', ''], '2 TM-1 2026-12-08 - -'],
    ['has a year as a term, to the day', ['1', 'TM-1', '08.12.2026', 'amânare', '08.12.2027', ''], '2 TM-1 2026-12-08 POSTPONE 2027-12-08'],
    ['has a term over a year', ['1', 'TM-1', '08.12.2026', 'amânare', '09.12.2027', ''], '2 TM-1 TERM_TOO_FAR'],
    ['has a term before the day', ['1', 'TM-1', '08.12.2026', 'amânare', '08.12.2026', ''], '2 TM-1 TERM_NOT_AFTER'],
    ['has a term that is none', ['1', 'TM-1', '08.12.2026', 'amânare', '31.06.2027', ''], '2 TM-1 TERM_INVALID IMPOSSIBLE_DAY'],
    ['is proposed, with a term', ['1', 'TM-1', '08.12.2026', 'admitere', '08.06.2027', ''], '2 TM-1 TERM_NOT_HERE'],
    ['has an impossible day', ['1', 'TM-1', '30.02.2027', 'admitere', '', ''], '2 TM-1 DAY_INVALID IMPOSSIBLE_DAY'],
    ['has a year of two figures', ['1', 'TM-1', '08.12.26', 'admitere', '', ''], '2 TM-1 DAY_INVALID SHORT_YEAR'],
    ['has no day', ['1', 'TM-1', '', 'admitere', '', ''], '2 TM-1 DAY_INVALID NOT_A_DATE'],
    ['has no number', ['1', '', '08.12.2026', 'admitere', '', ''], '2  NO_NUMBER'],
    ['has a proposal nobody knows', ['1', 'TM-1', '08.12.2026', 'vezi dosar', '', ''], '2 TM-1 PROPOSAL_UNKNOWN'],
    ['has a formula for a number', ['1', '=HYPERLINK("x")', '08.12.2026', 'admitere', '', ''], '2 =HYPERLINK("x") FORMULA'],
    ['has a formula for a day', ['1', 'TM-1', '=TODAY()', 'admitere', '', ''], '2 TM-1 FORMULA'],
  ])('%s', (_name, row, expected) => {
    const shape = listShape([HEADER])!;
    const { rows, refused } = readListRows([HEADER, row], shape);
    expect([...rows.map(({ row: at, code, on, proposal = '-', term = '-' }) => `${at} ${code} ${on} ${proposal} ${term}`), ...refused.map(({ row: at, code, fault, problem }) => [at, code, fault, problem].filter((part) => part !== undefined).join(' '))]).toEqual([expected]);
  });

  it('twice: the same words count once, other words for one number do not count at all', () => {
    const row = (code: string, told: string): readonly string[] => ['1', code, '08.12.2026', told, '', ''];
    expect(read([row('TM-1', 'admitere'), row('tm 1', 'admitere'), row('TM-2', 'admitere'), row('TM-2', 'amânare')])).toEqual(['2 TM-1 2026-12-08 ADMIT -', '3 TWICE 2', '4 TWICE 5', '5 TWICE 4']);
  });

  it('blank lines and what is signed below are passed over', () => {
    expect(read([['1', 'TM-1', '08.12.2026', 'admitere', '', ''], [], ['', 'Președintele comisiei', '', '', '', '']])).toEqual(['2 TM-1 2026-12-08 ADMIT -']);
  });
});
