import type { ReviewWindow } from '../plan-review.ts';
import { exempted } from '../review-exemption.ts';
import { reviewAfter, reviewStatus, type ReviewCommand, type ReviewStatus } from '../review-machine.ts';
import { madeProgress } from './made-plan.ts';
import { MADE_UP, type Walk } from './walk.ts';

const { today, me } = MADE_UP;
const days: ReviewWindow = { rule: 'NO_DATE', from: today, to: '2026-12-22', inTimeBy: '2026-12-22' };
const windows: { readonly [S in ReviewStatus]: ReviewWindow | undefined } = { SCHEDULED: days, EXEMPT: { ...days, exempt: { reason: 'HOSPITAL', until: '2026-11-25' } }, COMPLETED: undefined };

/** Putting off goes through its rule; that a reason has ended, and that a review was held, is reckoned from the days. */
export const walkReview: Walk<ReviewStatus, ReviewCommand> = (status, command) => {
  const window = windows[status];
  if (command !== 'exempt') return reviewAfter(window, command, today);
  const until = '2026-11-30';
  const put = exempted(madeProgress({ status: 'ACTIVE' }), window, { reason: 'HOSPITAL', until, on: today, by: me }, today);
  return put.ok ? { ok: true, value: reviewStatus({ ...days, exempt: { reason: 'HOSPITAL', until } }, today) } : put;
};
