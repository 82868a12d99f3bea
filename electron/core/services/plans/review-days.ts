import type { PlanVersionView } from '../../../../shared/contract/casework.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { reviewWindow } from '../../../../shared/domain/plan-review.ts';
import { exempted } from '../../../../shared/domain/review-exemption.ts';
import type { ReviewExemptionReason } from '../../../../shared/domain/review-schedule.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { existing, type Work } from '../work.ts';
import { plansOf, progressTo } from './plans.ts';

/** Every version of a person's plan, newest first, with the days of the next review by the rules of the country; none while the person is away. */
export const planViews = async (work: Work, personId: string): Promise<PlanVersionView[]> => {
  const [person, versions, { review: schedule, plan }] = await Promise.all([work.vault.get('people', personId), plansOf(work, personId), jurisdictionOf(work)]);
  const bodies = plan.approvedBy.map(({ code, names, external }) => ({ code, names, external: external !== undefined }));
  return versions.map((version) => {
    // whoever is away is not looked at meanwhile
    const review = person?.type !== 'person' || person.status === 'AWAY' ? undefined : reviewWindow(person, version.progress, schedule, work.today);
    return { ...version, bodies, ...(review === undefined ? {} : { review }) };
  });
};

interface PutOff {
  readonly contentId: string;
  readonly reason: ReviewExemptionReason;
  readonly until: CivilDate;
}

/** Puts the next review off. The trail keeps that it was, never why: a reason can speak of health. @throws RefusedError */
export const exemptReview = (work: Work, { contentId, reason, until }: PutOff): Promise<void> =>
  progressTo(work, contentId, 'exemptReview', async ({ content, progress }) => {
    const [person, { review: schedule }] = await Promise.all([existing(work, 'people', content.personId, 'person'), jurisdictionOf(work)]);
    const { today } = work;
    return exempted(progress, reviewWindow(person, progress, schedule, today), { reason, until, on: today, by: work.vault.user.id }, today);
  });
