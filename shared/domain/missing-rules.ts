import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { isSettled } from './need-machine.ts';
import type { Need } from './need.ts';
import type { NeedDomain, Round } from './needs.ts';
import type { Person } from './people.ts';
import { isInCustody } from './person-machine.ts';
import { pausedUntil } from './person-rules.ts';
import type { PlanContent, PlanProgress, PlanStep } from './plan.ts';
import { windowStart } from './release-window.ts';
import { decisionDay, releaseDay } from './road-dates.ts';

/** Without these a first day outside fails: they stand above every percentage. */
export const CriticalThing = z.enum(['IDENTITY_PAPER', 'BED', 'CARE', 'PERMIT', 'NEEDS', 'PLAN', 'FIRST_APPOINTMENT']);
export type CriticalThing = z.infer<typeof CriticalThing>;

/** `OPEN`: nobody does anything about it yet; `IN_PLAN`: a step of the plan is about it; `TO_SET`: a date has to be set. */
export const MissingState = z.enum(['OPEN', 'IN_PLAN', 'TO_SET']);
export type MissingState = z.infer<typeof MissingState>;

export interface MissingThing {
  readonly what: CriticalThing;
  readonly state: MissingState;
  /** when the step about it is due, or when what expires does */
  readonly on?: CivilDate;
}

export interface MissingFacts {
  readonly person: Pick<Person, 'status' | 'releaseDates' | 'decisions' | 'endless' | 'permitUntil' | 'afterRelease'>;
  /** what stands in each domain: `standing`; undefined when nothing was ever asked */
  readonly round: Pick<Round, 'domains'> | undefined;
  /** what became of the needs found so far; none: nothing is known beyond the rounds */
  readonly needs?: readonly Pick<Need, 'domain' | 'status'>[];
  /** the plan in force */
  readonly plan: { readonly content: Pick<PlanContent, 'objectives'>; readonly progress: Pick<PlanProgress, 'steps' | 'objectives'> } | undefined;
  /** a version is being made or was declined: `isInTheMaking` */
  readonly planBegun: boolean;
  readonly today: CivilDate;
  readonly jurisdiction: Pick<Jurisdiction, 'releaseWindow'>;
}

/** Whether somebody's leaving is near enough to be prepared; a postponed or refused decision pauses it until its new term. */
export const isPreparing = ({ person, today, jurisdiction }: Pick<MissingFacts, 'person' | 'today' | 'jurisdiction'>): boolean => {
  if (!isInCustody(person.status)) return false;
  const term = pausedUntil(person);
  const paused = term !== undefined && term > today;
  if (!paused && person.status === 'PRE_RELEASE') return true;
  const days = [releaseDay(person), paused ? undefined : decisionDay(person)].flatMap((day) => (day === undefined ? [] : [day.date]));
  return days.some((day) => windowStart(day, jurisdiction) <= today);
};

type Settled = 'DONE' | { readonly state: MissingState; readonly on?: CivilDate };

/** How far a need got in the plan: steps all done, one still open, or nothing planned. */
const throughPlan = (plan: MissingFacts['plan'], domain: NeedDomain): Settled => {
  const statusOf = (id: string) => plan?.progress.objectives?.[id]?.status ?? '';
  const goals = plan?.content.objectives.filter((objective) => objective.domain === domain && !['REMOVED', 'NOT_ACHIEVED'].includes(statusOf(objective.id))) ?? [];
  if (goals.length > 0 && goals.every(({ id }) => ['ACHIEVED', 'PARTLY_ACHIEVED'].includes(statusOf(id)))) return 'DONE';
  const steps = goals.flatMap((objective) => objective.steps);
  const ended = (step: PlanStep): boolean => ['DONE', 'NOT_NEEDED'].includes(plan?.progress.steps[step.id]?.status ?? '');
  if (steps.length > 0 && steps.every(ended)) return 'DONE';
  const due = steps.filter((step) => !ended(step)).flatMap(({ dueDate }) => (dueDate === undefined ? [] : [dueDate])).toSorted()[0];
  return steps.length === 0 ? { state: 'OPEN' } : { state: 'IN_PLAN', ...(due === undefined ? {} : { on: due }) };
};

/** Whether needs of a domain were found and nothing is left to do about any of them. */
export const allSettled = (needs: readonly Pick<Need, 'domain' | 'status'>[], domain: NeedDomain): boolean => {
  const here = needs.filter((need) => need.domain === domain);
  return here.length > 0 && here.every(isSettled);
};

/** Horizons in which the first meeting with the service after release lies. */
const first: ReadonlySet<string> = new Set(['RELEASE_DAY', 'FIRST_72H', 'FIRST_30D']);

/**
 * The critical things that are missing now. Papers and a permit count at any time, the rest once leaving is prepared.
 * A refusal is a choice: whoever preferred not to answer, or does not want help, has nothing missing in that; nor has
 * somebody whose need is met or gone.
 */
export const criticalMissing = (facts: MissingFacts): readonly MissingThing[] => {
  const { person, round, plan, today } = facts;
  const preparing = isPreparing(facts);
  const need = (what: CriticalThing, domain: NeedDomain): MissingThing[] => {
    if (round?.domains.find((entry) => entry.domain === domain)?.answer !== 'NEED') return [];
    if (allSettled(facts.needs ?? [], domain)) return [];
    const settled = throughPlan(plan, domain);
    return settled === 'DONE' ? [] : [{ what, ...settled }];
  };
  const leaves = releaseDay(person)?.date;
  const permit = person.permitUntil;
  const permitStep = throughPlan(plan, 'SPECIFIC');
  const permitEnds = permit !== undefined && (permit < today || windowStart(permit, facts.jurisdiction) <= today || (leaves !== undefined && permit < leaves));
  const meets = plan?.content.objectives.some(({ horizon, steps }) => first.has(horizon) && steps.some((step) => step.owner === 'PROBATION' && step.dueDate !== undefined)) === true;
  return [
    ...need('IDENTITY_PAPER', 'IDENTITY_DOCS'),
    ...(permitEnds ? [{ what: 'PERMIT' as const, state: permitStep === 'DONE' ? ('OPEN' as const) : permitStep.state, on: permit }] : []),
    ...(preparing ? [...need('BED', 'ACCOMMODATION'), ...need('CARE', 'HEALTH')] : []),
    ...(preparing && round === undefined ? [{ what: 'NEEDS' as const, state: 'OPEN' as const }] : []),
    ...(preparing && plan === undefined && !facts.planBegun ? [{ what: 'PLAN' as const, state: 'OPEN' as const }] : []),
    ...(preparing && plan !== undefined && person.afterRelease !== 'UNSUPERVISED' && !meets ? [{ what: 'FIRST_APPOINTMENT' as const, state: 'TO_SET' as const }] : []),
  ];
};
