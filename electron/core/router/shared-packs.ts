import { addOrganisation, changeOrganisation, directory, removeOrganisation } from '../services/directory/directory.ts';
import { addGoal, changeGoal, goals, removeGoal } from '../services/goals/goals.ts';
import { live } from '../services/query.ts';
import { allowPacks } from '../services/shared-packs/allow.ts';
import { applyPack, refusePack, reviewPack } from '../services/shared-packs/apply.ts';
import { sharedPacks } from '../services/shared-packs/list.ts';
import { offer, offered, sealPack } from '../services/shared-packs/offer.ts';
import { undoPack } from '../services/shared-packs/undo.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const directoryRouter = {
  list: os.directory.list.handler(({ context: { session }, signal }) => live(session.vault, ['partners'], signal, () => directory(session.work()))),
  add: os.directory.add.handler(({ input, context }) => addOrganisation(context.session.work(), input)),
  change: os.directory.change.handler(({ input, context }) => changeOrganisation(context.session.work(), input.id, input.content)),
  remove: os.directory.remove.handler(({ input, context }) => removeOrganisation(context.session.work(), input.id)),
};

export const goalsRouter = {
  list: os.goals.list.handler(({ context: { session }, signal }) => live(session.vault, ['programmes'], signal, () => goals(session.work()))),
  add: os.goals.add.handler(({ input, context }) => addGoal(context.session.work(), input)),
  change: os.goals.change.handler(({ input, context }) => changeGoal(context.session.work(), input.id, input.content)),
  remove: os.goals.remove.handler(({ input, context }) => removeGoal(context.session.work(), input.id)),
};

export const sharedPacksRouter = {
  list: os.sharedPacks.list.handler(({ context: { session }, signal }) => live(session.vault, ['partners', 'office'], signal, () => sharedPacks(session.work()))),
  allow: os.sharedPacks.allow.handler(({ input, context }) => allowPacks(context.session.work(), input.contactId, input.allowed)),
  offer: os.sharedPacks.offer.handler(async ({ input, context }) => {
    const { lines, contentHash } = await offer(context.session.work(), input.kind);
    return { lines: lines.map(offered), contentHash };
  }),
  seal: os.sharedPacks.seal.handler(({ input, context }) => alone(context, (work) => sealPack(work, input, context.path(input.folder, 'folder')))),
  review: os.sharedPacks.review.handler(({ input, context }) => reviewPack(context.session.work(), context.arrivals, input.arrivalId)),
  apply: os.sharedPacks.apply.handler(({ input, context }) => alone(context, (work) => applyPack(work, context.arrivals, input.arrivalId, input.take, input.seen))),
  refuse: os.sharedPacks.refuse.handler(({ input, context }) => alone(context, (work) => refusePack(work, context.arrivals, input.arrivalId))),
  undo: os.sharedPacks.undo.handler(({ input, context }) => alone(context, (work) => undoPack(work, context.arrivals, input.packId))),
};
