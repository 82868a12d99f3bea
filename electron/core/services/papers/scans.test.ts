import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { readScanFile } from './scans.ts';

let folder: string;
let prison: DemoWorkplace;
let personId: string;
let otherId: string;
let paper: Uint8Array;

/** The first page of a PDF as a scanner would give it. */
const scanned = async (pdf: Blob, name: string): Promise<Uint8Array> => {
  writeFileSync(join(folder, `${name}.pdf`), new Uint8Array(await pdf.arrayBuffer()));
  execFileSync('pdftoppm', ['-r', '110', '-gray', '-jpeg', '-singlefile', join(folder, `${name}.pdf`), join(folder, name)]);
  return readFileSync(join(folder, `${name}.jpg`));
};
const read = (bytes: Uint8Array, opened?: string) => readScanFile(prison.core.session.work(), prison.core.context().scans, 'scan.jpg', bytes, opened);
const setsOf = async (id: string) => {
  for await (const sets of await prison.calls.papers.ofPerson({ personId: id })) return sets;
  throw new Error('nothing came');
};
const newest = async () => (await prison.core.session.vault.audit.read({ limit: 1 }))[0];
const code = (wanted: string) => ({ data: { code: wanted } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
  const add = async (number: string) => (await prison.calls.people.add({ code: number, familyName: 'Hârtie', givenName: number, birthDate: '1980-01-01' })).id;
  personId = await add('P-1');
  otherId = await add('P-2');
  paper = await scanned((await prison.calls.papers.preview({ personId, kind: 'CONSENTS', language: 'ro' })).pdf, 'own');
}, 120_000);
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a signed paper is known by its code, kept sealed, looked at with an entry, and typed in', async () => {
  const { readingId, pages } = await read(paper);
  expect(pages).toMatchObject([{ at: 0, state: 'MATCHED', page: 1, form: { kind: 'CONSENTS', pages: 1 }, person: { id: personId } }]);
  await prison.calls.papers.keepScans({ pages: [{ readingId, at: 0, personId }] });
  expect(await newest()).toMatchObject({ action: 'scan.keep', details: { pages: 1 } });
  const [set] = await setsOf(personId);
  expect(set).toMatchObject({ kind: 'CONSENTS', missing: [], form: { blank: false } });
  expect(set).not.toHaveProperty('typed');
  const scanId = set?.pages[0]?.id ?? '';
  const picture = await prison.calls.papers.picture({ scanId });
  expect([picture.type, new Uint8Array(await picture.arrayBuffer()).subarray(0, 3)]).toEqual(['image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff)]);
  expect(await newest()).toMatchObject({ action: 'scan.view', details: { form: 'CONSENTS', page: 1 } });

  const choice = { personId, purpose: 'MENTOR', decision: 'GIVEN', on: '2026-11-20', lang: 'ro' } as const;
  await expect(prison.calls.requests.add({ personId, receivedOn: '2026-11-20', about: 'WORK', text: 'Cer.', lang: 'ro', fromPaper: scanId })).rejects.toMatchObject(code('scan.otherForm'));
  await expect(prison.calls.consents.record({ ...choice, personId: otherId, fromPaper: scanId })).rejects.toMatchObject(code('scan.otherPerson'));
  await prison.calls.consents.record({ ...choice, fromPaper: scanId });
  expect((await setsOf(personId))[0]).toMatchObject({ typed: { on: '2026-11-22' } });
  for await (const waiting of await prison.calls.papers.waiting()) {
    expect(waiting).toEqual([]);
    break;
  }
});

it('the same page again, and a page of somebody else, are not taken over', async () => {
  const again = await read(paper);
  expect(again.pages).toMatchObject([{ state: 'TWICE' }]);
  await expect(prison.calls.papers.keepScans({ pages: [{ readingId: again.readingId, at: 0, personId }] })).rejects.toMatchObject(code('scan.pageHere'));
  const beside = await read(await scanned((await prison.calls.papers.preview({ personId, kind: 'REQUEST', language: 'ro' })).pdf, 'beside'), otherId);
  expect(beside.pages).toMatchObject([{ state: 'OTHER_PERSON' }]);
  expect(JSON.stringify(beside.pages)).not.toContain('Hârtie');
  await expect(prison.calls.papers.keepScans({ pages: [{ readingId: beside.readingId, at: 0, personId: otherId }] })).rejects.toMatchObject(code('scan.otherPerson'));
  expect(await setsOf(otherId)).toEqual([]);
  for (const { readingId } of [again, beside]) await prison.calls.papers.dropScan({ readingId });
});

it('a page without a code is kept as somebody says it is, a blank form as whose they say; all of them or none', async () => {
  const blank = await read(await scanned((await prison.calls.papers.preview({ kind: 'REQUEST', language: 'it' })).pdf, 'blank'));
  expect(blank.pages).toMatchObject([{ state: 'BLANK_FORM', form: { kind: 'REQUEST' } }]);
  const white = new PNG({ width: 200, height: 280 });
  white.data.fill(250);
  const plain = await read(PNG.sync.write(white));
  expect(plain.pages).toMatchObject([{ state: 'NO_CODE' }]);
  const keep = { readingId: plain.readingId, at: 0, personId: otherId };
  const both = [{ readingId: blank.readingId, at: 0, personId: otherId }, keep];
  await expect(prison.calls.papers.keepScans({ pages: both })).rejects.toMatchObject(code('scan.sayWhat'));
  expect(await setsOf(otherId)).toEqual([]);
  await prison.calls.papers.keepScans({ pages: [...both.slice(0, 1), { ...keep, byHand: { kind: 'NEEDS_SHORT', page: 2 } }] });
  expect(await setsOf(otherId)).toMatchObject([
    { kind: 'NEEDS_SHORT', missing: [1], pages: [{ how: 'HAND' }] },
    { kind: 'REQUEST', form: { blank: true }, pages: [{ how: 'CODE' }] },
  ]);
  await expect(prison.calls.papers.readPicture({ readingId: plain.readingId, at: 4 })).rejects.toMatchObject(code('scan.gone'));
});

it('a page taken away is gone with its picture, and goes with its person when two records are one', async () => {
  const [byHand, blank] = await setsOf(otherId);
  const scanId = byHand?.pages[0]?.id ?? '';
  await prison.calls.papers.removeScan({ scanId, why: 'UNREADABLE' });
  await expect(prison.calls.papers.picture({ scanId })).rejects.toMatchObject(code('notFound'));
  await prison.calls.people.merge({ keepId: personId, otherId });
  expect(await setsOf(personId)).toHaveLength(2);
  expect((await prison.calls.papers.picture({ scanId: blank?.pages[0]?.id ?? '' })).size).toBeGreaterThan(1000);
});
