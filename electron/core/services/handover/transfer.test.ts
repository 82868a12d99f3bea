import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import { readTransfer } from '../../../../shared/domain/transfer.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { existing, newId } from '../work.ts';

let folder: string;
let prison: DemoWorkplace;
let other: OtherOffice;
let own: ServiceCard;
let clock = Date.parse('2026-11-22T10:00:00Z');
const today = '2026-11-22';
const order = { act: 'dispoziția 7/2026', date: today };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => clock);
  other = await otherOffice('prison', 'Penitenciarul Vecin');
  await createPrison(prison);
  await trustIn(prison, other, folder);
  own = (await prison.calls.contacts.own()).card;
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const problemsOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: { data?: { code: string } }) => error.data?.code ?? String(error),
  );
const somebody = async (): Promise<string> => (await prison.calls.people.add({ code: newId().slice(-8), familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' })).id;
const withPlan = async (): Promise<string> => {
  const id = await somebody();
  await planWith(prison, id, today);
  return id;
};
const personOf = (id: string) => existing(prison.core.session.work(), 'people', id, 'person');
const stateOf = (handoverId: string) => existing(prison.core.session.work(), 'handovers', handoverId, 'handover');
const asked = (personId: string, to = other) => ({ personId, recipientServiceId: to.card.serviceId, order });

const prepared = async (personId: string): Promise<string> => {
  const { caseHash } = await prison.calls.handovers.previewTransfer(asked(personId));
  return (await prison.calls.handovers.prepareTransfer({ ...asked(personId), documentLanguage: 'ro', confirmedCaseHash: caseHash })).handoverId;
};
const into = (): string => {
  const path = join(folder, newId());
  mkdirSync(path);
  return path;
};
const sealed = async (handoverId: string) => {
  const path = into();
  await prison.calls.handovers.seal({ handoverId, folder: prison.grant(path, 'folder') });
  const file = join(path, readdirSync(path).find((name) => name.endsWith('.zip.age')) ?? '');
  return { file, envelope: await openAs(other, own, readFileSync(file)) };
};
const bySecond = async (handoverId: string): Promise<void> => {
  await prison.changeUser(names.coordinator);
  await prison.calls.handovers.authorise({ handoverId });
  await prison.changeUser(names.educator);
};
const answer = async ({ envelope }: Awaited<ReturnType<typeof sealed>>, decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED') => {
  const answers = { envelopeId: envelope.header.envelopeId, tagManifestSha256: envelope.tagManifestSha256 };
  const file = await other.send(own, { folder, kind: 'receipt', receipt: { answers, decision, ...(decision === 'REJECTED' ? { reason: 'NOT_OURS' } : {}) } });
  return prison.calls.handovers.importReceipt({ file: prison.grant(file, 'envelope') });
};
const transferred = async (personId: string): Promise<string> => {
  const handoverId = await prepared(personId);
  await bySecond(handoverId);
  await answer(await sealed(handoverId), 'ACCEPTED');
  return handoverId;
};

describe('a transfer leaves', () => {
  it('with exactly what was read, signed by a second person, on the order, and needs no plan', async () => {
    const personId = await withPlan();
    const { transfer, caseHash } = await prison.calls.handovers.previewTransfer(asked(personId));
    const { handoverId } = await prison.calls.handovers.prepareTransfer({ ...asked(personId), documentLanguage: 'ro', confirmedCaseHash: caseHash });
    expect(await problemsOf(prison.calls.handovers.authorise({ handoverId }))).toMatch(/handover.secondPersonNeeded|FORBIDDEN|permission/i);
    expect(await problemsOf(prison.calls.handovers.seal({ handoverId, folder: prison.grant(into(), 'folder') }))).toBe('handover.notAuthorised');
    await bySecond(handoverId);
    const { envelope } = await sealed(handoverId);
    expect(envelope.header).toMatchObject({ kind: 'transfer', payloads: { transfer: 1 }, mandate: { kind: 'TRANSFER', ...order } });
    expect(envelope.payload.map(({ path }) => path)).toEqual(['data/transfer.json']);
    const read = readTransfer(JSON.parse(Buffer.from(envelope.payload[0]?.bytes ?? []).toString('utf8')));
    expect(read).toMatchObject({ unknown: [], transfer: { person: { id: personId }, order } });
    expect(read?.transfer).toEqual(transfer);
    expect(read?.transfer.contents).toHaveLength(1);
    expect(await problemsOf(prepared(await somebody()).then(() => undefined))).toBe('answered');
  });

  it('tonight, on one signature, with the second owed within 72 hours; refused, the case goes on here', async () => {
    const personId = await somebody();
    const handoverId = await prepared(personId);
    await prison.calls.handovers.authoriseAlone({ handoverId, why: 'TRANSFER_NOW', words: 'escorta pleacă la 20' });
    const left = await sealed(handoverId);
    expect((await stateOf(handoverId)).emergency?.until).toBe('2026-11-25T10:00:00.000Z');
    await answer(left, 'ACCEPTED');
    expect((await personOf(personId)).status).toBe('TRANSFERRED');
    await prison.changeUser(names.coordinator);
    await prison.calls.handovers.counterSign({ handoverId, given: false });
    expect(await personOf(personId)).toMatchObject({ status: 'ACTIVE', turns: [{ kind: 'TRANSFER' }, { kind: 'REOPEN' }] });
    await prison.changeUser(names.educator);
  });

  it('to nobody who cannot read it, to no office, of nobody who left, on no order of tomorrow', async () => {
    const personId = await somebody();
    const probation = await otherOffice('probation', 'Serviciul Test');
    await trustIn(prison, probation, folder);
    const made = await otherOffice('prison', 'Penitenciar Vechi', { case: 1, receipt: 1 });
    await trustIn(prison, made, folder);
    const { previewTransfer } = prison.calls.handovers;
    expect(await problemsOf(previewTransfer(asked(personId, probation)))).toBe('handover.notToThem');
    expect(await problemsOf(previewTransfer(asked(personId, made)))).toBe('transfer.cannotRead');
    expect(await problemsOf(previewTransfer({ ...asked(personId), order: { act: 'x', date: '2026-11-23' } }))).toBe('transfer.orderInFuture');
    await prison.calls.people.turn({ personId, kind: 'RELEASE', on: today, source: 'act', releaseType: 'END_OF_SENTENCE' });
    expect(await problemsOf(previewTransfer(asked(personId)))).toBe('transfer.notHere');
  });

  it('nothing by the way of a hand-over: that ground opens no other profile', async () => {
    const personId = await withPlan();
    const request = { personId, recipientServiceId: other.card.serviceId, mandate: { kind: 'TRANSFER', ...order } } as const;
    expect(await problemsOf(prison.calls.handovers.preview(request))).toBe('handover.notToThem');
  });
});

describe('what the other prison answers', () => {
  it.each(['RECEIVED', 'REJECTED'] as const)('%s: the case stays open', async (decision) => {
    const personId = await somebody();
    const handoverId = await prepared(personId);
    await bySecond(handoverId);
    await answer(await sealed(handoverId), decision);
    expect(await personOf(personId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('accepted: a copy with its last day, and what was being prepared for somebody else ends', async () => {
    const personId = await withPlan();
    const probation = await otherOffice('probation', 'Serviciul Doi');
    await trustIn(prison, probation, folder);
    const request = { personId, recipientServiceId: probation.card.serviceId, mandate: { kind: 'VOLUNTARY_AFTERCARE', act: 'cerere', date: today } } as const;
    const { caseHash } = await prison.calls.handovers.preview(request);
    const waiting = await prison.calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
    const handoverId = await transferred(personId);
    expect(await personOf(personId)).toMatchObject({ status: 'TRANSFERRED', copy: { handoverId, serviceId: other.card.serviceId, name: 'Penitenciarul Vecin', on: today, keepUntil: '2027-11-22' } });
    expect((await stateOf(waiting.handoverId)).status).toBe('CLOSED');
  });

  it('accepted on paper counts the same', async () => {
    const personId = await somebody();
    const handoverId = await prepared(personId);
    await bySecond(handoverId);
    await sealed(handoverId);
    await prison.calls.handovers.paperReceipt({ handoverId, decision: 'ACCEPTED', on: today, number: '12' });
    expect((await personOf(personId)).status).toBe('TRANSFERRED');
  });

  it('accepted of somebody who was released meanwhile: nothing about them changes', async () => {
    const personId = await somebody();
    const handoverId = await prepared(personId);
    await bySecond(handoverId);
    const left = await sealed(handoverId);
    await prison.calls.people.turn({ personId, kind: 'RELEASE', on: today, source: 'act', releaseType: 'END_OF_SENTENCE' });
    await answer(left, 'ACCEPTED');
    expect((await personOf(personId)).status).toBe('RELEASED_FOLLOW_UP');
  });

  it('revoked after that: nobody else goes on with it, so it goes on here', async () => {
    const personId = await somebody();
    const handoverId = await transferred(personId);
    await prison.changeUser(names.coordinator);
    await prison.calls.handovers.revoke({ handoverId, reason: 'WRONG_RECIPIENT' });
    await prison.changeUser(names.educator);
    expect((await personOf(personId)).status).toBe('ACTIVE');
    expect(await personOf(personId)).not.toHaveProperty('copy');
  });
});

describe('a copy', () => {
  it('is changed by no command, whichever service it belongs to', async () => {
    const personId = await withPlan();
    const { calls } = prison;
    const [plan] = await prison.core.session.vault.collections.plans.find({ selector: { personId, type: 'content' } }).exec();
    await transferred(personId);
    const tries: Readonly<Record<string, () => Promise<unknown>>> = {
      'people.setDate': () => calls.people.setDate({ personId, kind: 'END_OF_SENTENCE', date: '2027-01-01', certainty: 'DECIDED', source: 'act' }),
      'people.setDetails': async () => calls.people.setDetails({ personId, _rev: (await personOf(personId))._rev, details: { unit: 'Secția 9' } } as never),
      'people.move': () => calls.people.move({ personId, kind: 'COURT', on: today, source: 'act' } as never),
      'needs.openRound': () => calls.needs.openRound({ personId, kind: 'REVIEW', conductedOn: today, sources: ['INTERVIEW'] }),
      'consents.record': () => calls.consents.record({ personId, purpose: 'STORY', decision: 'REFUSED', on: today, lang: 'ro' }),
      'plans.startReview': () => calls.plans.startReview({ contentId: plan?.id ?? '' }),
      'release.noObligations': () => calls.release.noObligations({ personId, source: 'act', on: today } as never),
      'requests.add': () => calls.requests.add({ personId, about: 'OTHER', receivedOn: today, text: 'x', lang: 'ro' } as never),
      'release.start': () => calls.release.start({ personId, kind: 'CONDITIONAL' }),
      'handovers.previewTransfer': () => calls.handovers.previewTransfer(asked(personId)),
    };
    const found = Object.fromEntries(await Promise.all(Object.entries(tries).map(async ([name, call]) => [name, await problemsOf(call())] as const)));
    for (const [name, code] of Object.entries(found)) expect([name, code]).toEqual([name, expect.stringMatching(/^(person\.transferred|movement\.notHere|request\.notHere|checklist\.notHere)$/)]);
  });

  it('is closed below every service too: what saves is what refuses', async () => {
    const personId = await somebody();
    await transferred(personId);
    const work = prison.core.session.work();
    const { save, created } = await import('../work.ts');
    const need = { ...created(work), type: 'need', personId, domain: 'FAMILY', roundId: newId(), formVersion: 'needs-1', openedOn: today, status: 'OPEN', updates: [] } as const;
    await expect(save(work, [{ op: 'put', collection: 'assessments', doc: need as never }], { action: 'test', personId })).rejects.toMatchObject({ refusal: { code: 'person.transferred' } });
    const person = await personOf(personId);
    await expect(save(work, [{ op: 'put', collection: 'people', doc: person }], { action: 'test', personId })).rejects.toMatchObject({ refusal: { code: 'person.transferred' } });
  });

  it('goes on when the person is back, and its answers still arrive', async () => {
    const personId = await somebody();
    const handoverId = await transferred(personId);
    await prison.calls.handovers.register({ handoverId, numberOut: 'P-7/2026' });
    await prison.calls.people.turn({ personId, kind: 'REOPEN', on: today, source: 'bilet 9' });
    expect(await personOf(personId)).toMatchObject({ status: 'ACTIVE', turns: [{ kind: 'TRANSFER', source: order.act }, { kind: 'REOPEN' }] });
    await prison.calls.consents.record({ personId, purpose: 'STORY', decision: 'REFUSED', on: today, lang: 'ro' });
  });

  it('is listed once its last day has passed, and not before', async () => {
    const personId = await somebody();
    await transferred(personId);
    const lines = async () => {
      for await (const view of await prison.calls.home.due({ whose: 'all', limit: 200 })) return view.groups.flatMap(({ lines: all }) => all).filter(({ kind, person }) => kind === 'COPY_ENDED' && person.id === personId);
      return [];
    };
    await prison.changeUser(names.coordinator);
    expect(await lines()).toEqual([]);
    clock = Date.parse('2027-11-23T10:00:00Z');
    await prison.changeUser(names.coordinator);
    expect(await lines()).toMatchObject([{ kind: 'COPY_ENDED', on: '2027-11-22' }]);
    clock = Date.parse('2026-11-22T10:00:00Z');
    await prison.changeUser(names.educator);
  });
});
