/** What the vault must hold, by what its victims acknowledged. */
import type { Vault } from '../../electron/core/vault/types.ts';
import { numberOf } from './acts.ts';
import type { Act, DocumentId } from './lines.ts';

/** A document as last acknowledged: the number it was saved under, or removed. */
interface Expected {
  readonly place: DocumentId;
  readonly n: number;
  readonly removed: boolean;
}

/** By the document's id. */
export type Documents = ReadonlyMap<string, Expected>;

/** The documents once these acts were done, in their order. */
export const afterActs = (before: Documents, acts: readonly Act[]): Documents => {
  const after = new Map(before);
  for (const { n, saved, removed } of acts) {
    for (const place of saved) after.set(place[1], { place, n, removed: false });
    for (const place of removed) after.set(place[1], { place, n, removed: true });
  }
  return after;
};

const isDone = async (vault: Vault, { n, saved, removed }: Act): Promise<readonly boolean[]> => [
  ...(await Promise.all(saved.map(async ([collection, id]) => (await numberOf(vault, collection, id)) === n))),
  ...(await Promise.all(removed.map(async ([collection, id]) => (await numberOf(vault, collection, id)) === undefined))),
];

/** How many documents are not as acknowledged, unless an act without answer came after. */
export const missingIn = async (vault: Vault, documents: Documents, unanswered: readonly Act[]): Promise<number> => {
  const later = new Map(unanswered.flatMap(({ n, saved, removed }) => [...saved, ...removed].map(([, id]) => [id, n] as const)));
  let missing = 0;
  for (const { place, n, removed } of documents.values()) {
    const [collection, id] = place;
    const now = await numberOf(vault, collection, id).catch(() => Number.NaN);
    const asSaid = removed ? now === undefined : now === n;
    const asLater = later.has(id) && (now === undefined || now === later.get(id));
    if (!asSaid && !asLater) missing += 1;
  }
  return missing;
};

/** Acts without answer must be there whole or not at all: how many are not, and those that are there. They count from now on. */
export const answeredBy = async (vault: Vault, unanswered: readonly Act[]): Promise<{ readonly torn: number; readonly done: readonly Act[] }> => {
  let torn = 0;
  const done: Act[] = [];
  for (const act of unanswered) {
    const parts = new Set(await isDone(vault, act));
    if (parts.size > 1) torn += 1;
    else if (parts.has(true)) done.push(act);
  }
  return { torn, done };
};
