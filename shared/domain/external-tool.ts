import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { addMonths, ageOn, CivilDate } from './dates.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** After so many months a result is no reference any more. */
export const TOOL_MONTHS = 12;

/**
 * The result of an assessment made elsewhere, as a reference (corrections D10): which tool, its band as printed, when, by whom.
 * Nothing is computed from it. It has no index columns on purpose: it can stand in no list, search, filter or order.
 */
export const ExternalTool = z.strictObject({
  ...documentBase,
  type: z.literal('tool'),
  personId: Id,
  tool: shortText,
  /** as it is printed on the paper */
  band: shortText,
  on: CivilDate,
  /** who assessed: a service or a profession */
  by: shortText,
});
export type ExternalTool = z.infer<typeof ExternalTool>;

/** Whether it is still shown today: for twelve months from its day. */
export const isShown = ({ on }: Pick<ExternalTool, 'on'>, today: CivilDate): boolean => today < addMonths(on, TOOL_MONTHS);

/** A result has a day that has come and is not a year past; of somebody under eighteen none is kept (corrections D3). */
export const mayRecordTool = (on: CivilDate, birthDate: CivilDate, today: CivilDate): Outcome<void> => {
  if (on > today) return refused('tool.inFuture');
  if (!isShown({ on }, today)) return refused('tool.tooOld', { months: TOOL_MONTHS });
  return ageOn(birthDate, today) < 18 ? refused('tool.underAge') : allowed(undefined);
};
