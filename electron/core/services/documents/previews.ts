import type { DocumentChoice } from '../../../../shared/contract/documents.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import type { PaperFormKind } from '../../../../shared/domain/paper-form.ts';
import { newId, RefusedError, type Work } from '../work.ts';
import { makeDocument } from './documents.ts';
import type { Issuing } from './issued.ts';

/** What was shown: a document made here, with its pages, the plan of an envelope in quarantine, the list of a unit, or a paper of envelopes that were written together. */
export type Previewed =
  | { readonly kind: 'made'; readonly choice: Issuing; readonly pages: number }
  | { readonly kind: 'blank'; readonly form: PaperFormKind; readonly language: Language; readonly pages: number }
  | { readonly kind: 'batch'; readonly choices: readonly Issuing[]; readonly pages: number }
  | { readonly kind: 'wing'; readonly people: readonly string[]; readonly language: Language; readonly pages: number }
  | { readonly kind: 'received'; readonly personId: string; readonly envelopeId: string; readonly language: Language };

/** Previews that can still be printed; a new one pushes out the oldest. */
const LIMIT = 32;

/** What the screens show at present, in the core's memory only. No bytes: those are with the page. */
export class Previews {
  readonly #shown = new Map<string, Previewed>();

  add(previewed: Previewed): string {
    const id = newId();
    this.#shown.set(id, previewed);
    for (const oldest of this.#shown.keys()) {
      if (this.#shown.size <= LIMIT) break;
      this.#shown.delete(oldest);
    }
    return id;
  }

  get(id: string): Previewed {
    const previewed = this.#shown.get(id);
    if (previewed === undefined) throw new RefusedError({ code: 'document.previewGone' });
    return previewed;
  }
}

/** A PDF on its way to the page. */
export interface PreviewedPdf {
  readonly previewId: string;
  readonly pdf: Blob;
  readonly language: Language;
}

export const pdfBlob = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)], { type: 'application/pdf' });

/** Makes a document to be looked at; audited as reading. @throws as `makeDocument` */
export const previewDocument = async (work: Work, previews: Previews, choice: DocumentChoice, signal?: AbortSignal): Promise<PreviewedPdf> => {
  const { pdf, pages } = await makeDocument(work, choice, signal);
  const { personId, document, language } = choice;
  await work.vault.commit([], { action: 'document.preview', personId, details: { document, language, pages } });
  return { previewId: previews.add({ kind: 'made', choice, pages }), pdf: pdfBlob(pdf), language };
};
