import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { consequencesOf, type Matters, type PersonEvent } from '../../../../shared/domain/person-consequences.ts';
import type { Change, Stored } from '../../vault/types.ts';
import type { Enrolment } from '../../../../shared/domain/learning.ts';
import type { EndingMatter } from '../../../../shared/domain/person-endings.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import type { Round } from '../../../../shared/domain/needs.ts';
import { plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { changed, existing, type Work } from '../work.ts';

/** Documents of the road to release that end with it. */
const ofTheRoad = ['checklist', 'obligation', 'road', 'appointment', 'departure', 'sittingCase'] as const;

/** Everything of a person on which a death, a release or a transfer has an effect. */
const mattersOf = async (work: Work, personId: string): Promise<Matters<Stored<Handover>, Stored<Enrolment>, Stored<Round>, Stored<EndingMatter>>> => {
  const about = { selector: { personId } };
  const [plans, handovers, enrolments, rounds, requests, ...road] = await Promise.all([
    plansOf(work, personId),
    find(work.vault, 'handovers', 'handover', about),
    find(work.vault, 'learning', 'enrolment', about),
    find(work.vault, 'assessments', 'round', about),
    find(work.vault, 'assessments', 'request', about),
    ...ofTheRoad.map((type): Promise<Stored<EndingMatter>[]> => find(work.vault, 'release', type, about)),
  ]);
  const withAreas = enrolments.map(async (enrolment) => ({ enrolment, area: (await existing(work, 'programmes', enrolment.programmeId, 'programme')).area }));
  return { plans, handovers, enrolments: await Promise.all(withAreas), rounds, others: [...requests, ...road.flat()] };
};

/** What follows for everything there is of somebody, to be saved in one commit with what happened; see `consequencesOf`. */
export const consequenceChanges = async (work: Work, personId: string, event: PersonEvent, on: CivilDate): Promise<Change[]> => {
  const act = { on, today: work.today, at: work.now, by: work.vault.user.id };
  const { plans, handovers, enrolments, rounds, others } = consequencesOf(event, await mattersOf(work, personId), act);
  return [
    ...plans.map((doc): Change => ({ op: 'put', collection: 'plans', doc: changed(work, doc) })),
    ...handovers.map((doc): Change => ({ op: 'put', collection: 'handovers', doc: changed(work, doc) })),
    ...enrolments.map((doc): Change => ({ op: 'put', collection: 'learning', doc: changed(work, doc) })),
    ...rounds.map((doc): Change => ({ op: 'put', collection: 'assessments', doc: changed(work, doc) })),
    ...others.map((doc): Change => (doc.type === 'request' ? { op: 'put', collection: 'assessments', doc: changed(work, doc) } : { op: 'put', collection: 'release', doc: changed(work, doc) })),
  ];
};
