import { z } from 'zod';
import { documentBase } from './base.ts';
import { CivilDate } from './dates.ts';
import { NeedDomain } from './needs.ts';
import { PackOrigin } from './pack-origin.ts';
import { codeText, phoneText, plainLine } from './plain-text.ts';

export const OrganisationKind = z.enum(['STATE', 'MUNICIPALITY', 'HEALTH', 'EMPLOYMENT', 'SCHOOL', 'NGO', 'FAITH', 'EMPLOYER', 'OTHER']);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** How much of an entry may be passed on to other offices: nothing, the service, or the people there who said yes to it as well. */
export const Publishes = z.enum(['NOTHING', 'SERVICE', 'PERSONS']);
export type Publishes = z.infer<typeof Publishes>;

/** Whom to ask for there. Somebody's name is theirs: it leaves only with their own yes. */
export const OrganisationPerson = z.strictObject({
  name: plainLine(120),
  role: plainLine(120).optional(),
  phone: phoneText.optional(),
  /** they said yes to being passed on to other offices */
  publishes: z.boolean(),
});
export type OrganisationPerson = z.infer<typeof OrganisationPerson>;

/** Most people named of one service. */
export const MOST_PERSONS = 5;

/** What is said of a service, without the people there. Codes of a later version are kept as text. */
export const organisationFields = {
  name: plainLine(),
  kind: z.union([OrganisationKind, codeText]),
  municipality: plainLine(120).optional(),
  address: plainLine(400).optional(),
  phone: phoneText.optional(),
  email: z.email().max(200).optional(),
  opening: plainLine().optional(),
  /** what it helps with */
  helpsWith: z.array(z.union([NeedDomain, codeText])).max(NeedDomain.options.length + 10),
  /** the day somebody last asked whether all of it is still true */
  checkedOn: CivilDate.optional(),
};

/** What is written down of a service. */
export const OrganisationContent = z.strictObject({
  ...organisationFields,
  persons: z.array(OrganisationPerson).max(MOST_PERSONS),
  publishes: Publishes,
});
export type OrganisationContent = z.infer<typeof OrganisationContent>;

/** A service of the directory somebody can be sent to. It holds nothing about anybody in care. */
export const Organisation = OrganisationContent.extend({ ...documentBase, type: z.literal('organisation'), from: PackOrigin.optional() });
export type Organisation = z.infer<typeof Organisation>;
