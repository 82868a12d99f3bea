import { z } from 'zod';
import { Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';

/** A time of the clock at the site, `HH:MM`. */
export const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not a time' });
export type Time = z.infer<typeof Time>;

/** Somebody who leaves the prison by day and sleeps in it. Semi-liberty is a way of serving, never a release. */
export const CustodyStatus = z.enum(['WORK_OUTSIDE', 'SEMI_LIBERTY']);
export type CustodyStatus = z.infer<typeof CustodyStatus>;

export const Custody = z.strictObject({
  status: CustodyStatus,
  since: CivilDate,
  /** by when the person is back each day */
  returnsBy: Time.optional(),
  /** the act that allows it */
  act: shortText.optional(),
});
export type Custody = z.infer<typeof Custody>;

/** What an order forbids. Whom it protects is in the act alone: no victim is ever named here. */
export const ContactBanKind = z.enum(['NO_CONTACT', 'NO_APPROACH', 'NO_PLACES']);
export type ContactBanKind = z.infer<typeof ContactBanKind>;

export const ContactBan = z.strictObject({
  id: Id,
  kind: ContactBanKind,
  /** number of the act; the act prevails */
  act: shortText,
  /** absent: the act sets no end */
  until: CivilDate.optional(),
});
export type ContactBan = z.infer<typeof ContactBan>;

/** A language somebody can be talked to in, and whether they read it. Never a mother tongue taken from a register. */
export const SpokenLanguage = z.strictObject({ language: shortText, reads: z.boolean() });
export type SpokenLanguage = z.infer<typeof SpokenLanguage>;

/** Whether a service takes over at release. Without supervision nothing is sent: the person has their own copy. */
export const AfterRelease = z.enum(['SUPERVISED', 'UNSUPERVISED']);
export type AfterRelease = z.infer<typeof AfterRelease>;

/** Ways out of the prison and back; a transfer is no release. */
export const MovementKind = z.enum(['TRANSFER', 'TEMPORARY_TRANSFER', 'COURT', 'HOSPITAL', 'PERMIT', 'INTERRUPTION', 'RETURN']);
export type MovementKind = z.infer<typeof MovementKind>;

export const Movement = z.strictObject({
  id: Id,
  kind: MovementKind,
  on: CivilDate,
  /** the other prison or the court; never a ward or a diagnosis */
  place: shortText.optional(),
  expectedReturn: CivilDate.optional(),
  /** the order it was read from */
  source: shortText,
  setBy: Id,
  /** the state to go back to on return */
  before: z.enum(['ACTIVE', 'PRE_RELEASE']).optional(),
});
export type Movement = z.infer<typeof Movement>;
