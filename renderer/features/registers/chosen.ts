import type { RegisterDifferences } from '../../../shared/domain/registers/schemas.ts';

/** What the person ticked: new people by row number text of their own number, changed ones by id. */
export interface Chosen {
  readonly add: ReadonlySet<string>;
  readonly change: ReadonlySet<string>;
}

/** Everything that may be taken together: what carries a caution, and who may be here already, is decided one by one. */
export const allSafe = (differences: RegisterDifferences): Chosen => ({
  add: new Set(differences.new.flatMap(({ code }) => (Object.hasOwn(differences.alike, code) ? [] : [code]))),
  change: new Set(differences.changed.filter((person) => person.caution === undefined).map((person) => person.personId)),
});

/** A set with one thing put in or taken out. */
export const toggled = (set: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> => {
  const next = new Set(set);
  if (on) next.add(id);
  else next.delete(id);
  return next;
};
