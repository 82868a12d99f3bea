import type { DocumentChoice } from '../../../../shared/contract/documents.ts';
import { buildPersonCase } from '../../../../shared/domain/build-casefile.ts';
import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import { caseFileOf, type Handover } from '../../../../shared/domain/handover.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { personCopyView } from '../../documents/person-copy-view.ts';
import { renderDocument, renderPages, type RenderedDocument, type RenderJob } from '../../documents/render.ts';
import type { DocumentMeta, DocumentRequest } from '../../documents/types.ts';
import { firstDaysPaper } from '../first-days/papers.ts';
import { casePartsOf } from '../handover/case.ts';
import { handoversOf } from '../handover/handover.ts';
import { existing, orRefuse, RefusedError, type Work } from '../work.ts';
import { answerView } from './answer.ts';
import { letterView } from './letter.ts';
import { noticeOnPaper } from './notice.ts';
import { slipView, wasSealed } from './slip.ts';

const metaOf = (work: Work): DocumentMeta => ({ createdAt: work.now, today: work.today, ...(work.vault.info.demo ? { demo: true } : {}) });

const jobOf = (signal: AbortSignal | undefined): RenderJob => (signal === undefined ? {} : { signal });

/** @throws RefusedError document.needsHandover for a transfer: the other prison reads its data */
const caseIn = (handover: Handover): CaseFile => {
  const caseFile = caseFileOf(handover);
  if (caseFile === undefined) throw new RefusedError({ code: 'document.needsHandover' });
  return caseFile;
};

/** The officer's plan of a hand-over: drawn from exactly the case file that is sealed beside it. */
export const planDocument = (work: Work, handover: Handover, signal?: AbortSignal): Promise<Uint8Array> =>
  renderDocument({ document: 'plan', view: caseIn(handover), language: handover.documentLanguage, meta: metaOf(work) }, jobOf(signal));

/** The number the recipient gave, once a receipt to what was sealed told it. */
const registrationInOf = (handover: Handover): string | undefined => (wasSealed(handover) ? handover.receipt?.registrationNumber : undefined);

const requestOf = async (work: Work, choice: DocumentChoice): Promise<DocumentRequest> => {
  const { personId, document, language, handoverId, requestId } = choice;
  const all = handoverId === undefined ? [] : await handoversOf(work, personId);
  const handover = all.find(({ id }) => id === handoverId);
  // what must not be used must not be used either of somebody who died
  if (document === 'revocation-notice' && handover !== undefined) return { document, view: await noticeOnPaper(work, handover, all), language, meta: metaOf(work) };
  orRefuse(mayBePrepared(await existing(work, 'people', personId, 'person')));
  const registrationIn = handover === undefined ? undefined : registrationInOf(handover);
  const meta = { ...metaOf(work), ...(registrationIn === undefined ? {} : { registrationIn }) };
  if (document === 'person-copy') {
    const parts = (handover === undefined ? undefined : caseFileOf(handover)) ?? buildPersonCase(await casePartsOf(work, personId));
    return { document, view: personCopyView(parts), language, meta };
  }
  if (document === 'itinerary' || document === 'emergency-pack') return { document, view: await firstDaysPaper(work, personId), language, meta };
  if (document === 'request-answer') return { document, view: await answerView(work, personId, requestId, language), language, meta };
  if (handover === undefined) throw new RefusedError({ code: 'document.needsHandover' });
  if (document === 'covering-letter') return { document, view: await letterView(work, [handover]), language, meta };
  if (document === 'custody-slip') return { document, view: slipView(work, handover), language, meta };
  if (handover.authorisation === undefined || document === 'revocation-notice') throw new RefusedError({ code: 'document.notAuthorised' });
  return { document, view: caseIn(handover), language, meta };
};

/**
 * A document as PDF. The officer's plan exists only with a hand-over, and so with a mandate; custody slip and covering letter only with
 * an envelope that was written, the notice only with one that was revoked or replaced; the answer slip only with an answer; the person's copy always.
 * @throws RefusedError without a plan in force; for the officer's plan without a hand-over that a second person
 *   authorised; for the slip without an envelope; request.notAnswered; person.deceased, person.escaped
 */
export const makeDocument = async (work: Work, choice: DocumentChoice, signal?: AbortSignal): Promise<RenderedDocument> =>
  renderPages(await requestOf(work, choice), jobOf(signal));
