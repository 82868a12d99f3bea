import { addMonths, ageOn, type CivilDate } from './dates.ts';
import { decisionMachine, type DecisionCommand } from './decision.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Decision, Person, PersonStatus, ReleaseDate } from './people.ts';

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

/** Commands that set a new term, at most one year ahead (RO: art. 587 CPP). */
const setsNewTerm = (command: DecisionCommand): boolean => command === 'postpone' || command === 'refuse';

/**
 * One step of the release decision. The first step opens the decision as EXPECTED.
 * @returns the decisions with the step applied, or why not
 */
export const withDecision = (decisions: readonly Decision[], next: DecisionStep): Outcome<Decision[]> => {
  const open = decisions.at(-1);
  const current: Decision =
    open === undefined || open.state === 'RELEASED'
      ? { id: next.newId, state: 'EXPECTED', openedOn: next.on, history: [] }
      : open;
  const state = step('decision', decisionMachine, current.state, next.command);
  if (!state.ok) return state;
  if (setsNewTerm(next.command)) {
    if (next.newTerm === undefined) return refused('decision.newTermNeeded');
    if (next.newTerm <= next.on) return refused('decision.newTermPast');
    if (next.newTerm > addMonths(next.on, 12)) return refused('decision.newTermTooFar');
  } else if (next.newTerm !== undefined) return refused('decision.newTermNotHere');
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

/** What a step of the decision does to the person: a postponed or refused decision pauses the preparation. */
export const statusAfter = (status: PersonStatus, command: DecisionCommand): PersonStatus => {
  if (status === 'PRE_RELEASE' && setsNewTerm(command)) return 'ACTIVE';
  if (status === 'ACTIVE' && command === 'becomeFinal') return 'PRE_RELEASE';
  if ((status === 'ACTIVE' || status === 'PRE_RELEASE' || status === 'AWAY') && command === 'release') return 'RELEASED_FOLLOW_UP';
  return status;
};

/** Folded code: two registers may write "TM-2021-1035" and "tm 2021 1035" for one person. */
export const sameCode = (a: Pick<Person, 'code'>, b: Pick<Person, 'code'>): boolean =>
  a.code.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() === b.code.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
