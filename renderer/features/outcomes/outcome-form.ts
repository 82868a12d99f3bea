import { z } from 'zod';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import { Checkpoint, outcomeQuestions, OutcomeQuestions, UnknownReason, type OutcomeAnswers, type OutcomeQuestion } from '../../../shared/domain/outcome-return.ts';

const day = z.string().refine(isCivilDate, { error: 'outcomes:record.dayMissing' });
const answer = (question: OutcomeQuestion) => z.enum(outcomeQuestions[question].options as [string, ...string[]], { error: 'outcomes:record.answerMissing' });

/** One checkpoint, as it is typed: every question has an answer, if only that it is not known and why. */
export const OutcomeForm = z
  .object({
    checkpoint: z.enum(Checkpoint.options, { error: 'outcomes:record.checkpointMissing' }),
    observedOn: day,
    accommodation: answer('accommodation'),
    occupation: answer('occupation'),
    compliance: answer('compliance'),
    treatment: answer('treatment'),
    family: answer('family'),
    custody: answer('custody'),
    unknownReason: z.union([z.enum(UnknownReason.options), z.literal('')]),
    source: z.enum(['SEEN', 'PAPER']),
    signedBy: z.string(),
    paperOn: z.string(),
  })
  .superRefine((form, context) => {
    const refuse = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (hasUnknown(form) && form.unknownReason === '') refuse('unknownReason', 'outcomes:record.unknownMissing');
    if (form.source !== 'PAPER') return;
    if (form.signedBy.trim() === '') refuse('signedBy', 'outcomes:record.signedByMissing');
    if (!isCivilDate(form.paperOn)) refuse('paperOn', 'outcomes:record.dayMissing');
  });
export type OutcomeForm = z.infer<typeof OutcomeForm>;

/** Whether anything is not known: then it is asked why. */
export const hasUnknown = (form: Readonly<Record<string, unknown>>): boolean => OutcomeQuestions.some((question) => form[question] === 'UNKNOWN');

/** What is sent of the form. */
export const outcomeOf = (form: OutcomeForm) => {
  const answers = Object.fromEntries(OutcomeQuestions.map((question) => [question, form[question]])) as unknown as OutcomeAnswers;
  return {
    checkpoint: form.checkpoint,
    observedOn: form.observedOn,
    answers: { ...answers, ...(hasUnknown(form) && form.unknownReason !== '' ? { unknownReason: form.unknownReason } : {}) },
    ...(form.source === 'PAPER' ? { paper: { signedBy: form.signedBy.trim(), on: form.paperOn } } : {}),
  };
};
