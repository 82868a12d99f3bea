import { z } from 'zod';
import { shortText } from './base.ts';

/** Why a review is put off. A health reason says that somebody was not available, never of what. */
export const ReviewExemptionReason = z.enum(['HEALTH', 'HEALTH_TEMPORARY', 'HOSPITAL', 'NOT_ENGAGING', 'TEMP_ABSENCE', 'TRANSFER', 'REGIME', 'SAFETY', 'SECURITY', 'STAFFING', 'TECHNICAL', 'OTHER']);
export type ReviewExemptionReason = z.infer<typeof ReviewExemptionReason>;

const months = z.int().min(0).max(36);
const inOrder = ({ fromMonths, toMonths }: { readonly fromMonths: number; readonly toMonths: number }): boolean => fromMonths <= toMonths && toMonths > 0;
const WRONG_ORDER = { error: 'fromMonths comes first, and toMonths is not 0' };

/** Months from the last look at the plan to its next review, earliest and latest. */
const Interval = z.strictObject({ fromMonths: months, toMonths: months }).refine(inOrder, WRONG_ORDER);

/** The interval while more than so many months are left. */
const Band = z.strictObject({ aboveMonths: z.int().min(1).max(600), fromMonths: months, toMonths: months }).refine(inOrder, WRONG_ORDER);

const Exemption = z.strictObject({
  reason: ReviewExemptionReason,
  /** days after the reason has ended by which the review is held */
  dueAgainDays: z.int().min(1).max(60),
  /** the institution's own reason: the review is put off, and counts as late all the same */
  countsAsLate: z.literal(true).optional(),
});

/** How often plans are reviewed in a country. */
export const ReviewSchedule = z.strictObject({
  source: shortText,
  remand: Interval,
  /** from the longest time left to the shortest */
  bands: z
    .array(Band)
    .min(1)
    .max(12)
    .refine((bands) => bands.every(({ aboveMonths }, at) => at === 0 || aboveMonths < (bands[at - 1]?.aboveMonths ?? 0)), { error: 'the bands go down, none twice' }),
  noDate: Interval,
  /** after a transfer into this prison or a return to prison */
  arrival: z.strictObject({ withinDays: z.int().min(1).max(60) }),
  /** the extra review before a commission or a hearing, in days before it */
  beforeDecision: z
    .strictObject({ opensDaysBefore: z.int().min(1).max(180), endsDaysBefore: z.int().min(0).max(90) })
    .refine(({ opensDaysBefore, endsDaysBefore }) => opensDaysBefore > endsDaysBefore, { error: 'it opens before it ends' }),
  /** within so many days of the day on the road there is no review but the one before release, which ends so many days before */
  beforeRelease: z
    .strictObject({ withinDays: z.int().min(1).max(365), endsDaysBefore: z.int().min(0).max(90) })
    .refine(({ withinDays, endsDaysBefore }) => withinDays > endsDaysBefore, { error: 'it opens before it ends' }),
  exemptions: z.array(Exemption).refine((all) => all.length === ReviewExemptionReason.options.length && new Set(all.map(({ reason }) => reason)).size === all.length, {
    error: `each reason once: ${ReviewExemptionReason.options.join(', ')}`,
  }),
});
export type ReviewSchedule = z.infer<typeof ReviewSchedule>;
