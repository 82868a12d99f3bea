import type { CardAlarm, ServiceCard } from '../../../shared/domain/card.ts';
import { canonicalBytes } from '../canonical.ts';
import { isRotationBy, signingKeyHash, verifyCard } from './card.ts';

export type CardChange =
  | { readonly change: 'SAME' }
  /** the committed key took over, signed by the old one: trust goes on */
  | { readonly change: 'ROTATED' }
  /** same keys and details, only a later validity or more readable versions: trust goes on */
  | { readonly change: 'RENEWED' }
  /** anything else: not used until people have compared the fingerprint again */
  | { readonly change: 'ALARM'; readonly reason: CardAlarm };

const alarm = (reason: CardAlarm): CardChange => ({ change: 'ALARM', reason });

/**
 * What a newly arrived card of a known service means. Pure: depends on the two cards only.
 * A thief of the signing key can sign anything but the committed next key, so only what such a thief could not turn to
 * use passes without an alarm: phone and address are where people ask back, the age key is who can read.
 */
export const compareCards = (old: ServiceCard, card: ServiceCard): CardChange => {
  if (canonicalBytes(old).equals(canonicalBytes(card))) return { change: 'SAME' };
  if (!verifyCard(card)) return alarm('BAD_SIGNATURE');
  if (card.serviceId !== old.serviceId) return alarm('OTHER_SERVICE');
  if (card.kind !== old.kind) return alarm('KIND_CHANGED');
  if ((card.demo ?? false) !== (old.demo ?? false)) return alarm('DEMO_CHANGED');
  if (card.validFrom < old.validFrom) return alarm('OLDER_CARD');
  return card.signingKey === old.signingKey ? renewal(old, card) : rotation(old, card);
};

const rotation = (old: ServiceCard, card: ServiceCard): CardChange => {
  if (signingKeyHash(card.signingKey) !== old.nextSigningKeyHash) return alarm('KEY_NOT_COMMITTED');
  return isRotationBy(card, old.signingKey) ? { change: 'ROTATED' } : alarm('NOT_SIGNED_BY_OLD_KEY');
};

const renewal = (old: ServiceCard, card: ServiceCard): CardChange => {
  if (card.ageRecipient !== old.ageRecipient || card.ageHybridRecipient !== old.ageHybridRecipient) return alarm('AGE_KEY_CHANGED');
  if (card.nextSigningKeyHash !== old.nextSigningKeyHash) return alarm('COMMITMENT_CHANGED');
  if (card.name !== old.name || card.address !== old.address || card.phone !== old.phone) return alarm('DETAILS_CHANGED');
  if (Object.entries(old.reads).some(([payload, version]) => (card.reads[payload] ?? 0) < version)) return alarm('READS_LESS');
  return { change: 'RENEWED' };
};
