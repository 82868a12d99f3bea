import { printPreview } from '../services/documents/print.ts';
import { HOME_COLLECTIONS } from '../services/home/kept-facts.ts';
import { packs, previewPack } from '../services/packs/packs.ts';
import { followed } from './followed.ts';
import { os } from './base.ts';

export const packsRouter = {
  list: os.packs.list.handler(({ context: { session }, signal }) => followed(session, HOME_COLLECTIONS, signal, packs)),
  preview: os.packs.preview.handler(({ input, context, signal }) => previewPack(context.session.work(), context.previews, input, signal)),
  print: os.packs.print.handler(({ input, context: { session, previews, tickets } }) => printPreview(() => session.work(), previews, tickets, input.previewId, input.pages)),
};
