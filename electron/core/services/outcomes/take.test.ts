import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import type { EnvelopeRef } from '../../../../shared/domain/envelope.ts';
import type { OutcomeAnswers, ReturnPayload } from '../../../../shared/domain/outcome-return.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { existing, newId } from '../work.ts';

let folder: string;
let prison: DemoWorkplace;
let probation: OtherOffice;
let own: ServiceCard;
let personId: string;
let handoverId: string;
let answered: EnvelopeRef;
const today = '2026-11-22';
const answers: OutcomeAnswers = { accommodation: 'SETTLED', occupation: 'LOOKING', compliance: 'COMPLIES', treatment: 'NOT_PLANNED', family: 'KEPT', custody: 'NO' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  probation = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await createPrison(prison);
  await trustIn(prison, probation, folder);
  own = (await prison.calls.contacts.own()).card;
  ({ id: personId } = await prison.calls.people.add({ code: newId().slice(-8), familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' }));
  await planWith(prison, personId, today);
  const request = { personId, recipientServiceId: probation.card.serviceId, mandate: { kind: 'SUPERVISION' as const, act: 'sentința 1', date: today } };
  const { caseHash } = await prison.calls.handovers.preview(request);
  ({ handoverId } = await prison.calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash }));
  await prison.changeUser(names.coordinator);
  await prison.calls.handovers.authorise({ handoverId });
  await prison.changeUser(names.educator);
  const into = join(folder, 'stick');
  mkdirSync(into);
  await prison.calls.handovers.seal({ handoverId, folder: prison.grant(into, 'folder') });
  const { envelope } = await existing(prison.core.session.work(), 'handovers', handoverId, 'handover');
  answered = { envelopeId: envelope?.id ?? '', tagManifestSha256: envelope?.tagManifestSha256 ?? '' };
  await prison.calls.handovers.importReceipt({ file: prison.grant(await probation.send(own, { folder, kind: 'receipt', receipt: { answers: answered, decision: 'ACCEPTED' } }), 'envelope') });
}, 60_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const send = async (json: unknown, inAnswerTo: EnvelopeRef = answered, version = 1) =>
  prison.grant(await probation.send(own, { folder, kind: 'return', file: { path: 'return.json', json, payloads: { return: version }, inAnswerTo } }), 'envelope');
const named = (over: Partial<Extract<ReturnPayload, { named: true }>> = {}) => ({
  format: 'varco-return',
  version: 1,
  dataAsOf: today,
  named: true,
  answers: answered,
  ground: 'FOLLOW_UP',
  reports: [{ id: newId(), checkpoint: 'DAY_30', observedOn: today, answers, goals: [], firstAppointment: 'KEPT' }],
  ...over,
});
const take = async (json: unknown, inAnswerTo?: EnvelopeRef, version?: number) => prison.calls.outcomes.take({ file: await send(json, inAnswerTo, version) });
const status = async () => (await existing(prison.core.session.work(), 'handovers', handoverId, 'handover')).status;

it('is kept with the person it is about, and the hand-over has come full circle; a repeat changes nothing', async () => {
  const told = named();
  expect(await take(told)).toMatchObject({ sender: probation.card.name, named: true, reports: 1, repeated: false, personId });
  expect(await status()).toBe('RETURNED');
  for await (const view of await prison.calls.outcomes.ofPerson({ personId })) {
    expect(view.reports).toMatchObject([{ checkpoint: 'DAY_30', answers, firstAppointment: 'KEPT', from: { name: probation.card.name, ground: 'FOLLOW_UP' } }]);
    break;
  }
  expect(await take(told)).toMatchObject({ reports: 0, repeated: true });
});

it('counts about nobody stand on the page of all plans; the newest of a service counts', async () => {
  const counts = (people: number) => ({ format: 'varco-return', version: 1, dataAsOf: today, named: false, counts: [{ checkpoint: 'DAY_30', people, answers: { accommodation: { SETTLED: people } } }] });
  expect(await take(counts(7))).toMatchObject({ named: false, repeated: false });
  await take(counts(9));
  for await (const view of await prison.calls.outcomes.page()) {
    expect(view).toMatchObject({ counts: [{ checkpoint: 'DAY_30', people: 9, answers: { accommodation: { SETTLED: 9 } } }], services: [{ name: probation.card.name }] });
    break;
  }
});

it.each<[string, () => Promise<unknown>, string]>([
  ['about an envelope that was never sent', () => take(named(), { envelopeId: newId(), tagManifestSha256: 'a'.repeat(64) }), 'envelope.NOT_EXCHANGED'],
  ['that says another envelope inside', () => take(named({ answers: { envelopeId: newId(), tagManifestSha256: 'a'.repeat(64) } })), 'envelope.NOT_EXCHANGED'],
  ['with counts below five', () => take({ format: 'varco-return', version: 1, dataAsOf: today, named: false, counts: [{ checkpoint: 'DAY_30', people: 4, answers: {} }] }), 'envelope.PAYLOAD_INVALID'],
  ['of no report', () => take(named({ reports: [] })), 'envelope.PAYLOAD_INVALID'],
  ['of a newer version', () => take(named(), undefined, 2), 'envelope.PAYLOAD_NEWER'],
  ['that is none', () => take({ hello: 'world' }), 'envelope.PAYLOAD_INVALID'],
])('a return %s changes nothing', async (_case, call, code) => {
  const before = prison.core.session.vault.audit.newest();
  await expect(call()).rejects.toMatchObject({ data: { code } });
  expect(prison.core.session.vault.rows('release', 'outcomeReport', [])).toHaveLength(1);
  expect(before).toBeGreaterThan(0);
});

it.each([
  ['the same report twice', () => { const id = newId(); return named({ reports: [0, 1].map(() => ({ id, checkpoint: 'DAY_1' as const, observedOn: today, answers, goals: [] })) }); }],
  ['a day that lies after the day of its data', () => named({ reports: [{ id: newId(), checkpoint: 'DAY_1', observedOn: '2026-11-23', answers, goals: [] }] })],
  ['counts with the same checkpoint twice', () => ({ format: 'varco-return', version: 1, dataAsOf: today, named: false, counts: [0, 1].map(() => ({ checkpoint: 'DAY_1', people: 9, answers: {} })) })],
  ['more answers than people', () => ({ format: 'varco-return', version: 1, dataAsOf: today, named: false, counts: [{ checkpoint: 'DAY_1', people: 9, answers: { custody: { NO: 9, YES: 5 } } }] })],
])('%s is no return', async (_case, json) => {
  await expect(take(json())).rejects.toMatchObject({ data: { code: 'envelope.PAYLOAD_INVALID' } });
});
