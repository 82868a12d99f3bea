import { previewBatch, saveBatch } from '../services/documents/batch-papers.ts';
import { printPreview } from '../services/documents/print.ts';
import { numberMany, sealBatch } from '../services/handover/batch.ts';
import { BATCH_COLLECTIONS, weekBatches } from '../services/handover/batches.ts';
import { os } from './base.ts';
import { followed } from './followed.ts';

export const batchesRouter = {
  week: os.batches.week.handler(({ input, context: { session }, signal }) => followed(session, BATCH_COLLECTIONS, signal, (work) => weekBatches(work, input.day))),
  seal: os.batches.seal.handler(({ input, context, signal }) =>
    sealBatch(() => context.session.work(), { ...input, folder: context.path(input.folder, 'folder') }, { signal, onStep: (serviceId, step) => context.sealing.tellBatch(serviceId, step) }),
  ),
  sealing: os.batches.sealing.handler(({ input, context, signal }) => context.sealing.followBatch(input.serviceId, signal)),
  number: os.batches.number.handler(({ input, context }) => numberMany(context.session.work(), input.numbers)),
  preview: os.batches.preview.handler(({ input, context, signal }) => previewBatch(context.session.work(), context.previews, input, signal)),
  save: os.batches.save.handler(({ input: { file, ...choice }, context, signal }) => saveBatch(context.session.work(), choice, context.path(file, 'save'), signal)),
  print: os.batches.print.handler(({ input, context: { session, previews, tickets } }) => printPreview(() => session.work(), previews, tickets, input.previewId, input.pages)),
};
