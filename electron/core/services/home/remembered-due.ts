import type { DueContext, PersonFacts } from '../../../../shared/domain/due-facts.ts';
import type { DueItem } from '../../../../shared/domain/due.ts';
import { duePerson } from '../../../../shared/domain/due-rules.ts';
import type { Work } from '../work.ts';

type DueOf = (person: PersonFacts) => readonly DueItem[];

interface Remembered {
  readonly context: DueContext;
  readonly dueOf: DueOf;
}

const remembered = new WeakMap<Work['vault'], Remembered>();

/** The same user, whose roles stay what they are until the vault is locked, on the same day under the same rules. */
const same = (a: DueContext, b: DueContext): boolean => a.today === b.today && a.userId === b.userId && a.workplace === b.workplace && a.jurisdiction === b.jurisdiction;

/** What waits of one person, worked out once for the same facts, day and rules: most people stay as they are between two looks. */
export const rememberedDue = (vault: Work['vault'], context: DueContext): DueOf => {
  const known = remembered.get(vault);
  if (known !== undefined && same(known.context, context)) return known.dueOf;
  const fresh = duePerson(context);
  const found = new WeakMap<PersonFacts, readonly DueItem[]>();
  const dueOf: DueOf = (person) => {
    const items = found.get(person) ?? fresh(person);
    found.set(person, items);
    return items;
  };
  remembered.set(vault, { context, dueOf });
  return dueOf;
};
