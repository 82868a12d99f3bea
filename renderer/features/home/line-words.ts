import type { DueLine } from '../../../shared/contract/home.ts';
import { DueDate } from '../../../shared/domain/due.ts';
import { personPath, screenPaths, sittingPath } from '../../app/shell/screen-paths.ts';

/** Where the act of a line leads. */
export const pathOfLine = ({ place, person, sittingId }: Pick<DueLine, 'place' | 'person' | 'sittingId'>): string => {
  if (place === 'arrivals') return screenPaths.arrivals;
  if (place === 'sitting') return sittingId === undefined ? screenPaths.sittings : sittingPath(sittingId);
  return personPath(person.id, place);
};

/** What a line says; a day that has passed asks for its outcome. */
export const wordsOfLine = ({ kind, days, count }: Pick<DueLine, 'kind' | 'days' | 'count'>): { readonly key: string; readonly count?: number } => {
  if (kind === 'STEP' || kind === 'CHECKLIST' || kind === 'REQUEST' || kind === 'REQUEST_DELIVER' || kind === 'LINE_UNSIGNED') return { key: `home:line.${kind}`, count: count ?? 1 };
  const passed = (kind === 'RELEASE' || kind === 'DECISION') && days < 0;
  return { key: `home:line.${kind}${passed ? '_PAST' : ''}` };
};

const words: ReadonlySet<string> = new Set(DueDate.options);

/** Whether the date of a line is told by a word (“by”, “sent on”) and not by the kind of day it is on the road. */
export const isWordDate = (what: DueLine['what']): what is DueDate => words.has(what);

/** A day by which something should have been done, and that has passed. What waits since a day is not late by that. */
export const isLate = ({ what, days }: Pick<DueLine, 'what' | 'days'>): boolean => days < 0 && (what === 'BY' || !isWordDate(what));
