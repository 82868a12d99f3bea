import type { CivilDate } from './dates.ts';
import type { Handover, HandoverStatus } from './handover.ts';
import { moved } from './handover-rules.ts';
import type { EndReason, Enrolment, EnrolmentCommand, ProgrammeArea } from './learning.ts';
import { enrolmentAfter } from './learning-machine.ts';
import type { Round } from './needs.ts';
import { matterAfter, type EndingMatter } from './person-endings.ts';
import type { PlanContent, PlanProgress } from './plan.ts';
import { planEnded } from './plan-ending.ts';

/** What happened to somebody, as far as other documents follow from it. */
export type PersonEvent = 'RELEASE' | 'DEATH' | 'ESCAPE' | 'NEW_ROUND' | 'TRANSFER' | 'TEMPORARY_TRANSFER' | 'RETURN' | 'TAKEN_OVER';

/** A version of the plan with how it goes. */
interface Version {
  readonly content: PlanContent;
  readonly progress: PlanProgress;
}

/** What there is about the person. */
export interface Matters<H extends Handover, E extends Enrolment, R extends Round, M extends EndingMatter = EndingMatter> {
  readonly plans: readonly Version[];
  readonly handovers: readonly H[];
  readonly enrolments: readonly { readonly enrolment: E; readonly area: ProgrammeArea }[];
  readonly rounds: readonly R[];
  readonly others: readonly M[];
}

/** What of it changes. */
export interface Changes<H, E, R, M> {
  readonly plans: readonly PlanProgress[];
  readonly handovers: readonly H[];
  readonly enrolments: readonly E[];
  readonly rounds: readonly R[];
  readonly others: readonly M[];
}

export interface Act {
  /** the day it happened */
  readonly on: CivilDate;
  readonly today: CivilDate;
  /** the instant it is recorded */
  readonly at: string;
  readonly by: string;
}

const defined = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** Nothing was sealed: the preparation ends. */
const prepared: ReadonlySet<HandoverStatus> = new Set(['DRAFT', 'CHECKED', 'AUTHORISED']);
/** On a medium, or with the service, and not taken over yet. */
const onItsWay: ReadonlySet<HandoverStatus> = new Set(['SEALED', 'DISPATCHED', 'RECEIVED', 'EXPIRED', 'LOST']);

const isAccepted = ({ status, practice }: Handover): boolean => practice !== true && (status === 'ACCEPTED' || status === 'RETURNED');

const closedHandover = <H extends Handover>(handover: H, { at, by }: Act): H | undefined => {
  const next = moved(handover, 'close', at, by);
  return next.ok ? ({ ...handover, ...next.value } as H) : undefined;
};

/**
 * A hand-over whose person died or escaped: what was prepared is withdrawn; what is sealed cannot be called back, and is
 * marked, so that nobody hands the medium on. Of an earlier stay nothing counts any more, and what waits for no answer ends.
 */
const handoverAfter = <H extends Handover>(handover: H, event: PersonEvent, act: Act): H | undefined => {
  if (event === 'NEW_ROUND') {
    if (handover.past === true) return undefined;
    const ended = onItsWay.has(handover.status) ? undefined : closedHandover(handover, act);
    return { ...(ended ?? handover), past: true };
  }
  // what was sealed elsewhere is answered as before; nothing more is sent from here
  if (event === 'TAKEN_OVER') return prepared.has(handover.status) ? closedHandover(handover, act) : undefined;
  if (event !== 'DEATH' && event !== 'ESCAPE') return undefined;
  if (prepared.has(handover.status)) return closedHandover(handover, act);
  return onItsWay.has(handover.status) && handover.stopped === undefined ? { ...handover, stopped: { reason: event, on: act.on } } : undefined;
};

const closeReason = { RELEASE: 'RELEASED', DEATH: 'DECEASED', NEW_ROUND: 'NEW_ROUND' } as const;

const planAfter = ({ content, progress }: Version, event: PersonEvent, handovers: readonly Handover[], { on, by }: Act): PlanProgress | undefined => {
  if (event !== 'RELEASE' && event !== 'DEATH' && event !== 'NEW_ROUND') return undefined;
  const accepted = handovers.some((handover) => handover.planContentId === content.id && isAccepted(handover));
  return planEnded(content, progress, closeReason[event], accepted, { on, by });
};

/** Whoever leaves or dies ends what they attend; with an expected return it is held, and goes on afterwards. */
const courseSteps: { readonly [K in PersonEvent]?: { readonly command: EnrolmentCommand; readonly reason: EndReason } } = {
  RELEASE: { command: 'stopEarly', reason: 'RELEASE' },
  DEATH: { command: 'stopEarly', reason: 'ADMIN' },
  ESCAPE: { command: 'hold', reason: 'ADMIN' },
  TRANSFER: { command: 'stopEarly', reason: 'TRANSFER' },
  TEMPORARY_TRANSFER: { command: 'hold', reason: 'TRANSFER' },
  RETURN: { command: 'resume', reason: 'TRANSFER' },
  // another prison took the case over
  TAKEN_OVER: { command: 'stopEarly', reason: 'TRANSFER' },
};

const enrolmentIn = <E extends Enrolment>(enrolment: E, area: ProgrammeArea, event: PersonEvent, { on, by, today }: Act): E | undefined => {
  const course = courseSteps[event];
  if (course === undefined) return undefined;
  const last = enrolment.history?.at(-1);
  // only what a transfer had held goes on by itself
  if (event === 'RETURN' && (last?.command !== 'hold' || last.reason !== 'TRANSFER')) return undefined;
  const next = enrolmentAfter(enrolment, area, { ...course, on, by }, today);
  return next.ok ? next.value : undefined;
};

const roundAfter = <R extends Round>(round: R, event: PersonEvent, { on }: Act): R | undefined =>
  event !== 'NEW_ROUND' || round.past === true ? undefined : { ...round, past: true, closedOn: round.closedOn ?? on };

/**
 * The one rule of what follows when somebody is released, dies, escapes, is transferred or begins a new stay: which plans,
 * hand-overs, courses, rounds of needs and everything of `person-endings.ts` change, and how. Source: practice; docs/adr/0018-person-machine.md.
 */
export const consequencesOf = <H extends Handover, E extends Enrolment, R extends Round, M extends EndingMatter>(event: PersonEvent, matters: Matters<H, E, R, M>, act: Act): Changes<H, E, R, M> => ({
  plans: matters.plans.flatMap((version) => defined(planAfter(version, event, matters.handovers, act))),
  handovers: matters.handovers.flatMap((handover) => defined(handoverAfter(handover, event, act))),
  enrolments: matters.enrolments.flatMap(({ enrolment, area }) => defined(enrolmentIn(enrolment, area, event, act))),
  rounds: matters.rounds.flatMap((round) => defined(roundAfter(round, event, act))),
  others: matters.others.flatMap((doc) => defined(matterAfter(doc, event, act))),
});
