import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RequestView } from '../../../../shared/contract/requests.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { seen } from '../../documents/testing/tools.ts';

const today = '2026-11-22';
let folder: string;
let prison: DemoWorkplace;
let personId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse(`${today}T10:00:00Z`));
  await createPrison(prison);
  ({ id: personId } = await prison.calls.people.add({ code: 'R-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' }));
}, 60_000);
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = async <T>(view: Promise<AsyncIterable<T>>): Promise<T> => {
  for await (const value of await view) return value;
  throw new Error('no answer');
};
const of = (): Promise<RequestView[]> => first(prison.calls.requests.ofPerson({ personId }));
const open = async () => (await first(prison.calls.requests.open())).lines;
const due = async () =>
  (await first(prison.calls.home.due({ whose: 'all', limit: 40 }))).groups.flatMap(({ lines }) => lines.filter(({ kind }) => kind.startsWith('REQUEST')).map(({ kind, on, what, count = 1 }) => `${kind} ${what} ${on} ${count}`));
const lastAction = async () => (await prison.core.session.vault.audit.read({ limit: 20 })).find(({ action }) => action !== 'case.read');
const refusal = (code: string) => ({ code: 'REFUSED', data: { code } });
const request = { receivedOn: '2026-11-12', about: 'WORK', text: 'Doresc să lucrez.', lang: 'ro' } as const;

it('is taken in, given to a colleague, answered and delivered; each step stands in the person’s trail, its words do not', async () => {
  const { requestId } = await prison.calls.requests.add({ personId, ...request, number: '12' });
  expect(await of()).toMatchObject([{ waits: 10, answerBy: '2026-12-12', request: { state: 'RECEIVED', number: '12' } }]);
  expect(await due()).toEqual(['REQUEST BY 2026-12-12 1']);
  const colleague = prison.core.session.vault.members().find(({ name }) => name === names.coordinator)!;
  await prison.calls.requests.assign({ requestId, userId: colleague.id });
  expect(await open()).toMatchObject([{ state: 'IN_PROGRESS', assignedTo: colleague.id, waits: 10, person: { code: 'R-1' } }]);
  expect(JSON.stringify(await open())).not.toContain('Doresc');
  await prison.calls.requests.answer({ requestId, result: 'PARTLY', text: 'Din ianuarie.', lang: 'ro', on: '2026-11-20' });
  expect(await due()).toEqual(['REQUEST_DELIVER SINCE 2026-11-20 1']);
  await expect(prison.calls.requests.deliver({ requestId, way: 'HANDED_OVER', on: '2026-11-19' })).rejects.toMatchObject(refusal('request.beforeAnswer'));
  await prison.calls.requests.deliver({ requestId, way: 'READ_ALOUD', on: today });
  expect([await open(), await due()]).toEqual([[], []]);
  expect(await of()).toMatchObject([{ waits: 0, request: { state: 'DELIVERED', delivered: { way: 'READ_ALOUD', on: today } } }]);
  expect(await lastAction()).toMatchObject({ action: 'requests.deliver', details: { request: requestId } });
  expect(JSON.stringify(await prison.core.session.vault.audit.read({ limit: 20 }))).not.toContain('ianuarie');
});

it('has its answer on a slip without the name of whoever answered, looked at, saved and recorded; without an answer there is none', async () => {
  const [{ request: known }] = (await of()) as [RequestView];
  const slip = { personId, document: 'request-answer', language: 'ro', requestId: known.id } as const;
  const { previewId, pdf } = await prison.calls.documents.preview(slip);
  const { text } = seen(new Uint8Array(await pdf.arrayBuffer()));
  for (const words of ['Doresc să lucrez.', 'Din ianuarie.', 'R-1', 'judecătorul de supraveghere']) expect(text.replace(/\s+/g, ' ')).toContain(words);
  for (const staff of [names.educator, names.coordinator]) expect(text).not.toContain(staff);
  await prison.calls.documents.print({ previewId, pages: 1 });
  await prison.calls.documents.save({ ...slip, file: prison.grant(join(folder, 'raspuns.pdf'), 'save') });
  expect(await lastAction()).toMatchObject({ action: 'document.save', details: { document: 'request-answer', request: known.id } });
  expect(await first(prison.calls.documents.ofPerson({ personId }))).toMatchObject([{ document: 'request-answer', act: 'SAVED' }, { document: 'request-answer', act: 'PRINTED' }]);

  const { id: other } = await prison.calls.people.add({ code: 'R-9', familyName: 'Altul', givenName: 'Ion', birthDate: '1990-01-01' });
  const { requestId } = await prison.calls.requests.add({ personId: other, ...request });
  await expect(prison.calls.documents.preview({ ...slip, personId: other, requestId })).rejects.toMatchObject(refusal('request.notAnswered'));
  await expect(prison.calls.documents.preview({ personId, document: 'request-answer', language: 'ro' })).rejects.toMatchObject(refusal('notFound'));
  await expect(prison.calls.documents.preview({ ...slip, personId: other })).rejects.toMatchObject(refusal('notFound'));
  await prison.calls.requests.withdraw({ requestId, on: today });
});

it('is opened again with a reason, and the answer before stays readable', async () => {
  const [{ request: known }] = (await of()) as [RequestView];
  await prison.calls.requests.reopen({ requestId: known.id, reason: 'loc liber' });
  expect(await of()).toMatchObject([{ request: { state: 'IN_PROGRESS', reopened: [{ reason: 'loc liber', answer: { text: 'Din ianuarie.' }, delivered: { on: today } }] } }]);
  expect((await of())[0]!.request).not.toHaveProperty('answer');
  await prison.calls.requests.withdraw({ requestId: known.id, on: today });
  expect(await open()).toEqual([]);
});

it.each<[string, object, string]>([
  ['a day ahead', { receivedOn: '2026-11-23' }, 'request.inFuture'],
  ['no words', { text: undefined }, 'request.wordsNeeded'],
  ['words about a health appointment', { about: 'HEALTH_APPOINTMENT' }, 'request.healthWords'],
])('is not taken in with %s', async (_name, over, code) => {
  await expect(prison.calls.requests.add({ personId, ...request, ...over } as never)).rejects.toMatchObject(refusal(code));
});

it.each<[string, object, string]>([
  ['a day ahead', { on: '2026-11-23' }, 'request.inFuture'],
  ['a day before it came', { on: '2026-11-01' }, 'request.beforeReceived'],
  ['nobody to whom it is passed on', { result: 'PASSED_ON' }, 'request.passedTo'],
  ['somebody to whom it is not passed on', { passedTo: 'serviciul evidență' }, 'request.passedTo'],
])('is not answered with %s', async (_name, over, code) => {
  const { requestId } = await prison.calls.requests.add({ personId, ...request });
  await expect(prison.calls.requests.answer({ requestId, result: 'GRANTED', text: 'Da.', lang: 'ro', on: today, ...over })).rejects.toMatchObject(refusal(code));
  await expect(prison.calls.requests.deliver({ requestId, way: 'HANDED_OVER', on: today })).rejects.toMatchObject(refusal('machine.request'));
});

it('waits longest first, one line for a person with how many there are', async () => {
  await prison.calls.requests.add({ personId, ...request, about: 'HEALTH_APPOINTMENT', text: undefined, receivedOn: '2026-10-01' });
  const lines = await open();
  expect(lines[0]).toMatchObject({ about: 'HEALTH_APPOINTMENT', waits: 52, answerBy: '2026-10-31' });
  expect(await due()).toEqual([`REQUEST BY 2026-10-31 ${lines.length}`]);
});

it('is given to nobody who does not work with cases', async () => {
  const { requestId } = await prison.calls.requests.add({ personId, ...request });
  await expect(prison.calls.requests.assign({ requestId, userId: personId })).rejects.toMatchObject(refusal('request.nobody'));
});
