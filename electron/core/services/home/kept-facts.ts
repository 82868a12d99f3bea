import { merge, type Observable } from 'rxjs';
import type { CollectionName } from '../../../../shared/domain/collections.ts';
import type { Work } from '../work.ts';
import { factsIn, type Facts } from './facts.ts';

type Vault = Work['vault'];

/** What the facts are read from, and so what every view of the home screen follows. */
export const HOME_COLLECTIONS = ['people', 'plans', 'assessments', 'release', 'handovers', 'office'] as const satisfies readonly CollectionName[];

/** More people than this changed at once, as a register does: everybody is read again. */
const MANY = 100;

/** The part of a change event that says whom it is about. */
interface Bulk {
  readonly events: readonly { readonly documentId: string; readonly documentData?: { readonly personId?: unknown } }[];
}

interface Kept {
  facts: Facts | undefined;
  /** of whom something changed since */
  readonly stale: Set<string>;
}

/** The facts of an open vault: read once, and from then on anew of whom something changed. */
const kept = new WeakMap<Vault, Kept>();

/**
 * The facts of everybody, as they are now. The facts of somebody of whom nothing changed are the same object as before, so
 * that what follows from them can be kept too.
 */
export const readFacts = ({ vault }: Pick<Work, 'vault'>): Facts => {
  const known = kept.get(vault) ?? follow(vault);
  known.facts = known.facts === undefined || known.stale.size > MANY ? factsIn(vault) : [...known.stale].reduce((facts, person) => withPerson(vault, facts, person), known.facts);
  known.stale.clear();
  return known.facts;
};

const withPerson = (vault: Vault, facts: Facts, person: string): Facts => {
  const now = factsIn(vault, person);
  return {
    people: replaced(facts.people, ({ id }) => id === person, now.people),
    handovers: replaced(facts.handovers, ({ personId }) => personId === person, now.handovers),
    imports: replaced(facts.imports, ({ personId }) => personId === person, now.imports),
  };
};

const replaced = <T>(all: readonly T[], wasTheirs: (item: T) => boolean, now: readonly T[]): readonly T[] => [...all.filter((item) => !wasTheirs(item)), ...now];

const follow = (vault: Vault): Kept => {
  const known: Kept = { facts: undefined, stale: new Set() };
  kept.set(vault, known);
  merge(...HOME_COLLECTIONS.map((name) => vault.collections[name].eventBulks$ as Observable<unknown>)).subscribe((bulk) => {
    for (const { documentId, documentData } of (bulk as Bulk).events) {
      const person = documentData?.personId;
      known.stale.add(typeof person === 'string' ? person : documentId);
    }
  });
  // what is about nobody says who may see whom, and how the workplace is set
  (vault.collections.office.eventBulks$ as Observable<unknown>).subscribe(() => (known.facts = undefined));
  return known;
};
