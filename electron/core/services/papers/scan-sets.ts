import type { ScanSet, WaitingPaper } from '../../../../shared/contract/papers.ts';
import { PaperFormKind } from '../../../../shared/domain/paper-form.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { missingPages, type Scan } from '../../../../shared/domain/scan.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, existing, RefusedError, type Work } from '../work.ts';

const setView = async (work: Work, scans: readonly Stored<Scan>[]): Promise<ScanSet[]> => {
  const [first] = scans;
  if (first === undefined) return [];
  const form = scans.some(({ how }) => how === 'CODE') ? await existing(work, 'handovers', first.set, 'paperForm') : undefined;
  const pages = scans.toSorted((a, b) => a.page - b.page).map(({ id, page, how, keptOn, createdBy }) => ({ id, page, how, keptOn, by: createdBy }));
  return [
    {
      set: first.set,
      kind: first.kind,
      ...(form === undefined ? {} : { form: { madeOn: form.madeOn, pages: form.pages, blank: form.personId === undefined } }),
      pages,
      missing: missingPages(form?.pages ?? Math.max(...pages.map(({ page }) => page)), pages.map(({ page }) => page)),
      ...(first.typed === undefined ? {} : { typed: first.typed }),
    },
  ];
};

const scansOf = (work: Work, personId: string, set?: string): Promise<Stored<Scan>[]> =>
  find(work.vault, 'handovers', 'scan', { selector: { personId, ...(set === undefined ? {} : { 'ix.code': set }) }, sort: [{ id: 'desc' }] });

/** The papers of one person that came back, newest first. */
export const scanSetsOf = async (work: Work, personId: string): Promise<ScanSet[]> => {
  const groups = grouped(await scansOf(work, personId));
  return (await Promise.all([...groups.values()].map((scans) => setView(work, scans)))).flat();
};

const grouped = (scans: readonly Stored<Scan>[]): Map<string, Stored<Scan>[]> => {
  const groups = new Map<string, Stored<Scan>[]>();
  for (const scan of scans) groups.set(scan.set, [...(groups.get(scan.set) ?? []), scan]);
  return groups;
};

/** The paper a page belongs to. */
export const scanSetOf = async (work: Work, scanId: string): Promise<ScanSet> => {
  const scan = await existing(work, 'handovers', scanId, 'scan');
  const [view] = await setView(work, await scansOf(work, scan.personId, scan.set));
  if (view === undefined) throw new RefusedError({ code: 'notFound', params: { type: 'scan' } });
  return view;
};

/** Papers that nobody has typed in yet, oldest first; read off the index, no page is opened. */
export const waitingPapers = async (work: Work): Promise<WaitingPaper[]> => {
  const rows = work.vault.rows('handovers', 'scan', ['personId', 'code', 'status', 'document', 'page', 'at']).filter(({ status }) => status === 'WAITING');
  const papers = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${String(row.personId)} ${String(row.code)}`;
    papers.set(key, [...(papers.get(key) ?? []), row]);
  }
  const views = await Promise.all(
    [...papers.values()].map(async (pages): Promise<WaitingPaper[]> => {
      const [first] = pages.toSorted((a, b) => Number(a.page) - Number(b.page));
      const person = first === undefined ? undefined : await work.vault.get('people', String(first.personId));
      if (first === undefined || person === undefined) return [];
      return [{ set: String(first.code), scanId: first.id, kind: PaperFormKind.parse(first.document), pages: pages.length, since: String(first.at), person: { id: person.id, name: displayName(person), code: person.code } }];
    }),
  );
  return views.flat().toSorted((a, b) => (a.since < b.since ? -1 : 1));
};

/**
 * What an entry that is typed from a paper keeps of it, and what is saved with the entry: its pages wait no longer.
 * @param scanId a page of the paper; undefined: typed from no paper
 * @param kinds the forms such an entry can come from
 * @throws RefusedError notFound, scan.otherPerson, scan.otherForm
 */
export const typedFrom = async (work: Work, personId: string, scanId: string | undefined, kinds: readonly PaperFormKind[]): Promise<{ readonly from: { readonly fromPaper?: string }; readonly changes: readonly Change[] }> => {
  if (scanId === undefined) return { from: {}, changes: [] };
  const scan = await existing(work, 'handovers', scanId, 'scan');
  if (scan.personId !== personId) throw new RefusedError({ code: 'scan.otherPerson' });
  if (!kinds.includes(scan.kind)) throw new RefusedError({ code: 'scan.otherForm' });
  const waiting = (await scansOf(work, personId, scan.set)).filter(({ typed }) => typed === undefined);
  return { from: { fromPaper: scanId }, changes: waiting.map((page) => ({ op: 'put', collection: 'handovers', doc: { ...changed(work, page), typed: { on: work.today, by: work.vault.user.id } } })) };
};
