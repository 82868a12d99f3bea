import type { SheetPreview } from '../../../../shared/contract/learning.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { AttendanceMark, Enrolment, Programme, Run, Session } from '../../../../shared/domain/learning.ts';
import { hasBegun, mayEnrol } from '../../../../shared/domain/learning-machine.ts';
import { isTooEarly, mayMark } from '../../../../shared/domain/learning-marks.ts';
import { withSessions } from '../../../../shared/domain/learning-sessions.ts';
import { displayName, folded } from '../../../../shared/domain/people.ts';
import type { Change } from '../../vault/types.ts';
import { findByCode } from '../people/people.ts';
import { changed, existing, orRefuse, save, type Work } from '../work.ts';
import { readAttendanceSheet, type AttendanceSheet, type SheetRow } from './attendance-sheet.ts';
import { enrolmentsOf, newEnrolment, puts } from './enrolments.ts';
import { withMark } from './marks.ts';
import { withIds, type Planned } from './runs.ts';

/** Largest sheet file. */
export const SHEET_BYTES = 10 * 1024 * 1024;

/** A session by its day, and by its turn where a day has two. */
const placeOf = (on: CivilDate, nth: number): string => `${on}/${nth}`;

const turns = (days: readonly CivilDate[]): readonly { readonly on: CivilDate; readonly nth: number }[] =>
  days.map((on, at) => ({ on, nth: days.slice(0, at).filter((day) => day === on).length }));

const byPlace = (sessions: readonly Session[]): ReadonlyMap<string, Session> => {
  const places = turns(sessions.map(({ on }) => on));
  return new Map(sessions.map((session, at) => [placeOf(session.on, places[at]?.nth ?? 0), session]));
};

type SheetMark = SheetPreview['rows'][number]['marks'][number];

interface Against {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly area: Programme['area'];
  readonly today: CivilDate;
}

/** Whether a mark of a sheet may be put; one for a day without a session yet is judged as if it had one. */
const mayTake = (entry: SheetMark, enrolment: Pick<Enrolment, 'status' | 'endedOn'>, { sessions, area, today }: Against): boolean => {
  const session = sessions.get(placeOf(entry.on, entry.nth)) ?? { on: entry.on, minutes: 1440 };
  return !isTooEarly(session, entry.mark, today) && mayMark({ session, enrolment, area }, entry.mark).ok;
};

/** Whether the sheet says something else than what is recorded. */
const differs = (entry: SheetMark, enrolment: Pick<Enrolment, 'marks'>, { sessions }: Against): boolean => {
  const session = sessions.get(placeOf(entry.on, entry.nth));
  const there = session === undefined ? undefined : enrolment.marks[session.id];
  if (session === undefined || there === undefined) return false;
  const minutes = Math.min(entry.minutes ?? session.minutes, session.minutes);
  return there.mark !== entry.mark || (entry.mark === 'PRESENT' && (there.minutes ?? session.minutes) !== minutes);
};

/** Somebody who is put on the course by the sheet is on it from then. */
const fresh = { status: 'ON_PROGRAMME', marks: {} } as const;

type Refused = SheetPreview['refused'][number];

/** A sheet against a course: which days are sessions, which rows are people, what is refused and why. Saves nothing. */
export const previewSheet = async (work: Work, runId: string, name: string, bytes: Uint8Array): Promise<SheetPreview> => {
  const run = await existing(work, 'programmes', runId, 'run');
  const { area } = await existing(work, 'programmes', run.programmeId, 'programme');
  const sheet = await readAttendanceSheet(bytes, work.today);
  const against: Against = { sessions: byPlace(run.sessions), area, today: work.today };
  const enrolments = new Map((await enrolmentsOf(work, runId)).map((enrolment) => [enrolment.personId, enrolment]));
  const days = turns(sheet.sessions);
  const rows: SheetPreview['rows'] = [];
  const refused: Refused[] = [...sheet.refused];
  for (const row of sheet.rows) {
    const refuse = (reason: Refused['reason']): number => refused.push({ row: row.row, code: row.code, reason, value: '' });
    const person = await findByCode(work, row.code);
    const enrolment = person === undefined ? undefined : enrolments.get(person.id);
    if (person === undefined) refuse('NUMBER_UNKNOWN');
    else if (rows.some(({ personId }) => personId === person.id)) refuse('TWICE');
    else if (enrolment === undefined && !mayEnrol(person.status).ok) refuse('NOT_HERE');
    else if (enrolment !== undefined && !hasBegun(enrolment.status)) refuse('NOT_STARTED');
    else {
      const all = marksOf(row, days);
      const marks = all.filter((entry) => mayTake(entry, enrolment ?? fresh, against));
      rows.push({
        row: row.row,
        personId: person.id,
        name: displayName(person),
        code: person.code,
        ...(sameName(row.name, displayName(person)) ? {} : { otherName: row.name }),
        enrolled: enrolment !== undefined,
        marks,
        different: marks.filter((entry) => differs(entry, enrolment ?? fresh, against)).length,
        leftOut: all.length - marks.length,
      });
    }
  }
  return {
    name: name.slice(0, 80),
    days: days.map((day, at) => ({ ...day, ...dayView(against.sessions.get(placeOf(day.on, day.nth)), lengthOf(sheet, at, run)) })),
    rows,
    refused: refused.toSorted((a, b) => a.row - b.row),
    columnsWithoutDay: [...sheet.columnsWithoutDay],
  };
};

const marksOf = (row: SheetRow, days: ReturnType<typeof turns>): SheetMark[] =>
  days.flatMap((day, at) => {
    const mark: AttendanceMark | null = row.marks[at] ?? null;
    const minutes = row.minutes[at] ?? null;
    return mark === null ? [] : [{ ...day, mark, ...(minutes === null ? {} : { minutes }) }];
  });

const dayView = (session: Session | undefined, minutes: number): { readonly session: SheetPreview['days'][number]['session']; readonly minutes: number } => {
  if (session === undefined) return { session: 'MISSING', minutes };
  return { session: session.cancelled === undefined ? 'HELD' : 'CANCELLED', minutes: session.minutes };
};

/** How long a day without a session was: the longest presence the sheet tells, else as long as the course's sessions are. */
const lengthOf = (sheet: AttendanceSheet, at: number, run: Run): number => {
  const told = Math.max(0, ...sheet.rows.map(({ minutes }) => minutes[at] ?? 0));
  return told > 0 ? told : (run.sessions.at(-1)?.minutes ?? 60);
};

/** Whether every word of a written name is one of ours: sheets write them in either order, with commas, or only one of them. */
const sameName = (written: string, ours: string): boolean => {
  const words = new Set(folded(ours).split(' '));
  return folded(written).split(' ').every((word) => word === '' || words.has(word));
};

export interface TakeSheet {
  readonly runId: string;
  readonly addSessions: readonly Planned[];
  readonly replace: boolean;
  readonly rows: readonly { readonly personId: string; readonly marks: readonly SheetMark[] }[];
}

/**
 * Takes over what was read of a sheet, in one commit: new sessions, people not on the course yet, marks.
 * A recorded mark that says something else stays unless `replace`; a longer presence than the session is the whole session.
 * @throws RefusedError when a mark may not be put; then nothing is saved
 */
export const takeSheet = async (work: Work, { runId, addSessions, replace, rows }: TakeSheet): Promise<{ saved: number; kept: number; enrolled: number; sessions: number }> => {
  const run = await existing(work, 'programmes', runId, 'run');
  const { area } = await existing(work, 'programmes', run.programmeId, 'programme');
  const next: Run = { ...run, ...orRefuse(withSessions(run, withIds(addSessions))) };
  const against: Against = { sessions: byPlace(next.sessions), area, today: work.today };
  const enrolments = new Map((await enrolmentsOf(work, runId)).map((enrolment) => [enrolment.personId, enrolment]));
  const docs: Enrolment[] = [];
  let [saved, kept, enrolled] = [0, 0, 0];
  for (const row of rows) {
    const known = enrolments.get(row.personId);
    if (known === undefined) enrolled += 1;
    let doc: Enrolment = known ?? newEnrolment(work, run, await existing(work, 'people', row.personId, 'person'), 'ON_PROGRAMME');
    for (const entry of row.marks) {
      const session = against.sessions.get(placeOf(entry.on, entry.nth));
      // days whose sessions were not wanted stay on paper
      if (session === undefined) continue;
      if (!replace && differs(entry, doc, against)) kept += 1;
      else {
        const minutes = entry.minutes === undefined ? {} : { minutes: Math.min(entry.minutes, session.minutes) };
        orRefuse(mayMark({ session, enrolment: doc, area }, entry.mark));
        doc = withMark(work, doc, session, { mark: entry.mark, ...minutes });
        saved += 1;
      }
    }
    docs.push(known === undefined ? doc : changed(work, doc));
  }
  const sessions: Change[] = addSessions.length === 0 ? [] : [{ op: 'put', collection: 'programmes', doc: changed(work, next) }];
  await save(work, [...sessions, ...puts(docs)], {
    action: 'learning.takeSheet',
    details: { run: runId, people: rows.length, marks: saved, sessions: addSessions.length },
  });
  return { saved, kept, enrolled, sessions: addSessions.length };
};
