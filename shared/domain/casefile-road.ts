import { z } from 'zod';
import { ApplicationKind, ApplicationStatus, StoredWith } from './application.ts';
import { AppointmentStatus, AppointmentTime } from './appointment.ts';
import { Id, Language, longText, shortText } from './base.ts';
import { ChecklistCritical, ChecklistDomain, ChecklistItemState, ChecklistKind, ChecklistOwner, ItemCode } from './checklist.ts';
import { AfterRelease, ContactBanKind, CustodyStatus, Time } from './custody.ts';
import { CivilDate } from './dates.ts';
import { DepartureState, DepartureThing } from './departure.ts';
import { ItinerarySpan } from './itinerary.ts';
import { ItineraryKind } from './itinerary-lines.ts';
import { Names } from './jurisdiction.ts';
import { ObligationKind } from './obligations.ts';
import { OwnerKind } from './plan.ts';
import { AddressState } from './road.ts';
import { ThirdPersonKind } from './third-person.ts';

/** Of the person: fields that were added after the first case files. */
export const caseDetails = {
  languages: z.array(z.strictObject({ language: shortText, reads: z.boolean() })).max(8).optional(),
  /** in custody by night only */
  custody: z.strictObject({ status: CustodyStatus, since: CivilDate, returnsBy: Time.optional(), act: shortText.optional() }).optional(),
  permitUntil: CivilDate.optional(),
  afterRelease: AfterRelease.optional(),
};

/**
 * What the road to release adds to a case file. Each is left out while nothing of it is known; that it is not held is then said.
 * A health appointment has no name, purpose or place; a prohibition of contact has its act, and nobody it protects.
 */
export const caseRoad = {
  /** plain sentences of their acts, which prevail; `none`: somebody looked and there are none */
  obligations: z
    .strictObject({
      none: z.strictObject({ on: CivilDate, source: shortText }).optional(),
      lines: z
        .array(z.strictObject({ id: Id, kind: ObligationKind, text: longText, lang: Language, act: shortText, from: CivilDate, until: CivilDate.optional(), protectsSomebody: z.boolean(), readAloudOn: CivilDate.optional() }))
        .max(200),
    })
    .optional(),
  contactBans: z.array(z.strictObject({ kind: ContactBanKind, act: shortText, until: CivilDate.optional() })).max(20).optional(),
  destination: z
    .strictObject({ addressState: AddressState, address: shortText.optional(), municipality: shortText.optional(), county: shortText.optional(), country: shortText.optional(), host: shortText.optional() })
    .optional(),
  /** other people, each with their own yes */
  otherPeople: z.array(z.strictObject({ kind: ThirdPersonKind, name: shortText, relation: shortText.optional(), phone: z.string().max(60).optional(), agreedOn: CivilDate, until: CivilDate.optional() })).max(40).optional(),
  appointments: z
    .array(
      z.strictObject({
        id: Id,
        health: z.literal(true).optional(),
        organisation: shortText.optional(),
        purpose: shortText.optional(),
        at: AppointmentTime,
        /** the day, where it could be worked out */
        on: CivilDate.optional(),
        place: shortText.optional(),
        phone: z.string().max(60).optional(),
        lang: Language.optional(),
        mandatory: z.boolean(),
        status: AppointmentStatus,
      }),
    )
    .max(200)
    .optional(),
  applications: z
    .array(
      z.strictObject({
        id: Id,
        kind: ApplicationKind,
        what: shortText.optional(),
        to: shortText.optional(),
        reference: shortText.optional(),
        status: ApplicationStatus,
        submittedOn: CivilDate.optional(),
        expectedBy: CivilDate.optional(),
        receivedOn: CivilDate.optional(),
        storedWith: StoredWith.optional(),
      }),
    )
    .max(200)
    .optional(),
  /** what is still open of the list; what the person did not want is no part of it */
  checklist: z
    .strictObject({
      kind: ChecklistKind,
      open: z.array(z.strictObject({ code: ItemCode, domain: ChecklistDomain, names: Names, required: z.boolean(), critical: ChecklistCritical.optional(), state: ChecklistItemState, dueOn: CivilDate.optional(), owner: ChecklistOwner })).max(99),
    })
    .optional(),
  departure: z.array(z.strictObject({ thing: DepartureThing, state: DepartureState, words: shortText.optional(), phone: z.string().max(60).optional(), days: z.int().optional() })).max(20).optional(),
  /** the first ninety days in order; `words` says what, `on` and `time` when */
  firstDays: z
    .array(z.strictObject({ span: ItinerarySpan, kind: ItineraryKind, on: CivilDate.optional(), time: Time.optional(), words: longText.optional(), owner: OwnerKind.optional(), health: z.literal(true).optional() }))
    .max(400)
    .optional(),
};
