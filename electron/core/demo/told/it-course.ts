import { addDays, type CivilDate } from '../../../../shared/domain/dates.ts';
import type { AttendanceMark } from '../../../../shared/domain/learning.ts';
import { mondayOf } from '../../../../shared/domain/week.ts';
import type { DemoWorkplace } from '../client.ts';
import { personWithCode } from '../story.ts';

/** Who comes to the course, by number, with their marks of the sessions that were held. */
const people: readonly (readonly [string, readonly AttendanceMark[]])[] = [
  ['20000', ['PRESENT', 'PRESENT', 'PRESENT', 'PRESENT']],
  ['20013', ['PRESENT', 'WORK_OR_COURT', 'PRESENT', 'PRESENT']],
  ['20091', ['PRESENT', 'PRESENT', 'ABSENT', 'PRESENT']],
  ['20104', ['PRESENT', 'PRESENT', 'PRESENT', 'EXCUSED']],
];

/** Weeks from this one in which a session is held, on Wednesdays: four of them gone. */
const WEEKS = [-4, -3, -2, -1, 1, 2] as const;

/** The course of the Italian demonstration, with its sheet of attendance. */
export const itCourse = async (workplace: DemoWorkplace, today: CivilDate): Promise<{ readonly runId: string }> => {
  const { calls } = workplace;
  const { programmeId } = await calls.learning.addProgramme({
    code: 'PPD',
    title: { en: 'Preparing for release', it: 'Preparazione alla dimissione', ro: 'Pregătirea pentru liberare' },
    area: 'PRE_RELEASE',
    provider: 'Area giuridico-pedagogica',
    hours: 12,
  });
  const { runId, sessionIds } = await calls.learning.addRun({ programmeId, label: 'Gruppo 1', sessions: WEEKS.map((week) => ({ on: addDays(mondayOf(today), 7 * week + 2), minutes: 120 })) });
  const known: { readonly personId: string; readonly marks: readonly AttendanceMark[] }[] = [];
  for (const [code, marks] of people) known.push({ personId: await personWithCode(workplace, code), marks });
  await calls.learning.enrol({ runId, personIds: known.map(({ personId }) => personId) });
  const marks = known.flatMap(({ personId, marks: cells }) =>
    cells.flatMap((mark, at) => {
      const sessionId = sessionIds[at];
      return sessionId === undefined ? [] : [{ personId, sessionId, mark }];
    }),
  );
  await calls.learning.mark({ runId, marks });
  return { runId };
};
