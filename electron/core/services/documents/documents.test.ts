import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { seen } from '../../documents/testing/tools.ts';
import { existing, newId } from '../work.ts';

let folder: string;
let prison: DemoWorkplace;
let probation: OtherOffice;
const today = '2026-11-22';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  probation = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await createPrison(prison);
  await trustIn(prison, probation, folder);
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const personWithPlan = async (): Promise<string> => {
  const { id } = await prison.calls.people.add({ code: newId().slice(-8), familyName: 'Mureșan', givenName: 'Ștefan', birthDate: '1990-01-01' });
  await planWith(prison, id, today);
  return id;
};

/** An authorised hand-over with an outgoing registration number. */
const authorised = async (personId: string): Promise<{ handoverId: string }> => {
  const request = { personId, recipientServiceId: probation.card.serviceId, mandate: { kind: 'SUPERVISION', act: 'hotărârea 7', date: today }, registrationNumberOut: 'P-7/2026' } as const;
  const { caseHash } = await prison.calls.handovers.preview(request);
  const handover = await prison.calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
  await prison.changeUser(names.coordinator);
  await prison.calls.handovers.authorise(handover);
  await prison.changeUser(names.educator);
  return handover;
};

const copyOf = (personId: string) => ({ personId, document: 'person-copy', language: 'it' }) as const;
const looked = async (choice: Parameters<DemoWorkplace['calls']['documents']['preview']>[0]) => {
  const { previewId, pdf } = await prison.calls.documents.preview(choice);
  return { previewId, pdf: seen(new Uint8Array(await pdf.arrayBuffer())) };
};
const listOf = async (personId: string) => {
  for await (const list of await prison.calls.documents.ofPerson({ personId })) return list;
  return [];
};
const newest = async () => (await prison.core.session.vault.audit.read({ limit: 1 }))[0];

describe('looking at a document', () => {
  it('shows the whole PDF, writes nothing, and stands in the trail', async () => {
    const personId = await personWithPlan();
    const before = readdirSync(folder).length;
    const { pdf } = await looked(copyOf(personId));
    expect(pdf.text).toContain('Il mio piano');
    expect(readdirSync(folder)).toHaveLength(before);
    expect(await newest()).toMatchObject({ action: 'document.preview', details: { document: 'person-copy', language: 'it', pages: pdf.pages.length } });
    expect(await listOf(personId)).toEqual([]);
  });

  it("of the officer's plan asks for the second person, as saving does", async () => {
    const personId = await personWithPlan();
    await expect(prison.calls.documents.preview({ personId, document: 'plan', language: 'ro' })).rejects.toMatchObject({ data: { code: 'document.needsHandover' } });
    const { pdf } = await looked({ personId, document: 'plan', language: 'en', ...(await authorised(personId)) });
    expect(pdf.text).toContain('P-7/2026');
  });
});

describe('printing', () => {
  it('is recorded before it begins, once, and with what came of it', async () => {
    const personId = await personWithPlan();
    const { previewId, pdf } = await looked(copyOf(personId));
    const { ticket } = await prison.calls.documents.print({ previewId, pages: 99 });
    expect(await newest()).toMatchObject({ action: 'document.print', details: { document: 'person-copy', language: 'it', pages: pdf.pages.length } });
    expect(await listOf(personId)).toMatchObject([{ act: 'PRINTED', result: 'BEGUN', by: names.educator, pages: pdf.pages.length }]);
    const { tickets } = prison.core;
    expect([tickets.take(ticket), tickets.take(ticket)]).toEqual([true, false]);
    await tickets.finish(ticket, 'CANCELLED');
    expect(await newest()).toMatchObject({ action: 'document.printEnd', details: { result: 'CANCELLED' } });
    await tickets.finish(ticket, 'DONE');
    expect(await listOf(personId)).toMatchObject([{ result: 'CANCELLED' }]);
  });

  it('needs a preview that is known and a ticket that was given', async () => {
    await expect(prison.calls.documents.print({ previewId: newId(), pages: 1 })).rejects.toMatchObject({ data: { code: 'document.previewGone' } });
    expect(prison.core.tickets.take(newId())).toBe(false);
  });
});

describe('the list of what left', () => {
  it('says what, by whom, in which language and for which hand-over, newest first, and no name of a file', async () => {
    const personId = await personWithPlan();
    const handover = await authorised(personId);
    await prison.calls.documents.save({ ...copyOf(personId), file: prison.grant(join(folder, 'prima.pdf'), 'save') });
    await prison.calls.documents.save({ personId, document: 'plan', language: 'ro', ...handover, file: prison.grant(join(folder, 'dosar-secret.pdf'), 'save') });
    const list = await listOf(personId);
    expect(list).toMatchObject([
      { document: 'plan', act: 'SAVED', result: 'DONE', language: 'ro', handover: { recipient: 'Serviciul de Probațiune Test' } },
      { document: 'person-copy', act: 'SAVED', result: 'DONE', language: 'it' },
    ]);
    expect(JSON.stringify(list)).not.toContain('.pdf');
  });

  it('says so when a file could not be written', async () => {
    const personId = await personWithPlan();
    const saving = prison.calls.documents.save({ ...copyOf(personId), file: prison.grant(join(folder, 'no-such-folder', 'a.pdf'), 'save') });
    await expect(saving).rejects.toMatchObject({ code: 'FAILED' });
    expect(await listOf(personId)).toMatchObject([{ act: 'SAVED', result: 'FAILED' }]);
  });
});

describe('the custody slip', () => {
  it('does not exist before the envelope', async () => {
    const personId = await personWithPlan();
    const handover = await authorised(personId);
    await expect(prison.calls.documents.preview({ personId, document: 'custody-slip', language: 'ro', ...handover })).rejects.toMatchObject({ data: { code: 'document.notSealed' } });
  });

  it('names the file on the medium and its digest, and nobody', async () => {
    const personId = await personWithPlan();
    const handover = await authorised(personId);
    const medium = join(folder, newId());
    mkdirSync(medium);
    const { fileName, reference, sha256 } = await prison.calls.handovers.seal({ ...handover, folder: prison.grant(medium, 'folder') });
    const person = await existing(prison.core.session.work(), 'people', personId, 'person');
    const { pdf } = await looked({ personId, document: 'custody-slip', language: 'ro', ...handover });
    const text = pdf.text.replace(/\s/g, '');
    for (const told of [fileName, reference, sha256, 'P-7/2026']) expect(text).toContain(told.replace(/\s/g, ''));
    for (const hidden of [person.familyName, person.code, 'hotărârea', personId]) expect(text).not.toContain(hidden);
    expect(readFileSync(join(medium, fileName)).length).toBeGreaterThan(0);
  });
});
