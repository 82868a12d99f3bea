import type { ServiceCard } from '../../../../shared/domain/card.ts';
import type { Service } from '../../../../shared/domain/office.ts';
import { cardFingerprint } from '../../envelope/fingerprint.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import type { Work } from '../work.ts';

/** Our own service with its card. Every vault has exactly one. */
export const ownService = async (work: Work): Promise<Stored<Service>> => {
  const [service] = await find(work.vault, 'office', 'service', { selector: {}, limit: 1 });
  if (service === undefined) throw new Error('the vault has no service of its own');
  return service;
};

/** The age identity that opens what is sealed to us, `AGE-SECRET-KEY-1…`. */
export const ageIdentity = (work: Work): string => Buffer.from(work.vault.secret('age-identity')).toString('utf8');

/** Our Ed25519 signing key as its 32-byte seed. */
export const signingKey = (work: Work): Uint8Array => work.vault.secret('signing-key');

/** The fingerprint of a card as screens show it. */
export const fingerprintView = (card: ServiceCard): { groups: string[]; hex: string[]; qr: string } => {
  const { groups, hex, qr } = cardFingerprint(card);
  return { groups: [...groups], hex: [...hex], qr };
};
