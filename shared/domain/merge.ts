import { z } from 'zod';
import { documentBase, Id } from './base.ts';
import { CivilDate } from './dates.ts';
import { Person, ReleaseDateKind } from './people.ts';

/** A document that went with its person: where it lies. */
export const MovedDocument = z.strictObject({ collection: z.string().max(40), id: Id });
export type MovedDocument = z.infer<typeof MovedDocument>;

/** A document of the other record of which a person has one at a time: as it stood, kept for the day they are put apart. */
export const AsideDocument = z.strictObject({ collection: z.string().max(40), doc: z.looseObject({ id: Id, type: z.string().max(40) }) });
export type AsideDocument = z.infer<typeof AsideDocument>;

/** What a record can know that another one of the same person says otherwise: whoever merges them chooses. */
export const MergeField = z.enum([
  'familyName', 'givenName', 'birthDate', 'citizenships', 'interpreterLanguage', 'copyLanguage', 'readingSupport', 'languages', 'permitUntil', 'custody', 'afterRelease', 'unit',
  'regime', 'legalPosition', 'education', 'municipality', 'admissionDate', 'endless', 'caseManagerId', 'deputyId',
]);
export type MergeField = z.infer<typeof MergeField>;

/** Where both say something else: what of the other record counts. The rest stays as the kept one says. */
export const Taking = z.strictObject({ fields: z.array(MergeField).max(MergeField.options.length), dates: z.array(ReleaseDateKind).max(ReleaseDateKind.options.length) });
export type Taking = z.infer<typeof Taking>;

/** A record that was found to be about somebody who is here already: as it stood, and what went with it, so that all of it can be put back. */
export const Merged = z.strictObject({
  ...documentBase,
  type: z.literal('merged'),
  /** whose record was kept */
  personId: Id,
  on: CivilDate,
  /** the kept record before it */
  before: Person,
  /** the other record, as it stood */
  was: Person,
  /** what was chosen of the other one where both said something else */
  taking: Taking.optional(),
  moved: z.array(MovedDocument).max(20_000),
  aside: z.array(AsideDocument).max(100).optional(),
});
export type Merged = z.infer<typeof Merged>;

/** What goes along with a person, as a screen counts it. */
export const MergeGroup = z.enum(['NEEDS', 'NOTES', 'REQUESTS', 'PLANS', 'COURSES', 'ROAD', 'SITTINGS', 'HANDOVERS', 'PAPERS', 'CHOICES', 'DISCLOSURES', 'OTHER']);
export type MergeGroup = z.infer<typeof MergeGroup>;
