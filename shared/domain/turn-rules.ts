import type { CivilDate } from './dates.ts';
import type { ReleaseType } from './jurisdiction.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Person, ReleaseDate, Stay } from './people.ts';
import { mayTurn, personAfter, type PersonCommand, type PersonStatus } from './person-machine.ts';
import type { PersonTurn, TurnKind } from './person-turns.ts';
import { currentDates } from './release-dates.ts';

type Turning = Pick<Person, 'status' | 'turns'>;

const commands: { readonly [K in Exclude<TurnKind, 'DEATH_MISTAKEN'>]: PersonCommand } = {
  RELEASE: 'release',
  CLOSE: 'close',
  NEW_ROUND: 'newRound',
  ESCAPE: 'escape',
  RECAPTURE: 'recapture',
  DEATH: 'die',
  TRANSFER: 'transfer',
  REOPEN: 'reopen',
};

/** Where somebody stood of whom a death was recorded. */
const beforeDeath = ({ turns }: Pick<Person, 'turns'>): PersonStatus | undefined => turns?.findLast(({ kind }) => kind === 'DEATH')?.before;

/** The way of the table that an act takes: a death recorded by mistake leads back into custody, or to the follow-up. */
export const commandOf = (person: Pick<Person, 'turns'>, kind: TurnKind): PersonCommand => {
  if (kind !== 'DEATH_MISTAKEN') return commands[kind];
  const before = beforeDeath(person);
  return before === 'RELEASED_FOLLOW_UP' || before === 'CLOSED' ? 'undoDeathOutside' : 'undoDeath';
};

/** Acts that may be recorded of somebody now, in the order a screen offers them. A transfer is none: the other prison's answer makes it one. */
export const nextTurns = (person: Turning): readonly TurnKind[] =>
  (['RELEASE', 'CLOSE', 'REOPEN', 'NEW_ROUND', 'RECAPTURE', 'ESCAPE', 'DEATH', 'DEATH_MISTAKEN'] as const).filter((kind) => mayTurn(person.status, commandOf(person, kind)));

export interface Turn {
  readonly id: string;
  readonly kind: TurnKind;
  readonly on: CivilDate;
  readonly source: string;
  readonly setBy: string;
  readonly releaseType?: ReleaseType | undefined;
}

/** Acts that happen in custody: not before it began. */
const inCustodyOnly: ReadonlySet<TurnKind> = new Set(['RELEASE', 'ESCAPE']);

/** The day an act may be dated: never ahead, never before the last one, never before the admission it ends. */
const dayFits = (person: Pick<Person, 'turns' | 'admissionDate'>, { kind, on }: Turn, today: CivilDate): Outcome<void> => {
  const last = person.turns?.at(-1);
  if (on > today) return refused('turn.inFuture');
  if (last !== undefined && on < last.on) return refused('turn.beforeLast', { on: last.on });
  if (inCustodyOnly.has(kind) && person.admissionDate !== undefined && on < person.admissionDate) return refused('turn.beforeAdmission', { on: person.admissionDate });
  return allowed(undefined);
};

/** A release says how; conditionally nobody leaves before the decision is final. */
const releaseFits = (person: Pick<Person, 'decisions'>, { kind, releaseType }: Turn): Outcome<void> => {
  if (kind !== 'RELEASE') return allowed(undefined);
  if (releaseType === undefined) return refused('turn.releaseTypeNeeded');
  // not final: whoever serves the rest later comes back
  if (releaseType === 'INTERRUPTION') return refused('turn.interruption');
  const state = person.decisions.at(-1)?.state;
  return releaseType === 'CONDITIONAL' && state !== 'FINAL' && state !== 'RELEASED' ? refused('turn.decisionFirst') : allowed(undefined);
};

/** The day of leaving, among the dates: whoever has left has no day ahead. */
export const leftOn = (dates: readonly ReleaseDate[], entry: Pick<ReleaseDate, 'id' | 'date' | 'source' | 'setOn' | 'setBy'>): ReleaseDate[] => {
  const before = currentDates({ releaseDates: [...dates] }).find(({ kind }) => kind === 'ACTUAL');
  if (before !== undefined && before.date === entry.date && before.certainty === 'DECIDED') return [...dates];
  return [
    ...dates.map((old) => (old === before ? { ...old, supersededOn: entry.setOn } : old)),
    { ...entry, kind: 'ACTUAL', certainty: 'DECIDED', ...(before === undefined ? {} : { reasonForChange: entry.source }) },
  ];
};

/** What of a person belongs to one stay in custody: it ends with it, and stays readable. */
const ofTheStay = ['regime', 'legalPosition', 'custody', 'afterRelease', 'endless', 'unit'] as const;

/**
 * A new stay begins, by recall or a new sentence: dates, decision and movements of the one before are put aside whole, so
 * that nothing of them counts as current. What holds for the person (names, languages, bans with their own end) stays.
 */
const newStay = <P extends Person>(person: P, { id, on }: Turn): P => {
  const kept = Object.fromEntries(Object.entries(person).filter(([name]) => !ofTheStay.some((field) => field === name))) as P;
  const stay: Stay = {
    id,
    until: on,
    endedAs: person.status,
    releaseDates: person.releaseDates,
    decisions: person.decisions,
    movements: person.movements ?? [],
    ...(person.admissionDate === undefined ? {} : { from: person.admissionDate }),
    ...(person.legalPosition === undefined ? {} : { legalPosition: person.legalPosition }),
    ...(person.regime === undefined ? {} : { regime: person.regime }),
    ...(person.afterRelease === undefined ? {} : { afterRelease: person.afterRelease }),
  };
  return { ...kept, admissionDate: on, releaseDates: [], decisions: [], movements: [], stays: [...(person.stays ?? []), stay] };
};

/**
 * One act that changes where somebody stands.
 * @returns the person after it, or why not: `machine.person` where the table has no such way
 */
export const withTurn = <P extends Person>(person: P, turn: Turn, today: CivilDate): Outcome<P> => {
  const status = personAfter(person.status, commandOf(person, turn.kind));
  if (!status.ok) return status;
  const day = dayFits(person, turn, today);
  if (!day.ok) return day;
  const release = releaseFits(person, turn);
  if (!release.ok) return release;
  const { releaseType, ...said } = turn;
  const entry: PersonTurn = { ...said, before: person.status, ...(releaseType === undefined ? {} : { releaseType }) };
  const base = turn.kind === 'NEW_ROUND' ? newStay(person, turn) : person;
  const left = turn.kind === 'RELEASE' ? { releaseDates: leftOn(person.releaseDates, { id: turn.id, date: turn.on, source: turn.source, setOn: today, setBy: turn.setBy }) } : {};
  // it goes on here: there is no copy any more that ends some day
  const { copy: _copy, ...open } = base;
  return allowed({ ...(open as P), ...left, status: status.value, turns: [...(person.turns ?? []), entry] });
};

/** The newest act of a kind since the stay began: when somebody died, escaped, was released. */
export const turnOf = (person: Pick<Person, 'turns'>, kind: TurnKind): PersonTurn | undefined => person.turns?.findLast((turn) => turn.kind === kind);
