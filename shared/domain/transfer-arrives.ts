import type { CaseFile } from './casefile.ts';
import type { CivilDate } from './dates.ts';
import type { ToldCase } from './import-rules.ts';
import { personFromCase, type Taken } from './import-rules.ts';
import { MovementKind } from './custody.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Person } from './people.ts';
import { isInCustody } from './person-machine.ts';
import type { TurnKind } from './person-turns.ts';
import { currentDates } from './release-dates.ts';
import type { Transfer } from './transfer.ts';
import { withTurn } from './turn-rules.ts';

/** What of a person a transfer tells in the same words as a case file: whoever may be here is looked for and compared the same way. */
export const toldByTransfer = ({ person, sender, dataAsOf }: Pick<Transfer, 'person' | 'sender' | 'dataAsOf'>): ToldCase => {
  const { id, wasIds, code, familyName, givenName, birthDate, citizenships, interpreterLanguage, copyLanguage, readingSupport, education, municipality, admissionDate, endless, legalPosition, permitUntil, afterRelease, languages, custody } = person;
  const fields = { citizenships, interpreterLanguage, copyLanguage, readingSupport, education, municipality, admissionDate, endless, legalPosition, permitUntil, afterRelease, languages, custody };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const dates = currentDates(person).map(({ kind, date, time, certainty, source, setOn }): CaseFile['dates'][number] => ({ kind, date, ...(time === undefined ? {} : { time }), certainty, source, setOn }));
  return { person: { id, code, familyName, givenName, birthDate, ...known } as CaseFile['person'], dates, sender, dataAsOf, ...(wasIds === undefined ? {} : { wasIds }) };
};

/** Who takes it over, and when. */
export interface Arriving {
  readonly today: CivilDate;
  readonly by: string;
  readonly newId: () => string;
}

type Stamp = Pick<Person, 'id' | 'v' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>;

/** How the case of somebody who was here before begins again. */
const opening: { readonly [S in Person['status']]?: TurnKind } = { TRANSFERRED: 'REOPEN', RELEASED_FOLLOW_UP: 'NEW_ROUND', CLOSED: 'NEW_ROUND', ESCAPED: 'RECAPTURE' };

/** The way by which the case of somebody known goes on; none for whoever is in custody here. @returns `person.deceased` after a death */
export const openedBy = ({ status }: Pick<Person, 'status'>): Outcome<TurnKind | undefined> => {
  if (isInCustody(status)) return allowed(undefined);
  const kind = opening[status];
  return kind === undefined ? refused('person.deceased') : allowed(kind);
};

/** Entries of both, by id: the other prison knew later, so of one that both have theirs stands. */
const joined = <T extends { readonly id: string }>(here: readonly T[] | undefined, there: readonly T[] | undefined): T[] => {
  const told = new Map((there ?? []).map((entry) => [entry.id, entry]));
  const known = new Set((here ?? []).map(({ id }) => id));
  return [...(here ?? []).map((entry) => told.get(entry.id) ?? entry), ...(there ?? []).filter(({ id }) => !known.has(id))];
};

/** Coming in: the way out that the other prison recorded, or that it did not, and the day they are here. */
const arrival = (before: Person['movements'], { sender, order }: Pick<Transfer, 'sender' | 'order'>, { today, by, newId }: Arriving): NonNullable<Person['movements']> => {
  const moves = before ?? [];
  const left = moves.at(-1)?.kind;
  const way = { on: today, source: order.act, setBy: by, place: sender.name };
  const gone = left === MovementKind.enum.TRANSFER ? [] : [{ id: newId(), kind: MovementKind.enum.TRANSFER, ...way }];
  return [...moves, ...gone, { id: newId(), kind: MovementKind.enum.RETURN, ...way }].slice(-400);
};

/** Where somebody stands who came: being prepared for release goes on, being away is over. */
const standing = ({ status, movements }: Pick<Person, 'status' | 'movements'>): 'ACTIVE' | 'PRE_RELEASE' => (status === 'PRE_RELEASE' || (status === 'AWAY' && movements?.at(-1)?.before === 'PRE_RELEASE') ? 'PRE_RELEASE' : 'ACTIVE');

/** Oldest first, at most so many. */
const inOrder = <T extends { readonly on: CivilDate }>(entries: readonly T[], most: number): T[] => entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).slice(-most);

/**
 * The person with the history the other prison tells. Fields and current dates follow what somebody decided, as with a case
 * file; decisions, movements, bans, earlier stays and turns of both are kept.
 * @param known who they are here, if anybody
 * @returns person.deceased, or as `withTurn`
 */
export const personFromTransfer = (transfer: Transfer, known: Person | undefined, stamp: Stamp, act: Arriving, take: Taken = 'ALL'): Outcome<Person> => {
  const told = transfer.person;
  const way = known === undefined ? allowed(undefined) : openedBy(known);
  if (!way.ok) return way;
  const turned = known === undefined || way.value === undefined ? allowed(known) : withTurn(known, { id: act.newId(), kind: way.value, on: act.today, source: transfer.order.act, setBy: act.by }, act.today);
  if (!turned.ok) return turned;
  const here = turned.value;
  const withFields = personFromCase(toldByTransfer(transfer), here, stamp, act.newId, take);
  const current = new Set(withFields.releaseDates.map(({ kind, date }) => `${kind} ${date}`));
  // of current dates the decision stands; those before them are history and come whole
  const history = told.releaseDates.filter(({ kind, date, supersededOn }) => supersededOn !== undefined && !current.has(`${kind} ${date}`));
  const ids = new Set([told.id, ...(told.wasIds ?? []), ...(here?.wasIds ?? [])]);
  ids.delete(stamp.id);
  const { copy: _copy, ...open } = withFields;
  const optional = { contactBans: joined(here?.contactBans, told.contactBans), stays: joined(here?.stays, told.stays), turns: inOrder(joined(here?.turns, told.turns), 100) };
  return allowed({
    ...open,
    ...(told.regime === undefined || here?.regime !== undefined ? {} : { regime: told.regime }),
    releaseDates: joined(history, withFields.releaseDates).slice(-100),
    decisions: joined(here?.decisions, told.decisions).slice(-40),
    movements: arrival(inOrder(joined(here?.movements, told.movements), 400), transfer, act),
    ...Object.fromEntries(Object.entries(optional).filter(([, entries]) => entries.length > 0)),
    ...(told.otherCodes === undefined && here?.otherCodes === undefined ? {} : { otherCodes: [...new Set([...(here?.otherCodes ?? []), ...(told.otherCodes ?? [])])].slice(0, 20) }),
    ...(ids.size === 0 ? {} : { wasIds: [...ids].slice(0, 20) }),
    status: here !== undefined && way.value === undefined ? here.status : standing(told),
  });
};
