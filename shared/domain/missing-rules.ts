import { z } from 'zod';
import { stateOf, type Checklist, type ChecklistCritical } from './checklist.ts';
import { dueOn } from './checklist-rules.ts';
import { addDays, type CivilDate } from './dates.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { isSettled } from './need-machine.ts';
import type { Need } from './need.ts';
import type { NeedAnswer, NeedDomain, Round } from './needs.ts';
import type { Person } from './people.ts';
import type { PlanContent, PlanProgress, PlanStep } from './plan.ts';
import { preparedDay, preparesBy, roadAhead } from './preparation.ts';
import { windowStart } from './release-window.ts';
import { releaseDay } from './road-dates.ts';

/** Without these a first day outside fails: they stand above every percentage. */
export const CriticalThing = z.enum(['IDENTITY_PAPER', 'BED', 'CARE', 'MEDICINES', 'PERMIT', 'NEEDS', 'PLAN', 'FIRST_APPOINTMENT', 'OBLIGATIONS']);
export type CriticalThing = z.infer<typeof CriticalThing>;

/**
 * `OPEN`: nobody does anything about it yet; `IN_PLAN`: a step of the plan is about it; `REQUESTED`: asked for, not there yet;
 * `NOT_POSSIBLE`: tried, and it cannot be had; `TO_SET`: a date has to be set; `UNKNOWN`: nobody looked.
 */
export const MissingState = z.enum(['OPEN', 'IN_PLAN', 'REQUESTED', 'NOT_POSSIBLE', 'TO_SET', 'UNKNOWN']);
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
  /** the list of the road that is not over */
  readonly list: Pick<Checklist, 'items'> | undefined;
  /** obligations were entered, or somebody said that there are none: `obligationsKnown` */
  readonly obligationsKnown: boolean;
  readonly today: CivilDate;
  readonly jurisdiction: Pick<Jurisdiction, 'releaseWindow'>;
}

/** Whether somebody's leaving is near enough to be prepared; a postponed or refused decision pauses it until its new term. */
export const isPreparing = ({ person, today, jurisdiction }: Pick<MissingFacts, 'person' | 'today' | 'jurisdiction'>): boolean =>
  preparesBy({ ...roadAhead(person), status: person.status }, today, addDays(today, jurisdiction.releaseWindow.days));

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

/** What the list says of something critical; undefined where it has no such item. A refusal and what does not apply are settled. */
const onList = ({ list, person, today }: MissingFacts, critical: ChecklistCritical): Settled | undefined => {
  const items = (list?.items ?? []).filter((item) => item.critical === critical && item.left !== true);
  if (items.length === 0) return undefined;
  const open = items.filter((item) => ['OPEN', 'REQUESTED', 'NOT_POSSIBLE'].includes(stateOf(item)));
  const worst = (['NOT_POSSIBLE', 'OPEN', 'REQUESTED'] as const).find((state) => open.some((item) => stateOf(item) === state));
  if (worst === undefined) return 'DONE';
  const day = preparedDay(roadAhead(person), today)?.date;
  const due = open.flatMap((item) => dueOn(item, day) ?? []).toSorted()[0];
  return { state: worst, ...(due === undefined ? {} : { on: due }) };
};

/** Horizons in which the first meeting with the service after release lies. */
const first: ReadonlySet<string> = new Set(['RELEASE_DAY', 'FIRST_72H', 'FIRST_30D']);

/**
 * The critical things that are missing now: the one rule of it, for the page, the week of releases and the list before release.
 * Papers and a permit count at any time, the rest once leaving is prepared. Once there is a list, what it says of a thing
 * counts; until then the needs and the plan do. A refusal is a choice: whoever preferred not to answer, does not want help, or
 * refused an item, has nothing missing in that; nor has somebody whose need is met or gone.
 */
export const criticalMissing = (facts: MissingFacts): readonly MissingThing[] => {
  const { person, round, plan, today } = facts;
  const preparing = isPreparing(facts);
  const answer = (domain: NeedDomain): NeedAnswer | undefined => round?.domains.find((entry) => entry.domain === domain)?.answer;
  const settledBy = (what: CriticalThing, settled: Settled): MissingThing[] => (settled === 'DONE' ? [] : [{ what, ...settled }]);
  const met = (domain: NeedDomain): boolean => allSettled(facts.needs ?? [], domain);
  const need = (what: CriticalThing, domain: NeedDomain): MissingThing[] => (answer(domain) === 'NEED' && !met(domain) ? settledBy(what, throughPlan(plan, domain)) : []);
  const listed = (what: CriticalThing & ChecklistCritical, domain: NeedDomain): MissingThing[] => {
    const settled = onList(facts, what);
    if (settled === undefined || (settled !== 'DONE' && !preparing)) return need(what, domain);
    if (settled === 'DONE' || answer(domain) === 'REFUSED' || met(domain)) return [];
    const planned = throughPlan(plan, domain);
    return settledBy(what, settled.state === 'OPEN' && planned !== 'DONE' && planned.state === 'IN_PLAN' ? planned : settled);
  };
  const leaves = releaseDay(person)?.date;
  const permit = person.permitUntil;
  const permitStep = throughPlan(plan, 'SPECIFIC');
  const permitEnds = permit !== undefined && (permit < today || windowStart(permit, facts.jurisdiction) <= today || (leaves !== undefined && permit < leaves));
  return [
    ...listed('IDENTITY_PAPER', 'IDENTITY_DOCS'),
    ...(permitEnds ? [{ what: 'PERMIT' as const, state: permitStep === 'DONE' ? ('OPEN' as const) : permitStep.state, on: permit }] : []),
    ...(preparing ? [...listed('BED', 'ACCOMMODATION'), ...need('CARE', 'HEALTH'), ...settledBy('MEDICINES', onList(facts, 'MEDICINES') ?? 'DONE')] : []),
    ...(preparing && round === undefined ? [{ what: 'NEEDS' as const, state: 'OPEN' as const }] : []),
    ...(preparing && plan === undefined && !facts.planBegun ? [{ what: 'PLAN' as const, state: 'OPEN' as const }] : []),
    ...(preparing ? appointment(facts) : []),
    ...(preparing && !facts.obligationsKnown ? [{ what: 'OBLIGATIONS' as const, state: 'UNKNOWN' as const }] : []),
  ];
};

/** The first appointment: by the list, by a dated step of the plan, and nowhere where no service waits. */
const appointment = (facts: MissingFacts): MissingThing[] => {
  const { person, plan } = facts;
  const settled = onList(facts, 'FIRST_APPOINTMENT');
  const meets = plan?.content.objectives.some(({ horizon, steps }) => first.has(horizon) && steps.some((step) => step.owner === 'PROBATION' && step.dueDate !== undefined)) === true;
  if (settled === 'DONE' || meets || person.afterRelease === 'UNSUPERVISED' || (settled === undefined && plan === undefined)) return [];
  return [{ what: 'FIRST_APPOINTMENT', ...(settled === undefined || settled.state === 'OPEN' ? { state: 'TO_SET' as const } : settled) }];
};
