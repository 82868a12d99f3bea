import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';

/** How sure an address is: somebody confirmed it in writing, somebody said so, or there is none. */
export const AddressState = z.enum(['CONFIRMED', 'SAID', 'NONE']);
export type AddressState = z.infer<typeof AddressState>;

/** Where somebody goes after release. */
export const Destination = z.strictObject({
  addressState: AddressState,
  /** street and number; only as far as the service that takes over needs it */
  address: shortText.optional(),
  municipality: shortText.optional(),
  county: shortText.optional(),
  country: shortText.optional(),
  /** who takes them in, in the words of the case: "sister"; that person's own consent is a record of its own */
  host: shortText.optional(),
});
export type Destination = z.infer<typeof Destination>;

/** What a prohibition of contact may stand against. */
export const BanSubject = z.enum(['DESTINATION', 'HOST', 'STEP']);
export type BanSubject = z.infer<typeof BanSubject>;

/** Somebody compared something with the acts and found no prohibition of contact concerned. Never computed. */
export const BanCheck = z.strictObject({
  subject: BanSubject,
  /** the step */
  stepId: Id.optional(),
  /** what was looked at, and against which prohibitions: another word, and it is looked at again */
  of: z.string().min(1).max(2000),
  bans: z.array(z.string().min(1).max(600)).min(1).max(20),
  on: CivilDate,
  by: Id,
});
export type BanCheck = z.infer<typeof BanCheck>;

/** What is known of somebody's road to release beside dates and the list: one document for each person. */
export const Road = z.strictObject({
  ...documentBase,
  type: z.literal('road'),
  personId: Id,
  destination: Destination.optional(),
  /** said by somebody who looked: no obligation after release. Taken back by the first one that is entered */
  noObligations: z.strictObject({ on: CivilDate, by: Id, source: shortText }).optional(),
  /** the obligations were read aloud to the person */
  readAloud: z.array(z.strictObject({ on: CivilDate, by: Id, obligations: z.array(Id).max(60) })).max(40),
  banChecks: z.array(BanCheck).max(200),
  /** of an earlier stay, or of somebody who died: kept, and no longer counted */
  past: z.literal(true).optional(),
});
export type Road = z.infer<typeof Road>;
