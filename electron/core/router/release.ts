import { addItem, CHECKLIST_COLLECTIONS, checklistView, markItem, startPreparation, switchKind, unmarkItem } from '../services/release/checklist.ts';
import * as road from '../services/release/road.ts';
import * as obligations from '../services/release/obligations.ts';
import { signOff } from '../services/release/sign-off.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';
import { followed } from './followed.ts';

export const releaseRouter = {
  checklist: os.release.checklist.handler(({ input, context: { session }, signal }) => followed(session, CHECKLIST_COLLECTIONS, signal, (work) => checklistView(work, input.personId))),
  start: os.release.start.handler(({ input, context }) => alone(context, (work) => startPreparation(work, input))),
  switchKind: os.release.switchKind.handler(({ input, context }) => switchKind(context.session.work(), input)),
  mark: os.release.mark.handler(({ input, context }) => markItem(context.session.work(), input)),
  unmark: os.release.unmark.handler(({ input, context }) => unmarkItem(context.session.work(), input)),
  addItem: os.release.addItem.handler(({ input, context }) => addItem(context.session.work(), input)),
  signOff: os.release.signOff.handler(({ input, context }) => signOff(context.session.work(), input)),
  road: os.release.road.handler(({ input, context: { session }, signal }) => followed(session, road.ROAD_COLLECTIONS, signal, (work) => road.roadView(work, input.personId))),
  setDestination: os.release.setDestination.handler(({ input, context }) => alone(context, (work) => road.setDestination(work, input))),
  addObligation: os.release.addObligation.handler(({ input, context }) => alone(context, (work) => obligations.addObligation(work, input))),
  changeObligation: os.release.changeObligation.handler(({ input, context }) => obligations.changeObligation(context.session.work(), input)),
  endObligation: os.release.endObligation.handler(({ input, context }) => obligations.endObligation(context.session.work(), input)),
  noObligations: os.release.noObligations.handler(({ input, context }) => alone(context, (work) => obligations.noObligations(work, input))),
  readAloud: os.release.readAloud.handler(({ input, context }) => alone(context, (work) => obligations.readAloud(work, input))),
  tickBan: os.release.tickBan.handler(({ input, context }) => alone(context, (work) => road.tickBan(work, input))),
};
