import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../../shared/domain/dates.ts';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import { RevocationPayload } from '../../../../shared/domain/envelope.ts';
import { supplemented, SupplementPayload } from '../../../../shared/domain/supplement.ts';
import { canonicalHash } from '../../canonical.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { roadOf } from '../release/road.ts';
import { existing, newId } from '../work.ts';

const today = '2026-11-22';
const mandate = { kind: 'SUPERVISION', act: 'sentința 1', date: today } as const;
let folder: string;
let prison: DemoWorkplace;
let office: OtherOffice;
let own: ServiceCard;
let clock = Date.parse(`${today}T10:00:00Z`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => clock);
  office = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await createPrison(prison);
  await trustIn(prison, office, folder);
  own = (await prison.calls.contacts.own()).card;
}, 60_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const calls = () => prison.calls.handovers;
const stateOf = (handoverId: string) => existing(prison.core.session.work(), 'handovers', handoverId, 'handover');
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: { data?: { code: string } }) => error.data?.code ?? String(error),
  );
const emptyFolder = (): string => {
  const path = join(folder, newId());
  mkdirSync(path);
  return path;
};
const as = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
  await prison.changeUser(name);
  try {
    return await act();
  } finally {
    await prison.changeUser(names.educator);
  }
};

const person = async (): Promise<string> => {
  const { id } = await prison.calls.people.add({ code: newId().slice(-8), familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01', endOfSentence: addDays(today, 1) });
  await planWith(prison, id, today);
  return id;
};
const requestFor = (personId: string) => ({ personId, recipientServiceId: office.card.serviceId, mandate });
const prepared = async (personId: string): Promise<string> => {
  const request = requestFor(personId);
  const { caseHash } = await calls().preview(request);
  return (await calls().prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash })).handoverId;
};
const authorise = (handoverId: string) => as(names.coordinator, () => calls().authorise({ handoverId }));
const seal = async (handoverId: string): Promise<string> => {
  const into = emptyFolder();
  const { fileName } = await calls().seal({ handoverId, folder: prison.grant(into, 'folder') });
  return join(into, fileName);
};
const opened = async (file: string) => openAs(office, own, readFileSync(file));
const jsonIn = (envelope: Awaited<ReturnType<typeof opened>>, name: string): unknown => JSON.parse(Buffer.from(envelope.payload.find(({ path }) => path === `data/${name}`)?.bytes ?? []).toString('utf8'));
const answer = async (envelope: { header: { envelopeId: string }; tagManifestSha256: string }, decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED', reason?: string) => {
  const answers = { envelopeId: envelope.header.envelopeId, tagManifestSha256: envelope.tagManifestSha256 };
  const file = await office.send(own, { folder, kind: 'receipt', receipt: { answers, decision, ...(reason === undefined ? {} : { reason }) } });
  return calls().importReceipt({ file: prison.grant(file, 'envelope') });
};

it('is corrected after acceptance by one that names it, and goes back as it was when that one cannot be written', async () => {
  const personId = await person();
  const first = await prepared(personId);
  await authorise(first);
  const sent = await opened(await seal(first));
  await answer(sent, 'ACCEPTED');
  const second = await prepared(personId);
  await authorise(second);
  expect(await codeOf(calls().seal({ handoverId: second, folder: prison.grant(join(folder, 'gone'), 'folder') }))).toMatch(/^envelope\.MEDIUM/);
  expect(await stateOf(first)).toMatchObject({ status: 'ACCEPTED' });
  expect(await stateOf(first)).not.toHaveProperty('supersededBy');
  const newer = await opened(await seal(second));
  expect(newer.header.supersedes).toBe(sent.header.envelopeId);
  expect(await stateOf(first)).toMatchObject({ status: 'SUPERSEDED', supersededBy: second });
  // a late answer to the old one is kept and moves nothing
  expect((await stateOf(second)).status).toBe('SEALED');
});

it('is handed on with a custody log, answered on paper, and followed by what changed in the last days', async () => {
  const personId = await person();
  const base = await prepared(personId);
  await authorise(base);
  const sent = await opened(await seal(base));
  const custody = { handoverId: base, label: 'USB 7', carrier: 'DELEGATE', on: today } as const;
  expect(await codeOf(calls().dispatch(custody))).toBe('handover.carrierMissing');
  expect(await codeOf(calls().dispatch({ ...custody, carrierName: 'Radu', on: addDays(today, 1) }))).toBe('handover.dispatchedInFuture');
  await calls().dispatch({ ...custody, carrierName: 'Radu' });
  expect(await stateOf(base)).toMatchObject({ status: 'DISPATCHED', custody: [{ label: 'USB 7', carrier: 'DELEGATE', carrierName: 'Radu' }], expiresOn: addDays(today, 90) });
  expect(await codeOf(calls().expire({ handoverId: base }))).toBe('handover.notExpired');
  const paper = { handoverId: base, decision: 'ACCEPTED', on: today, number: 'C-9/2026' } as const;
  expect(await codeOf(calls().paperReceipt({ ...paper, on: addDays(today, 1) }))).toBe('handover.paperInFuture');
  await calls().paperReceipt(paper);
  expect(await stateOf(base)).toMatchObject({ status: 'ACCEPTED', receipt: { decision: 'ACCEPTED', paper: { on: today, number: 'C-9/2026' } } });
  expect(await codeOf(calls().paperReceipt(paper))).toBe('handover.sameAnswer');

  const request = { ...requestFor(personId), supplements: base };
  expect(await codeOf(calls().previewSupplement(request))).toBe('handover.nothingChanged');
  await prison.calls.consents.record({ personId, purpose: 'MENTOR', decision: 'REFUSED', on: today, lang: 'ro' });
  const { caseHash, parts } = await calls().previewSupplement(request);
  expect(parts).toContain('choices');
  const { handoverId } = await calls().prepareSupplement({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
  expect(await codeOf(calls().seal({ handoverId, folder: prison.grant(emptyFolder(), 'folder') }))).toBe('handover.notAuthorised');
  await authorise(handoverId);
  const supplement = await opened(await seal(handoverId));
  expect(supplement.header).toMatchObject({ kind: 'supplement', supplements: sent.header.envelopeId });
  expect(supplement.payload.map(({ path }) => path).toSorted()).toEqual(['data/plan-ro.pdf', 'data/supplement.json']);
  const read = SupplementPayload.parse(jsonIn(supplement, 'supplement.json'));
  expect(canonicalHash(supplemented(jsonIn(sent, 'case.json') as Record<string, unknown>, read))).toBe(read.caseHash);
  // the first one stays what it is
  expect((await stateOf(base)).status).toBe('ACCEPTED');
});

it('is revoked by a notice about nobody, which the other side confirms', async () => {
  const personId = await person();
  const handoverId = await prepared(personId);
  await authorise(handoverId);
  const sent = await opened(await seal(handoverId));
  expect(await codeOf(calls().writeNotice({ handoverId, folder: prison.grant(emptyFolder(), 'folder') }))).toBe('handover.notRevoked');
  await calls().revoke({ handoverId, reason: 'WRONG_PERSON' });
  expect(await codeOf(calls().writeNotice({ handoverId, folder: prison.grant(join(folder, 'gone'), 'folder') }))).toMatch(/^envelope\.MEDIUM/);
  expect((await stateOf(handoverId)).revocation).not.toHaveProperty('notice');
  const into = emptyFolder();
  await calls().writeNotice({ handoverId, folder: prison.grant(into, 'folder') });
  const notice = await opened(join(into, readdirSync(into).find((name) => name.endsWith('.zip.age')) ?? ''));
  expect(notice.header).toMatchObject({ kind: 'revocation', revokes: sent.header.envelopeId });
  expect(RevocationPayload.parse(jsonIn(notice, 'revocation.json'))).toMatchObject({ revokes: { envelopeId: sent.header.envelopeId }, reason: 'WRONG_PERSON', reference: sent.header.reference });
  expect(notice.payload.map(({ path }) => path)).toEqual(['data/revocation.json']);
  expect(Buffer.from(notice.payload[0]?.bytes ?? []).toString('utf8')).not.toContain('Exemplu');
  expect(await answer(notice, 'RECEIVED')).toMatchObject({ handoverId, decision: 'RECEIVED', notice: true, repeated: false });
  expect(await answer(notice, 'ACCEPTED')).toMatchObject({ repeated: false });
  expect(await answer(notice, 'RECEIVED')).toMatchObject({ repeated: true });
  // and a late answer to what was revoked changes nothing of that
  await answer(sent, 'ACCEPTED');
  expect(await stateOf(handoverId)).toMatchObject({ status: 'REVOKED', revocation: { answer: { decision: 'ACCEPTED' } }, receipt: { decision: 'ACCEPTED' } });
});

it('leaves on one signature in the documented emergency only, and owes the second', async () => {
  const personId = await person();
  const handoverId = await prepared(personId);
  const alone = { handoverId, why: 'RELEASE_NOW', words: 'vineri seara, nimeni altcineva' } as const;
  // no path around the second person
  expect(await codeOf(calls().seal({ handoverId, folder: prison.grant(emptyFolder(), 'folder') }))).toBe('handover.notAuthorised');
  expect(await codeOf(calls().authorise({ handoverId }))).not.toBe('answered');
  await calls().authoriseAlone(alone);
  await seal(handoverId);
  expect(await stateOf(handoverId)).toMatchObject({ status: 'SEALED', emergency: { why: 'RELEASE_NOW', until: new Date(clock + 72 * 3_600_000).toISOString() } });
  // neither the one who signed alone, nor anybody twice
  expect(await codeOf(calls().counterSign({ handoverId, given: true }))).not.toBe('answered');
  await as(names.coordinator, async () => {
    await calls().counterSign({ handoverId, given: true });
    expect(await codeOf(calls().counterSign({ handoverId, given: false }))).toBe('handover.notAwaited');
  });
  expect(await stateOf(handoverId)).toMatchObject({ status: 'SEALED', emergency: { answer: { given: true } } });

  const other = await prepared(await person());
  await calls().authoriseAlone({ ...alone, handoverId: other });
  await seal(other);
  clock += 3_600_000;
  await as(names.coordinator, () => calls().counterSign({ handoverId: other, given: false }));
  expect(await stateOf(other)).toMatchObject({ status: 'REVOKED', revocation: { reason: 'NOT_COUNTERSIGNED' } });
});

it('a signature written into the record without an emergency is none', async () => {
  const handoverId = await prepared(await person());
  await calls().authoriseAlone({ handoverId, why: 'COURT_ORDER', words: 'ordonanță' });
  const { emergency: _emergency, ...doc } = await stateOf(handoverId);
  await prison.core.session.vault.commit([{ op: 'put', collection: 'handovers', doc }], { action: 'test' });
  expect(await codeOf(calls().seal({ handoverId, folder: prison.grant(emptyFolder(), 'folder') }))).toBe('handover.secondPersonNeeded');
});

it('goes back to draft before it is sealed and after it was not accepted, and is then the same hand-over', async () => {
  const personId = await person();
  const handoverId = await prepared(personId);
  await calls().takeBack({ handoverId });
  expect((await stateOf(handoverId)).status).toBe('DRAFT');
  expect(await prepared(personId)).toBe(handoverId);
  await authorise(handoverId);
  const sent = await opened(await seal(handoverId));
  await answer(sent, 'REJECTED', 'INCOMPLETE');
  expect(await codeOf(calls().close({ handoverId }))).toBe('machine.handover');
  expect(await prepared(personId)).toBe(handoverId);
  expect(await stateOf(handoverId)).toMatchObject({ status: 'CHECKED', earlierReceipts: [{ decision: 'REJECTED', reason: 'INCOMPLETE' }] });
  expect(await stateOf(handoverId)).not.toHaveProperty('envelope');
  await calls().close({ handoverId });
  expect((await stateOf(handoverId)).status).toBe('CLOSED');
});

it('nothing is prepared while nobody knows what the person will have to do', async () => {
  const personId = await person();
  const road = await roadOf(prison.core.session.work(), personId);
  if (road === undefined) throw new Error('no road');
  const { noObligations: _none, ...unknown } = road;
  await prison.core.session.vault.commit([{ op: 'put', collection: 'release', doc: unknown }], { action: 'test' });
  const request = requestFor(personId);
  const { caseHash } = await calls().preview(request);
  expect(await codeOf(calls().prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash }))).toBe('handover.obligationsUnknown');
});

it('what left on one signature is not closed before the second was given or refused', async () => {
  const handoverId = await prepared(await person());
  await calls().authoriseAlone({ handoverId, why: 'COURT_ORDER', words: 'ordonanță' });
  await answer(await opened(await seal(handoverId)), 'ACCEPTED');
  expect(await codeOf(calls().close({ handoverId }))).toBe('handover.secondOwed');
  await as(names.coordinator, () => calls().counterSign({ handoverId, given: true }));
  await calls().close({ handoverId });
  expect((await stateOf(handoverId)).status).toBe('CLOSED');
});

it('one signature is good for as long as the second may take: what was not sealed by then needs two', async () => {
  const handoverId = await prepared(await person());
  await calls().authoriseAlone({ handoverId, why: 'COURT_ORDER', words: 'ordonanță' });
  const before = clock;
  clock += 72 * 3_600_000 + 1000;
  expect(await codeOf(calls().seal({ handoverId, folder: prison.grant(emptyFolder(), 'folder') }))).toBe('handover.emergencyOver');
  clock = before;
  expect(await stateOf(handoverId)).not.toHaveProperty('envelope');
});

it('a number given between authorisation and sealing changes nothing of what was authorised', async () => {
  const handoverId = await prepared(await person());
  await authorise(handoverId);
  await calls().register({ handoverId, numberOut: 'P-77/2026' });
  const sent = await opened(await seal(handoverId));
  expect(sent.header.registrationNumber).toBe('P-77/2026');
});

it('an act of a day that has not come is no ground', async () => {
  const personId = await person();
  const request = { ...requestFor(personId), mandate: { ...mandate, date: addDays(today, 1) } };
  expect(await codeOf(calls().preview(request))).toBe('handover.actInFuture');
  const { caseHash } = await calls().preview(requestFor(personId));
  expect(await codeOf(calls().prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash }))).toBe('handover.actInFuture');
});

it('sealed anew for another medium, what it had replaced stands again until it is', async () => {
  const personId = await person();
  const first = await prepared(personId);
  await authorise(first);
  const sent = await opened(await seal(first));
  const second = await prepared(personId);
  await authorise(second);
  const file = await seal(second);
  await answer(sent, 'ACCEPTED');
  expect((await stateOf(first)).status).toBe('SUPERSEDED');
  writeFileSync(file, 'faulty');
  await calls().checkMedium({ handoverIds: [second], folder: prison.grant(dirname(file), 'folder') });
  await calls().writeAgain({ handoverId: second });
  // its answer came meanwhile
  expect(await stateOf(first)).toMatchObject({ status: 'ACCEPTED' });
  expect(await stateOf(first)).not.toHaveProperty('supersededBy');
  await seal(second);
  expect(await stateOf(first)).toMatchObject({ status: 'SUPERSEDED', supersededBy: second });
});

it('an answer to a notice is not replaced by an older one', async () => {
  const handoverId = await prepared(await person());
  await authorise(handoverId);
  await seal(handoverId);
  await calls().revoke({ handoverId, reason: 'WRONG_PERSON' });
  const into = emptyFolder();
  await calls().writeNotice({ handoverId, folder: prison.grant(into, 'folder') });
  const notice = await opened(join(into, readdirSync(into).find((name) => name.endsWith('.zip.age')) ?? ''));
  const said = async (decision: 'RECEIVED' | 'REJECTED', at: string) => {
    const answers = { envelopeId: notice.header.envelopeId, tagManifestSha256: notice.tagManifestSha256 };
    const file = await office.send(own, { folder, kind: 'receipt', receipt: { answers, decision, at, ...(decision === 'REJECTED' ? { reason: 'OTHER' } : {}) } });
    return calls().importReceipt({ file: prison.grant(file, 'envelope') });
  };
  await said('REJECTED', '2026-11-22T12:00:00Z');
  expect(await said('RECEIVED', '2026-11-22T11:00:00Z')).toMatchObject({ repeated: true });
  expect(await said('RECEIVED', '2026-11-22T13:00:00Z')).toMatchObject({ repeated: false });
  expect(await stateOf(handoverId)).toMatchObject({ revocation: { answer: { decision: 'RECEIVED' } } });
});
