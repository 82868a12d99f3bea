import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { newServiceKeys, type ServiceKeys } from '../../electron/core/envelope/service-keys.ts';
import { openSshKeyOf } from '../../electron/core/envelope/keys.ts';
import { openEnvelope, type KnownSigner, type OpenInput, type OpenReport } from '../../electron/core/envelope/open.ts';
import { bytesOf, type Source } from '../../electron/core/envelope/content.ts';
import { sealEnvelope, type SealedEnvelope, type SealInput } from '../../electron/core/envelope/seal.ts';
import { EnvelopeKind } from '../../shared/domain/envelope.ts';
import type { HeaderParts } from '../../electron/core/envelope/header.ts';

/** A made-up service with real keys. */
export interface Party {
  readonly serviceId: string;
  readonly installationId: string;
  readonly name: string;
  readonly keys: ServiceKeys;
}

export const party = async (name: string): Promise<Party> => ({
  serviceId: v7(),
  installationId: v7(),
  name,
  keys: await newServiceKeys(),
});

export const CASE = { path: 'case.json', bytes: Buffer.from('{"format":"varco-case","person":"synthetic"}\n') };

/** The header of a hand-over from one party to another. */
export const headerParts = (from: Party, to: Party, change: Partial<HeaderParts> = {}): HeaderParts => ({
  kind: 'handover',
  envelopeId: v7(),
  reference: 'RB-2026-000042',
  sequence: 1,
  createdAt: '2026-11-20T09:30:00.000Z',
  dataAsOf: '2026-11-19',
  sender: { serviceId: from.serviceId, installationId: from.installationId, name: from.name },
  recipient: { serviceId: to.serviceId, age: to.keys.ageRecipient },
  mandate: { kind: 'SUPERVISION', act: 'SP 123/2026', date: '2026-11-10' },
  registrationNumber: '4711/2026',
  payloads: { case: 1 },
  demo: false,
  ...change,
});

/** An envelope with its bytes in memory. */
export type SealedBytes = Omit<SealedEnvelope, 'bytes'> & { readonly bytes: Uint8Array };

export const inMemory = async (sealed: SealedEnvelope): Promise<SealedBytes> => {
  const bytes = await bytesOf(sealed.bytes);
  sealed.bytes.close();
  return { ...sealed, bytes };
};

export const seal = async (from: Party, to: Party, change: Partial<HeaderParts> = {}, rest: Partial<SealInput> = {}): Promise<SealedBytes> =>
  inMemory(await sealEnvelope({ header: headerParts(from, to, change), payload: [CASE], signingKey: from.keys.signingKey, ...rest }));

export const ALL_KINDS: readonly EnvelopeKind[] = EnvelopeKind.options;

/** An address book: these parties, all trusted for everything unless said otherwise. */
export const knowing =
  (parties: readonly Party[], change: Partial<KnownSigner> = {}): OpenInput['trust'] =>
  (signingKey) => {
    const found = parties.find((one) => openSshKeyOf(one.keys.signingKey) === signingKey);
    return found && { serviceId: found.serviceId, name: found.name, kinds: ALL_KINDS, state: 'TRUSTED', ...change };
  };

/** Opens as `us`, who know these partners. */
export const openAs = (us: Party, bytes: Source, partners: readonly Party[], change: Partial<OpenInput> = {}): Promise<OpenReport> =>
  openEnvelope({
    bytes,
    key: { identities: [us.keys.ageIdentity] },
    us: { serviceId: us.serviceId, demo: false },
    trust: knowing(partners),
    exchanged: () => false,
    ...change,
  });

/** A folder name of its own. */
export const unique = (): string => randomUUID().slice(0, 8);
