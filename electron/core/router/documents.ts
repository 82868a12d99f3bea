import { issuedOf, saveDocument } from '../services/documents/issued.ts';
import { previewDocument } from '../services/documents/previews.ts';
import { printPreview } from '../services/documents/print.ts';
import { live } from '../services/query.ts';
import { os } from './base.ts';

export const documentsRouter = {
  preview: os.documents.preview.handler(({ input, context, signal }) => previewDocument(context.session.work(), context.previews, input, signal)),
  save: os.documents.save.handler(({ input, context, signal }) => saveDocument(context.session.work(), input, context.path(input.file, 'save'), signal)),
  print: os.documents.print.handler(({ input, context: { session, previews, tickets } }) =>
    printPreview(() => session.work(), previews, tickets, input.previewId, input.pages),
  ),
  ofPerson: os.documents.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['handovers'], signal, () => issuedOf(session.work(), input.personId)),
  ),
};
