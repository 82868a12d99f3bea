import { addMonths, type CivilDate } from './dates.ts';
import { decisionMachine, type DecisionCommand, type DecisionState } from './decision.ts';
import { step } from './machine.ts';
import { afterDecision } from './movement-rules.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Person, ReleaseDate } from './people.ts';
import { isInCustody } from './person-machine.ts';
import { withDate, withDecision } from './person-rules.ts';
import { currentDates } from './release-dates.ts';
import { outcomesOf, sittingMachine, sittingReportMachine, type ListProposal, type SittingCase, type SittingKind, type SittingOutcome, type SittingReport, type SittingReportCommand } from './sitting.ts';

/** How far ahead a sitting may lie, in months: a date beyond is a slip. */
const AHEAD_MONTHS = 24;
/** How far back one may be entered afterwards, in months. */
const BACK_MONTHS = 12;

/** Whether a sitting may be on this day. */
export const mayBeHeldOn = (on: CivilDate, today: CivilDate): Outcome<void> => {
  if (on > addMonths(today, AHEAD_MONTHS)) return refused('sitting.tooFarAhead');
  if (on < addMonths(today, -BACK_MONTHS)) return refused('sitting.tooLongAgo');
  return allowed(undefined);
};

/** States of the release decision in which a body of this kind has nothing to decide any more. */
const settled: { readonly [K in SittingKind]: ReadonlySet<DecisionState> } = {
  COMMISSION: new Set<DecisionState>(['PROPOSED', 'GRANTED_NOT_FINAL', 'APPEALED', 'FINAL']),
  // a court may refuse on appeal what another has granted
  HEARING: new Set<DecisionState>(['FINAL']),
};

/** Whether somebody may stand on the list of a sitting of this kind. */
export const mayBeListed = (person: Pick<Person, 'status' | 'decisions'>, kind: SittingKind): Outcome<void> => {
  if (!isInCustody(person.status)) return refused('sitting.notHere');
  const state = person.decisions.at(-1)?.state;
  return state !== undefined && settled[kind].has(state) ? refused('sitting.settled') : allowed(undefined);
};

/** Whether a new term fits the day it is set on: after it, and at most a year ahead (RO: art. 587 CPP). */
export const termProblem = (on: CivilDate, term: CivilDate): 'TERM_NOT_AFTER' | 'TERM_TOO_FAR' | undefined =>
  term <= on ? 'TERM_NOT_AFTER' : term > addMonths(on, 12) ? 'TERM_TOO_FAR' : undefined;

/**
 * The dates with the day of a sitting as the day of this kind; the one before stays readable as superseded. The same day
 * changes nothing.
 */
export const withSittingDay = (person: Pick<Person, 'releaseDates'>, entry: Omit<ReleaseDate, 'certainty' | 'reasonForChange'>): Outcome<ReleaseDate[]> => {
  const current = currentDates(person).find(({ kind }) => kind === entry.kind);
  if (current?.date === entry.date && current.certainty === 'DECIDED') return allowed([...person.releaseDates]);
  return withDate(person.releaseDates, { ...entry, certainty: 'DECIDED', ...(current === undefined ? {} : { reasonForChange: entry.source }) });
};

/** What is confirmed of somebody on the day. */
export interface Heard {
  readonly command: SittingOutcome;
  readonly newTerm?: CivilDate | undefined;
  /** the other day, of somebody who was not heard */
  readonly movedTo?: CivilDate | undefined;
}

/** What the list says beforehand, as the outcome it would be; nothing where it says nothing the body may record. */
export const prefilled = (kind: SittingKind, proposal: ListProposal | undefined): SittingOutcome | undefined => {
  const told = proposal === 'POSTPONE' ? 'postpone' : proposal === 'REFUSE' ? (kind === 'COMMISSION' ? 'postpone' : 'refuse') : kind === 'COMMISSION' ? 'propose' : 'grant';
  return proposal === undefined ? undefined : told;
};

export interface HearingDay {
  readonly kind: SittingKind;
  readonly on: CivilDate;
  readonly source: string;
  readonly by: string;
  readonly today: CivilDate;
  readonly newId: () => string;
}

/**
 * The steps of the release decision an outcome is: one that was postponed or refused is expected again once its new term
 * is heard.
 */
export const stepsOf = (state: DecisionState | undefined, command: Exclude<SittingOutcome, 'move'>): readonly DecisionCommand[] => {
  const ways = decisionMachine[state === undefined || state === 'RELEASED' ? 'EXPECTED' : state];
  return ways[command] === undefined && ways.expectAgain !== undefined ? ['expectAgain', command] : [command];
};

/** The person after these steps of the release decision, or why one of them may not be. The new term belongs to the last. */
const decided = <P extends Person>(person: P, [command, ...later]: readonly DecisionCommand[], newTerm: CivilDate | undefined, day: HearingDay): Outcome<P> => {
  if (command === undefined) return allowed(person);
  const term = later.length > 0 || newTerm === undefined ? {} : { newTerm };
  const decisions = withDecision(person.decisions, { command, on: day.on, by: day.by, source: day.source, newId: day.newId(), ...term }, { today: day.today });
  return decisions.ok ? decided({ ...person, ...afterDecision(person, command), decisions: decisions.value }, later, newTerm, day) : decisions;
};

/** The person with another day of this kind, because they were not heard. */
const moved = <P extends Person>(person: P, movedTo: CivilDate | undefined, day: HearingDay): Outcome<P> => {
  if (movedTo === undefined) return refused('sitting.otherDayNeeded');
  if (movedTo <= day.on) return refused('sitting.otherDayBefore');
  const far = mayBeHeldOn(movedTo, day.today);
  if (!far.ok) return far;
  const dates = withSittingDay(person, { id: day.newId(), kind: day.kind, date: movedTo, source: day.source, setOn: day.today, setBy: day.by });
  return dates.ok ? allowed({ ...person, releaseDates: dates.value }) : dates;
};

/**
 * What an outcome does to somebody on the list: their row, and the person by the rules of the release decision.
 * Nothing is recorded before the day has come.
 */
export const withOutcome = <R extends SittingCase, P extends Person>(row: R, person: P, heard: Heard, day: HearingDay): Outcome<{ readonly row: R; readonly person: P }> => {
  if (day.on > day.today) return refused('sitting.notYet');
  const state = step('sitting', sittingMachine, row.state, heard.command);
  if (!state.ok) return state;
  if (!outcomesOf[day.kind].includes(heard.command)) return refused('sitting.notOfThisBody');
  if (!isInCustody(person.status)) return refused('sitting.notHere');
  const { command } = heard;
  const after = command === 'move' ? moved(person, heard.movedTo, day) : decided(person, stepsOf(person.decisions.at(-1)?.state, command), heard.newTerm, day);
  if (!after.ok) return after;
  const outcome = {
    source: day.source,
    by: day.by,
    on: day.today,
    ...(command === 'move' || heard.newTerm === undefined ? {} : { newTerm: heard.newTerm }),
    ...(command !== 'move' || heard.movedTo === undefined ? {} : { movedTo: heard.movedTo }),
  };
  return allowed({ row: { ...row, state: state.value, outcome }, person: after.value });
};

/** Somebody taken off the list, with the reason; or put back, while nothing was decided elsewhere. */
export const takenOff = <R extends SittingCase>(row: R, told: NonNullable<SittingCase['takenOff']>): Outcome<R> => {
  const state = step('sitting', sittingMachine, row.state, 'takeOff');
  return state.ok ? allowed({ ...row, state: state.value, takenOff: told }) : state;
};

export const putBack = <R extends SittingCase>({ takenOff: _told, ...row }: R): Outcome<Omit<R, 'takenOff'>> => {
  const state = step('sitting', sittingMachine, row.state, 'putBack');
  return state.ok ? allowed({ ...row, state: state.value }) : state;
};

/** One step of the report; what was written stays when it is opened again. */
export const withReport = (report: SittingReport, command: SittingReportCommand, told: { readonly text?: string | undefined; readonly lang?: SittingReport['lang']; readonly by: string; readonly today: CivilDate }): Outcome<SittingReport> => {
  const state = step('sittingReport', sittingReportMachine, report.state, command);
  if (!state.ok) return state;
  const text = told.text ?? report.text;
  const lang = told.lang ?? report.lang;
  if (command === 'write' && text === undefined) return refused('sitting.reportEmpty');
  const words = { ...(text === undefined ? {} : { text }), ...(text === undefined || lang === undefined ? {} : { lang }) };
  return allowed({ state: state.value, ...words, ...(state.value === 'DONE' ? { doneBy: told.by, doneOn: told.today } : {}) });
};
