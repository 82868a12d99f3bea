import { MOST_AT_ONCE } from '../../../shared/domain/case-manager.ts';

/** Somebody chosen in a list. */
export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

/** Who is chosen, in the order of choosing. */
export type Chosen = readonly ChosenPerson[];

/** Chosen or not, the other way round. What would be one too many is left out. */
export const toggled = (chosen: Chosen, person: ChosenPerson): Chosen =>
  chosen.some(({ id }) => id === person.id) ? chosen.filter(({ id }) => id !== person.id) : joined(chosen, [person]);

/** The ones chosen with more of them, at most as many as one act takes. */
export const joined = (chosen: Chosen, more: readonly ChosenPerson[]): Chosen => {
  const known = new Set(chosen.map(({ id }) => id));
  return [...chosen, ...more.filter(({ id }) => !known.has(id)).map(({ id, name, code }) => ({ id, name, code }))].slice(0, MOST_AT_ONCE);
};

/** The rows from one to another, whichever comes first; cut to what one act takes, beginning at `from`. */
export const span = (from: number, to: number): { readonly offset: number; readonly limit: number } => {
  const limit = Math.min(Math.abs(to - from) + 1, MOST_AT_ONCE);
  return { offset: to >= from ? from : from - limit + 1, limit };
};
