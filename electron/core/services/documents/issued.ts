import type { DocumentChoice, IssuedView } from '../../../../shared/contract/documents.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import type { DocumentKind, Issued, IssueResult } from '../../../../shared/domain/issued.ts';
import { saveFile } from '../../save-file.ts';
import { handoversOf } from '../handover/handover.ts';
import { find } from '../query.ts';
import { changed, created, existing, save, type Work } from '../work.ts';
import { makeDocument } from './documents.ts';

/** What leaves: a document of a case, or a form. */
export type Issuing = Omit<DocumentChoice, 'document'> & { readonly document: DocumentKind };

const detailsOf = ({ document, language, handoverId, requestId }: Issuing, pages: number) => ({
  document,
  language,
  pages,
  ...(handoverId === undefined ? {} : { handover: handoverId }),
  ...(requestId === undefined ? {} : { request: requestId }),
});

/**
 * Records that a document is about to leave in clear, before it does: nothing is outside of which nobody here knows.
 * @returns id of the record
 */
export const recordIssue = async (work: Work, choice: Issuing, act: Issued['act'], pages: number): Promise<string> => {
  const { personId, document, language, handoverId, requestId } = choice;
  const doc: Issued = {
    ...created(work),
    type: 'issued',
    personId,
    document,
    act,
    result: act === 'SAVED' ? 'DONE' : 'BEGUN',
    language,
    pages,
    ...(handoverId === undefined ? {} : { handoverId }),
    ...(requestId === undefined ? {} : { requestId }),
  };
  await save(work, [{ op: 'put', collection: 'handovers', doc }], { action: act === 'SAVED' ? 'document.save' : 'document.print', personId, details: detailsOf(choice, pages) });
  return doc.id;
};

/** Records what came of it. */
export const recordResult = async (work: Work, issuedId: string, result: Exclude<IssueResult, 'BEGUN'>): Promise<void> => {
  const issued = await existing(work, 'handovers', issuedId, 'issued');
  const { act, document, personId } = issued;
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...issued, result }) }], {
    action: act === 'SAVED' ? 'document.saveEnd' : 'document.printEnd',
    personId,
    details: { document, result },
  });
};

/**
 * Makes a document and saves it to a file the person named. Recorded before it is written; when it could not be
 * written, that is recorded too.
 */
export const saveDocument = async (work: Work, choice: DocumentChoice, path: string, signal?: AbortSignal): Promise<{ name: string; pages: number }> => {
  const { pdf, pages } = await makeDocument(work, choice, signal);
  const id = await recordIssue(work, choice, 'SAVED', pages);
  try {
    return { name: await saveFile(path, pdf), pages };
  } catch (error) {
    await recordResult(work, id, 'FAILED');
    throw error;
  }
};

const handoverOf = (handovers: readonly Handover[], id: string | undefined): IssuedView['handover'] => {
  const handover = handovers.find((candidate) => candidate.id === id);
  return handover === undefined ? undefined : { recipient: handover.caseFile.recipient.name, ...(handover.reference === undefined ? {} : { reference: handover.reference }) };
};

/** Documents of this person that left in clear, newest first. */
export const issuedOf = async (work: Work, personId: string): Promise<IssuedView[]> => {
  const [entries, handovers, users] = await Promise.all([
    find(work.vault, 'handovers', 'issued', { selector: { personId }, sort: [{ id: 'desc' }] }),
    handoversOf(work, personId),
    find(work.vault, 'office', 'user', { selector: {} }),
  ]);
  return entries.map(({ id, createdAt, createdBy, document, act, result, language, pages, handoverId }) => {
    const handover = handoverOf(handovers, handoverId);
    const by = users.find((user) => user.id === createdBy)?.name ?? '';
    return { id, at: createdAt, by, document, act, result, language, pages, ...(handover === undefined ? {} : { handover }) };
  });
};
