import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import { ReceiptPayload } from '../../../../shared/domain/envelope.ts';
import { frozenPart } from '../../../../shared/domain/plan-rules.ts';
import type { Transfer } from '../../../../shared/domain/transfer.ts';
import { canonicalHash } from '../../canonical.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { existing, newId } from '../work.ts';

let folder: string;
let prison: DemoWorkplace;
let other: OtherOffice;
let own: ServiceCard;
let told: Transfer;
const today = '2026-11-22';
const order = { act: 'dispoziția 7/2026', date: today };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  other = await otherOffice('prison', 'Penitenciarul Vecin');
  await createPrison(prison);
  await trustIn(prison, other, folder);
  own = (await prison.calls.contacts.own()).card;
  const { calls } = prison;
  const { id } = await calls.people.add({ code: 'model', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01', endOfSentence: '2027-06-01' });
  await planWith(prison, id, today);
  const { roundId } = await calls.needs.openRound({ personId: id, kind: 'REVIEW', conductedOn: today, sources: ['INTERVIEW'] });
  await calls.needs.record({ roundId, domain: 'FAMILY', answer: 'NEED', level: 2, statement: { text: 'Vrea să-și vadă copiii.', lang: 'ro', basis: 'PERSON_SAYS' } });
  await calls.needs.closeRound({ roundId });
  await calls.consents.record({ personId: id, purpose: 'MENTOR', decision: 'REFUSED', on: today, lang: 'ro' });
  await calls.appointments.add({ personId: id, content: { organisation: 'AJOFM', purpose: 'înscriere', domain: 'EMPLOYMENT', at: { when: 'TO_BE_FIXED' }, bring: [], mandatory: false } });
  told = (await calls.handovers.previewTransfer({ personId: id, recipientServiceId: other.card.serviceId, order })).transfer;
}, 60_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A whole case as the other prison would send it: the same in everything but its ids. */
const transferOf = (change: (transfer: Transfer) => Transfer = (same) => same): Transfer => {
  const ids = new Map<string, string>();
  const renamed = JSON.parse(JSON.stringify(told).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const next = ids.get(id) ?? newId();
    ids.set(id, next);
    return next;
  })) as Transfer;
  const from = {
    ...renamed,
    sender: { serviceId: other.card.serviceId, name: other.card.name },
    recipient: { serviceId: own.serviceId, name: own.name },
    person: { ...renamed.person, code: `V-${newId().slice(-6)}`, familyName: `Vecin${newId().slice(-6)}` },
  };
  const whole = change(from);
  return { ...whole, contents: whole.contents.map((content) => (content.contentHash === undefined ? content : { ...content, contentHash: canonicalHash(frozenPart(content)) })) };
};

let sequence = 0;
const send = (json: unknown, payloads = { transfer: 1 }) => other.send(own, { folder, kind: 'transfer', sequence: (sequence += 1), file: { path: 'transfer.json', json, payloads } });
const open = async (file: string) => prison.calls.imports.open({ file: prison.grant(file, 'envelope') });
const arrive = async (transfer: unknown) => open(await send(transfer));
type Opened = Awaited<ReturnType<typeof open>>;
const asDecider = async <T>(act: () => Promise<T>): Promise<T> => {
  await prison.changeUser(names.coordinator);
  try {
    return await act();
  } finally {
    await prison.changeUser(names.educator);
  }
};
// whoever decides opened it: quarantine is gone with its user
const taken = (json: unknown, as?: string, take: 'ALL' | string[] = 'ALL') =>
  asDecider(async () => {
    const arrival = await arrive(json);
    const done = await prison.calls.imports.accept({ arrivalId: arrival.arrivalId ?? '', as: as ?? arrival.candidates?.find(({ likely }) => likely)?.personId ?? 'NEW', take, registrationNumberIn: 'I-1/2026' });
    return { ...done, arrival };
  });
const codeOf = (arrival: Opened) => arrival.checks.find((check) => check.state === 'failed')?.code;
const problemOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: { data?: { code: string } }) => error.data?.code ?? String(error),
  );
const get = (collection: 'people' | 'plans' | 'assessments' | 'release' | 'consents' | 'handovers', id: string) => prison.core.session.vault.get(collection, id);
const personOf = (id: string) => existing(prison.core.session.work(), 'people', id, 'person');

describe('a whole case from another prison', () => {
  it('is shown before anything is stored, with who it may be', async () => {
    const transfer = transferOf();
    const arrival = await arrive(transfer);
    expect(arrival).toMatchObject({ state: 'VERIFIED', repeated: false, transfer, candidates: [], unknown: [] });
    expect(arrival.caseFile).toBeUndefined();
    expect(await get('people', transfer.person.id)).toBeUndefined();
  });

  it('comes in one commit with its ids, its versions and its hashes, and the review of an arrival is next', async () => {
    const transfer = transferOf();
    const { personId, importId } = await taken(transfer);
    expect(personId).toBe(transfer.person.id);
    const person = await personOf(personId);
    expect(person).toMatchObject({ status: 'ACTIVE', code: transfer.person.code });
    expect(person.movements?.slice(-2)).toMatchObject([{ kind: 'TRANSFER', place: 'Penitenciarul Vecin', source: order.act }, { kind: 'RETURN', on: today }]);
    expect(person.releaseDates.map(({ kind, date }) => [kind, date])).toEqual([['END_OF_SENTENCE', '2027-06-01']]);
    for (const content of transfer.contents) expect(await get('plans', content.id)).toMatchObject({ contentHash: content.contentHash, objectives: content.objectives, createdBy: content.createdBy, createdAt: content.createdAt });
    for (const progress of transfer.progress) expect(await get('plans', progress.id)).toMatchObject({ status: progress.status });
    for (const { id } of [...transfer.rounds, ...transfer.needs]) expect(await get('assessments', id)).toMatchObject({ personId });
    for (const { id } of transfer.appointments) expect(await get('release', id)).toMatchObject({ personId, organisation: 'AJOFM' });
    for (const { id, purpose, decision } of transfer.choices) expect(await get('consents', id)).toMatchObject({ purpose, decision });
    expect(transfer.needs.length * transfer.rounds.length * transfer.appointments.length * transfer.choices.length * transfer.contents.length).toBeGreaterThan(0);
    expect(await get('handovers', importId)).toMatchObject({ senderName: 'Penitenciarul Vecin', mandate: { kind: 'TRANSFER', ...order }, decidedAs: 'NEW', caseFile: transfer });
  });

  it('a repeat changes nothing; the receipt says accepted, and again the same', async () => {
    const file = await send(transferOf());
    await asDecider(async () => {
      const first = await open(file);
      const done = await prison.calls.imports.accept({ arrivalId: first.arrivalId ?? '', as: 'NEW' });
      const receipt = async (arrivalId: string | undefined, decision: 'ACCEPTED' | 'REJECTED') => {
        const into = join(folder, newId());
        mkdirSync(into);
        await prison.calls.imports.receipt({ arrivalId: arrivalId ?? '', folder: prison.grant(into, 'folder'), decision, ...(decision === 'REJECTED' ? { reason: 'NOT_OURS' as const } : {}) });
        const envelope = await openAs(other, own, readFileSync(join(into, readdirSync(into).find((name) => name.endsWith('.zip.age')) ?? '')));
        return ReceiptPayload.parse(JSON.parse(Buffer.from(envelope.payload[0]?.bytes ?? []).toString('utf8')));
      };
      const answer = await receipt(first.arrivalId, 'ACCEPTED');
      expect(answer.decision).toBe('ACCEPTED');
      const again = await open(file);
      expect(again).toMatchObject({ repeated: true, state: 'IMPORTED', earlier: { decision: 'ACCEPTED' } });
      expect(await prison.calls.imports.accept({ arrivalId: again.arrivalId ?? '', as: 'NEW' })).toEqual(done);
      expect(await receipt(again.arrivalId, 'REJECTED')).toEqual(answer);
    });
  });

  it('somebody known here by number and name keeps their id; under the other one they are found again', async () => {
    const transfer = transferOf();
    const { familyName, code } = transfer.person;
    const { id } = await prison.calls.people.add({ code, familyName, givenName: 'Ion', birthDate: '1990-01-01' });
    const { personId } = await taken(transfer, id);
    expect(personId).toBe(id);
    expect(await personOf(id)).toMatchObject({ wasIds: [transfer.person.id] });
    expect(await get('plans', transfer.contents[0]?.id ?? '')).toMatchObject({ personId: id });
    const again = await arrive({ ...transfer, dataAsOf: today });
    expect(again.candidates).toMatchObject([{ personId: id, why: 'ID' }]);
    // and the plan still carries the hash of the prison that approved it, which the next one can check
    const next = (await prison.calls.handovers.previewTransfer({ personId: id, recipientServiceId: other.card.serviceId, order })).transfer;
    expect(next.contents[0]?.contentHash).toBe(transfer.contents[0]?.contentHash);
    expect(next.learning).toEqual(transfer.learning);
    const back = { ...next, sender: transfer.sender, recipient: transfer.recipient };
    expect(codeOf(await arrive(back))).toBeUndefined();
  });

  it('what differs is decided, field by field', async () => {
    const transfer = transferOf();
    const { familyName, code } = transfer.person;
    const { id } = await prison.calls.people.add({ code, familyName, givenName: 'Ion', birthDate: '1990-01-01', endOfSentence: '2028-01-01' });
    await asDecider(async () => {
      const arrival = await arrive(transfer);
      expect(arrival.candidates?.[0]?.differences).toContainEqual({ field: 'dates.END_OF_SENTENCE', here: '2028-01-01', there: '2027-06-01' });
      expect(await problemOf(prison.calls.imports.accept({ arrivalId: arrival.arrivalId ?? '', as: id }))).toBe('import.decideDifferences');
      await prison.calls.imports.accept({ arrivalId: arrival.arrivalId ?? '', as: id, take: [] });
    });
    expect((await personOf(id)).releaseDates.filter(({ supersededOn }) => supersededOn === undefined).map(({ date }) => date)).toEqual(['2028-01-01']);
  });
});

describe('somebody who comes back', () => {
  it('with the file of the other prison: the copy is a case again, and what happened there is in it', async () => {
    const { calls } = prison;
    const { id } = await calls.people.add({ code: newId().slice(-8), familyName: 'Întors', givenName: 'Ion', birthDate: '1990-01-01' });
    await planWith(prison, id, today);
    const request = { personId: id, recipientServiceId: other.card.serviceId, order };
    const { transfer: left, caseHash } = await calls.handovers.previewTransfer(request);
    const { handoverId } = await calls.handovers.prepareTransfer({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
    await asDecider(() => calls.handovers.authorise({ handoverId }));
    const into = join(folder, newId());
    mkdirSync(into);
    await calls.handovers.seal({ handoverId, folder: prison.grant(into, 'folder') });
    await calls.handovers.paperReceipt({ handoverId, decision: 'ACCEPTED', on: today, number: '1' });
    expect((await personOf(id)).status).toBe('TRANSFERRED');
    const choice = { ...(told.choices[0] as Transfer['choices'][number]), id: newId(), personId: id };
    const back: Transfer = { ...left, sender: { serviceId: other.card.serviceId, name: other.card.name }, recipient: { serviceId: own.serviceId, name: own.name }, choices: [...left.choices, choice] };
    const { personId, arrival } = await taken(back);
    expect(arrival.candidates).toMatchObject([{ personId: id, why: 'ID', likely: true }]);
    expect(personId).toBe(id);
    const person = await personOf(id);
    expect(person).toMatchObject({ status: 'ACTIVE' });
    expect(person.turns?.map(({ kind }) => kind)).toEqual(['TRANSFER', 'REOPEN']);
    expect(person).not.toHaveProperty('copy');
    expect(await get('consents', choice.id)).toMatchObject({ personId: id });
    // the hand-over this prison made stays what it was
    expect(await get('handovers', handoverId)).toMatchObject({ status: 'ACCEPTED' });
    await calls.consents.record({ personId: id, purpose: 'STORY', decision: 'REFUSED', on: today, lang: 'ro' });
  });

  it('after a release: a new stay begins', async () => {
    const transfer = transferOf();
    const { familyName, code } = transfer.person;
    const { id } = await prison.calls.people.add({ code, familyName, givenName: 'Ion', birthDate: '1990-01-01' });
    await prison.calls.people.turn({ personId: id, kind: 'RELEASE', on: today, source: 'act', releaseType: 'END_OF_SENTENCE' });
    await taken(transfer, id);
    const person = await personOf(id);
    expect(person).toMatchObject({ status: 'ACTIVE', stays: [{ endedAs: 'RELEASED_FOLLOW_UP' }] });
  });

  it('of whom a death is recorded here: a human has to look first', async () => {
    const transfer = transferOf();
    const { familyName, code } = transfer.person;
    const { id } = await prison.calls.people.add({ code, familyName, givenName: 'Ion', birthDate: '1990-01-01' });
    await prison.calls.people.turn({ personId: id, kind: 'DEATH', on: today, source: 'act' });
    expect(await problemOf(taken(transfer, id))).toBe('person.deceased');
  });
});

describe('what a hostile or careless file could hold', () => {
  const stranger = '01900000-0000-7000-8000-00000000beef';
  it.each<[string, (transfer: Transfer) => unknown, string]>([
    ['no transfer at all', () => ({ format: 'varco-case' }), 'PAYLOAD_INVALID'],
    ['a case of somebody in it that is about somebody else', (one) => ({ ...one, needs: one.needs.map((need) => ({ ...need, personId: stranger })) }), 'PAYLOAD_INVALID'],
    ['two documents of one id', (one) => ({ ...one, appointments: [...one.appointments, ...one.appointments] }), 'PAYLOAD_INVALID'],
    ['progress of a plan it does not bring', (one) => ({ ...one, contents: [] }), 'PAYLOAD_INVALID'],
    ['words changed in an approved plan', (one) => ({ ...one, contents: one.contents.map((content) => ({ ...content, personStatement: 'altceva' })) }), 'PAYLOAD_INVALID'],
    ['a plan in force without a hash', (one) => ({ ...one, contents: one.contents.map(({ contentHash: _hash, ...content }) => content) }), 'PAYLOAD_INVALID'],
    ['another sender than who signed', (one) => ({ ...one, sender: { ...one.sender, serviceId: stranger } }), 'PAYLOAD_INVALID'],
    ['meant for another prison', (one) => ({ ...one, recipient: { ...one.recipient, serviceId: stranger } }), 'PAYLOAD_INVALID'],
    ['somebody who was released there', (one) => ({ ...one, person: { ...one.person, status: 'RELEASED_FOLLOW_UP' } }), 'PAYLOAD_INVALID'],
    ['a copy, closed before it came', (one) => ({ ...one, person: { ...one.person, copy: { handoverId: stranger, serviceId: stranger, name: 'x', on: today, keepUntil: today, source: 'x' } } }), 'PAYLOAD_INVALID'],
    ['a text longer than any form', (one) => ({ ...one, order: { ...one.order, act: 'x'.repeat(100_000) } }), 'PAYLOAD_INVALID'],
    ['more needs than anybody has', (one) => ({ ...one, needs: Array.from({ length: 501 }, () => ({ ...one.needs[0], id: newId() })) }), 'PAYLOAD_INVALID'],
    ['a day that does not exist', (one) => ({ ...one, dataAsOf: '2026-02-30' }), 'PAYLOAD_INVALID'],
    ['a prototype instead of a field', (one) => JSON.parse(JSON.stringify(one).replace('"format"', '"__proto__":{"x":1},"format"')) as unknown, ''],
  ])('%s', async (_what, change, code) => {
    const one = transferOf();
    expect(codeOf(await arrive(change(one)))).toBe(code === '' ? undefined : `envelope.${code}`);
    expect(await get('people', one.person.id)).toBeUndefined();
  });

  it('a newer version is named, and an unknown field of a later minor one is kept as it came', async () => {
    expect(codeOf(await open(await send(transferOf(), { transfer: 2 })))).toBe('envelope.PAYLOAD_NEWER');
    const one = { ...transferOf(), later: 'ceva' };
    const { importId, arrival } = await taken(one);
    expect(arrival.unknown).toEqual(['later = ceva']);
    expect(await get('handovers', importId)).toMatchObject({ caseFile: { later: 'ceva' } });
  });

  it('an id that belongs here to somebody else: nothing is taken over', async () => {
    const { personId } = await taken(transferOf());
    const [victim] = await prison.core.session.vault.collections.consents.find({ selector: { personId, type: 'consent' } }).exec();
    const one = transferOf((transfer) => ({ ...transfer, choices: transfer.choices.slice(0, 1).map((choice) => ({ ...choice, id: victim?.id ?? '' })) }));
    expect(await problemOf(taken(one))).toBe('import.otherPerson');
    const planned = transferOf((transfer) => ({ ...transfer, appointments: transfer.appointments.map((one_) => ({ ...one_, id: personId })) }));
    expect(await problemOf(taken(planned))).toBe('import.otherPerson');
    expect(await get('people', one.person.id)).toBeUndefined();
    expect(await get('consents', victim?.id ?? '')).toMatchObject({ personId });
  });

  it('an older one never goes over a newer one', async () => {
    const transfer = transferOf();
    const early = await send(transfer);
    await taken(transfer);
    expect(codeOf(await open(early))).toBe('envelope.OLDER_THAN_KNOWN');
  });

  it('revoked by the sender: everything it brought is deleted, and nothing else', async () => {
    const transfer = transferOf();
    const { personId, importId } = await taken(transfer);
    await prison.calls.consents.record({ personId, purpose: 'STORY', decision: 'REFUSED', on: today, lang: 'ro' });
    const record = await existing(prison.core.session.work(), 'handovers', importId, 'import');
    const notice = { format: 'varco-notice', version: 1, revokes: { envelopeId: record.envelopeId, tagManifestSha256: record.tagManifestSha256 }, reference: record.reference, reason: 'WRONG_RECIPIENT', at: '2026-11-22T10:00:00Z' };
    const file = await other.send(own, { folder, kind: 'revocation', sequence: (sequence += 1), about: { revokes: record.envelopeId }, file: { path: 'revocation.json', json: notice, payloads: { revocation: 1 } } });
    await asDecider(async () => {
      await open(file);
      await prison.calls.imports.deleteRevoked({ importId });
    });
    for (const { id } of transfer.contents) expect(await get('plans', id)).toBeUndefined();
    for (const { id } of transfer.choices) expect(await get('consents', id)).toBeUndefined();
    const left = await prison.core.session.vault.collections.consents.find({ selector: { personId } }).exec();
    expect(left).toHaveLength(1);
  });
});
