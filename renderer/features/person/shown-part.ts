import type { PersonPart } from '../../app/shell/screen-paths.ts';

/** What stands in the place of a part that this kind of workplace does not have: a probation office works on the road after release. */
const instead: { readonly [P in PersonPart]?: PersonPart } = { release: 'followUp', followUp: 'release' };

/** The part of a person's page that is shown when one was asked for. @param shown those that this user has */
export const shownPart = (asked: PersonPart, shown: readonly PersonPart[]): PersonPart => {
  if (shown.includes(asked)) return asked;
  const other = instead[asked];
  return other !== undefined && shown.includes(other) ? other : 'brief';
};
