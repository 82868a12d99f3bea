import { basename } from 'node:path';
import { readLimited } from '../read-limited.ts';
import * as enrolments from '../services/learning/enrolments.ts';
import * as learning from '../services/learning/learning.ts';
import * as marks from '../services/learning/marks.ts';
import * as programmes from '../services/learning/programmes.ts';
import * as runs from '../services/learning/runs.ts';
import * as sheets from '../services/learning/sheet-intake.ts';
import { live } from '../services/query.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const learningRouter = {
  programmes: os.learning.programmes.handler(({ context: { session }, signal }) => live(session.vault, ['programmes'], signal, () => programmes.programmes(session.work()))),
  addProgramme: os.learning.addProgramme.handler(({ input, context }) => programmes.addProgramme(context.session.work(), input)),
  editProgramme: os.learning.editProgramme.handler(({ input, context }) => programmes.editProgramme(context.session.work(), input)),
  retireProgramme: os.learning.retireProgramme.handler(({ input, context }) => programmes.retireProgramme(context.session.work(), input)),
  runs: os.learning.runs.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['programmes', 'learning'], signal, () => programmes.runs(session.work(), input.programmeId)),
  ),
  addRun: os.learning.addRun.handler(({ input, context }) => runs.addRun(context.session.work(), input)),
  editRun: os.learning.editRun.handler(({ input, context }) => runs.editRun(context.session.work(), input)),
  addSessions: os.learning.addSessions.handler(({ input, context }) => alone(context, (work) => runs.addSessions(work, input.runId, input.sessions))),
  changeSession: os.learning.changeSession.handler(({ input, context }) => alone(context, (work) => runs.changeSession(work, input.runId, input.sessionId, input.change))),
  lookUp: os.learning.lookUp.handler(({ input, context }) => enrolments.lookUp(context.session.work(), input.runId, input.lines)),
  enrol: os.learning.enrol.handler(({ input, context }) => alone(context, (work) => enrolments.enrol(work, input.runId, input.personIds, input.status))),
  step: os.learning.step.handler(({ input: { enrolmentIds, ...act }, context }) => alone(context, (work) => enrolments.stepEnrolments(work, enrolmentIds, act))),
  takeOff: os.learning.takeOff.handler(({ input, context }) => alone(context, (work) => enrolments.takeOff(work, input.enrolmentId))),
  // marks typed faster than the disk writes meet in the same documents: one after the other
  mark: os.learning.mark.handler(({ input, context }) => alone(context, (work) => marks.mark(work, input.runId, input.marks))),
  readSheet: os.learning.readSheet.handler(async ({ input, context }) => {
    const path = context.path(input.file, 'table');
    return sheets.previewSheet(context.session.work(), input.runId, basename(path), await readLimited(path, sheets.SHEET_BYTES));
  }),
  takeSheet: os.learning.takeSheet.handler(({ input, context }) => alone(context, (work) => sheets.takeSheet(work, input))),
  run: os.learning.run.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['programmes', 'learning', 'people'], signal, () => learning.viewRun(session.work(), input.runId)),
  ),
  ownRuns: os.learning.ownRuns.handler(({ context: { session }, signal }) => live(session.vault, ['programmes', 'learning'], signal, () => programmes.ownRuns(session.work()))),
  ownRun: os.learning.ownRun.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['programmes', 'learning', 'people'], signal, () => learning.viewOwnRun(session.work(), input.runId)),
  ),
  ofPerson: os.learning.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['programmes', 'learning'], signal, () => learning.coursesOf(session.work(), input.personId)),
  ),
};
