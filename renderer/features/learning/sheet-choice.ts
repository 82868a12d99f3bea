import type { SheetPreview } from '../../../shared/contract/learning.ts';

/** What of a sheet is taken over. */
export interface SheetChoice {
  /** people who are on the course or shall be */
  readonly people: ReadonlySet<string>;
  /** days of the sheet that are no session yet become one */
  readonly addSessions: boolean;
  readonly replace: boolean;
}

/** Everything that contradicts nothing: rows under another name than ours are looked at first, and recorded marks stay. */
export const everythingOf = (preview: SheetPreview): SheetChoice => ({
  people: new Set(preview.rows.filter(({ otherName }) => otherName === undefined).map(({ personId }) => personId)),
  addSessions: true,
  replace: false,
});

/** What the core is asked to take over. */
export const takenOf = (preview: SheetPreview, { people, addSessions, replace }: SheetChoice) => {
  const missing = preview.days.filter(({ session }) => session === 'MISSING');
  const isMissing = (on: string, nth: number): boolean => missing.some((day) => day.on === on && day.nth === nth);
  return {
    addSessions: addSessions ? missing.map(({ on, minutes }) => ({ on, minutes })) : [],
    replace,
    rows: preview.rows
      .filter(({ personId }) => people.has(personId))
      .map(({ personId, marks }) => ({ personId, marks: addSessions ? marks : marks.filter(({ on, nth }) => !isMissing(on, nth)) }))
      .filter(({ marks }) => marks.length > 0),
  };
};
