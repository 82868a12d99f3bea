import type { Consent } from './consents.ts';
import { kindOf, standing } from './consents-rules.ts';
import type { CivilDate } from './dates.ts';
import { MAX_DISCLOSURE_CORRECTIONS, type Disclosure, type DisclosureContent, type DisclosureGround, type DisclosureWay, type Identification } from './disclosure.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** How somebody can be identified at all in each way of asking: a paper cannot be seen by phone. */
export const identifications: { readonly [W in DisclosureWay]: readonly Identification[] } = {
  PHONE: ['NOT_IDENTIFIED', 'CALLED_BACK', 'KNOWN_IN_PERSON'],
  IN_PERSON: ['NOT_IDENTIFIED', 'IDENTITY_PAPER', 'KNOWN_IN_PERSON'],
  LETTER: ['NOT_IDENTIFIED', 'REGISTERED_LETTER', 'CALLED_BACK'],
  EMAIL: ['NOT_IDENTIFIED', 'OFFICE_ADDRESS', 'CALLED_BACK'],
};

/** Grounds that name an act. */
export const needsAct = (ground: DisclosureGround | undefined): boolean => ground === 'LEGAL_DUTY' || ground === 'COURT_ORDER';

type Choices = Parameters<typeof standing>[0];

const mayTell = ({ identified, told, ground, act, purpose, on }: DisclosureContent, choices: Choices): Outcome<void> => {
  if (identified === 'NOT_IDENTIFIED') return refused('disclosure.notIdentified');
  if (told.length === 0 || ground === undefined) return refused('disclosure.nothingTold');
  if (needsAct(ground) && act === undefined) return refused('disclosure.actMissing');
  const until = choices.filter((choice) => choice.on <= on);
  if (ground === 'CONSENT' && (purpose === undefined || kindOf(purpose) !== 'CONSENT' || standing(until, purpose, on) !== 'GIVEN')) return refused('disclosure.noConsent');
  return allowed(undefined);
};

/**
 * Whether an entry may stand in the book as it is: nothing is told to somebody who was not identified, nothing without a
 * ground, nothing by a consent that was not given on that day.
 */
export const mayStand = (content: DisclosureContent, choices: Choices, today: CivilDate): Outcome<void> => {
  const { on, way, identified, answer, told, ground, act, purpose } = content;
  if (on > today) return refused('disclosure.inFuture');
  if (!identifications[way].includes(identified)) return refused('disclosure.wayOfIdentifying');
  if (answer === 'TOLD') return mayTell(content, choices);
  const empty = told.length === 0 && ground === undefined && act === undefined && purpose === undefined;
  return empty ? allowed(undefined) : refused('disclosure.refusedTellsNothing');
};

/** Consents of the person that a disclosure of this day could rest on. */
export const purposesFor = (choices: readonly Consent[], on: CivilDate): readonly Consent['purpose'][] => {
  const until = choices.filter((choice) => choice.on <= on);
  return [...new Set(until.map(({ purpose }) => purpose))].filter((purpose) => kindOf(purpose) === 'CONSENT' && standing(until, purpose, on) === 'GIVEN');
};

/** The part of an entry that says what happened. */
export const contentOf = ({ on, time, way, asker, identified, answer, told, ground, act, purpose, words }: DisclosureContent): DisclosureContent => ({
  on,
  ...(time === undefined ? {} : { time }),
  way,
  asker,
  identified,
  answer,
  told: [...told],
  ...(ground === undefined ? {} : { ground }),
  ...(act === undefined ? {} : { act }),
  ...(purpose === undefined ? {} : { purpose }),
  ...(words === undefined ? {} : { words }),
});

const without = <D extends Disclosure>(entry: D): D => {
  const { time: _time, ground: _ground, act: _act, purpose: _purpose, words: _words, ...rest } = entry;
  return rest as D;
};

/** The entry put right; what it said before stays with the day and the reason. */
export const correctedEntry = <D extends Disclosure>(
  entry: D,
  next: DisclosureContent,
  reason: string,
  choices: Choices,
  { id, today, now }: { readonly id: string; readonly today: CivilDate; readonly now: string },
): Outcome<D> => {
  const before = contentOf(entry);
  if (JSON.stringify(before) === JSON.stringify(contentOf(next))) return refused('disclosure.sameContent');
  if (entry.earlier.length >= MAX_DISCLOSURE_CORRECTIONS) return refused('disclosure.tooManyCorrections');
  const stands = mayStand(next, choices, today);
  if (!stands.ok) return stands;
  return allowed({ ...without(entry), ...contentOf(next), earlier: [...entry.earlier, { ...before, until: now, correctedBy: id, reason }] });
};
