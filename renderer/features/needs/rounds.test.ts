import { describe, expect, it } from 'vitest';
import type { Round } from '../../../shared/domain/needs.ts';
import { nothingAsked, withAnswer } from '../../../shared/domain/round-rules.ts';
import { itemOf, meaningOf, type AnswerChoice } from './answers.ts';
import { correctForm } from './correct-form.ts';
import { roundDiff } from './round-diff.ts';
import { askedBy, startForm } from './start-form.ts';
import { updateForm } from './update-form.ts';

const asked = (choice: AnswerChoice): Round => {
  const empty = { domains: nothingAsked() } as unknown as Round;
  const next = withAnswer(empty, { domain: 'FAMILY', ...meaningOf(choice) });
  return next.ok ? next.value : empty;
};

it.each([
  ['NONE', 'NEED_1', 'NEW'],
  ['NOT_ASKED', 'NEED_3', 'OTHER'],
  ['NEED_1', 'NEED_3', 'MORE'],
  ['NEED_3', 'NEED_2', 'LESS'],
  ['NEED_2', 'NONE', 'GONE'],
  ['NEED_2', 'REFUSED', 'OTHER'],
  ['REFUSED', 'REFUSED', 'SAME'],
  ['NEED_2', 'NEED_2', 'SAME'],
] as const)('from %s to %s is %s', (before, after, change) => {
  const diff = roundDiff(asked(before), asked(after));
  expect(diff).toHaveLength(12);
  expect(diff.find(({ domain }) => domain === 'FAMILY')?.change).toBe(change);
});

describe('one need of the catalogue', () => {
  it.each([
    ['NOT_ASKED', undefined],
    ['NONE', { answer: 'NONE' }],
    ['REFUSED', { answer: 'REFUSED' }],
    ['NEED_2', { answer: 'NEED', level: 2, urgency: 'TODAY', detail: 'x' }],
  ] as const)('%s keeps what belongs to it alone', (choice, item) => {
    expect(itemOf(choice, { urgency: 'TODAY', detail: 'x' })).toEqual(item);
  });

});

it('says in words what a start or a correction lacks', () => {
  const messages = (result: { readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined }) => result.error?.issues.map(({ message }) => message);
  expect(messages(startForm('2026-11-22').safeParse({ conductedOn: '2026-11-22', sources: ['FILE'], limitations: '', who: 'ME', asker: '' }))).toEqual(['needs:start.kindMissing']);
  expect(messages(correctForm.safeParse({ domain: 'FAMILY', answer: 'NONE', text: ' ', basis: 'DOCUMENT', reason: '' }))).toEqual(['needs:correct.textMissing', 'needs:correct.reasonMissing']);
});

it.each([
  [{ who: 'ME', asker: '' }, {}],
  [{ who: 'a-colleague', asker: 'x' }, { conductedBy: 'a-colleague' }],
  [{ who: 'OTHER', asker: 'Maria Exemplu, asistent social' }, { asker: 'Maria Exemplu, asistent social' }],
])('who asked %j goes to the core as %j', (given, sent) => expect(askedBy(given)).toEqual(sent));

it('asks who it was when it was somebody else, and for words where an entry says nothing without', () => {
  const start = { kind: 'REVIEW', conductedOn: '2026-11-22', sources: ['FILE'], limitations: '', who: 'OTHER', asker: ' ' };
  expect(startForm('2026-11-22').safeParse(start).error?.issues.map(({ message }) => message)).toEqual(['needs:start.otherMissing']);
  const entry = { command: 'miss', on: '2026-11-22', urgency: 'SAME', text: ' ', basis: 'OBSERVED', fromPartner: false };
  expect(updateForm('2026-11-22').safeParse(entry).error?.issues.map(({ message }) => message)).toEqual(['needs:update.textNeeded']);
  expect(updateForm('2026-11-22').safeParse({ ...entry, command: 'decline' }).success).toBe(true);
  expect(updateForm('2026-11-21').safeParse({ ...entry, command: 'meet' }).error?.issues.map(({ message }) => message)).toEqual(['needs:update.inFuture']);
});
