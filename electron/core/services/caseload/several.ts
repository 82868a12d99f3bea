import type { DoneForSeveral } from '../../../../shared/contract/caseload.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { VaultError } from '../../vault/types.ts';
import { RefusedError, type Work } from '../work.ts';

/** What of an error is said of one person while the others go on; anything else ends the act. */
const problemOf = (error: unknown): Pick<DoneForSeveral['refused'][number], 'kind' | 'problem' | 'params'> | undefined => {
  if (error instanceof RefusedError) return { kind: 'refused', problem: error.refusal.code, params: { ...error.refusal.params } };
  // somebody changed this one at the same moment
  if (error instanceof VaultError && error.code === 'CONFLICT') return { kind: 'failed', problem: 'vault.CONFLICT', params: {} };
  return undefined;
};

/** Does one act for each person, in the order given: each is a commit of its own, and one that is refused stops nobody else. */
export const forSeveral = async (work: Work, personIds: readonly string[], act: (personId: string) => Promise<void>): Promise<DoneForSeveral> => {
  const done: DoneForSeveral['done'] = [];
  const refused: DoneForSeveral['refused'] = [];
  for (const id of new Set(personIds)) {
    const person = await work.vault.get('people', id);
    const named = { id, name: person === undefined ? '' : displayName(person), code: person?.code ?? '' };
    try {
      await act(id);
      done.push(named);
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      refused.push({ ...named, ...problem });
    }
  }
  return { done, refused };
};
