import type { Participant, RunView } from '../../../shared/contract/learning.ts';
import { attendanceSums, type AttendanceSums, type MarksToSum } from '../../../shared/domain/attendance-sums.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { AttendanceMark, Session } from '../../../shared/domain/learning.ts';
import { hasBegun } from '../../../shared/domain/learning-machine.ts';
import { canBeMarked, isTooEarly, mayMark } from '../../../shared/domain/learning-marks.ts';
import { refused, type Outcome, type Refusal } from '../../../shared/domain/outcome.ts';
import type { CellArea, CellPlace } from '../../design/cell-grid.tsx';
import type { Change, MarkStore, Value } from './mark-store.ts';

/** The sheet as it is drawn: one row for everybody who has begun, one column for every session. */
export interface Sheet {
  readonly people: readonly Participant[];
  readonly sessions: readonly Session[];
  readonly area: RunView['programme']['area'];
  readonly today: CivilDate;
}

export const sheetOf = ({ run, programme, people }: RunView, today: CivilDate): Sheet => ({
  people: people.filter(({ status }) => hasBegun(status)),
  sessions: run.sessions,
  area: programme.area,
  today,
});

/** Who and when a cell is about; undefined beside the sheet. */
export const cellAt = ({ people, sessions }: Sheet, { row, column }: CellPlace): { readonly person: Participant; readonly session: Session } | undefined => {
  const person = people[row];
  const session = sessions[column];
  return person === undefined || session === undefined ? undefined : { person, session };
};

/** Whether anything can be entered in a cell. */
export const isInert = (sheet: Sheet, place: CellPlace): boolean => {
  const cell = cellAt(sheet, place);
  return cell === undefined || !canBeMarked({ session: cell.session, enrolment: cell.person }).ok;
};

/** Whether this may be entered there; on top of the rule, nobody is marked present or absent on a day to come. */
export const mayEnter = (sheet: Sheet, place: CellPlace, { mark, minutes }: Value): Outcome<void> => {
  const cell = cellAt(sheet, place);
  if (cell === undefined) return refused('mark.noSession');
  if (isTooEarly(cell.session, mark, sheet.today)) return refused('mark.toCome');
  return mayMark({ session: cell.session, enrolment: cell.person, area: sheet.area }, mark, minutes);
};

/** Whether a change that was made before may be made again on the sheet as it is now. */
export const mayChange = (sheet: Sheet, { personId, sessionId, to }: Change): boolean =>
  mayEnter(sheet, { row: sheet.people.findIndex((person) => person.personId === personId), column: sheet.sessions.findIndex(({ id }) => id === sessionId) }, to).ok;

/** Every cell of an area, row by row. */
export const cellsOf = ({ from, to }: CellArea): readonly CellPlace[] => {
  const cells: CellPlace[] = [];
  for (let row = Math.min(from.row, to.row); row <= Math.max(from.row, to.row); row += 1) {
    for (let column = Math.min(from.column, to.column); column <= Math.max(from.column, to.column); column += 1) cells.push({ row, column });
  }
  return cells;
};

/** What entering values leads to: the cells that take them, and why the first of the others does not. */
export const entering = (
  sheet: Sheet,
  places: readonly CellPlace[],
  valueFor: (place: CellPlace) => Value,
): { readonly changes: readonly Change[]; readonly refusal: Refusal | undefined } => {
  const changes: Change[] = [];
  let refusal: Refusal | undefined;
  for (const place of places) {
    const cell = cellAt(sheet, place);
    const to = valueFor(place);
    const may = mayEnter(sheet, place, to);
    if (!may.ok) refusal ??= may.refusal;
    else if (cell !== undefined) changes.push({ personId: cell.person.personId, sessionId: cell.session.id, to });
  }
  return { changes, refusal };
};

/** Everybody attending without a mark in this session: present. Marks that are there stay. */
export const fillingColumn = (sheet: Sheet, marks: MarkStore, column: number): ReturnType<typeof entering> => {
  const session = sheet.sessions[column];
  const rows = sheet.people.flatMap((person, row) =>
    session !== undefined && person.status === 'ON_PROGRAMME' && marks.at(person.personId, session.id).mark === null ? [{ row, column }] : [],
  );
  return entering(sheet, rows, () => ({ mark: 'PRESENT' }));
};

/** Sums of somebody as they are on the screen. */
export const sumsOnSheet = ({ sessions, today }: Sheet, marks: MarkStore, personId: string): AttendanceSums => {
  const all: Record<string, MarksToSum[string]> = {};
  for (const { id } of sessions) {
    const { mark, minutes } = marks.at(personId, id);
    if (mark !== null) all[id] = { mark, minutes };
  }
  return attendanceSums(sessions, all, today);
};

/** How a mark is drawn; the letter says which it is. */
export const toneOf = (mark: AttendanceMark | null): 'none' | 'present' | 'absent' | 'excused' => {
  if (mark === null) return 'none';
  if (mark === 'PRESENT') return 'present';
  return mark === 'ABSENT' || mark === 'REFUSED' ? 'absent' : 'excused';
};
