import { addDays, addMonths, ageOn, type CivilDate } from './dates.ts';
import { DecisionCommand, decisionMachine } from './decision.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Decision, Person, ReleaseDate } from './people.ts';

/** Varco has no juvenile module: nobody under 18 is entered. */
export const ADULT_AGE = 18;

/** Whether somebody born on `birthDate` may be entered on `today`. */
export const mayBeEntered = (birthDate: CivilDate, today: CivilDate): Outcome<void> => {
  if (birthDate > today) return refused('person.bornInFuture');
  if (ageOn(birthDate, today) < ADULT_AGE) return refused('person.underAge', { age: ageOn(birthDate, today) });
  return allowed(undefined);
};

/**
 * Adds a date; one of the same kind still in force becomes superseded and stays readable.
 * Replacing needs a reason; the same date entered twice is refused.
 */
export const withDate = (dates: readonly ReleaseDate[], entry: ReleaseDate): Outcome<ReleaseDate[]> => {
  const current = dates.find((old) => old.kind === entry.kind && old.supersededOn === undefined);
  if (current !== undefined && current.date === entry.date && current.time === entry.time && current.certainty === entry.certainty) {
    return refused('date.same');
  }
  if (current !== undefined && entry.reasonForChange === undefined) return refused('date.reasonNeeded');
  return allowed([
    ...dates.map((old) => (old === current ? { ...old, supersededOn: entry.setOn } : old)),
    entry,
  ]);
};

export interface DecisionStep {
  readonly command: DecisionCommand;
  readonly on: CivilDate;
  readonly by: string;
  readonly source: string;
  readonly newTerm?: CivilDate | undefined;
  /** id for the decision, used when this step opens a new one */
  readonly newId: string;
}

/** What a step is held to. */
export interface DecisionLimits {
  readonly today: CivilDate;
  /** for how many days a grant can be appealed against, where an appeal suspends it: of the country's file */
  readonly appealDays?: number | undefined;
}

/**
 * What can be recorded next of a release decision. Without an open one it starts with what an expected one allows; an
 * appeal is offered only where the country's file says that it suspends a grant.
 */
export const nextDecisionSteps = (decisions: readonly Decision[], { appeal }: { readonly appeal?: object | undefined }): readonly DecisionCommand[] => {
  const open = decisions.at(-1);
  const allowedNow = decisionMachine[open === undefined || open.state === 'RELEASED' ? 'EXPECTED' : open.state];
  return DecisionCommand.options.filter((command) => command in allowedNow && (command !== 'appeal' || appeal !== undefined));
};

/** Commands that set a new term, at most one year ahead (RO: art. 587 CPP). */
export const setsNewTerm = (command: DecisionCommand): boolean => command === 'postpone' || command === 'refuse';

/**
 * The first day on which a grant can be final: the day after the last one on which it can be appealed against; an appeal
 * suspends it, and then the court's own day counts. Undefined where the law lets no appeal suspend a grant.
 */
export const firstFinalDay = ({ state, history }: Pick<Decision, 'state' | 'history'>, appealDays: number | undefined): CivilDate | undefined => {
  const granted = state === 'GRANTED_NOT_FINAL' ? history.findLast((entry) => entry.state === 'GRANTED_NOT_FINAL')?.on : undefined;
  return granted === undefined || appealDays === undefined ? undefined : addDays(granted, appealDays + 1);
};

/** The term a postponed or refused decision set: until then nothing is prepared for it. */
export const pausedUntil = ({ decisions }: Pick<Person, 'decisions'>): CivilDate | undefined => {
  const last = decisions.at(-1);
  return last?.state === 'POSTPONED' || last?.state === 'REFUSED' ? last.history.at(-1)?.newTerm : undefined;
};

/** Days a step may be dated: never ahead, never before the step before it, and final not while an appeal is possible. */
const dayFits = (current: Decision, next: DecisionStep, { today, appealDays }: DecisionLimits): Outcome<void> => {
  const last = current.history.at(-1);
  if (next.on > today) return refused('decision.inFuture');
  if (last !== undefined && next.on < last.on) return refused('decision.beforeLast', { on: last.on });
  if (next.command === 'appeal' && appealDays === undefined) return refused('decision.noAppeal');
  const first = next.command === 'becomeFinal' ? firstFinalDay(current, appealDays) : undefined;
  return first !== undefined && next.on < first ? refused('decision.notFinalYet', { on: first }) : allowed(undefined);
};

const termFits = ({ command, on, newTerm }: DecisionStep): Outcome<void> => {
  if (!setsNewTerm(command)) return newTerm === undefined ? allowed(undefined) : refused('decision.newTermNotHere');
  if (newTerm === undefined) return refused('decision.newTermNeeded');
  if (newTerm <= on) return refused('decision.newTermPast');
  return newTerm > addMonths(on, 12) ? refused('decision.newTermTooFar') : allowed(undefined);
};

/**
 * One step of the release decision. The first step opens the decision as EXPECTED.
 * @returns the decisions with the step applied, or why not
 */
export const withDecision = (decisions: readonly Decision[], next: DecisionStep, limits: DecisionLimits): Outcome<Decision[]> => {
  const open = decisions.at(-1);
  const current: Decision =
    open === undefined || open.state === 'RELEASED'
      ? { id: next.newId, state: 'EXPECTED', openedOn: next.on, history: [] }
      : open;
  const state = step('decision', decisionMachine, current.state, next.command);
  if (!state.ok) return state;
  const term = termFits(next);
  if (!term.ok) return term;
  const day = dayFits(current, next, limits);
  if (!day.ok) return day;
  const stepped: Decision = {
    ...current,
    state: state.value,
    history: [
      ...current.history,
      {
        state: state.value,
        on: next.on,
        by: next.by,
        source: next.source,
        ...(next.newTerm === undefined ? {} : { newTerm: next.newTerm }),
      },
    ],
  };
  return allowed(current === open ? [...decisions.slice(0, -1), stepped] : [...decisions, stepped]);
};

/** Folded code: two registers may write "TM-2021-1035" and "tm 2021 1035" for one person. */
export const sameCode = (a: Pick<Person, 'code'>, b: Pick<Person, 'code'>): boolean =>
  a.code.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() === b.code.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
