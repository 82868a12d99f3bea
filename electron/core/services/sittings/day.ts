import type { OutcomesView } from '../../../../shared/contract/sittings.ts';
import { dateConflicts } from '../../../../shared/domain/date-conflicts.ts';
import type { Jurisdiction } from '../../../../shared/domain/jurisdiction.ts';
import type { LookedFacts } from '../../../../shared/domain/plan-review.ts';
import { refused, type Outcome } from '../../../../shared/domain/outcome.ts';
import type { Person } from '../../../../shared/domain/people.ts';
import { lookedOn, openExemptions, reviewedOn } from '../../../../shared/domain/plan-review.ts';
import type { Sitting, SittingCase } from '../../../../shared/domain/sitting.ts';
import { effectsOf } from '../../../../shared/domain/sitting-effects.ts';
import { withOutcome, type Heard } from '../../../../shared/domain/sitting-rules.ts';
import type { AuditEvent, Change, Stored } from '../../vault/types.ts';
import { planInForce, plansOf } from '../plans/plans.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { changed, created, existing, newId, save, type Work } from '../work.ts';
import { casesOf, sittingOn } from './cases.ts';

export interface Outcomes {
  readonly sittingId: string;
  readonly source: string;
  readonly people: readonly (Heard & { readonly personId: string })[];
}

type View = OutcomesView;

/** When the plan in force was looked at. */
export const lookedOf = async (work: Work, personId: string): Promise<LookedFacts | undefined> => {
  const plan = planInForce(await plansOf(work, personId));
  const since = plan === undefined ? undefined : lookedOn(plan.progress);
  return plan === undefined || since === undefined ? undefined : { lookedOn: since, reviewedOn: reviewedOn(plan.progress), exemptions: openExemptions(plan.progress) };
};

interface Judged {
  readonly personId: string;
  readonly heard: Heard;
  readonly before: Stored<Person>;
  readonly outcome: Outcome<{ readonly row: Stored<SittingCase>; readonly person: Stored<Person> }>;
}

/** An outcome that contradicts what is decided is refused like any other; a doubt is told by what follows from it. */
const agreed = (before: Stored<Person>, outcome: Judged['outcome'], today: string): Judged['outcome'] => {
  const stop = outcome.ok ? dateConflicts(before, outcome.value.person, today).find((conflict) => conflict.refused) : undefined;
  if (stop === undefined) return outcome;
  const { refused: _refused, ...params } = stop;
  return refused('dates.contradict', params);
};

const judge = async (work: Work, sitting: Sitting, { source, people }: Outcomes): Promise<Judged[]> => {
  const cases = new Map((await casesOf(work, sitting.id)).map((entry) => [entry.personId, entry]));
  const day = { kind: sitting.kind, on: sitting.on, source, by: work.vault.user.id, today: work.today, newId };
  const seen = new Set<string>();
  const judged: Judged[] = [];
  for (const { personId, ...heard } of people) {
    const before = await existing(work, 'people', personId, 'person');
    const row = cases.get(personId);
    const outcome = row === undefined ? refused('sitting.notListed') : seen.has(personId) ? refused('sitting.twice') : withOutcome(row, before, heard, day);
    seen.add(personId);
    judged.push({ personId, heard, before, outcome: agreed(before, outcome, work.today) });
  }
  return judged;
};

const viewOf = async (work: Work, { personId, before, outcome }: Judged, jurisdiction: Jurisdiction): Promise<View['people'][number]> => {
  if (!outcome.ok) {
    const { code, params } = outcome.refusal;
    return { personId, effects: [], refusal: { code, ...(params === undefined ? {} : { params: { ...params } }) } };
  }
  return { personId, effects: effectsOf(before, outcome.value.person, await lookedOf(work, personId), jurisdiction, work.today) };
};

/** What outcomes would do to each of these people, or why they may not. Saves nothing. @throws RefusedError notFound */
export const lookAtOutcomes = async (work: Work, input: Outcomes): Promise<View> => {
  const sitting = await existing(work, 'release', input.sittingId, 'sitting');
  const [judged, jurisdiction] = await Promise.all([judge(work, sitting, input), jurisdictionOf(work)]);
  return { saved: false, people: await Promise.all(judged.map((entry) => viewOf(work, entry, jurisdiction))) };
};

/** Whoever was not heard stands on the list of the other day, with what the list said. */
const onOtherDays = async (work: Work, sitting: Sitting, judged: readonly Judged[]): Promise<Change[]> => {
  const days = new Map<string, Sitting>();
  const changes: Change[] = [];
  for (const { heard: { movedTo }, outcome } of judged) {
    if (!outcome.ok || movedTo === undefined || outcome.value.row.state !== 'MOVED') continue;
    let next = days.get(movedTo) ?? (await sittingOn(work, sitting.kind, movedTo));
    if (next === undefined) {
      const { body, place } = sitting;
      next = { ...created(work), type: 'sitting', kind: sitting.kind, on: movedTo, ...(body === undefined ? {} : { body }), ...(place === undefined ? {} : { place }) };
      changes.push({ op: 'put', collection: 'release', doc: next });
    }
    days.set(movedTo, next);
    const { id: sittingId } = next;
    const { personId, proposal, report } = outcome.value.row;
    const there = (await casesOf(work, sittingId)).some((entry) => entry.personId === personId);
    if (there) continue;
    const doc: SittingCase = { ...created(work), type: 'sittingCase', personId, sittingId, kind: sitting.kind, on: movedTo, state: 'LISTED', report, ...(proposal === undefined ? {} : { proposal }) };
    changes.push({ op: 'put', collection: 'release', doc });
  }
  return changes;
};

/**
 * Records the outcomes of a day in one commit, each person's in their own trail. When somebody is refused nothing of
 * anybody is saved, and the answer says whom and why.
 * @throws RefusedError notFound
 */
export const recordOutcomes = async (work: Work, input: Outcomes): Promise<View> => {
  const sitting = await existing(work, 'release', input.sittingId, 'sitting');
  const [judged, jurisdiction] = await Promise.all([judge(work, sitting, input), jurisdictionOf(work)]);
  const people = await Promise.all(judged.map((entry) => viewOf(work, entry, jurisdiction)));
  const changes = judged.flatMap(({ outcome }): Change[] =>
    outcome.ok
      ? [
          { op: 'put', collection: 'release', doc: changed(work, outcome.value.row) },
          { op: 'put', collection: 'people', doc: changed(work, outcome.value.person) },
        ]
      : [],
  );
  const [first, ...others] = judged.map(({ personId, heard: { command } }): AuditEvent => ({ action: 'sittings.decide', personId, details: { sitting: sitting.id, outcome: command } }));
  if (first === undefined || people.some(({ refusal }) => refusal !== undefined)) return { saved: false, people };
  await save(work, [...changes, ...(await onOtherDays(work, sitting, judged))], [first, ...others]);
  return { saved: true, people };
};
