import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createOffice } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { buildCard, cardFile, renewCard, rotateCard, type CardDetails } from '../../envelope/card.ts';
import { compareCards } from '../../envelope/card-change.ts';
import { cardFingerprint } from '../../envelope/fingerprint.ts';
import { newSigningKey } from '../../envelope/keys.ts';
import { presignRevocation, readRevocation, revocationText } from '../../envelope/revocation.ts';
import { VaultError } from '../../vault/types.ts';
import { ageIdentities, signingKey } from './own.ts';

let folder: string;
let office: DemoWorkplace;
let clock = Date.parse('2026-11-22T10:00:00Z');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  office = demoWorkplace(join(folder, 'vault'), '0.0.0', () => clock);
  await createOffice(office);
});
afterAll(async () => {
  await office.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const list = async () => {
  for await (const contacts of await office.calls.contacts.list()) return contacts;
  return [];
};
const contact = async (id: string) => (await list()).find((each) => each.id === id);
const bring = (card: ServiceCard) => {
  const file = join(folder, 'came.varco-card.json');
  writeFileSync(file, cardFile(card));
  return office.calls.contacts.importCard({ file: office.grant(file, 'card') });
};
const own = async () => (await office.calls.contacts.own()).card;
const failed = async (from: OtherOffice, message: Partial<Parameters<OtherOffice['send']>[1]> = {}) => {
  const file = await from.send(await own(), { folder, kind: 'receipt', receipt: { answers: { envelopeId: '019a0000-0000-7000-8000-000000000000', tagManifestSha256: 'a'.repeat(64) }, decision: 'RECEIVED' }, ...message });
  const arrival = await office.calls.imports.open({ file: office.grant(file, 'envelope') });
  return arrival.checks.find(({ state }) => state === 'failed')?.code;
};
const paper = ({ card, keys }: OtherOffice) => revocationText(presignRevocation(card.serviceId, keys.signingKey));
const detailsOf = ({ serviceId, kind, name, reads, validFrom, validTo, demo }: ServiceCard): CardDetails => ({ serviceId, kind, name, reads, validFrom, validTo, ...(demo === undefined ? {} : { demo }) });
const code = (action: Promise<unknown>): Promise<string | undefined> => action.then(() => 'done', (error: { data?: { code: string } }) => error.data?.code);

/** A sheet for a key that the service never had here. */
const ofOtherKey = async (): Promise<string> => {
  const other = await otherOffice('prison', 'Y');
  await trustIn(office, other, folder);
  return revocationText(presignRevocation(other.card.serviceId, newSigningKey()));
};

describe('a revocation sheet of another service', () => {
  it('ends the trust in its card, for good; only a card with another key is compared anew', async () => {
    const prison = await otherOffice('prison', 'Penitenciarul Unu');
    const id = await trustIn(office, prison, folder);
    const text = paper(prison);
    // typed from paper, in groups and lines
    expect(await office.calls.contacts.revoke({ text: text.replaceAll(/(.{8})/g, '$1 \n') })).toMatchObject({ id, trust: 'REVOKED', revokedOn: '2026-11-22' });
    expect(await failed(prison)).toBe('envelope.REVOKED_KEY');
    expect(await code(office.calls.contacts.trust({ id, fingerprint: cardFingerprint(prison.card).qr, comparedWith: 'telefon' }))).toBe('contact.revoked');
    // the thief renews the card: still the revoked key
    expect(await bring(buildCard({ ...detailsOf(prison.card), validTo: '2032-01-01' }, prison.keys))).toMatchObject({ trust: 'REVOKED' });
    const fresh = newSigningKey();
    const next = rotateCard(prison.card, prison.keys.signingKey, detailsOf(prison.card), { ...prison.keys, signingKey: prison.keys.nextSigningKey, nextSigningKey: fresh });
    expect(await bring(next)).toMatchObject({ trust: 'CHANGED' });
    await office.calls.contacts.trust({ id, fingerprint: cardFingerprint(next).qr, comparedWith: 'telefon' });
    expect(await contact(id)).toMatchObject({ trust: 'TRUSTED' });
    // what the revoked key signs stays refused, and its card is not taken again
    expect(await failed(prison)).toBe('envelope.REVOKED_KEY');
    expect(await code(bring(prison.card))).toBe('contact.revoked');
    expect(await contact(id)).toMatchObject({ trust: 'TRUSTED' });
  });

  it('of an earlier key leaves the card in use trusted', async () => {
    const prison = await otherOffice('prison', 'Penitenciarul Doi');
    const id = await trustIn(office, prison, folder);
    expect(await bring(rotateCard(prison.card, prison.keys.signingKey, detailsOf(prison.card), { ...prison.keys, signingKey: prison.keys.nextSigningKey, nextSigningKey: newSigningKey() }))).toMatchObject({ trust: 'TRUSTED' });
    // what the earlier key signed is believed, until its paper comes
    expect(await failed(prison)).toBe('envelope.NOT_EXCHANGED');
    await office.calls.contacts.revoke({ text: paper(prison) });
    expect(await contact(id)).toMatchObject({ trust: 'TRUSTED', revokedOn: '2026-11-22' });
    expect(await failed(prison)).toBe('envelope.REVOKED_KEY');
  });

  it.each([
    ['nothing', () => Promise.resolve(''), 'envelope.REVOCATION_INVALID'],
    ['one letter wrong', async () => paper(await otherOffice('prison', 'X')).replace(/.$/, 'A'), 'envelope.REVOCATION_INVALID'],
    ['of a service nobody knows', async () => paper(await otherOffice('prison', 'X')), 'contact.unknown'],
    ['of a key the service never had here', ofOtherKey, 'contact.otherKey'],
    ['our own', async (): Promise<string> => revocationText(presignRevocation((await own()).serviceId, await signingKey(office.core.session.work()))), 'card.ownRevocation'],
  ] as const)('%s changes nothing', async (_case, text, expected) => {
    expect(await code(office.calls.contacts.revoke({ text: await text() }))).toBe(expected);
  });

  it('a scan without one says so', async () => {
    const file = join(folder, 'scan.png');
    writeFileSync(file, 'no picture');
    expect(await code(office.calls.contacts.readRevocation({ file: office.grant(file, 'scan') }))).toBe('scan.notAScan');
  });
});

describe('what a service may send', () => {
  it.each([
    ['probation', 'handover'],
    ['probation', 'supplement'],
    ['probation', 'transfer'],
    ['probation', 'directory'],
    ['probation', 'catalogue'],
    ['prison', 'return'],
    ['prison', 'directory'],
    ['prison', 'catalogue'],
  ] as const)('a trusted %s sends no %s', async (kind, what) => {
    const other = await otherOffice(kind, `Serviciul ${kind} ${what}`);
    await trustIn(office, other, folder);
    expect(await failed(other, { kind: what })).toBe('envelope.KIND_NOT_ALLOWED');
  });

  it('nothing made after its card ended, and what was made before', async () => {
    const prison = await otherOffice('prison', 'Expirat');
    const ended = buildCard({ ...detailsOf(prison.card), validTo: '2026-11-01' }, prison.keys);
    await trustIn(office, { ...prison, card: ended }, folder);
    // check 5 passes: there is somebody to answer
    expect(await failed(prison, { kind: 'handover', receipt: { answers: { envelopeId: '019a0000-0000-7000-8000-000000000000', tagManifestSha256: 'a'.repeat(64) }, decision: 'RECEIVED' } })).toBe('envelope.CARD_EXPIRED');
    await bring(renewCard({ ...detailsOf(prison.card), validTo: '2031-01-01' }, prison.keys));
    expect(await failed(prison, { kind: 'handover' })).toBe('envelope.PAYLOAD_INVALID');
  });
});

describe('our own card', () => {
  it('renewed is taken without comparing again', async () => {
    const before = await own();
    clock = Date.parse('2027-01-10T10:00:00Z');
    expect(await office.calls.contacts.renewOwnCard()).toEqual({ validTo: '2032-01-10' });
    expect(compareCards(before, await own())).toEqual({ change: 'RENEWED' });
  });

  it('with changed keys is taken as a rotation, by whoever missed one renewal too; what was sealed to the old card still opens', async () => {
    const prison = await otherOffice('prison', 'Penitenciarul Trei');
    await trustIn(office, prison, folder);
    const first = await own();
    const sealedBefore = await prison.send(first, { folder, kind: 'handover', receipt: { answers: { envelopeId: '019a0000-0000-7000-8000-000000000000', tagManifestSha256: 'a'.repeat(64) }, decision: 'RECEIVED' } });
    await office.calls.contacts.changeKeys({ phone: '0256 111 222' });
    const second = await own();
    expect(compareCards(first, second)).toEqual({ change: 'ROTATED' });
    expect(second).toMatchObject({ phone: '0256 111 222' });
    expect(second.ageRecipient).not.toBe(first.ageRecipient);
    await office.calls.contacts.renewOwnCard();
    expect(compareCards(first, await own())).toEqual({ change: 'ROTATED' });
    await office.calls.contacts.changeKeys({});
    expect(compareCards(second, await own())).toEqual({ change: 'ROTATED' });
    expect(compareCards(first, await own())).toEqual({ change: 'ALARM', reason: 'KEY_NOT_COMMITTED' });
    expect(await ageIdentities(office.core.session.work())).toHaveLength(3);
    const arrival = await office.calls.imports.open({ file: office.grant(sealedBefore, 'envelope') });
    expect(arrival.checks.find(({ state }) => state === 'failed')).toMatchObject({ name: 'payload' });
    // and what we sign now is ours
    const answer = await office.calls.imports.receipt({ arrivalId: arrival.arrivalId ?? '', folder: office.grant(folder, 'folder'), decision: 'REJECTED', reason: 'NOT_OURS' });
    expect((await openAs(prison, await own(), readFileSync(join(folder, answer.fileName)))).header.kind).toBe('receipt');
  });

  it('has a revocation sheet for the key in use, and none after a change', async () => {
    expect((await office.calls.contacts.own()).sheetSaved).toBe(false);
    const file = join(folder, 'sheet.pdf');
    await office.calls.contacts.saveRevocationSheet({ file: office.grant(file, 'save'), language: 'ro' });
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await office.calls.contacts.own()).sheetSaved).toBe(true);
    await office.calls.contacts.changeKeys({});
    expect((await office.calls.contacts.own()).sheetSaved).toBe(false);
  });

  it('a commit that fails leaves the old card with the old keys', async () => {
    const before = await own();
    const { vault } = office.core.session;
    const commit = vault.commit;
    vault.commit = () => Promise.reject(new VaultError('DISK_FULL'));
    await expect(office.calls.contacts.changeKeys({})).rejects.toThrow();
    vault.commit = commit;
    expect(await own()).toEqual(before);
    expect(readRevocation(revocationText(presignRevocation(before.serviceId, await signingKey(office.core.session.work())))).signingKey).toBe(before.signingKey);
  });

  it('leaves an entry for each act, without names', async () => {
    await office.changeUser(names.head);
    const acts = (await office.core.session.vault.audit.read({ limit: 500 })).map(({ action }) => action).filter((action) => action.startsWith('contacts.'));
    expect([...new Set(acts)].toSorted()).toEqual(['contacts.changeKeys', 'contacts.import', 'contacts.renewOwnCard', 'contacts.revocationSheet', 'contacts.revoke', 'contacts.trust']);
  });
});
