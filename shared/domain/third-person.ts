import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import type { Machine } from './machine.ts';

/** Who somebody is to the person. */
export const ThirdPersonKind = z.enum(['RELATIVE', 'HOST', 'MENTOR', 'EMPLOYER', 'OTHER']);
export type ThirdPersonKind = z.infer<typeof ThirdPersonKind>;

/** How they were told that their name is to be passed on. */
export const ToldHow = z.enum(['IN_PERSON', 'BY_PHONE', 'IN_WRITING']);
export type ToldHow = z.infer<typeof ToldHow>;

export const ThirdPersonAnswer = z.enum(['NOT_ASKED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'EXPIRED']);
export type ThirdPersonAnswer = z.infer<typeof ThirdPersonAnswer>;

export const ThirdPersonCommand = z.enum(['give', 'refuse', 'withdraw']);
export type ThirdPersonCommand = z.infer<typeof ThirdPersonCommand>;

/** Their own yes or no: asked once, given again or taken back at any time. */
export const thirdPersonMachine: Machine<ThirdPersonAnswer, ThirdPersonCommand> = {
  NOT_ASKED: { give: 'GIVEN', refuse: 'REFUSED' },
  GIVEN: { give: 'GIVEN', withdraw: 'WITHDRAWN' },
  REFUSED: { give: 'GIVEN' },
  WITHDRAWN: { give: 'GIVEN' },
  EXPIRED: { give: 'GIVEN', refuse: 'REFUSED' },
};

/** One answer of theirs: when, what they were told before, and how. */
export const ThirdPersonEntry = z.strictObject({
  answer: ThirdPersonAnswer.extract(['GIVEN', 'REFUSED', 'WITHDRAWN']),
  on: CivilDate,
  validTo: CivilDate.optional(),
  /** what was told: which of their data goes to whom, and for what */
  told: shortText.optional(),
  how: ToldHow,
  by: Id,
});
export type ThirdPersonEntry = z.infer<typeof ThirdPersonEntry>;

export const MOST_ANSWERS = 40;

/** Who it is: the part that can be put right. */
export const ThirdPersonDetails = z.strictObject({
  kind: ThirdPersonKind,
  name: shortText,
  /** what they are to the person, in a word: sister, former employer */
  relation: z.string().trim().min(1).max(80).optional(),
  phone: z.string().trim().min(1).max(60).optional(),
});
export type ThirdPersonDetails = z.infer<typeof ThirdPersonDetails>;

/**
 * Somebody else whose name and phone are kept because of the person: relative, host, mentor, employer. They have rights of their
 * own: what is known of them leaves only with their own yes. Their answer is never shown or printed to the person by name.
 */
export const ThirdPerson = z.strictObject({
  ...documentBase,
  type: z.literal('thirdPerson'),
  personId: Id,
  ...ThirdPersonDetails.shape,
  /** oldest first; the last one stands */
  answers: z.array(ThirdPersonEntry).max(MOST_ANSWERS),
  /** not needed any more, or entered by mistake */
  ended: z.strictObject({ on: CivilDate, by: Id }).optional(),
});
export type ThirdPerson = z.infer<typeof ThirdPerson>;
