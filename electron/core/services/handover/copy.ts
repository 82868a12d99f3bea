import type { Handover } from '../../../../shared/domain/handover.ts';
import { goesOnHere, takenOver } from '../../../../shared/domain/transfer-rules.ts';
import type { Change } from '../../vault/types.ts';
import { consequenceChanges } from '../people/consequences.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { changed, existing, newId, orRefuse, type Work } from '../work.ts';

/**
 * What an answer to a transfer means for the case it was about, in the same commit: accepted, it is a copy from now on, and what
 * was being prepared ends; revoked after that, it goes on here. Everything else changes nothing.
 * @param handover as it is after the answer
 */
export const caseAfter = async (work: Work, handover: Handover): Promise<Change[]> => {
  if (handover.mandate.kind !== 'TRANSFER') return [];
  const person = await existing(work, 'people', handover.personId, 'person');
  const act = { id: newId(), by: work.vault.user.id, today: work.today };
  const taken = takenOver(person, handover, act, (await jurisdictionOf(work)).transfer);
  const next = taken ?? goesOnHere(person, handover, act);
  if (next === undefined) return [];
  const follows = taken === undefined ? [] : await consequenceChanges(work, person.id, 'TAKEN_OVER', work.today);
  return [{ op: 'put', collection: 'people', doc: changed(work, orRefuse(next)) }, ...follows];
};
