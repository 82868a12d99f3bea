import { z } from 'zod';
import { folded, type Person } from './people.ts';

/** Why two people born on one day may be one: written the same, in another order, or only sounding alike. */
export const NameLikeness = z.enum(['SAME', 'OTHER_ORDER', 'SOUND']);
export type NameLikeness = z.infer<typeof NameLikeness>;

type Named = Pick<Person, 'familyName' | 'givenName'>;

const inOrder = ({ familyName, givenName }: Named): string => folded(`${familyName} ${givenName}`).split(' ').toSorted().join(' ');

/** How two names that sound alike are alike; case, diacritics and marks between the parts say nothing. */
export const nameLikeness = (a: Named, b: Named): NameLikeness => {
  if (folded(a.familyName) === folded(b.familyName) && folded(a.givenName) === folded(b.givenName)) return 'SAME';
  return inOrder(a) === inOrder(b) ? 'OTHER_ORDER' : 'SOUND';
};
