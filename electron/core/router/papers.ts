import { basename } from 'node:path';
import { readLimited } from '../read-limited.ts';
import { SCAN_LIMITS } from '../scans/limits.ts';
import { findPaper, previewForm, saveForm } from '../services/papers/forms.ts';
import { scanSetOf, scanSetsOf, waitingPapers } from '../services/papers/scan-sets.ts';
import { keepScans, openScan, pictureRead, readScanFile, removeScan } from '../services/papers/scans.ts';
import { live } from '../services/query.ts';
import { inTurn } from '../services/work.ts';
import { followed } from './followed.ts';
import { os } from './base.ts';

export const papersRouter = {
  preview: os.papers.preview.handler(({ input, context, signal }) => previewForm(context.session.work(), context.previews, input, signal)),
  save: os.papers.save.handler(({ input, context, signal }) => saveForm(context.session.work(), input, context.path(input.file, 'save'), signal)),
  find: os.papers.find.handler(({ input, context }) => findPaper(context.session.work(), input.code)),
  readScan: os.papers.readScan.handler(async ({ input, context, signal }) => {
    const path = context.path(input.file, 'scan');
    return readScanFile(context.session.work(), context.scans, basename(path), await readLimited(path, SCAN_LIMITS.bytes), input.personId, signal);
  }),
  readPicture: os.papers.readPicture.handler(({ input, context }) => {
    context.session.work();
    return pictureRead(context.scans, input);
  }),
  dropScan: os.papers.dropScan.handler(({ input, context }) => context.scans.drop(input.readingId)),
  keepScans: os.papers.keepScans.handler(({ input, context }) => {
    const work = context.session.work();
    return inTurn(work, () => keepScans(work, context.scans, input));
  }),
  ofPerson: os.papers.ofPerson.handler(({ input, context: { session }, signal }) => live(session.vault, ['handovers'], signal, () => scanSetsOf(session.work(), input.personId))),
  waiting: os.papers.waiting.handler(({ context: { session }, signal }) => followed(session, ['handovers', 'people'], signal, waitingPapers)),
  setOf: os.papers.setOf.handler(({ input, context }) => scanSetOf(context.session.work(), input.scanId)),
  picture: os.papers.picture.handler(({ input, context }) => openScan(context.session.work(), input.scanId)),
  removeScan: os.papers.removeScan.handler(({ input, context }) => removeScan(context.session.work(), input)),
};
