import { z } from 'zod';
import { Application } from './application.ts';
import { Appointment } from './appointment.ts';
import { Id, shortText } from './base.ts';
import { CaseFile } from './casefile.ts';
import { Checklist } from './checklist.ts';
import { Consent } from './consents.ts';
import { CivilDate } from './dates.ts';
import { Departure } from './departure.ts';
import { Need } from './need.ts';
import { Round } from './needs.ts';
import { Obligation } from './obligations.ts';
import { Person } from './people.ts';
import { PlanContent, PlanProgress } from './plan.ts';
import { readOpen } from './read-open.ts';
import { Road } from './road.ts';
import { ThirdPerson } from './third-person.ts';

/** Highest version of the payload `transfer` that this program reads and writes. */
export const TRANSFER_VERSION = 1;

/** Number and day of the order by which somebody is moved to another prison: the ground of the envelope. */
export const TransferOrder = z.strictObject({ act: shortText, date: CivilDate });
export type TransferOrder = z.infer<typeof TransferOrder>;

/**
 * Somebody's case and its history, for the prison that goes on with it: documents as they are kept, so that ids, versions and
 * hashes stay what they were. Which places of them leave is said by the profile `prison`; see `build-transfer.ts`.
 */
export const Transfer = z.strictObject({
  format: z.literal('varco-transfer'),
  version: z.literal(1),
  dataAsOf: CivilDate,
  sender: CaseFile.shape.sender,
  recipient: z.strictObject({ serviceId: Id, name: shortText }),
  order: TransferOrder,
  person: Person,
  /** newest first, also those of earlier stays */
  rounds: z.array(Round).max(500),
  needs: z.array(Need).max(500),
  /** every version; approved content with its hash, unchanged */
  contents: z.array(PlanContent).max(200),
  progress: z.array(PlanProgress).max(200),
  learning: CaseFile.shape.learning,
  road: Road.optional(),
  obligations: z.array(Obligation).max(200),
  appointments: z.array(Appointment).max(500),
  applications: z.array(Application).max(500),
  lists: z.array(Checklist).max(50),
  departure: Departure.optional(),
  choices: z.array(Consent).max(1000),
  /** only those who said yes themselves */
  otherPeople: z.array(ThirdPerson).max(100),
  notIncluded: CaseFile.shape.notIncluded,
});
export type Transfer = z.infer<typeof Transfer>;

export interface ReadTransfer {
  /** what this version understands; everything in it is about `transfer.person` */
  readonly transfer: Transfer;
  /** places of what it does not: fields and values of a later minor version */
  readonly unknown: readonly string[];
}

/** Every document that is about a person. */
const about = ({ rounds, needs, contents, progress, road, obligations, appointments, applications, lists, departure, choices, otherPeople }: Transfer): readonly { readonly id: string; readonly personId: string }[] => [
  ...rounds, ...needs, ...contents, ...progress, ...obligations, ...appointments, ...applications, ...lists, ...choices, ...otherPeople, ...(road === undefined ? [] : [road]), ...(departure === undefined ? [] : [departure]),
];

/** One person, no document twice, and every version of a plan with its content. */
const isOneCase = (transfer: Transfer): boolean => {
  const all = about(transfer);
  const contents = new Set(transfer.contents.map(({ id }) => id));
  return all.every(({ personId }) => personId === transfer.person.id) && new Set(all.map(({ id }) => id)).size === all.length && transfer.progress.every(({ contentId }) => contents.has(contentId));
};

/**
 * Reads a transfer of this major version, perhaps written by a later minor one. Plans are read exactly or not at all. The hash of
 * each approved content is left to whoever can compute it.
 * @param raw parsed JSON; it is not changed
 * @returns undefined when it is no transfer, is about several people, or names a plan it does not bring
 */
export const readTransfer = (raw: unknown): ReadTransfer | undefined => {
  const read = readOpen(Transfer, raw, (part) => part === 'contents');
  return read === undefined || !isOneCase(read.value) ? undefined : { transfer: read.value, unknown: read.unknown };
};
