import { readLimited } from '../read-limited.ts';
import { live } from '../services/query.ts';
import * as acts from '../services/sittings/acts.ts';
import { lookAtOutcomes, recordOutcomes } from '../services/sittings/day.ts';
import { LIST_BYTES, readList } from '../services/sittings/list-file.ts';
import { reportView, sittingsView, sittingView } from '../services/sittings/views.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const sittingsRouter = {
  list: os.sittings.list.handler(({ context: { session }, signal }) => live(session.vault, ['release', 'people', 'office'], signal, () => sittingsView(session.work()))),
  get: os.sittings.get.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['release', 'people', 'plans', 'office'], signal, () => sittingView(session.work(), input.sittingId)),
  ),
  add: os.sittings.add.handler(({ input, context }) => alone(context, (work) => acts.addSitting(work, input))),
  change: os.sittings.change.handler(({ input, context }) => acts.changeSitting(context.session.work(), input)),
  addPeople: os.sittings.addPeople.handler(({ input, context }) => alone(context, (work) => acts.addPeople(work, input))),
  takeOff: os.sittings.takeOff.handler(({ input, context }) => acts.takeOff(context.session.work(), input)),
  putBack: os.sittings.putBack.handler(({ input, context }) => alone(context, (work) => acts.putOnAgain(work, input))),
  readList: os.sittings.readList.handler(async ({ input, context }) => {
    const path = context.path(input.file, 'table');
    return readList(context.session.work(), input.kind, path, await readLimited(path, LIST_BYTES));
  }),
  takeList: os.sittings.takeList.handler(({ input, context }) => alone(context, (work) => acts.takeList(work, input))),
  look: os.sittings.look.handler(({ input, context }) => lookAtOutcomes(context.session.work(), input)),
  record: os.sittings.record.handler(({ input, context }) => alone(context, (work) => recordOutcomes(work, input))),
  report: os.sittings.report.handler(({ input, context: { session }, signal }) => live(session.vault, ['release'], signal, () => reportView(session.work(), input))),
  writeReport: os.sittings.writeReport.handler(({ input, context }) => acts.stepReport(context.session.work(), 'write', input)),
  finishReport: os.sittings.finishReport.handler(({ input, context }) => acts.stepReport(context.session.work(), 'finish', input)),
  reopenReport: os.sittings.reopenReport.handler(({ input, context }) => acts.stepReport(context.session.work(), 'reopen', input)),
};
