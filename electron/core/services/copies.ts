import { personOf } from '../../../shared/domain/collections.ts';
import type { HandoverStatus } from '../../../shared/domain/handover.ts';
import { allowed, refused, type Outcome } from '../../../shared/domain/outcome.ts';
import { isCopy, type PersonStatus } from '../../../shared/domain/person-machine.ts';
import { wholeVault } from '../vault/scoped-vault.ts';
import type { AuditEvents, Change, Vault } from '../vault/types.ts';

/** Of somebody transferred these are still kept: what left and what came, how it was answered, what was printed or disclosed. None of them is the case. */
const books: ReadonlySet<string> = new Set(['sent', 'import', 'issued', 'disclosure']);

/** A hand-over that is being prepared is new work on the case; one that left is answered, confirmed, revoked as before. */
const inPreparation: ReadonlySet<HandoverStatus> = new Set(['DRAFT', 'CHECKED', 'AUTHORISED']);

/** Acts that take away what must not be kept, also from a copy. */
const erasing: ReadonlySet<string> = new Set(['import.deleteRevoked']);

const isBook = (change: Change): boolean => {
  if (change.op === 'remove') return change.collection === 'handovers';
  return change.doc.type === 'handover' ? !inPreparation.has(change.doc.status) : books.has(change.doc.type);
};

/** Whether the case goes on here with this very commit: they were admitted again, or are back. */
const reopens = (change: Change): boolean => change.op === 'put' && change.collection === 'people' && !isCopy(change.doc.status);

const peopleIn = (vault: Vault, change: Change): readonly string[] => {
  if (change.op === 'remove') return vault.peopleOf(change.id);
  const about = personOf(change.collection, change.doc as { readonly id: string; readonly personId?: string });
  return about === undefined ? [] : [about];
};

/**
 * The one place where a case that another prison took over is closed to every command, whichever service it comes from: all of
 * them save through `work.ts`. It reads the index only.
 * @returns `person.transferred` when a change would touch such a case
 */
export const mayChangeCases = (vault: Vault, changes: readonly Change[], audit: AuditEvents): Outcome<void> => {
  if ([audit].flat().every(({ action }) => erasing.has(action))) return allowed(undefined);
  const whole = wholeVault(vault);
  const reopened = new Set(changes.flatMap((change) => (reopens(change) ? peopleIn(whole, change) : [])));
  const touched = new Set(changes.flatMap((change) => (isBook(change) ? [] : peopleIn(whole, change))));
  // a register names hundreds at once: then one look at everybody is less
  const one = touched.size === 1 ? [...touched][0] : undefined;
  const copies = touched.size === 0 ? [] : whole.rows('people', 'person', ['status'], one).filter(({ status }) => isCopy(status as PersonStatus));
  const closed = copies.some(({ id }) => touched.has(id) && !reopened.has(id));
  return closed ? refused('person.transferred') : allowed(undefined);
};
