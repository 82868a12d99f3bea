import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { AttendanceMark, EndReason, Enrolment, EnrolmentCommand, EnrolmentStatus, MAX_SESSIONS, Programme, ProgrammeArea, ProgrammeTitle, Run } from '../domain/learning.ts';
import { firstStates } from '../domain/learning-machine.ts';
import { FileToken, procedure } from './base.ts';

const stored = { _rev: z.string() };
const minutes = z.int().min(1).max(1440);
const Planned = z.object({ on: CivilDate, minutes });
const sessionCount = z.array(Planned).min(1).max(MAX_SESSIONS);
/** people of one course, or lines of one list */
const MANY = 400;

const ProgrammeFields = z.object({ code: shortText, title: ProgrammeTitle, area: ProgrammeArea, provider: shortText, hours: z.number().min(0).max(5000) });

export const RunState = z.enum(['PLANNED', 'UNDER_WAY', 'OVER']);

/** A course in a list. */
export const RunRow = z.object({
  id: Id,
  programmeId: Id,
  title: ProgrammeTitle,
  area: ProgrammeArea,
  label: z.string(),
  startsOn: CivilDate,
  endsOn: CivilDate.optional(),
  state: RunState,
  sessions: z.int(),
  cancelled: z.int(),
  people: z.int(),
  leaders: z.array(Id),
  /** led by the one who asks */
  mine: z.boolean(),
});
export type RunRow = z.infer<typeof RunRow>;

export const ProgrammeRow = Programme.extend({ ...stored, runs: z.int(), underWay: z.int() });
export type ProgrammeRow = z.infer<typeof ProgrammeRow>;

/** Somebody on a course. `marks` holds one sign for every session in the order of the course; see `packMarks`. */
export const Participant = z.object({
  enrolmentId: Id,
  personId: Id,
  name: z.string(),
  code: z.string(),
  status: EnrolmentStatus,
  enrolledOn: CivilDate,
  endedOn: CivilDate.optional(),
  marks: z.string(),
  /** minutes of presence where they are not those of the session */
  minutes: z.record(Id, z.int()),
});
export type Participant = z.infer<typeof Participant>;

export const RunView = z.object({ run: Run.extend(stored), programme: Programme.extend(stored), people: z.array(Participant) });
export type RunView = z.infer<typeof RunView>;

const Found = z.object({ id: Id, name: z.string(), code: z.string(), on: z.boolean() });
/** A line of a pasted list with the people it can mean; `on`: already on this course. */
export const LookedUp = z.object({ line: z.string(), people: z.array(Found), more: z.boolean() });
export type LookedUp = z.infer<typeof LookedUp>;

const SheetMark = z.object({ on: CivilDate, nth: z.int().min(0).max(20), mark: AttendanceMark, minutes: z.int().min(1).max(1440).optional() });

/** An attendance sheet against a course. Nothing is saved. */
export const SheetPreview = z.object({
  name: z.string(),
  /** its days: sessions of the course, cancelled ones, or days without a session. `nth`: 0 for the first of that day; `minutes`: of the session, or what the sheet suggests */
  days: z.array(z.object({ on: CivilDate, nth: z.int(), session: z.enum(['HELD', 'CANCELLED', 'MISSING']), minutes })),
  rows: z.array(
    z.object({
      row: z.int(),
      personId: Id,
      name: z.string(),
      code: z.string(),
      /** the name on the sheet, when it has one and it is another */
      otherName: z.string().optional(),
      enrolled: z.boolean(),
      marks: z.array(SheetMark),
      /** marks that say something else than what is recorded */
      different: z.int(),
      /** marks that may not be put: of cancelled sessions, of days to come, after the person left */
      leftOut: z.int(),
    }),
  ),
  refused: z.array(z.object({ row: z.int(), code: z.string(), reason: z.enum(['UNKNOWN_MARK', 'NUMBER_UNKNOWN', 'TWICE', 'NOT_HERE', 'NOT_STARTED']), value: z.string() })),
  /** columns with marks but without a day over them; counted from 1 */
  columnsWithoutDay: z.array(z.int()),
});
export type SheetPreview = z.infer<typeof SheetPreview>;

export const learning = {
  /** Live: every programme with how many of its courses are under way. */
  programmes: procedure.output(eventIterator(z.array(ProgrammeRow))),
  addProgramme: procedure.input(ProgrammeFields).output(z.object({ programmeId: Id })),
  editProgramme: procedure.input(ProgrammeFields.extend({ programmeId: Id })).output(z.void()),
  /** A retired programme gets no new courses; those it had stay. */
  retireProgramme: procedure.input(z.object({ programmeId: Id, active: z.boolean() })).output(z.void()),

  /** Live: the courses of one programme, or all; newest first. */
  runs: procedure.input(z.object({ programmeId: Id.optional() })).output(eventIterator(z.array(RunRow))),
  addRun: procedure
    .input(z.object({ programmeId: Id, label: shortText, leaders: z.array(Id).max(10).optional(), sessions: sessionCount }))
    .output(z.object({ runId: Id, sessionIds: z.array(Id) })),
  editRun: procedure.input(z.object({ runId: Id, label: shortText, leaders: z.array(Id).max(10) })).output(z.void()),
  addSessions: procedure.input(z.object({ runId: Id, sessions: sessionCount })).output(z.object({ sessionIds: z.array(Id) })),
  changeSession: procedure
    .input(
      z.object({
        runId: Id,
        sessionId: Id,
        change: z.discriminatedUnion('act', [
          z.object({ act: z.literal('move'), on: CivilDate }),
          z.object({ act: z.literal('length'), minutes }),
          z.object({ act: z.literal('cancel'), reason: shortText }),
          z.object({ act: z.literal('restore') }),
          z.object({ act: z.literal('remove') }),
        ]),
      }),
    )
    .output(z.void()),

  /** People that the lines of a list mean: by number, else by every word of the name. */
  lookUp: procedure.input(z.object({ runId: Id, lines: z.array(z.string().max(200)).min(1).max(MANY) })).output(z.array(LookedUp)),
  /** Without a status people are on the programme at once. */
  enrol: procedure
    .input(z.object({ runId: Id, personIds: z.array(Id).min(1).max(MANY), status: z.enum(firstStates).optional() }))
    .output(z.object({ enrolled: z.int(), already: z.int() })),
  /** One step of several enrolments at once, in one commit: all or none. */
  step: procedure
    .input(
      z.object({
        enrolmentIds: z.array(Id).min(1).max(MANY),
        command: EnrolmentCommand,
        on: CivilDate,
        reason: EndReason.optional(),
        note: shortText.optional(),
      }),
    )
    .output(z.void()),
  /** Takes somebody off who was put on a course by mistake. */
  takeOff: procedure.input(z.object({ enrolmentId: Id })).output(z.void()),

  /** Marks of one run, many people at once, in one commit. */
  mark: procedure
    .input(
      z.object({
        runId: Id,
        marks: z
          .array(z.object({ personId: Id, sessionId: Id, mark: AttendanceMark.nullable(), minutes: z.int().min(0).max(1440).optional() }))
          .min(1)
          .max(20_000),
      }),
    )
    .output(z.object({ saved: z.int() })),
  /** Reads an attendance sheet (chosen as `table`) for a course. */
  readSheet: procedure.input(z.object({ runId: Id, file: FileToken })).output(SheetPreview),
  /** Takes over what was read: days without a session, people not on the course yet, marks. One commit. */
  takeSheet: procedure
    .input(
      z.object({
        runId: Id,
        addSessions: z.array(Planned).max(MAX_SESSIONS),
        /** marks that differ from those recorded replace them; otherwise they stay out */
        replace: z.boolean(),
        rows: z.array(z.object({ personId: Id, marks: z.array(SheetMark).max(MAX_SESSIONS) })).max(MANY),
      }),
    )
    .output(z.object({ saved: z.int(), kept: z.int(), enrolled: z.int(), sessions: z.int() })),

  /** Live: one course with everybody on it and their marks, packed. */
  run: procedure.input(z.object({ runId: Id })).output(eventIterator(RunView)),
  /** Live: the courses that the one who asks leads, newest first. */
  ownRuns: procedure.output(eventIterator(z.array(RunRow))),
  /** Live: one course that the one who asks leads. */
  ownRun: procedure.input(z.object({ runId: Id })).output(eventIterator(RunView)),
  /** Live: the courses of a person with their sums, newest first. */
  ofPerson: procedure.input(z.object({ personId: Id })).output(
    eventIterator(
      z.array(
        z.object({
          enrolment: Enrolment.extend(stored),
          run: Run.extend(stored),
          programme: Programme.extend(stored),
          sums: z.object({
            held: z.int(),
            marked: z.int(),
            present: z.int(),
            excused: z.int(),
            absent: z.int(),
            minutes: z.int(),
            percent: z.int().optional(),
          }),
        }),
      ),
    ),
  ),
};
