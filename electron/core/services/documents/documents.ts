import type { Language } from '../../../../shared/domain/base.ts';
import { buildPersonCase } from '../../../../shared/domain/build-casefile.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import { personCopyView } from '../../documents/person-copy-view.ts';
import { renderDocument, renderPages, type RenderedDocument } from '../../documents/render.ts';
import type { DocumentMeta } from '../../documents/types.ts';
import { casePartsOf } from '../handover/case.ts';
import { handoversOf } from '../handover/handover.ts';
import { RefusedError, type Work } from '../work.ts';
import { saveRecorded } from './save-recorded.ts';

const metaOf = (work: Work): DocumentMeta => ({ createdAt: work.now, today: work.today, ...(work.vault.info.demo ? { demo: true } : {}) });

/** The officer's plan of a hand-over: drawn from exactly the case file that is sealed beside it. */
export const planDocument = (work: Work, handover: Handover, signal?: AbortSignal): Promise<Uint8Array> =>
  renderDocument(
    { document: 'plan', view: handover.caseFile, language: handover.documentLanguage, meta: metaOf(work) },
    signal === undefined ? {} : { signal },
  );

export interface DocumentChoice {
  readonly personId: string;
  readonly document: 'plan' | 'person-copy';
  readonly language: Language;
  readonly handoverId?: string | undefined;
}

/**
 * A document as PDF. The officer's plan exists only with a hand-over, and so with a mandate; the person's copy always.
 * @throws RefusedError without a plan in force; for the officer's plan without a hand-over that a second person authorised
 */
export const makeDocument = async (work: Work, choice: DocumentChoice, signal?: AbortSignal): Promise<RenderedDocument> => {
  const meta = metaOf(work);
  const job = signal === undefined ? {} : { signal };
  const handovers = await handoversOf(work, choice.personId);
  const handover = choice.handoverId === undefined ? undefined : handovers.find(({ id }) => id === choice.handoverId);
  if (choice.document === 'plan') {
    if (handover === undefined) throw new RefusedError({ code: 'document.needsHandover' });
    if (handover.authorisation === undefined) throw new RefusedError({ code: 'document.notAuthorised' });
    return renderPages({ document: 'plan', view: handover.caseFile, language: choice.language, meta }, job);
  }
  const parts = handover?.caseFile ?? buildPersonCase(await casePartsOf(work, choice.personId));
  return renderPages({ document: 'person-copy', view: personCopyView(parts), language: choice.language, meta }, job);
};

/** Saves a document to a file the person named; audited, because it leaves the vault in clear. */
export const saveDocument = async (work: Work, choice: DocumentChoice, path: string, signal?: AbortSignal): Promise<{ name: string; pages: number }> => {
  const { pdf, pages } = await makeDocument(work, choice, signal);
  const details = { document: choice.document, language: choice.language, pages };
  const name = await saveRecorded(work, path, pdf, { action: 'document.save', personId: choice.personId, details });
  return { name, pages };
};
