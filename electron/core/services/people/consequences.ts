import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { consequencesOf, type Matters, type PersonEvent } from '../../../../shared/domain/person-consequences.ts';
import type { Change, Stored } from '../../vault/types.ts';
import type { Enrolment } from '../../../../shared/domain/learning.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import type { Round } from '../../../../shared/domain/needs.ts';
import { plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { changed, existing, type Work } from '../work.ts';

/** Everything of a person on which a death, a release or a transfer has an effect. */
const mattersOf = async (work: Work, personId: string): Promise<Matters<Stored<Handover>, Stored<Enrolment>, Stored<Round>>> => {
  const about = { selector: { personId } };
  const [plans, handovers, enrolments, rounds] = await Promise.all([
    plansOf(work, personId),
    find(work.vault, 'handovers', 'handover', about),
    find(work.vault, 'learning', 'enrolment', about),
    find(work.vault, 'assessments', 'round', about),
  ]);
  const withAreas = enrolments.map(async (enrolment) => ({ enrolment, area: (await existing(work, 'programmes', enrolment.programmeId, 'programme')).area }));
  return { plans, handovers, enrolments: await Promise.all(withAreas), rounds };
};

/** What was arranged for an earlier release: of a new stay it says nothing, and would follow its day of release. */
const arrangedBefore = async (work: Work, personId: string): Promise<Change[]> => {
  const about = { selector: { personId } };
  const [appointments, departures] = await Promise.all([find(work.vault, 'release', 'appointment', about), find(work.vault, 'release', 'departure', about)]);
  return [...appointments, ...departures].filter(({ past }) => past !== true).map((doc): Change => ({ op: 'put', collection: 'release', doc: changed(work, { ...doc, past: true as const }) }));
};

/** What follows for plans, hand-overs, courses and rounds, to be saved in one commit with what happened; see `consequencesOf`. */
export const consequenceChanges = async (work: Work, personId: string, event: PersonEvent, on: CivilDate): Promise<Change[]> => {
  const act = { on, today: work.today, at: work.now, by: work.vault.user.id };
  const { plans, handovers, enrolments, rounds } = consequencesOf(event, await mattersOf(work, personId), act);
  return [
    ...plans.map((doc): Change => ({ op: 'put', collection: 'plans', doc: changed(work, doc) })),
    ...handovers.map((doc): Change => ({ op: 'put', collection: 'handovers', doc: changed(work, doc) })),
    ...enrolments.map((doc): Change => ({ op: 'put', collection: 'learning', doc: changed(work, doc) })),
    ...rounds.map((doc): Change => ({ op: 'put', collection: 'assessments', doc: changed(work, doc) })),
    ...(event === 'NEW_ROUND' ? await arrangedBefore(work, personId) : []),
  ];
};
