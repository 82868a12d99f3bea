import type { FollowUpView } from '../../../../shared/contract/outcomes.ts';
import type { ImportRecord } from '../../../../shared/domain/import-record.ts';
import type { OutcomeGoal, OutcomeReport } from '../../../../shared/domain/outcome-return.ts';
import { dueCheckpoint, groundToTell, mayBeSeen } from '../../../../shared/domain/outcome-rules.ts';
import type { Person } from '../../../../shared/domain/people.ts';
import { objectiveStatus } from '../../../../shared/domain/plan-mark-rules.ts';
import { releaseDay } from '../../../../shared/domain/road-dates.ts';
import type { Stored } from '../../vault/types.ts';
import { consentsOf } from '../consents/consents.ts';
import { plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { created, existing, orRefuse, save, type Work } from '../work.ts';

/** How somebody was doing, oldest first. */
export const reportsOf = async (work: Work, personId: string): Promise<Stored<OutcomeReport>[]> =>
  (await find(work.vault, 'release', 'outcomeReport', { selector: { personId }, sort: [{ id: 'asc' }] })).toSorted((a, b) => (a.observedOn + a.id < b.observedOn + b.id ? -1 : 1));

/** What came about somebody and was taken over, newest first. */
export const casesOf = async (work: Work, personId: string): Promise<Stored<ImportRecord>[]> =>
  (await find(work.vault, 'handovers', 'import', { selector: { personId }, sort: [{ id: 'desc' }] })).filter(({ decision }) => decision === 'ACCEPTED');

/** The case a return answers: the newest one, of whoever sent it; one that must not be used is none. */
export const answeredCase = (cases: readonly Stored<ImportRecord>[]): Stored<ImportRecord> | undefined => cases.find(({ revoked }) => revoked === undefined);

/** The day somebody left, where it has come. */
export const releasedOn = (person: Person, today: string): string | undefined => {
  const day = releaseDay(person)?.date;
  return day === undefined || day > today ? undefined : day;
};

/** How the goals that went on stand now, with the ids they were agreed under. */
const goalsOf = async (work: Work, personId: string): Promise<OutcomeGoal[]> => {
  const current = (await plansOf(work, personId)).find(({ progress }) => progress.status === 'HANDED_OVER' || progress.status === 'ACTIVE');
  if (current === undefined) return [];
  const { content, progress } = current;
  return content.objectives.map((objective) => ({ objectiveId: objective.id, status: objectiveStatus(objective, progress), on: progress.objectives?.[objective.id]?.on ?? work.today }));
};

/** Whether the first appointment with a service was kept. */
const firstAppointment = async (work: Work, personId: string): Promise<Pick<OutcomeReport, 'firstAppointment'>> => {
  const all = await find(work.vault, 'release', 'appointment', { selector: { personId }, sort: [{ id: 'asc' }] });
  const first = all.filter(({ past, status }) => past !== true && status !== 'CANCELLED' && status !== 'RESCHEDULED').toSorted((a, b) => dayOf(a) - dayOf(b))[0];
  if (first === undefined) return {};
  return { firstAppointment: first.status === 'ATTENDED' ? 'KEPT' : first.status === 'NOT_ATTENDED' ? 'NOT_KEPT' : 'UNKNOWN' };
};

const dayOf = ({ at }: { readonly at: { readonly when: string; readonly date?: string } }): number => (at.when === 'EXACT' && at.date !== undefined ? Date.parse(at.date) : Number.MAX_SAFE_INTEGER);

/** A look at somebody, as it is typed in. */
export interface Recorded extends Pick<OutcomeReport, 'personId' | 'checkpoint' | 'observedOn' | 'answers'> {
  readonly paper?: OutcomeReport['paper'] | undefined;
}

/**
 * Keeps how somebody is doing at a checkpoint; looked at again, the newer one counts. What the goals and the first
 * appointment say goes with it by itself.
 * @throws RefusedError outcome.ahead, outcome.beforeRelease, notFound
 */
export const recordOutcome = async (work: Work, { personId, checkpoint, observedOn, answers, paper }: Recorded): Promise<{ reportId: string }> => {
  const person = await existing(work, 'people', personId, 'person');
  orRefuse(mayBeSeen(observedOn, releasedOn(person, work.today), work.today));
  const report: OutcomeReport = {
    ...created(work),
    type: 'outcomeReport',
    personId,
    checkpoint,
    observedOn,
    answers,
    goals: await goalsOf(work, personId),
    ...(await firstAppointment(work, personId)),
    ...(paper === undefined ? {} : { paper }),
  };
  await save(work, [{ op: 'put', collection: 'release', doc: report }], { action: 'outcome.record', personId, details: { checkpoint, paper: paper !== undefined } });
  return { reportId: report.id };
};

/** Reports of ours that the service the case came from does not know yet. */
export const untold = (reports: readonly Stored<OutcomeReport>[]): readonly Stored<OutcomeReport>[] => reports.filter(({ told, from }) => told === undefined && from === undefined);

/** How somebody goes on, as their page shows it. */
export const followUpOf = async (work: Work, personId: string): Promise<FollowUpView> => {
  const person = await existing(work, 'people', personId, 'person');
  const [cases, reports, courses, choices] = await Promise.all([
    casesOf(work, personId),
    reportsOf(work, personId),
    find(work.vault, 'release', 'receivedCourse', { selector: { personId }, sort: [{ id: 'asc' }] }),
    consentsOf(work, personId),
  ]);
  const released = releasedOn(person, work.today);
  const due = released === undefined || work.vault.info.kind !== 'probation' ? undefined : dueCheckpoint(released, reports.map(({ checkpoint }) => checkpoint), work.today);
  const ground = groundToTell(choices, reports, work.today);
  const to = answeredCase(cases)?.senderName;
  return {
    cases: cases.map(({ id, senderName, senderServiceId, reference, dataAsOf, decidedAt, supersededBy, revoked, keptHere }) => ({
      importId: id,
      sender: senderName,
      senderServiceId,
      reference,
      dataAsOf,
      decidedAt,
      superseded: supersededBy !== undefined,
      ...(revoked === undefined ? {} : { revoked: { on: revoked.on, ...(revoked.reason === undefined ? {} : { reason: revoked.reason }), ...(revoked.deletedOn === undefined ? {} : { deletedOn: revoked.deletedOn }) } }),
      keptHere: [...(keptHere ?? [])],
    })),
    courses: courses.map(({ _rev, ...course }) => course),
    reports: reports.toReversed(),
    ...(due === undefined ? {} : { due }),
    tell: { ...(ground === undefined ? {} : { ground }), untold: untold(reports).length, ...(to === undefined ? {} : { to }) },
  };
};
