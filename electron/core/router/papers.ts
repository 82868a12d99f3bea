import { findPaper, previewForm } from '../services/papers/forms.ts';
import { os } from './base.ts';

export const papersRouter = {
  preview: os.papers.preview.handler(({ input, context, signal }) => previewForm(context.session.work(), context.previews, input, signal)),
  find: os.papers.find.handler(({ input, context }) => findPaper(context.session.work(), input.code)),
};
