import { z } from 'zod';
import { Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';

/**
 * The professions a plan is written by; each answers for its own line. There is none for belief: what concerns it stays in the
 * prison, and a plan travels.
 */
export const PlanLine = z.enum(['EDUCATION', 'PSYCHOLOGICAL', 'SOCIAL', 'WORK']);
export type PlanLine = z.infer<typeof PlanLine>;

/** What is written apart, so that two people can write one draft: the person's own words, and each line. */
export const PlanPart = z.enum(['WORDS', ...PlanLine.options]);
export type PlanPart = z.infer<typeof PlanPart>;

/** How often each part had been written when somebody began to change it. */
export const PartsSeen = z.partialRecord(PlanPart, z.int().min(0));
export type PartsSeen = z.infer<typeof PartsSeen>;

/** Why nobody of a profession answers for its line. */
export const LineAbsence = z.enum(['NO_POST', 'ABSENT', 'NOT_NEEDED', 'PERSON_DECLINED']);
export type LineAbsence = z.infer<typeof LineAbsence>;

/** The signature of a profession over the goals of its line as they stand. */
export const LineSignature = z.strictObject({
  by: Id,
  on: CivilDate,
  /** base64 of the Ed25519 signature over the line, see `lineStatement` */
  signature: z.string(),
});
export type LineSignature = z.infer<typeof LineSignature>;

/** Where a line of a version stands. A change of its goals takes the signature away. */
export const LineState = z.strictObject({
  /** how often it was written */
  rev: z.int().min(0),
  /** who wrote it last */
  author: Id.optional(),
  signed: LineSignature.optional(),
  notAvailable: z.strictObject({ reason: LineAbsence, by: Id, on: CivilDate, note: shortText.optional() }).optional(),
});
export type LineState = z.infer<typeof LineState>;
