import type { BatchPaper } from '../../../../shared/contract/batches.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import { writtenEnvelope } from '../../../../shared/domain/medium-rules.ts';
import { renderPages, type RenderedDocument } from '../../documents/render.ts';
import { saveFile } from '../../save-file.ts';
import { mustSee, wholeVault } from '../../vault/scoped-vault.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { RefusedError, type Work } from '../work.ts';
import { recordIssue, recordResult, type Issuing } from './issued.ts';
import { letterView } from './letter.ts';
import { pdfBlob, type PreviewedPdf, type Previews } from './previews.ts';

/** Which paper of which batch, in which language. */
export interface BatchPaperChoice {
  readonly batch: string;
  readonly paper: BatchPaper;
  readonly language: Language;
}

/**
 * The envelopes of a batch that are outside, by their reference. One medium has one slip: whoever does not see everybody on it
 * cannot make it.
 * @throws RefusedError `document.notSealed` when there are none; NotYoursError
 */
const onMedium = async (work: Work, batch: string): Promise<readonly Stored<Handover>[]> => {
  const all = await find(wholeVault(work.vault), 'handovers', 'handover', { selector: { 'ix.batch': batch }, sort: [{ id: 'asc' }] });
  mustSee(work.vault, all.map(({ personId }) => personId));
  const outside = all.filter((handover) => writtenEnvelope(handover).ok);
  if (outside.length === 0) throw new RefusedError({ code: 'document.notSealed' });
  return outside.toSorted((a, b) => (a.reference ?? '').localeCompare(b.reference ?? ''));
};

interface MadePaper extends RenderedDocument {
  readonly choices: readonly Issuing[];
}

const make = async (work: Work, { batch, paper, language }: BatchPaperChoice, signal?: AbortSignal): Promise<MadePaper> => {
  const handovers = await onMedium(work, batch);
  const meta = { createdAt: work.now, today: work.today, ...(work.vault.info.demo ? { demo: true } : {}) };
  const letter = await letterView(work, handovers);
  const rendered = await renderPages(
    paper === 'covering-letter' ? { document: 'covering-letter', view: letter, language, meta } : { document: 'batch-slip', view: letter, language, meta },
    signal === undefined ? {} : { signal },
  );
  return { ...rendered, choices: handovers.map(({ id, personId }) => ({ personId, document: paper, language, handoverId: id })) };
};

/** A paper of a batch to be looked at; audited as reading, once for each person whose envelope it names. */
export const previewBatch = async (work: Work, previews: Previews, choice: BatchPaperChoice, signal?: AbortSignal): Promise<PreviewedPdf> => {
  const { pdf, pages, choices } = await make(work, choice, signal);
  const [first, ...rest] = choices.map(({ personId }) => ({ action: 'document.preview', personId, details: { document: choice.paper, language: choice.language, pages } }));
  if (first !== undefined) await work.vault.commit([], [first, ...rest]);
  return { previewId: previews.add({ kind: 'batch', choices, pages }), pdf: pdfBlob(pdf), language: choice.language };
};

/** Saves a paper of a batch; recorded before it is written, for each person whose envelope it names. */
export const saveBatch = async (work: Work, choice: BatchPaperChoice, path: string, signal?: AbortSignal): Promise<{ name: string; pages: number }> => {
  const { pdf, pages, choices } = await make(work, choice, signal);
  const issued: string[] = [];
  for (const each of choices) issued.push(await recordIssue(work, each, 'SAVED', pages));
  try {
    return { name: await saveFile(path, pdf), pages };
  } catch (error) {
    for (const id of issued) await recordResult(work, id, 'FAILED');
    throw error;
  }
};
