import { z } from 'zod';
import { documentBase, Id, Language, shortText } from './base.ts';
import { AfterRelease, ContactBan, Custody, Movement, SpokenLanguage, Time } from './custody.ts';
import { CivilDate } from './dates.ts';
import { DecisionState } from './decision.ts';
import { PersonStatus } from './person-machine.ts';
import { PersonTurn } from './person-turns.ts';

/** Kinds of date on the road to release. Never one single "release date". */
export const ReleaseDateKind = z.enum([
  'END_OF_SENTENCE',
  'END_WITH_DEDUCTIONS', // IT: giorni di liberazione anticipata granted
  'FRACTION_SERVED', // RO: data împlinirii fracției
  'COMMISSION',
  'HEARING',
  'NEW_TERM',
  'DECISION_FINAL',
  'CUSTODY_LIMIT',
  'PERMIT_RETURN',
  'ACTUAL',
]);
export type ReleaseDateKind = z.infer<typeof ReleaseDateKind>;

export const Certainty = z.enum(['DECIDED', 'CALCULATED', 'HOPED']);
export type Certainty = z.infer<typeof Certainty>;

export const ReleaseDate = z.strictObject({
  id: Id,
  kind: ReleaseDateKind,
  date: CivilDate,
  /** the hour, where it is known: a release in the evening finds every service closed */
  time: Time.optional(),
  certainty: Certainty,
  /** the act or register it was read from */
  source: shortText,
  setOn: CivilDate,
  setBy: Id,
  /** why an earlier date of the same kind was replaced */
  reasonForChange: shortText.optional(),
  /** superseded dates stay, so that the history of a date can be read */
  supersededOn: CivilDate.optional(),
});
export type ReleaseDate = z.infer<typeof ReleaseDate>;

export { PersonStatus };

export const LegalPosition = z.enum([
  'ON_REMAND',
  'CONVICTED_NOT_FINAL',
  'MIXED',
  'SENTENCED',
  'SECURITY_MEASURE',
  'EDUCATIVE_MEASURE',
  'ALTERNATIVE_MEASURE',
  'RELEASED',
]);
export type LegalPosition = z.infer<typeof LegalPosition>;

export const ReadingSupport = z.enum(['NONE', 'LARGE_PRINT', 'EASY_READ', 'PICTOGRAMS', 'READ_ALOUD', 'INTERPRETER']);
export type ReadingSupport = z.infer<typeof ReadingSupport>;

/** One way of the release decision through commission and court; see decision.ts. */
export const Decision = z.strictObject({
  id: Id,
  state: DecisionState,
  openedOn: CivilDate,
  /** newest last */
  history: z.array(
    z.strictObject({
      state: DecisionState,
      on: CivilDate,
      by: Id,
      source: shortText,
      newTerm: CivilDate.optional(),
    }),
  ),
});
export type Decision = z.infer<typeof Decision>;

/** A stay in custody that ended before the present one began: readable, and nothing of it counts as current. */
export const Stay = z.strictObject({
  id: Id,
  /** the day it began, where it is known */
  from: CivilDate.optional(),
  /** the day the next one began */
  until: CivilDate,
  endedAs: PersonStatus,
  releaseDates: z.array(ReleaseDate).max(100),
  decisions: z.array(Decision).max(40),
  movements: z.array(Movement).max(400),
  legalPosition: LegalPosition.optional(),
  regime: shortText.optional(),
  afterRelease: AfterRelease.optional(),
});
export type Stay = z.infer<typeof Stay>;

/** Two records that look alike and are two people's: whose the other one is, and how somebody knew. */
export const ToldApart = z.strictObject({ id: Id, reason: shortText, on: CivilDate, by: Id });
export type ToldApart = z.infer<typeof ToldApart>;

/** The case is with another prison: which, since when, by which hand-over, and until when this copy is kept. */
export const CaseCopy = z.strictObject({ handoverId: Id, serviceId: Id, name: shortText, on: CivilDate, keepUntil: CivilDate, source: shortText });
export type CaseCopy = z.infer<typeof CaseCopy>;

export const Person = z.strictObject({
  ...documentBase,
  type: z.literal('person'),
  /** the register's own number: Nr. matricol, matricola */
  code: z.string().trim().min(1).max(40),
  /** ids under which other prisons know the same person: by them a case finds back, and a plan keeps its hash */
  wasIds: z.array(Id).max(20).optional(),
  /** numbers of records that were merged into this one */
  otherCodes: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
  familyName: shortText,
  givenName: z.string().trim().max(200),
  birthDate: CivilDate,
  citizenships: z.array(shortText).max(6).optional(),
  /** language in which an interpreter is needed; never a mother tongue taken from a register unasked */
  interpreterLanguage: shortText.optional(),
  /** language of the person's own copy */
  copyLanguage: Language.optional(),
  readingSupport: ReadingSupport.optional(),
  languages: z.array(SpokenLanguage).max(8).optional(),
  /** prohibitions of contact, as their acts say; nobody they protect is named */
  contactBans: z.array(ContactBan).max(20).optional(),
  /** until when a residence permit holds */
  permitUntil: CivilDate.optional(),
  custody: Custody.optional(),
  afterRelease: AfterRelease.optional(),
  /** oldest first */
  movements: z.array(Movement).max(400).optional(),
  unit: shortText.optional(),
  regime: shortText.optional(),
  legalPosition: LegalPosition.optional(),
  education: shortText.optional(),
  municipality: shortText.optional(),
  admissionDate: CivilDate.optional(),
  /** life sentence: there is no end date, and the screens say so */
  endless: z.boolean().optional(),
  releaseDates: z.array(ReleaseDate).max(100),
  decisions: z.array(Decision).max(40),
  status: PersonStatus,
  /** releases, deaths, escapes and what ended them, oldest first; see `turn-rules.ts` */
  turns: z.array(PersonTurn).max(100).optional(),
  /** of somebody transferred: what is kept here is a copy, and nobody changes it */
  copy: CaseCopy.optional(),
  /** stays before this one, oldest first */
  stays: z.array(Stay).max(20).optional(),
  /** looked at side by side, and somebody else */
  notSame: z.array(ToldApart).max(50).optional(),
  caseManagerId: Id.optional(),
  deputyId: Id.optional(),
});
export type Person = z.infer<typeof Person>;

/** "Mureșan Ștefan": as registers and lists write it. */
export const displayName = (person: Pick<Person, 'familyName' | 'givenName'>): string =>
  `${person.familyName} ${person.givenName}`.trim();

/** Folded for search and sort: lower case, no diacritics, single spaces. "Ștefan ŢÎRLEA" → "stefan tirlea". */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
