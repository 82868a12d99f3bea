import { describe, expect, it } from 'vitest';
import type { RunRow } from '../../../shared/contract/learning.ts';
import { basisAfter, correctionForm, disputeForm, noteForm, pastedCodes } from './note-form.ts';
import { coursesFor } from './use-courses.ts';

const today = '2026-11-22';
const person = '0190c0de-0000-7000-8000-000000000001';
const note = { personIds: [person], text: 'A venit la timp.', kind: 'OBSERVATION', basis: 'OBSERVED', on: today, lang: 'ro' } as const;

describe('a note', () => {
  const wrong = (change: object) => (noteForm(today).safeParse({ ...note, ...change }).error?.issues ?? []).map(({ message }) => message);
  it.each([
    ['complete', {}, []],
    ['for nobody', { personIds: [] }, ['notes:form.nobody']],
    ['for a whole prison', { personIds: Array.from({ length: 61 }, () => person) }, ['notes:form.tooMany?max=60']],
    ['without words', { text: ' \n ' }, ['notes:form.textMissing']],
    ['like a book', { text: 'x'.repeat(4001) }, ['notes:form.textTooLong?max=4000']],
    ['of tomorrow', { on: '2026-11-23' }, ['notes:form.inFuture']],
    ['of half a day', { on: '' }, ['common:form.dateMissing']],
  ])('%s: %j', (_case, change, messages) => expect(wrong(change)).toEqual(messages));

  it('is corrected only with a reason, and disputed only with words', () => {
    const { personIds: _for, ...words } = note;
    expect(correctionForm(today).safeParse({ ...words, reason: ' ' }).success).toBe(false);
    expect(correctionForm(today).safeParse({ ...words, reason: 'greșeală' }).success).toBe(true);
    expect(disputeForm(today).safeParse({ text: '', on: today }).success).toBe(false);
  });
});

it.each([
  ['what a kind usually rests on follows the kind', { kind: 'CONVERSATION', basis: 'PERSON_SAYS' }, 'OBSERVATION', 'OBSERVED'],
  ['what somebody chose stays', { kind: 'CONVERSATION', basis: 'DOCUMENT' }, 'OBSERVATION', 'DOCUMENT'],
] as const)('%s', (_case, before, kind, basis) => expect(basisAfter(before, kind)).toBe(basis));

it.each([
  ['TM-2025-1063', undefined],
  ['', undefined],
  ['TM-1\nTM-2\r\nTM-3\n', ['TM-1', 'TM-2', 'TM-3']],
  ['TM-1; TM-2,TM-1', ['TM-1', 'TM-2']],
  ['TM-1\tTM-2', ['TM-1', 'TM-2']],
  ['Popescu Ion', undefined],
  [`${'x'.repeat(5000)}\nTM-2`, undefined],
])('pasted %j is the list %j', (text, codes) => expect(pastedCodes(text)).toEqual(codes));

it.each([
  ['sudor', ['1', '2']],
  ['grupa 2', ['2']],
  ['SUDOR, grupa', ['1', '2']],
  ['bucatar', []],
  ['', []],
])('everybody on a course is chosen by its name: “%s”', (typed, ids) => {
  const run = (id: string, label: string, people: number): RunRow => ({
    id,
    programmeId: 'p',
    title: { en: 'Welder', it: 'Saldatore', ro: 'Curs de sudor' },
    area: 'VOCATIONAL',
    label,
    startsOn: today,
    state: 'UNDER_WAY',
    sessions: 1,
    cancelled: 0,
    people,
    leaders: [],
    mine: true,
  });
  expect(coursesFor([run('1', 'Grupa 1', 9), run('2', 'Grupa 2', 12), run('3', 'Grupa 3', 0)], 'ro', typed).map(({ id }) => id)).toEqual(ids);
});
