import type { Language } from './base.ts';
import type { CivilDate } from './dates.ts';
import { AttendanceMark, type Enrolment, type ProgrammeArea, type Session } from './learning.ts';
import { hasBegun } from './learning-machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** The letters people write on paper registers, and so the keys they press. Part of the language, not of the screen. */
export const markLetters: { readonly [L in Language]: { readonly [M in AttendanceMark]: string } } = {
  en: { PRESENT: 'P', ABSENT: 'A', EXCUSED: 'E', REFUSED: 'R', WORK_OR_COURT: 'W', HEALTH: 'H', CANCELLED: 'X' },
  it: { PRESENT: 'P', ABSENT: 'A', EXCUSED: 'G', REFUSED: 'R', WORK_OR_COURT: 'L', HEALTH: 'S', CANCELLED: 'X' },
  ro: { PRESENT: 'P', ABSENT: 'A', EXCUSED: 'M', REFUSED: 'R', WORK_OR_COURT: 'L', HEALTH: 'S', CANCELLED: 'X' },
};

/** The mark a letter of any of the three languages stands for: a sheet need not be in the language of the screen. */
export const markOfAnyLetter = (letter: string): AttendanceMark | undefined =>
  AttendanceMark.options.find((mark) => Object.values(markLetters).some((letters) => letters[mark] === letter.toUpperCase()));

/** The mark of a letter in one language. */
export const markOfLetter = (letter: string, language: Language): AttendanceMark | undefined =>
  AttendanceMark.options.find((mark) => markLetters[language][mark] === letter.toUpperCase());

const NONE = '.';

/** The marks of one person as one sign a session: what the grid is sent instead of a document for every cell. */
export const packMarks = (sessions: readonly Session[], marks: Enrolment['marks']): string =>
  sessions.map(({ id }) => (marks[id] === undefined ? NONE : markLetters.en[marks[id].mark])).join('');

/** The mark at one place of packed marks. */
export const unpackMark = (packed: string, at: number): AttendanceMark | undefined => markOfLetter(packed[at] ?? NONE, 'en');

/** Marks that can be known before the day: nobody was present or absent yet. */
const foreseeable: ReadonlySet<AttendanceMark> = new Set(['EXCUSED', 'WORK_OR_COURT', 'HEALTH', 'CANCELLED']);

/** Whether a mark says something about a day that has not come. */
export const isTooEarly = (session: Pick<Session, 'on'>, mark: AttendanceMark | null, today: CivilDate): boolean =>
  session.on > today && mark !== null && !foreseeable.has(mark);

export interface MarkPlace {
  readonly session: Pick<Session, 'on' | 'minutes' | 'cancelled'>;
  readonly enrolment: Pick<Enrolment, 'status' | 'endedOn'>;
  readonly area: ProgrammeArea;
}

/** Whether somebody can be marked in a session at all: it is held, they have begun and not left before. */
export const canBeMarked = ({ session, enrolment }: Omit<MarkPlace, 'area'>): Outcome<void> => {
  if (session.cancelled !== undefined) return refused('mark.cancelled');
  if (!hasBegun(enrolment.status)) return refused('mark.notStarted');
  if (enrolment.endedOn !== undefined && session.on > enrolment.endedOn) return refused('mark.afterEnd');
  return allowed(undefined);
};

/** Whether this mark may be put there; null takes one back. Minutes are those of presence and at most the session's. */
export const mayMark = (place: MarkPlace, mark: AttendanceMark | null, minutes?: number): Outcome<void> => {
  const can = canBeMarked(place);
  if (!can.ok) return can;
  if (place.area === 'RESTORATIVE' && mark !== null && mark !== 'PRESENT' && mark !== 'CANCELLED') return refused('mark.restorative');
  if (minutes !== undefined && minutes > place.session.minutes) return refused('mark.tooManyMinutes', { minutes: place.session.minutes });
  return allowed(undefined);
};
