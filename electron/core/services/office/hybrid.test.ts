import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Contact } from '../../../../shared/domain/office.ts';
import { decrypt } from '../../envelope/age.ts';
import { buildCard, recipientOfCard } from '../../envelope/card.ts';
import { compareCards } from '../../envelope/card-change.ts';
import { openSshKeyOf } from '../../envelope/keys.ts';
import { sealEnvelope } from '../../envelope/seal.ts';
import { newHybridKeys, newServiceKeys } from '../../envelope/service-keys.ts';
import { createVault } from '../../vault/vault.ts';
import type { Vault } from '../../vault/types.ts';
import { ageIdentities, ownService } from '../contacts/own.ts';
import { changeKeys, renewOwnCard } from '../contacts/own-card.ts';
import { sealOut } from '../handover/outgoing.ts';
import { openWithVault } from '../handover/receipts.ts';
import { created, newId, save, workIn, type Work } from '../work.ts';
import { createWorkplace } from './workplace.ts';

const clock = (): number => Date.parse('2026-11-22T10:00:00Z');
let folder: string;
let vault: Vault;
let work: Work;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const founders = [{ name: 'Ana', role: 'PROBATION_OFFICER', password: 'trei căprioare albastre' }, { name: 'Mihai', role: 'COORDINATOR', password: 'gara de nord la prânz' }] as const;
  ({ vault } = await createWorkplace(join(folder, 'vault'), false, { kind: 'probation', serviceName: 'Serviciul Test', timeZone: 'Europe/Bucharest', documentLanguage: 'ro', users: [...founders] }, clock, createVault));
  work = workIn(vault, clock);
}, 60_000);

afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A prison that knows this office, and is known and trusted by it. */
const prison = async () => {
  const [keys, hybrid] = await Promise.all([newServiceKeys(), newHybridKeys()]);
  const card = buildCard({ serviceId: newId(), kind: 'prison', name: 'Penitenciarul Test', reads: { receipt: 1 }, validFrom: '2026-01-01', validTo: '2031-01-01', ageHybridRecipient: hybrid.recipient }, keys);
  const contact: Contact = { ...created(work), type: 'contact', card, trust: 'TRUSTED', formerSigningKeys: [] };
  await save(work, [{ op: 'put', collection: 'office', doc: contact }], { action: 'contacts.import' });
  return { card, keys, hybrid };
};

it('a new workplace offers a hybrid key, and opens what is sealed to it as well as what is sealed to the classic one', async () => {
  const { card: own } = await ownService(work);
  expect(recipientOfCard(own)).toMatch(/^age1pq1/);
  const { card, keys } = await prison();
  for (const age of [recipientOfCard(own), own.ageRecipient]) {
    const header = {
      kind: 'handover', envelopeId: newId(), reference: 'T-1', sequence: 1, createdAt: '2026-11-22T10:00:00Z', dataAsOf: '2026-11-22',
      sender: { serviceId: card.serviceId, installationId: newId(), name: card.name }, recipient: { serviceId: own.serviceId, age }, payloads: { case: 1 }, demo: false,
    } as const;
    const { bytes } = await sealEnvelope({ header, payload: [{ path: 'case.json', bytes: Buffer.from('{}') }], signingKey: keys.signingKey });
    const report = await openWithVault(work, bytes.state, {});
    expect(report.error).toBeUndefined();
    expect(report.envelope?.header.recipient.age).toBe(age);
  }
});

it('renewed it is the same card for partners; changed keys are hybrid again, and what was sealed to the earlier ones still opens', async () => {
  const { card: before } = await ownService(work);
  const nextDay = workIn(vault, () => clock() + 86_400_000);
  expect(compareCards(before, await renewOwnCard(nextDay))).toEqual({ change: 'RENEWED' });
  const { card: renewed } = await ownService(work);
  const rotated = await changeKeys(nextDay, {});
  expect(compareCards(renewed, rotated)).toEqual({ change: 'ROTATED' });
  expect(recipientOfCard(rotated)).toMatch(/^age1pq1/);
  expect(recipientOfCard(rotated)).not.toBe(recipientOfCard(renewed));
  expect(await ageIdentities(work)).toHaveLength(4);
});

it('what goes to a card with a hybrid key is sealed to that key alone', async () => {
  const { card, keys, hybrid } = await prison();
  const into = join(folder, 'stick');
  mkdirSync(into);
  const entry = { changes: [], audit: { action: 'test' } };
  const sent = await sealOut(work, { kind: 'receipt', to: card.serviceId, payload: [{ path: 'receipt.json', bytes: Buffer.from('{}') }], payloads: { receipt: 1 } }, { folder: into }, { record: () => entry, takeBack: () => entry });
  expect(readdirSync(into).toSorted()).toEqual(['README.txt', sent.fileName]);
  const bytes = readFileSync(join(into, sent.fileName));
  expect((await decrypt(bytes, { identities: [hybrid.identity] })).length).toBeGreaterThan(0);
  await expect(decrypt(bytes, { identities: [keys.ageIdentity] })).rejects.toMatchObject({ code: 'NOT_FOR_US' });
  expect(openSshKeyOf(keys.signingKey)).toBe(card.signingKey);
});
