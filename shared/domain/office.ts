import { z } from 'zod';
import { documentBase, Id, Language, shortText } from './base.ts';
import { ServiceCard } from './card.ts';
import { CivilDate } from './dates.ts';
import { OpenSshKey } from './envelope.ts';
import { JurisdictionCode } from './jurisdiction.ts';
import { UserRole } from './roles.ts';

export const WorkplaceKind = z.enum(['prison', 'probation']);
export type WorkplaceKind = z.infer<typeof WorkplaceKind>;

/** Whose cases somebody sees: those they manage, those of their units, or all of the house. */
export const CaseScope = z.enum(['OWN', 'UNITS', 'FACILITY']);
export type CaseScope = z.infer<typeof CaseScope>;

/** Days on which a colleague stands in for somebody and sees their cases; both ends count. */
export const Absence = z.strictObject({ deputyId: Id, from: CivilDate, to: CivilDate });
export type Absence = z.infer<typeof Absence>;

/** A user as the office knows them; keys live in the keyring. Dismissed users stay resolvable by name. */
export const User = z.strictObject({
  ...documentBase,
  type: z.literal('user'),
  name: shortText,
  roles: z.array(UserRole).min(1).max(5),
  /** without one: the whole house */
  scope: CaseScope.optional(),
  /** with scope UNITS */
  units: z.array(shortText).max(50).optional(),
  absences: z.array(Absence).max(50).optional(),
  /** the last day on which this user may unlock: a guest's inspection, a trainer's contract */
  until: CivilDate.optional(),
  /** somebody else chose the password: it is replaced at the next unlock, before anything else */
  passwordGiven: z.literal(true).optional(),
  dismissedOn: CivilDate.optional(),
});
export type User = z.infer<typeof User>;

/** Our own service: its card is what others need to seal to us and to verify us. */
export const Service = z.strictObject({
  ...documentBase,
  type: z.literal('service'),
  card: ServiceCard,
  /** next envelope number per recipient service */
  sequences: z.record(Id, z.int().min(0)),
  /** the signing key whose revocation sheet was saved; another one, or none: there is no paper for the key in use */
  revocationSavedFor: OpenSshKey.optional(),
  /** where numbers to a service without one begin: raised by a restore, because some may have been used since the backup */
  sequencesFrom: z.int().min(0).optional(),
});
export type Service = z.infer<typeof Service>;

/** 32 bytes in base64. */
const Seed = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

/**
 * The keys of our own service since they were changed for the first time; before, those of the founding in the keyring are in
 * use. Case data: whoever opens what arrives reads cases. Saved in one commit with the card they belong to.
 */
export const ServiceKeys = z.strictObject({
  ...documentBase,
  type: z.literal('serviceKeys'),
  /** `AGE-SECRET-KEY-1…` or, hybrid, `AGE-SECRET-KEY-PQ-1…`, newest first: what was sealed to an earlier card still opens */
  ageIdentities: z.array(z.string().regex(/^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+$/)).min(1).max(20),
  signingKey: Seed,
  nextSigningKey: Seed,
  /** the key that handed over to this one: a renewed card says so again, for those who missed the change */
  formerSigningKey: Seed,
});
export type ServiceKeys = z.infer<typeof ServiceKeys>;

export const TrustState = z.enum(['NEW', 'TRUSTED', 'CHANGED', 'REVOKED']);

/** A service we know. TRUSTED only after its fingerprint was compared by phone or on paper. */
export const Contact = z.strictObject({
  ...documentBase,
  type: z.literal('contact'),
  card: ServiceCard,
  trust: TrustState,
  comparedOn: CivilDate.optional(),
  comparedBy: Id.optional(),
  comparedWith: shortText.optional(),
  /** keys of this service we accepted before, newest first */
  formerSigningKeys: z.array(z.string()).max(20),
  /** keys of this service that a paper ended: nothing signed with one of them is taken again, whatever card comes */
  revokedKeys: z.array(OpenSshKey).max(20).optional(),
  /** the day the last of them was ended here: what came until then is marked */
  revokedOn: CivilDate.optional(),
  /** somebody here said that directories, catalogues and templates of this service may be looked at */
  packs: z.strictObject({ by: Id, on: CivilDate }).optional(),
  /** the service for exercises: it does not exist, and its keys were thrown away when its card was made */
  practice: z.literal(true).optional(),
});
export type Contact = z.infer<typeof Contact>;

/**
 * An organisation without a card, to which things are sealed with a passphrase. Its `serviceId` is ours alone: it stands in no
 * envelope, because whoever opens one could not know it.
 */
export const Cardless = z.strictObject({
  ...documentBase,
  type: z.literal('cardless'),
  serviceId: Id,
  name: shortText,
  address: z.string().max(400).optional(),
  phone: z.string().max(60).optional(),
});
export type Cardless = z.infer<typeof Cardless>;

/** A remembered way to read a register: columns by their header, kept per set of headers. */
export const RegisterMapping = z.strictObject({
  ...documentBase,
  type: z.literal('registerMapping'),
  /** folded headers joined, to recognise the same register again */
  signature: z.string().max(2000),
  dateFormat: z.enum(['DMY', 'MDY', 'YMD']),
  columns: z.record(z.string(), z.string()),
});
export type RegisterMapping = z.infer<typeof RegisterMapping>;

export const Settings = z.strictObject({
  ...documentBase,
  type: z.literal('settings'),
  defaultDocumentLanguage: Language,
  jurisdiction: JurisdictionCode,
  /** minutes without a key or click until the workplace locks itself */
  idleMinutes: z.int().min(2).max(30).optional(),
  /** a backup older than this many days is asked for */
  backupEveryDays: z.int().min(1).max(31).optional(),
  /** the recovery code that somebody confirmed to have on paper, by its public key; empty: none yet. Missing in workplaces from before this was noted */
  recoveryKept: z.string().max(64).optional(),
  /** the last backup that was written and read back whole */
  lastBackup: z.strictObject({ at: z.iso.datetime(), bytes: z.int().min(0), entries: z.int().min(0) }).optional(),
});
export type Settings = z.infer<typeof Settings>;
