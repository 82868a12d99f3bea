import type { Person } from '../../../../shared/domain/people.ts';
import type { Sitting, SittingCase, SittingKind } from '../../../../shared/domain/sitting.ts';
import { mayBeListed, putBack, withSittingDay } from '../../../../shared/domain/sitting-rules.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, newId, orRefuse, type Work } from '../work.ts';

/** Where somebody stands on lists, in no order. */
export const casesOfPerson = (work: Work, personId: string): Promise<Stored<SittingCase>[]> => find(work.vault, 'release', 'sittingCase', { selector: { personId } });

/** Who stands on the list of a sitting, in no order; those taken off too. */
export const casesOf = (work: Work, sittingId: string): Promise<Stored<SittingCase>[]> => find(work.vault, 'release', 'sittingCase', { selector: { 'ix.sitting': sittingId } });

/** The sitting of this kind on this day. */
export const sittingOn = async (work: Work, kind: SittingKind, on: string): Promise<Stored<Sitting> | undefined> =>
  (await find(work.vault, 'release', 'sitting', { selector: { 'ix.kind': kind, 'ix.on': on }, limit: 1 }))[0];

/** What is said of somebody who is put on a list. */
export type Listed = Pick<SittingCase, 'proposal' | 'term'>;

/** Who is put on the list of a day, and what it says of them. */
export interface Enlisting {
  readonly sitting: Pick<Sitting, 'id' | 'kind' | 'on'>;
  /** what the day is read from: the list, or whoever put them on it */
  readonly source: string;
}

/**
 * Somebody on the list of a sitting, and its day among their dates; the date they had before stays readable.
 * @throws RefusedError sitting.notHere, sitting.settled
 */
export const enlisted = (work: Work, person: Stored<Person>, { sitting, source }: Enlisting, listed: Listed, known: Stored<SittingCase> | undefined): Change[] => {
  if (known?.state !== 'LISTED') orRefuse(mayBeListed(person, sitting.kind));
  const doc: SittingCase | Stored<SittingCase> =
    known === undefined
      ? { ...created(work), type: 'sittingCase', personId: person.id, sittingId: sitting.id, kind: sitting.kind, on: sitting.on, state: 'LISTED', report: { state: 'TO_WRITE' }, ...listed }
      : changed(work, { ...withoutListed(known.state === 'TAKEN_OFF' ? (orRefuse(putBack(known)) as Stored<SittingCase>) : known), ...listed });
  const releaseDates = orRefuse(withSittingDay(person, { id: newId(), kind: sitting.kind, date: sitting.on, source, setOn: work.today, setBy: work.vault.user.id }));
  const dated: Change[] = JSON.stringify(releaseDates) === JSON.stringify(person.releaseDates) ? [] : [{ op: 'put', collection: 'people', doc: changed(work, { ...person, releaseDates }) }];
  return [{ op: 'put', collection: 'release', doc }, ...dated];
};

const withoutListed = ({ proposal: _proposal, term: _term, ...rest }: Stored<SittingCase>): Stored<SittingCase> => rest;
