import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import type { ImportRecord } from '../../../../shared/domain/import-record.ts';
import { importStep, type ImportCommand } from '../../../../shared/domain/import-machine.ts';
import { differencesOf, mayTake, personFromCase, type Taken } from '../../../../shared/domain/import-rules.ts';
import type { Person } from '../../../../shared/domain/people.ts';
import { personFromTransfer } from '../../../../shared/domain/transfer-arrives.ts';
import { mayBeEntered } from '../../../../shared/domain/person-rules.ts';
import { wholeVault } from '../../vault/scoped-vault.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { refuseRevoked } from '../contacts/contacts.ts';
import { keeperOf } from '../people/people.ts';
import { changed, created, newId, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { decidedNow, waiting, type Arrivals } from './arrivals.ts';
import { candidatesFor } from './candidates.ts';
import { caseChanges } from './case-changes.ts';
import { recordOf } from './imports.ts';
import { importOf, refuseOlder } from './read-case.ts';
import { toldIn, type ToldIn } from './told.ts';
import { transferChanges, type Brought } from './transfer-changes.ts';

export interface Accepted {
  readonly personId: string;
  readonly importId: string;
}

/** What somebody decided: whose case it is, and what is taken where the two differ. */
export interface Decided {
  readonly registrationNumberIn?: string | undefined;
  /** the id of somebody here, or that it is nobody here */
  readonly as: string;
  /** fields of the file that are taken over; needed as soon as any differs */
  readonly take?: 'ALL' | readonly string[] | undefined;
}

/** `as` of somebody who is not here. */
export const NOBODY_HERE = 'NEW';

/** Whom somebody decided it is about. @throws RefusedError import.notCandidate, import.isHere */
const chosen = async (work: Work, caseFile: Parameters<typeof candidatesFor>[1], as: string): Promise<Stored<Person> | undefined> => {
  const { seen } = await candidatesFor(work, caseFile);
  if (as === NOBODY_HERE) {
    // the record has this very id: a second one cannot be made
    if (seen.some(({ why }) => why === 'ID')) throw new RefusedError({ code: 'import.isHere' });
    return undefined;
  }
  const found = seen.find(({ person }) => person.id === as);
  if (found === undefined) throw new RefusedError({ code: 'import.notCandidate' });
  return found.person;
};

/** The person as they are after it, and everything it brings besides. */
const bring = async (work: Work, { told, caseFile, transfer }: ToldIn, match: Stored<Person> | undefined, stamp: ReturnType<typeof created>, take: Taken, envelopeId: string): Promise<Partial<Brought> & Pick<Brought, 'changes'> & { person: Person }> => {
  if (transfer !== undefined) {
    const person = orRefuse(personFromTransfer(transfer, match, stamp, { today: work.today, by: work.vault.user.id, newId }, take));
    return { person, ...(await transferChanges(work, transfer, match, person.id, envelopeId)) };
  }
  if (caseFile !== undefined) refuseOthers(work, caseFile, stamp.id);
  const person = personFromCase(told, match, stamp, newId, take);
  return { person, changes: caseFile === undefined ? [] : await caseChanges(work, caseFile, person.id, envelopeId) };
};

/** The record of an earlier state that this envelope replaces: of the same person, and from the same sender. */
const replacedBy = async (work: Work, supersedes: string | undefined, by: Pick<ImportRecord, 'envelopeId' | 'senderServiceId' | 'personId'>): Promise<Change[]> => {
  const old = supersedes === undefined ? undefined : await importOf(work, supersedes);
  return old === undefined || old.senderServiceId !== by.senderServiceId || old.personId !== by.personId ? [] : [{ op: 'put', collection: 'handovers', doc: changed(work, { ...old, supersededBy: by.envelopeId }) }];
};

/**
 * What a case tells is kept under the sender's ids. Of whom it was taken over as once, it stays: nothing moves to somebody else.
 * @throws RefusedError import.otherPerson
 */
const refuseOthers = ({ vault }: Work, { plan, learning, appointments, obligations }: CaseFile, personId: string): void => {
  const ids = [plan.contentId, ...learning.map(({ enrolmentId }) => enrolmentId), ...(appointments ?? []).map(({ id }) => id), ...(obligations?.lines ?? []).map(({ id }) => id)];
  const whole = wholeVault(vault);
  if (ids.some((id) => whole.peopleOf(id).some((about) => about !== personId))) throw new RefusedError({ code: 'import.otherPerson' });
};

/**
 * Imports an envelope in one commit: the person (matched or new, with the sender's ids), goals, needs, courses and choices,
 * and the record. A repeat changes nothing and answers with the first import.
 * @throws RefusedError when it was not opened, was rejected before, is about somebody under 18, or not all that differs is
 *   decided; EnvelopeError OLDER_THAN_KNOWN when a newer one was decided since it was opened
 */
export const acceptArrival = async (work: Work, arrivals: Arrivals, arrivalId: string, decided: Decided): Promise<Accepted> => {
  const arrival = waiting(arrivals, arrivalId);
  const { envelope } = arrival;
  if (envelope === undefined) throw new RefusedError({ code: 'import.notOpened' });
  await refuseRevoked(work, envelope.header.sender.signingKey);
  const read = await toldIn(work, envelope);
  const { told, raw } = read;
  const { envelopeId } = envelope.header;
  const before = await importOf(work, envelopeId);
  if (before?.decision === 'ACCEPTED') return { personId: before.personId, importId: before.id };
  if (before?.decision === 'REJECTED') throw new RefusedError({ code: 'import.alreadyRejected' });
  const base = envelope.header.supplements === undefined ? undefined : await importOf(work, envelope.header.supplements);
  if (before?.revoked !== undefined || base?.revoked !== undefined) throw new RefusedError({ code: 'import.revoked' });
  orRefuse(mayBeEntered(told.person.birthDate, work.today));
  await refuseOlder(work, envelope, new Set([told.person.id]));
  const match = await chosen(work, told, decided.as);
  // somebody found by number or name is filed under the id they have here
  if (match !== undefined) await refuseOlder(work, envelope, new Set([match.id]));
  const differences = match === undefined ? [] : differencesOf(match, told);
  const take: Taken = match === undefined ? 'ALL' : orRefuse(mayTake(differences, typeof decided.take === 'object' ? new Set(decided.take) : decided.take));
  const way: readonly ImportCommand[] = [match === undefined ? 'enter' : 'match', ...(differences.length === 0 ? [] : ['differ' as const]), 'take'];
  const state = way.reduce((at, command) => orRefuse(importStep(at, command)), arrival.state);
  const stamp = created(work, match?.id ?? told.person.id);
  const { person: entered, changes: brought, hereBefore = [] } = await bring(work, read, match, stamp, take, envelopeId);
  const person: Person = match === undefined ? { ...entered, ...keeperOf(work, {}) } : entered;
  const registration = decided.registrationNumberIn ?? before?.registrationNumberIn;
  const keptHere = take === 'ALL' ? [] : differences.flatMap(({ field }) => (take.has(field) ? [] : [field]));
  const record: ImportRecord = {
    ...recordOf(work, envelope, person.id, { decision: 'ACCEPTED', ...(registration === undefined ? {} : { registrationNumberIn: registration }) }),
    ...(before === undefined ? {} : { id: before.id, ...(before.answered === undefined ? {} : { answered: before.answered }) }),
    mandate: read.mandate,
    decidedAs: match === undefined ? 'NEW' : 'MATCHED',
    ...(keptHere.length === 0 ? {} : { keptHere }),
    ...(hereBefore.length === 0 ? {} : { hereBefore: [...hereBefore] }),
    caseFile: raw,
  };
  const changes: Change[] = [
    { op: 'put', collection: 'people', doc: match === undefined ? person : changed(work, { ...person, _rev: match._rev }) },
    { op: 'put', collection: 'handovers', doc: before === undefined ? record : { ...record, _rev: before._rev } },
    ...(await replacedBy(work, envelope.header.supersedes, record)),
    ...brought,
  ];
  await save(work, changes, {
    action: 'import.accept',
    personId: person.id,
    details: { envelope: envelopeId, known: match !== undefined, ...(keptHere.length === 0 ? {} : { keptHere: keptHere.length }), ...(registration === undefined ? {} : { numberIn: true }) },
  });
  decidedNow(arrival, { importId: record.id, personId: person.id, decision: 'ACCEPTED', on: work.today }, state);
  return { personId: person.id, importId: record.id };
};
