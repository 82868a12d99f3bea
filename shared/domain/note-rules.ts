import type { Basis } from './base.ts';
import type { CivilDate } from './dates.ts';
import { MAX_CORRECTIONS, MAX_DISPUTES, type Dispute, type Note, type NoteKind, type NoteWords } from './note.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { folded } from './people.ts';

/** What a note of each kind usually rests on; whoever writes may choose otherwise. */
export const usualBasis: { readonly [K in NoteKind]: Basis } = {
  CONVERSATION: 'PERSON_SAYS',
  OBSERVATION: 'OBSERVED',
  PHONE: 'THIRD_PARTY',
  THIRD_PARTY: 'THIRD_PARTY',
  TEAM: 'PROFESSIONAL_JUDGEMENT',
};

/** A note is about something that has happened. */
export const mayHaveHappened = (on: CivilDate, today: CivilDate): Outcome<void> => (on > today ? refused('note.inFuture') : allowed(undefined));

/** Who does it and when. `leads`: coordinates the workplace, and so answers requests of the person for correction. */
export interface NoteActor {
  readonly id: string;
  readonly leads: boolean;
  readonly today: CivilDate;
  /** the instant of the act */
  readonly now: string;
}

const words = ({ kind, basis, on, text, lang }: NoteWords): NoteWords => ({ kind, basis, on, text, lang });
const same = (a: NoteWords, b: NoteWords): boolean => JSON.stringify(words(a)) === JSON.stringify(words(b));

/** Whether somebody may correct a note: its writer, or whoever leads, since a right of the person must not wait for one who left. */
export const mayCorrect = (note: Pick<Note, 'createdBy'>, { id, leads }: Pick<NoteActor, 'id' | 'leads'>): boolean => note.createdBy === id || leads;

/** The note with other words; those before stay readable with the reason. */
export const corrected = <N extends Note>(note: N, next: NoteWords, reason: string, actor: NoteActor): Outcome<N> => {
  if (!mayCorrect(note, actor)) return refused('note.notYours');
  if (same(note, next)) return refused('note.sameWords');
  const happened = mayHaveHappened(next.on, actor.today);
  if (!happened.ok) return happened;
  if (note.earlier.length >= MAX_CORRECTIONS) return refused('note.tooManyCorrections');
  return allowed({ ...note, ...words(next), earlier: [...note.earlier, { ...words(note), until: actor.now, correctedBy: actor.id, reason }] });
};

/** The note with the person's disagreement beside it. Whoever works with the person may record it; nobody may refuse it. */
export const disputed = <N extends Note>(note: N, dispute: Dispute, today: CivilDate): Outcome<N> => {
  const happened = mayHaveHappened(dispute.on, today);
  if (!happened.ok) return happened;
  if (note.disputes.length >= MAX_DISPUTES) return refused('note.tooManyDisputes');
  return allowed({ ...note, disputes: [...note.disputes, dispute] });
};

/**
 * Whether a slip can still be taken back whole: by its writer, before the workplace was locked, and only while nothing was
 * built on it. Later a note is corrected, which keeps its words.
 */
export const mayTakeBack = (note: Pick<Note, 'createdBy' | 'earlier' | 'disputes'>, userId: string, writtenInThisSession: boolean): Outcome<void> => {
  if (note.createdBy !== userId) return refused('note.notYours');
  if (!writtenInThisSession) return refused('note.sessionOver');
  if (note.earlier.length > 0 || note.disputes.length > 0) return refused('note.builtUpon');
  return allowed(undefined);
};

/** Somebody a note is written for, as far as their name may betray them. */
export interface Named {
  readonly id: string;
  readonly code: string;
  readonly familyName: string;
}

/** Endings that declension puts behind a family name in Romanian ("Popescului"); short names are taken as they are. */
const ENDING = '\\p{L}{0,4}';
const DECLINED_FROM = 5;

const nameIn = (text: string, familyName: string): boolean => {
  const name = folded(familyName);
  if (name.length < 2) return false;
  return new RegExp(`(?:^|\\s)${name}${name.length < DECLINED_FROM ? '' : ENDING}(?:\\s|$)`, 'u').test(text);
};

const codeIn = (text: string, code: string): boolean => {
  const number = folded(code);
  if (number.length < 3) return false;
  const joined = number.replaceAll(' ', '');
  return ` ${text} `.includes(` ${number} `) || text.split(' ').includes(joined);
};

/**
 * Those of several people whose family name or number stands in the words meant for all of them: each of the others would
 * have it in their file. Names that are also plain words are found too, so this warns and never blocks.
 */
export const namedInCommonText = <P extends Named>(text: string, people: readonly P[]): readonly P[] => {
  if (people.length < 2) return [];
  const said = folded(text);
  return people.filter((person) => nameIn(said, person.familyName) || codeIn(said, person.code));
};
