import { addDays, type CivilDate } from './dates.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { PlanProgress, ReviewExemption } from './plan.ts';
import type { ReviewWindow } from './plan-review.ts';
import { reviewAfter, reviewStatus } from './review-machine.ts';

/** A review is put off for at most so many days at once. */
export const MOST_EXEMPT_DAYS = 90;

/**
 * Puts the next review off (SCHEDULED → EXEMPT); it is due again some days after the reason has ended, see `nextReview`.
 * @param window the next review, by the rules of the country
 * @returns the refusal when there is none to put off, one is being held, or the day has passed, is too far, or changes nothing
 */
export const exempted = (progress: PlanProgress, window: ReviewWindow | undefined, exemption: ReviewExemption, today: CivilDate): Outcome<PlanProgress> => {
  const next = reviewAfter(window, 'exempt', today);
  if (!next.ok || window === undefined || progress.status !== 'ACTIVE') return refused('plan.noReviewToPutOff', { state: reviewStatus(window, today), command: 'exempt' });
  if (exemption.until < today) return refused('plan.putOffPast');
  if (exemption.until > addDays(today, MOST_EXEMPT_DAYS)) return refused('plan.putOffTooLong', { days: MOST_EXEMPT_DAYS });
  if (exemption.until < window.from) return refused('plan.putOffBefore');
  return allowed({ ...progress, exemptions: [...(progress.exemptions ?? []), exemption] });
};
