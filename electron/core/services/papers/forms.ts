import { randomBytes } from 'node:crypto';
import type { PaperChoice, PaperFound } from '../../../../shared/contract/papers.ts';
import { CODE_LETTERS, EDITION, readPaperCode, type PaperForm } from '../../../../shared/domain/paper-form.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { needsForms } from '../../../../shared/forms/index.ts';
import type { PaperFormView } from '../../documents/paper-form.ts';
import { renderPages, type RenderedDocument } from '../../documents/render.ts';
import { saveFile } from '../../save-file.ts';
import { recordIssue, recordResult } from '../documents/issued.ts';
import { pdfBlob, type PreviewedPdf, type Previews } from '../documents/previews.ts';
import { plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { created, existing, RefusedError, save, type Work } from '../work.ts';

/** Sixteen letters of 80 random bits. */
const newCode = (): string => [...randomBytes(16)].map((byte) => CODE_LETTERS.charAt(byte % CODE_LETTERS.length)).join('');

/** The version the person is asked about: the one that was proposed to them, or the one being worked by. */
const asked = async (work: Work, personId: string) =>
  (await plansOf(work, personId)).find(({ progress }) => ['PROPOSED', 'AGREED', 'NOT_AGREED', 'APPROVED', 'ACTIVE', 'UNDER_REVIEW'].includes(progress.status));

/**
 * Makes a form, blank or for somebody. It is kept before it is shown: no page goes out whose code nobody here knows.
 * @throws RefusedError notFound, paper.noPlan for an answer to a plan that nobody proposed
 */
const makeForm = async (work: Work, { personId, kind, language }: PaperChoice, signal?: AbortSignal): Promise<RenderedDocument> => {
  const { vault, today } = work;
  const person = personId === undefined ? undefined : await existing(work, 'people', personId, 'person');
  const plan = personId === undefined || kind !== 'PLAN_ANSWER' ? undefined : await asked(work, personId);
  if (personId !== undefined && kind === 'PLAN_ANSWER' && plan === undefined) throw new RefusedError({ code: 'paper.noPlan' });
  const short = needsForms.short(today);
  const questions = kind === 'NEEDS_SHORT' ? short : kind === 'NEEDS_LONG' ? needsForms.long(short.version) : undefined;
  const form: Omit<PaperForm, 'pages'> = {
    ...created(work),
    type: 'paperForm',
    code: newCode(),
    kind,
    edition: EDITION[kind],
    lang: language,
    madeOn: today,
    ...(personId === undefined ? {} : { personId }),
    ...(plan === undefined ? {} : { about: plan.content.id }),
  };
  const view: PaperFormView = {
    kind,
    edition: form.edition,
    code: form.code,
    service: vault.info.serviceName,
    ...(person === undefined ? {} : { person: { name: displayName(person), number: person.code, ...(person.unit === undefined ? {} : { unit: person.unit }) } }),
    ...(questions === undefined ? {} : { questions }),
    ...(plan === undefined ? {} : { plan: { version: plan.content.versionNo, goals: plan.content.objectives.map(({ title }) => title) } }),
  };
  const meta = { createdAt: work.now, today, ...(vault.info.demo ? { demo: true } : {}) };
  const { pdf, pages } = await renderPages({ document: 'paper-form', view, language, meta }, signal === undefined ? {} : { signal });
  await save(work, [{ op: 'put', collection: 'handovers', doc: { ...form, pages } }], { action: 'paper.make', ...(personId === undefined ? {} : { personId }), details: { form: kind, language, pages } });
  return { pdf, pages };
};

/** Makes a form to be looked at and printed. @throws as `makeForm` */
export const previewForm = async (work: Work, previews: Previews, { personId, kind, language }: PaperChoice, signal?: AbortSignal): Promise<PreviewedPdf> => {
  const { pdf, pages } = await makeForm(work, { personId, kind, language }, signal);
  const previewId =
    personId === undefined ? previews.add({ kind: 'blank', form: kind, language, pages }) : previews.add({ kind: 'made', choice: { personId, document: 'paper-form', language }, pages });
  return { previewId, pdf: pdfBlob(pdf), language };
};

/**
 * Makes a form and saves it to a file the person named: recorded before it is written; when it could not be written, that is
 * recorded too.
 * @throws as `makeForm`; EnvelopeError of the medium
 */
export const saveForm = async (work: Work, { personId, kind, language }: PaperChoice, path: string, signal?: AbortSignal): Promise<{ name: string; pages: number }> => {
  const { pdf, pages } = await makeForm(work, { personId, kind, language }, signal);
  const details = { form: kind, language, pages };
  const issued = personId === undefined ? undefined : await recordIssue(work, { personId, document: 'paper-form', language }, 'SAVED', pages);
  if (issued === undefined) await work.vault.commit([], { action: 'paper.saveBlank', details });
  try {
    return { name: await saveFile(path, pdf), pages };
  } catch (error) {
    if (issued === undefined) await work.vault.commit([], { action: 'paper.saveEnd', details: { form: kind, result: 'FAILED' } });
    else await recordResult(work, issued, 'FAILED');
    throw error;
  }
};

/** What a code at the foot of a page belongs to. @throws RefusedError paper.misread, paper.unknown for another office's */
export const findPaper = async (work: Work, text: string): Promise<PaperFound> => {
  const read = readPaperCode(text);
  if (read === undefined) throw new RefusedError({ code: 'paper.misread' });
  const [form] = await find(work.vault, 'handovers', 'paperForm', { selector: { 'ix.code': read.code }, limit: 1 });
  if (form === undefined || form.kind !== read.kind) throw new RefusedError({ code: 'paper.unknown' });
  const person = form.personId === undefined ? undefined : await existing(work, 'people', form.personId, 'person');
  return { kind: form.kind, page: read.page, madeOn: form.madeOn, lang: form.lang, ...(person === undefined ? {} : { person: { id: person.id, name: displayName(person), code: person.code } }) };
};
