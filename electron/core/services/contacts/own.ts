import type { ServiceCard } from '../../../../shared/domain/card.ts';
import type { Service, ServiceKeys } from '../../../../shared/domain/office.ts';
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

/** The keys that are in use since they were changed; undefined while those of the founding are. */
export const changedKeys = async (work: Pick<Work, 'vault'>): Promise<Stored<ServiceKeys> | undefined> =>
  (await find(work.vault, 'handovers', 'serviceKeys', { selector: {}, limit: 1 }))[0];

/** The age identities that open what is sealed to us, `AGE-SECRET-KEY-1…`: the one of our card first, then its hybrid one where there is one, then those of earlier cards. */
export const ageIdentities = async (work: Pick<Work, 'vault'>): Promise<readonly string[]> =>
  (await changedKeys(work))?.ageIdentities ?? Buffer.from(work.vault.secret('age-identity')).toString('utf8').split('\n');

const seed = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** Our Ed25519 signing key as its 32-byte seed. */
export const signingKey = async (work: Pick<Work, 'vault'>): Promise<Uint8Array> => {
  const kept = await changedKeys(work);
  return kept === undefined ? work.vault.secret('signing-key') : seed(kept.signingKey);
};

/** The key our card commits to, and the one that handed over to the one in use, as seeds. */
export const otherKeys = async (work: Pick<Work, 'vault'>): Promise<{ readonly next: Uint8Array; readonly former?: Uint8Array }> => {
  const kept = await changedKeys(work);
  return kept === undefined ? { next: work.vault.secret('next-signing-key') } : { next: seed(kept.nextSigningKey), former: seed(kept.formerSigningKey) };
};

/** The fingerprint of a card as screens show it. */
export const fingerprintView = (card: ServiceCard): { groups: string[]; hex: string[]; qr: string } => {
  const { groups, hex, qr } = cardFingerprint(card);
  return { groups: [...groups], hex: [...hex], qr };
};
