import { readPaperCode, type PaperForm } from '../../../../shared/domain/paper-form.ts';
import { matchScan, type ScanMatch } from '../../../../shared/domain/scan.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { existing, type Work } from '../work.ts';
import type { ScanReadings } from './scan-readings.ts';

/** Which forms these codes lead to, as far as they may be seen. */
export const formsOf = async (work: Work, texts: readonly string[]): Promise<ReadonlyMap<string, Stored<PaperForm>>> => {
  const codes = [...new Set(texts.flatMap((text) => readPaperCode(text)?.code ?? []))];
  const found = codes.length === 0 ? [] : await find(work.vault, 'handovers', 'paperForm', { selector: { 'ix.code': { $in: codes } } });
  return new Map(found.map((form) => [form.code, form]));
};

/** Pages of forms that are kept, read off the index. */
const keptPages = (work: Work): ReadonlySet<string> =>
  new Set(work.vault.rows('handovers', 'scan', ['code', 'page', 'personId']).map(({ code, page }) => `${String(code)} ${String(page)}`));

/** What each page of a file that was read turned out to be, in its order. */
export const matchesOf = async (work: Work, readings: ScanReadings, readingId: string, pages: readonly { readonly at: number; readonly codes: readonly string[] }[], opened?: string): Promise<readonly ScanMatch[]> => {
  const forms = await formsOf(work, pages.flatMap(({ codes }) => codes));
  const kept = keptPages(work);
  return pages.map(({ at, codes }) => {
    const before = readings.codesBefore(readingId, at).flatMap((text) => readPaperCode(text) ?? []);
    return matchScan(codes, {
      formOf: (code) => forms.get(code),
      isKept: (formId, page) => kept.has(`${formId} ${page}`),
      // of a blank form there may be many copies
      isRead: (formId, page) => before.some((read) => read.page === page && forms.get(read.code)?.id === formId && forms.get(read.code)?.personId !== undefined),
      opened,
    });
  });
};

/** The person a form was made for, if it was. */
export const personOfForm = (work: Work, form: { readonly personId?: string | undefined }) => (form.personId === undefined ? undefined : existing(work, 'people', form.personId, 'person'));
