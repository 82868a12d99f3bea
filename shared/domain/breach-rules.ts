import { parseDate, Time, toCalendarDateTime, toZoned } from '@internationalized/date';
import { breachMachine, MAX_STEPS, type Breach, type BreachAct, type BreachAssessment, type BreachCommand, type BreachDecision, type BreachFacts, type BreachPersons, type BreachStep } from './breach.ts';
import { isCivilDate, type CivilDate } from './dates.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** Hours after noticing within which the authority is told: GDPR art. 33(1), Directive (EU) 2016/680 art. 30(1). Weekends count. */
export const HOURS_TO_TELL = 72;
const HOUR = 3_600_000;
/** From this many hours before the deadline it is urgent. */
const NEAR_HOURS = 24;

/** The last moment to tell the authority. */
export const tellBy = (noticedAt: string): string => new Date(Date.parse(noticedAt) + HOURS_TO_TELL * HOUR).toISOString();

export type Deadline = 'OPEN' | 'NEAR' | 'OVER';

/** How the deadline stands; undefined once it was decided. */
export const deadlineOf = ({ status, facts }: Pick<Breach, 'status' | 'facts'>, now: string): Deadline | undefined => {
  if (status !== 'REPORTED' && status !== 'ASSESSED') return undefined;
  const left = Date.parse(tellBy(facts.noticedAt)) - Date.parse(now);
  return left < 0 ? 'OVER' : left <= NEAR_HOURS * HOUR ? 'NEAR' : 'OPEN';
};

/** The instant of a day and a time of the clock (`HH:MM`) at the site; undefined when there is no such time. */
export const instantAt = (on: CivilDate, time: string, timeZone: string): string | undefined => {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(time.trim()) ?? [];
  if (hour === undefined || minute === undefined || !isCivilDate(on) || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return toZoned(toCalendarDateTime(parseDate(on), new Time(Number(hour), Number(minute))), timeZone).toAbsoluteString();
};

/** The newest assessment, decision, or word to the persons; those before a reopening or a new assessment stay in the history. */
export const newestOf = <K extends 'assessment' | 'decision' | 'persons'>({ history }: Pick<Breach, 'history'>, what: K): BreachStep[K] => history.findLast((done) => done[what] !== undefined)?.[what];

/**
 * The risk that suggests itself: what was sealed cannot be read by who finds it, as long as the passphrase or the key did not
 * go with it. Only a suggestion: somebody assesses it.
 */
export const suggestedRisk = ({ kind, sealed }: Pick<BreachFacts, 'kind' | 'sealed'>): 'LOW' | undefined => (kind === 'LOST_MEDIUM' && sealed === 'YES' ? 'LOW' : undefined);

export interface BreachActor {
  readonly id: string;
  /** the instant of the act */
  readonly now: string;
  /** the day of the act at the site */
  readonly today: CivilDate;
}

/** Whether these facts can be true. */
export const mayBe = ({ noticedAt, happenedOn, people, personIds }: BreachFacts, { now, today }: BreachActor): Outcome<true> => {
  if (noticedAt > now) return refused('breach.noticedInFuture');
  if (happenedOn !== undefined && happenedOn > today) return refused('breach.happenedInFuture');
  return people < personIds.length ? refused('breach.fewerThanNamed', { named: personIds.length }) : allowed(true);
};

type Told = Omit<BreachStep, 'act' | 'at' | 'by'>;

const withStep = <B extends Breach>(breach: B, act: BreachAct, actor: BreachActor, told: Told): Outcome<B> =>
  breach.history.length >= MAX_STEPS ? refused('breach.tooManySteps') : allowed({ ...breach, history: [...breach.history, { act, at: actor.now, by: actor.id, ...told }] });

const moved = <B extends Breach>(breach: B, command: BreachCommand, act: BreachAct, actor: BreachActor, told: Told): Outcome<B> => {
  const next = step('breach', breachMachine, breach.status, command);
  return next.ok ? withStep({ ...breach, status: next.value }, act, actor, told) : next;
};

/** Other facts, with the reason; those before stay in the history. */
export const correctedBreach = <B extends Breach>(breach: B, facts: BreachFacts, reason: string, actor: BreachActor): Outcome<B> => {
  const possible = mayBe(facts, actor);
  if (!possible.ok) return possible;
  if (JSON.stringify(facts) === JSON.stringify(breach.facts)) return refused('breach.sameFacts');
  return withStep({ ...breach, facts }, 'CORRECTED', actor, { reason, before: breach.facts });
};

export const assessed = <B extends Breach>(breach: B, assessment: BreachAssessment, actor: BreachActor): Outcome<B> => moved(breach, 'assess', 'ASSESSED', actor, { assessment });

/**
 * Told to the authority, or not. A risk must be told (GDPR art. 33(1)): only where it is unlikely it may be left; after the
 * deadline the reasons for the delay go with it.
 */
export const decided = <B extends Breach>(breach: B, decision: BreachDecision, actor: BreachActor): Outcome<B> => {
  const { noticedAt } = breach.facts;
  if (!decision.told) {
    const risk = newestOf(breach, 'assessment')?.risk;
    if (risk !== undefined && risk !== 'LOW' && breach.status === 'ASSESSED') return refused('breach.riskMustBeTold');
    return moved(breach, 'leave', 'NOT_NOTIFIED', actor, { decision });
  }
  if (decision.at > actor.now) return refused('breach.toldInFuture');
  if (decision.at < noticedAt) return refused('breach.toldBeforeNoticed');
  if (decision.at > tellBy(noticedAt) && decision.lateBecause === undefined) return refused('breach.lateNeedsReason');
  return moved(breach, 'notify', 'NOTIFIED', actor, { decision });
};

/** The persons concerned were told, or why not. */
export const personsTold = <B extends Breach>(breach: B, persons: BreachPersons, actor: BreachActor): Outcome<B> =>
  persons.on > actor.today ? refused('breach.toldInFuture') : moved(breach, 'tellPersons', 'PERSONS', actor, { persons });

/** Closed, once it is decided; with a high risk not before it is said what the persons were told (GDPR art. 34). */
export const closed = <B extends Breach>(breach: B, actor: BreachActor): Outcome<B> => {
  const high = newestOf(breach, 'assessment')?.risk === 'HIGH';
  if (high && newestOf(breach, 'persons') === undefined) return refused('breach.personsFirst');
  return moved(breach, 'close', 'CLOSED', actor, {});
};

export const reopened = <B extends Breach>(breach: B, reason: string, actor: BreachActor): Outcome<B> => moved(breach, 'reopen', 'REOPENED', actor, { reason });
