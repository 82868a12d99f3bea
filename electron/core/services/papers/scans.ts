import type { KeepPage, ReadScanFile, ReadScanPage } from '../../../../shared/contract/papers.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { BY_HAND, type Scan, type ScanMatch, type ScanPicture, type ScanRemoval } from '../../../../shared/domain/scan.ts';
import { SCAN_LIMITS } from '../../scans/limits.ts';
import { readScan, type ReadPage } from '../../scans/read-scan.ts';
import { ScanError } from '../../scans/scan-error.ts';
import type { AuditEvent, Change } from '../../vault/types.ts';
import { created, existing, newId, RefusedError, save, type Work } from '../work.ts';
import { matchesOf, personOfForm } from './scan-matches.ts';
import type { ScanReadings } from './scan-readings.ts';

type Seen = Extract<ReadPage, { readonly jpeg: unknown }>;

const picturesOf = (pages: readonly ReadPage[]): { readonly at: number; readonly codes: readonly string[] }[] => pages.flatMap((page, at) => ('codes' in page ? [{ at, codes: page.codes }] : []));

const viewOf = async (work: Work, at: number, { state, form, page }: ScanMatch): Promise<ReadScanPage> => {
  const made = form === undefined ? undefined : await existing(work, 'handovers', form.id, 'paperForm');
  // of a page about somebody else nothing more is told than that it is
  const person = made === undefined || state === 'OTHER_PERSON' ? undefined : await personOfForm(work, made);
  return {
    at,
    state,
    ...(made === undefined ? {} : { form: { kind: made.kind, madeOn: made.madeOn, pages: made.pages } }),
    ...(page === undefined ? {} : { page }),
    ...(person === undefined ? {} : { person: { id: person.id, name: displayName(person), code: person.code } }),
  };
};

const pagesIn = async (bytes: Uint8Array, signal: AbortSignal | undefined): Promise<readonly ReadPage[]> => {
  try {
    return await readScan(bytes, signal);
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    throw new RefusedError({ code: `scan.${error.code}`, ...(error.code === 'tooManyPages' ? { params: { limit: SCAN_LIMITS.pages } } : {}) });
  }
};

/**
 * Reads a file of scanned pages into memory and says of each page what it is. Nothing is kept, and nothing of it written.
 * @throws RefusedError scan.… with why the whole file cannot be read; scan.tooManyWaiting, notFound for the person whose page is open
 */
export const readScanFile = async (work: Work, readings: ScanReadings, name: string, bytes: Uint8Array, opened?: string, signal?: AbortSignal): Promise<ReadScanFile> => {
  if (opened !== undefined) await existing(work, 'people', opened, 'person');
  const reading = readings.add(name, await readings.inTurn(() => pagesIn(bytes, signal)));
  const pictures = picturesOf(reading.pages);
  const matches = await matchesOf(work, readings, reading.id, pictures, opened);
  const views = await Promise.all(pictures.map(({ at }, index) => viewOf(work, at, matches[index] ?? { state: 'NO_CODE' })));
  return { readingId: reading.id, name, pages: reading.pages.map((page, at) => ('fault' in page ? { at, fault: page.fault } : (views.find((view) => view.at === at) ?? { at, state: 'NO_CODE' }))) };
};

export const pictureRead = (readings: ScanReadings, { readingId, at }: { readonly readingId: string; readonly at: number }): Blob => new Blob([new Uint8Array(readings.page(readingId, at).jpeg)], { type: 'image/jpeg' });

/** Where a page belongs: as its code says, or as somebody said who looked at it. */
const placeOf = ({ state, form, page }: ScanMatch, { personId, byHand, readingId }: KeepPage): Pick<Scan, 'set' | 'kind' | 'page' | 'how'> => {
  if (form?.personId !== undefined && form.personId !== personId) throw new RefusedError({ code: 'scan.otherPerson' });
  if (form !== undefined && page !== undefined && (state === 'MATCHED' || state === 'BLANK_FORM')) return { set: form.id, kind: form.kind, page, how: 'CODE' };
  if (!BY_HAND.includes(state)) throw new RefusedError({ code: state === 'OTHER_PERSON' ? 'scan.otherPerson' : 'scan.pageHere' });
  if (byHand === undefined) throw new RefusedError({ code: 'scan.sayWhat' });
  return { set: readingId, ...byHand, how: 'HAND' };
};

const documentsOf = (work: Work, personId: string, place: Pick<Scan, 'set' | 'kind' | 'page' | 'how'>, { jpeg, width, height }: Seen): Change[] => {
  const picture: ScanPicture = { ...created(work), type: 'scanPicture', personId, jpeg: Buffer.from(jpeg).toString('base64') };
  const scan: Scan = { ...created(work, newId()), type: 'scan', personId, ...place, keptOn: work.today, picture: picture.id, width, height };
  return [
    { op: 'put', collection: 'handovers', doc: picture },
    { op: 'put', collection: 'handovers', doc: scan },
  ];
};

/**
 * Takes pages over, sealed under the key of whom they are about: all of them in one commit, or none.
 * @throws RefusedError notFound, scan.gone, scan.otherPerson, scan.pageHere when that page of that paper is here, scan.sayWhat
 *   for a page nobody said anything about
 */
export const keepScans = async (work: Work, readings: ScanReadings, { pages }: { readonly pages: readonly KeepPage[] }): Promise<{ kept: number }> => {
  const changes: Change[] = [];
  const counts = new Map<string, number>();
  const taken = new Set(work.vault.rows('handovers', 'scan', ['personId', 'code', 'page']).map(({ personId, code, page }) => `${String(personId)} ${String(code)} ${String(page)}`));
  for (const keep of pages) {
    const seen = readings.page(keep.readingId, keep.at);
    await existing(work, 'people', keep.personId, 'person');
    const [match] = await matchesOf(work, readings, keep.readingId, [{ at: keep.at, codes: seen.codes }]);
    const place = placeOf(match ?? { state: 'NO_CODE' }, keep);
    const key = `${keep.personId} ${place.set} ${place.page}`;
    if (taken.has(key)) throw new RefusedError({ code: 'scan.pageHere' });
    taken.add(key);
    changes.push(...documentsOf(work, keep.personId, place, seen));
    counts.set(keep.personId, (counts.get(keep.personId) ?? 0) + 1);
  }
  const [first, ...others] = [...counts].map(([personId, count]): AuditEvent => ({ action: 'scan.keep', personId, details: { pages: count } }));
  if (first !== undefined) await save(work, changes, [first, ...others]);
  return { kept: pages.length };
};

/** The picture of a page, from where it is kept. The one place that knows how: streams may take its place. */
const pictureOf = async (work: Work, { picture }: Scan): Promise<Uint8Array> => Buffer.from((await existing(work, 'handovers', picture, 'scanPicture')).jpeg, 'base64');

/** One page to be looked at; recorded before it is shown. */
export const openScan = async (work: Work, scanId: string): Promise<Blob> => {
  const scan = await existing(work, 'handovers', scanId, 'scan');
  const jpeg = await pictureOf(work, scan);
  await work.vault.commit([], { action: 'scan.view', personId: scan.personId, details: { form: scan.kind, page: scan.page } });
  return new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' });
};

/** Takes a page away again, and its picture with it. */
export const removeScan = async (work: Work, { scanId, why }: { readonly scanId: string; readonly why: ScanRemoval }): Promise<void> => {
  const scan = await existing(work, 'handovers', scanId, 'scan');
  const picture = await existing(work, 'handovers', scan.picture, 'scanPicture');
  await save(
    work,
    [
      { op: 'remove', collection: 'handovers', id: scan.id, _rev: scan._rev },
      { op: 'remove', collection: 'handovers', id: picture.id, _rev: picture._rev },
    ],
    { action: 'scan.remove', personId: scan.personId, details: { form: scan.kind, page: scan.page, why } },
  );
};
