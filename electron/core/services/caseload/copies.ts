import { previewDocument, type PreviewedPdf, type Previews } from '../documents/previews.ts';
import { find } from '../query.ts';
import { existing, type Work } from '../work.ts';

/** One person's copy in the language kept for them, else in the one the workplace writes in. @throws as `previewDocument` */
export const previewCopy = async (work: Work, previews: Previews, personId: string, signal?: AbortSignal): Promise<PreviewedPdf> => {
  const person = await existing(work, 'people', personId, 'person');
  const [settings] = await find(work.vault, 'office', 'settings', { selector: {}, limit: 1 });
  return previewDocument(work, previews, { personId, document: 'person-copy', language: person.copyLanguage ?? settings?.defaultDocumentLanguage ?? 'en' }, signal);
};
