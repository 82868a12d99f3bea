import type { Vault } from '../../../electron/core/vault/types.ts';
import { openVault } from '../../../electron/core/vault/vault.ts';
import { knownIn, nextAct, type Known } from '../acts.ts';
import { say, type Mark, type Task } from '../lines.ts';

/** The newest entry of the audit stream: it must be found again whatever happens from now on. */
export const markOf = ({ audit }: Vault): Mark => {
  const seq = audit.newest();
  return { seq, tag: audit.tagOf(seq) ?? '' };
};

/** One act, announced, saved, acknowledged. */
export const saveOne = async (vault: Vault, n: number, known: Known): Promise<void> => {
  const { act, changes } = await nextAct(vault, n, known);
  await say({ try: act });
  await vault.commit(changes, { action: 'torture.act', details: { n } });
  await say({ ack: n, mark: markOf(vault) });
};

/** Saves without end, or as often as the task says. */
export const saveActs = async ({ dir, userId, password, from, acts = Infinity }: Task): Promise<void> => {
  const vault = await openVault({ dir, userId, password });
  const known = await knownIn(vault);
  for (let n = from; n < from + acts; n += 1) await saveOne(vault, n, known);
  await vault.close();
};
