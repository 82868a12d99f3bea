import { expect, it } from 'vitest';
import { answered } from '../../../shared/domain/plan-rules.ts';
import { Answer, PlanStatus, type PlanProgress } from '../../../shared/domain/plan.ts';
import { answerForm, answersNow } from './answer-form.ts';
import { pageAfterKey } from './reading-keys.ts';
import { reviewForm } from './review-form.ts';

const given = { on: '2026-11-22', signature: 'PAPER', recordedBy: '01900000-0000-7000-8000-00000000000a' } as const;

it.each(PlanStatus.options.flatMap((status) => [undefined, 'AGREES', 'COULD_NOT_ANSWER'].map((answer) => [status, answer] as const)))('%s, answered %s: offers only what the rule takes', (status, answer) => {
  const progress = { status, ...(answer === undefined ? {} : { answer: { ...given, answer } }) } as PlanProgress;
  for (const offered of answersNow(progress)) expect(answered(progress, { ...given, answer: offered, support: 'INTERPRETER' })).toMatchObject({ ok: true });
});

it('offers a first answer and a withdrawal, each in its time', () => {
  expect(answersNow({ status: 'PROPOSED' })).toEqual(['AGREES', 'DISAGREES', 'COULD_NOT_ANSWER']);
  expect(answersNow({ status: 'ACTIVE', answer: { ...given, answer: 'AGREES' } })).toEqual(['WITHDRAWN']);
  expect(answersNow({ status: 'ACTIVE', answer: { ...given, answer: 'DISAGREES' } })).toEqual([]);
  expect(answersNow({ status: 'DRAFT' })).toEqual([]);
});

it('asks for no reason, but for a day that has come and how it was signed', () => {
  const form = answerForm('2026-11-22');
  expect(form.safeParse({ answer: Answer.enum.DISAGREES, on: '2026-11-22', signature: 'REFUSED', reason: '' }).success).toBe(true);
  expect(form.safeParse({ answer: Answer.enum.AGREES, on: '2026-11-23', signature: 'PAPER', reason: '' }).success).toBe(false);
  expect(form.safeParse({ answer: Answer.enum.AGREES, on: '2026-11-22', reason: '' }).success).toBe(false);
  expect(form.safeParse({ answer: Answer.enum.COULD_NOT_ANSWER, on: '2026-11-22', reason: '' }).success).toBe(true);
  const again = answerForm('2026-11-22', true);
  expect(again.safeParse({ answer: Answer.enum.COULD_NOT_ANSWER, on: '2026-11-22', reason: '' }).error?.issues[0]?.message).toBe('plan:answer.supportMissing');
  expect(again.safeParse({ answer: Answer.enum.COULD_NOT_ANSWER, on: '2026-11-22', support: 'INTERPRETER', reason: '' }).success).toBe(true);
  expect(again.safeParse({ answer: Answer.enum.AGREES, on: '2026-11-22', signature: 'PAPER', reason: '' }).success).toBe(true);
});

it('says in words that no answer was chosen', () => {
  expect(answerForm('2026-11-22').safeParse({ on: '2026-11-22', reason: '' }).error?.issues[0]?.message).toBe('plan:answer.missing');
  expect(reviewForm('2026-11-22', false).safeParse({ on: '2026-11-22', note: '' }).error?.issues[0]?.message).toBe('plan:review.outcomeMissing');
});

it('opens no second new version from a review', () => {
  expect(reviewForm('2026-11-22', true).safeParse({ outcome: 'AMEND', on: '2026-11-22', note: '' }).error?.issues[0]?.message).toBe('plan:review.draftOpen');
  expect(reviewForm('2026-11-22', true).safeParse({ outcome: 'CONTINUE', on: '2026-11-22', note: '' }).success).toBe(true);
});

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 3, 3],
  ['PageUp', 0, 0],
  ['End', 0, 3],
  ['Home', 2, 0],
  ['Enter', 0, undefined],
  ['toString', 0, undefined],
] as const)('reading together, %s leads from page %s to %s', (key, from, to) => {
  expect(pageAfterKey(key, from, 4)).toBe(to);
});
