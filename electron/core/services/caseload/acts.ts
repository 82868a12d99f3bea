import type { DoneForSeveral } from '../../../../shared/contract/caseload.ts';
import type { PersonName } from '../../../../shared/contract/people-find.ts';
import type { PeopleQuery } from '../../../../shared/contract/people.ts';
import { assigned, type Assignment } from '../../../../shared/domain/case-manager.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { canStandIn } from '../../../../shared/domain/user-rules.ts';
import type { ReviewExemptionReason } from '../../../../shared/domain/review-schedule.ts';
import { selectorOf, sortOf } from '../people/people.ts';
import { planInForce, plansOf } from '../plans/plans.ts';
import { exemptReview } from '../plans/review-days.ts';
import { find } from '../query.ts';
import { likelyFor, startPreparation } from '../release/checklist.ts';
import { changed, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { forSeveral } from './several.ts';

/** Some people of a list, in its order. */
export const rangeOf = async (work: Work, query: Omit<PeopleQuery, 'offset' | 'limit'>, offset: number, limit: number): Promise<PersonName[]> =>
  (await find(work.vault, 'people', 'person', { selector: selectorOf(query, work.vault.user.id), sort: sortOf(query), skip: offset, limit })).map((person) => ({
    id: person.id,
    code: person.code,
    familyName: person.familyName,
    name: displayName(person),
    ...(person.unit === undefined ? {} : { unit: person.unit }),
  }));

/**
 * Gives each of these people another case manager or deputy.
 * @throws RefusedError notFound, caseload.cannotManage for somebody who does not work with cases: then nobody is changed
 */
export const assignSeveral = async (work: Work, { personIds, ...assignment }: Assignment & { readonly personIds: readonly string[] }): Promise<DoneForSeveral> => {
  if (assignment.userId !== null && !canStandIn(await existing(work, 'office', assignment.userId, 'user'))) throw new RefusedError({ code: 'caseload.cannotManage' });
  return forSeveral(work, personIds, async (personId) => {
    const person = await existing(work, 'people', personId, 'person');
    const next = orRefuse(assigned(person, assignment));
    await save(work, [{ op: 'put', collection: 'people', doc: changed(work, next) }], { action: 'people.assign', personId, details: { as: assignment.as } });
  });
};

/** Puts the next review of each of these people's plans off. */
export const putOffReviews = (work: Work, { personIds, ...putOff }: { readonly personIds: readonly string[]; readonly reason: ReviewExemptionReason; readonly until: CivilDate }): Promise<DoneForSeveral> =>
  forSeveral(work, personIds, async (personId) => {
    const plan = planInForce(await plansOf(work, personId));
    if (plan === undefined) throw new RefusedError({ code: 'caseload.noPlan' });
    await exemptReview(work, { contentId: plan.content.id, ...putOff });
  });

/** Begins the preparation of each of these people, with the list their dates speak of. Whoever has one already is named, and keeps it. */
export const startPreparations = (work: Work, personIds: readonly string[]): Promise<DoneForSeveral> =>
  forSeveral(work, personIds, async (personId) => {
    await startPreparation(work, { personId, kind: await likelyFor(work, personId) });
  });
