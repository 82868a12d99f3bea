import { merge, type Observable } from 'rxjs';
import { displayName } from '../../../../shared/domain/people.ts';
import type { Work } from '../work.ts';

type Vault = Work['vault'];

/** How somebody is named in a line about them. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly unit?: string;
}

/** Names read since the vault was opened: a month of the calendar names a hundred people each time something is saved. */
const kept = new WeakMap<Vault, Kept>();

interface Kept {
  readonly names: Map<string, PersonName>;
  /** how often something was saved: a name read before the last save is not kept */
  saves: number;
}

interface Bulk {
  readonly events: readonly { readonly documentId: string }[];
}

const follow = (vault: Vault): Kept => {
  const known: Kept = { names: new Map(), saves: 0 };
  kept.set(vault, known);
  const { people, office, handovers } = vault.collections;
  (people.eventBulks$ as Observable<unknown>).subscribe((bulk) => {
    known.saves += 1;
    for (const { documentId } of (bulk as Bulk).events) known.names.delete(documentId);
  });
  // who may see whom is decided by what these hold
  merge(office.eventBulks$ as Observable<unknown>, handovers.eventBulks$ as Observable<unknown>).subscribe(() => {
    known.saves += 1;
    known.names.clear();
  });
  return known;
};

/**
 * Names for lines about people.
 * @param ids of people the user may see, as they are found through the index
 * @returns by person; nobody for whom there is no record
 */
export const namesOf = async ({ vault }: Work, ids: readonly string[]): Promise<ReadonlyMap<string, PersonName>> => {
  const known = kept.get(vault) ?? follow(vault);
  const { saves } = known;
  const found = await Promise.all(
    [...new Set(ids)].map(async (id): Promise<PersonName | undefined> => {
      const before = known.names.get(id);
      if (before !== undefined) return before;
      const person = await vault.get('people', id);
      if (person === undefined) return undefined;
      const name = { id, name: displayName(person), code: person.code, ...(person.unit === undefined ? {} : { unit: person.unit }) };
      if (known.saves === saves) known.names.set(id, name);
      return name;
    }),
  );
  return new Map(found.flatMap((name) => (name === undefined ? [] : [[name.id, name] as const])));
};
