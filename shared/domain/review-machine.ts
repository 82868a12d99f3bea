import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import { step, type Machine } from './machine.ts';
import type { Outcome } from './outcome.ts';
import type { ReviewWindow } from './plan-review.ts';

/** Where the next review of a plan stands. It is reckoned from its days, never stored. */
export const ReviewStatus = z.enum(['SCHEDULED', 'EXEMPT', 'COMPLETED']);
export type ReviewStatus = z.infer<typeof ReviewStatus>;

export const ReviewCommand = z.enum(['exempt', 'resume', 'complete']);
export type ReviewCommand = z.infer<typeof ReviewCommand>;

/** A review that was put off is put off again, held earlier after all, or due anew when its reason has ended. */
export const reviewMachine: Machine<ReviewStatus, ReviewCommand> = {
  SCHEDULED: { exempt: 'EXEMPT', complete: 'COMPLETED' },
  EXEMPT: { exempt: 'EXEMPT', resume: 'SCHEDULED', complete: 'COMPLETED' },
  COMPLETED: {},
};

/** The state of a review: without days it was held and no further one is due. */
export const reviewStatus = (window: Pick<ReviewWindow, 'exempt'> | undefined, today: CivilDate): ReviewStatus =>
  window === undefined ? 'COMPLETED' : window.exempt !== undefined && today <= window.exempt.until ? 'EXEMPT' : 'SCHEDULED';

/** What a command makes of a review. */
export const reviewAfter = (window: Pick<ReviewWindow, 'exempt'> | undefined, command: ReviewCommand, today: CivilDate): Outcome<ReviewStatus> =>
  step('review', reviewMachine, reviewStatus(window, today), command);
