import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PaperChoice } from '../../../../shared/contract/papers.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { seen } from '../../documents/testing/tools.ts';

let folder: string;
let prison: DemoWorkplace;
let personId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
  ({ id: personId } = await prison.calls.people.add({ code: 'P-1', familyName: 'Hârtie', givenName: 'Om', birthDate: '1980-01-01' }));
});
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const make = async (choice: PaperChoice) => {
  const { previewId, pdf } = await prison.calls.papers.preview(choice);
  const { text } = seen(new Uint8Array(await pdf.arrayBuffer()));
  return { previewId, text, code: /V1-[0-9A-Z-]{20,}/.exec(text)?.[0] ?? '' };
};
const newest = async () => (await prison.core.session.vault.audit.read({ limit: 1 }))[0];

it('a page that comes back is known again by its code, here and nowhere else', async () => {
  const { code, previewId } = await make({ personId, kind: 'CONSENTS', language: 'ro' });
  expect(await newest()).toMatchObject({ action: 'paper.make', details: { form: 'CONSENTS', language: 'ro' } });
  expect(await prison.calls.papers.find({ code: code.toLowerCase() })).toEqual({ kind: 'CONSENTS', page: 1, madeOn: '2026-11-22', lang: 'ro', person: { id: personId, name: 'Hârtie Om', code: 'P-1' } });
  // printed as every paper of a case is, and listed with them
  const { ticket } = await prison.calls.documents.print({ previewId, pages: 1 });
  const { tickets } = prison.core.context();
  expect(tickets.take(ticket)).toBe(true);
  await tickets.finish(ticket, 'DONE');
  for await (const list of await prison.calls.documents.ofPerson({ personId })) {
    expect(list).toMatchObject([{ document: 'paper-form', act: 'PRINTED', result: 'DONE' }]);
    break;
  }
  await expect(prison.calls.papers.find({ code: code.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })).rejects.toMatchObject({ data: { code: 'paper.misread' } });
});

it('each look is another form: no two share a code', async () => {
  const [one, two] = [await make({ personId, kind: 'REQUEST', language: 'it' }), await make({ personId, kind: 'REQUEST', language: 'it' })];
  expect(one.code).not.toBe(two.code);
});

it('a blank form names nobody, and is printed with an entry of its own', async () => {
  const { code, text, previewId } = await make({ kind: 'NEEDS_SHORT', language: 'en' });
  expect(text).not.toContain('Hârtie');
  expect(await prison.calls.papers.find({ code })).toEqual({ kind: 'NEEDS_SHORT', page: 1, madeOn: '2026-11-22', lang: 'en' });
  await prison.calls.documents.print({ previewId, pages: 3 });
  expect(await newest()).toMatchObject({ action: 'paper.printBlank', details: { form: 'NEEDS_SHORT' } });
});

it('an answer to a plan is asked for only where there is one, with its goals', async () => {
  await expect(make({ personId, kind: 'PLAN_ANSWER', language: 'ro' })).rejects.toMatchObject({ data: { code: 'paper.noPlan' } });
  await planWith(prison, personId, '2026-11-22');
  expect((await make({ personId, kind: 'PLAN_ANSWER', language: 'ro' })).text).toContain('versiunea 1');
});

it('a code of another office is unknown here', async () => {
  const foreign = 'V1-C01-01-ZYXW456789ABCDEF-';
  const all = await Promise.all([...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((check) => prison.calls.papers.find({ code: foreign + check }).then(() => 'found', (error: { data: { code: string } }) => error.data.code)));
  expect(all.filter((code) => code === 'paper.unknown')).toHaveLength(1);
  expect(all).not.toContain('found');
});
