import { z } from 'zod';
import { documentBase, Id, Language, longText, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { isActNumber } from './person-details.ts';

/** What somebody has to do or leave after release. Each has a sentence in plain words: `release:obligation.sentence`. */
export const ObligationKind = z.enum([
  'REPORT', // to the service that supervises
  'VISITS',
  'TELL_ADDRESS',
  'TELL_WORK',
  'TELL_MEANS',
  'STAY_AT_ADDRESS',
  'STAY_IN_COUNTRY',
  'NO_PLACES',
  'NO_CONTACT',
  'NO_DRIVING',
  'NO_WEAPONS',
  'PROGRAMME',
  'COMMUNITY_WORK',
  'PAY',
  'OTHER',
]);
export type ObligationKind = z.infer<typeof ObligationKind>;

/** One obligation in one plain sentence, as its act says. Whom it protects is in the act alone: `protectsSomebody`, never who. */
export const Obligation = z.strictObject({
  ...documentBase,
  type: z.literal('obligation'),
  personId: Id,
  kind: ObligationKind,
  text: longText,
  lang: Language,
  /** number of the act; the act prevails */
  act: shortText,
  from: CivilDate,
  /** absent: the act sets no end */
  until: CivilDate.optional(),
  protectsSomebody: z.boolean(),
  /** entered by mistake, or lifted: kept, and no longer told */
  ended: z.strictObject({ on: CivilDate, by: Id, reason: shortText }).optional(),
  /** of an earlier stay, or of somebody who died: kept, and no longer counted */
  past: z.literal(true).optional(),
});
export type Obligation = z.infer<typeof Obligation>;

/** What is typed of an obligation. */
export type ObligationWords = Pick<Obligation, 'kind' | 'text' | 'lang' | 'act' | 'from' | 'until' | 'protectsSomebody'>;

/** Whether an obligation can be entered as typed. */
export const obligationFits = ({ act, from, until }: Pick<ObligationWords, 'act' | 'from' | 'until'>): Outcome<void> => {
  if (!isActNumber(act)) return refused('obligation.actNumber');
  return until !== undefined && until < from ? refused('obligation.endsBeforeStart') : allowed(undefined);
};

/** Those that hold on this day or later, earliest first. */
export const obligationsAhead = <O extends Pick<Obligation, 'from' | 'until' | 'ended' | 'past'>>(all: readonly O[], today: CivilDate): O[] =>
  all.filter(({ until, ended, past }) => ended === undefined && past !== true && (until === undefined || until >= today)).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** Whether it is known what somebody has to do after release: obligations were entered, or somebody said that there are none. */
export const obligationsKnown = (all: readonly Pick<Obligation, 'ended'>[], road: { readonly noObligations?: unknown } | undefined): boolean =>
  road?.noObligations !== undefined || all.some(({ ended }) => ended === undefined);

/** Those in force that were never read aloud to the person. */
export const unreadObligations = (ahead: readonly Pick<Obligation, 'id'>[], readAloud: readonly { readonly obligations: readonly string[] }[]): string[] => {
  const read = new Set(readAloud.flatMap(({ obligations }) => obligations));
  return ahead.flatMap(({ id }) => (read.has(id) ? [] : [id]));
};
