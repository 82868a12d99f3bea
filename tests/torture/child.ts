/** The victim: opens the vault as the core does and saves without end, saying before and after each act what it did. */
import { openVault } from '../../electron/core/vault/vault.ts';
import { nextAct, USER, type Line } from './acts.ts';

export interface ChildTask {
  readonly dir: string;
  /** numbers of this child's acts begin here */
  readonly from: number;
  /** how many acts; without end when left out */
  readonly acts?: number;
}

/** Where the task is given: an Electron utility process has no argument list of its own on every platform. */
export const TASK = 'VARCO_TORTURE_TASK';

const say = (line: Line): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, (error) => (error ? reject(error) : resolve()));
  });

export const runChild = async ({ dir, from, acts = Infinity }: ChildTask): Promise<void> => {
  const vault = await openVault({ dir, userId: USER.id, password: USER.password });
  const people = await vault.collections.people.find({ selector: {}, limit: 40 } as never).exec();
  const known = people.map(({ id }) => id);
  const notes = new Map<string, string>();
  for (const doc of await vault.collections.assessments.find({ selector: { type: 'note', personId: { $in: known } } as never }).exec()) {
    const { id, personId } = doc.toJSON() as { readonly id: string; readonly personId: string };
    notes.set(personId, id);
  }
  await say({ ready: process.pid });
  for (let n = from; n < from + acts; n += 1) {
    const { act, changes } = await nextAct(vault, n, known, notes);
    await say({ try: act });
    await vault.commit(changes, { action: 'torture.act', details: { n } });
    await say({ ack: n });
  }
  await vault.close();
};
