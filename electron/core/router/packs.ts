import { printPreview } from '../services/documents/print.ts';
import { findForPack, openPack } from '../services/packs/open.ts';
import { PACK_COLLECTIONS, packs, previewPack } from '../services/packs/packs.ts';
import { followed } from './followed.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const packsRouter = {
  list: os.packs.list.handler(({ context: { session }, signal }) => followed(session, PACK_COLLECTIONS, signal, packs)),
  find: os.packs.find.handler(({ input, context }) => findForPack(context.session.work(), input.text)),
  open: os.packs.open.handler(({ input, context }) => alone(context, (work) => openPack(work, input))),
  preview: os.packs.preview.handler(({ input, context, signal }) => previewPack(context.session.work(), context.previews, input, signal)),
  print: os.packs.print.handler(({ input, context: { session, previews, tickets } }) => printPreview(() => session.work(), previews, tickets, input.previewId, input.pages)),
};
