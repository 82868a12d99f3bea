import { z } from 'zod';
import { Basis, LONG_TEXT } from '../../../shared/domain/base.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';
import { answerChoices, type AnswerChoice } from './answers.ts';

/** An answer put right: what is right in words, on what that rests, and why. */
export const correctForm = z.object({
  domain: NeedDomain,
  answer: z.enum(answerChoices as readonly [AnswerChoice, ...AnswerChoice[]]),
  text: z.string().trim().min(1, 'needs:correct.textMissing').max(LONG_TEXT, 'common:form.tooLong'),
  basis: Basis,
  reason: z.string().trim().min(1, 'needs:correct.reasonMissing').max(LONG_TEXT, 'common:form.tooLong'),
});
export type CorrectForm = z.infer<typeof correctForm>;
