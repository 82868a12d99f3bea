import { ServiceCard } from '../../../shared/domain/card.ts';
import { sha256Hex } from './bag.ts';
import { signValue, verifyValue } from './canonical.ts';
import { EnvelopeError } from './error.ts';
import { readJson } from './json.ts';
import { openSshKeyOf, parseOpenSshKey } from './keys.ts';

/** The commitment to a signing key: SHA-256 (hex) of its OpenSSH text. */
export const signingKeyHash = (openSsh: string): string => sha256Hex(Buffer.from(openSsh));

/** What the office says about itself; format, keys and signatures are added. */
export type CardDetails = Omit<
  ServiceCard,
  'format' | 'version' | 'ageRecipient' | 'signingKey' | 'nextSigningKeyHash' | 'rotationSignature' | 'selfSignature'
>;

/** What of the service's keys a card needs; `ServiceKeys` fits. */
export interface CardKeys {
  readonly ageRecipient: string;
  readonly signingKey: Uint8Array;
  readonly nextSigningKey: Uint8Array;
}

type Unsigned = Omit<ServiceCard, 'rotationSignature' | 'selfSignature'>;

const unsigned = (details: CardDetails, keys: CardKeys): Unsigned => ({
  ...details,
  format: 'varco-card',
  version: 1,
  ageRecipient: keys.ageRecipient,
  signingKey: openSshKeyOf(keys.signingKey),
  nextSigningKeyHash: signingKeyHash(openSshKeyOf(keys.nextSigningKey)),
});

/** What the key before signs to hand over to the next; wrapped, so that no self-signature can be taken for it. */
const rotationOf = (card: Unsigned): unknown => ({ format: 'varco-card-rotation', version: 1, card });

const selfSigned = (card: Omit<ServiceCard, 'selfSignature'>, seed: Uint8Array): ServiceCard => {
  const parsed = ServiceCard.safeParse({ ...card, selfSignature: signValue(card, seed) });
  if (!parsed.success) throw new EnvelopeError('CARD_INVALID', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
};

/** Builds and signs the card of our service. @throws EnvelopeError CARD_INVALID naming the field */
export const buildCard = (details: CardDetails, keys: CardKeys): ServiceCard => selfSigned(unsigned(details, keys), keys.signingKey);

/**
 * The card after a rotation: the committed next key becomes the signing key, a new next key is committed, and the old
 * key signs the change.
 * @param keys `signingKey` is the committed key, `nextSigningKey` a new one
 * @throws EnvelopeError CARD_INVALID when `keys.signingKey` is not the one `oldCard` committed to
 */
export const rotateCard = (oldCard: ServiceCard, oldSigningKey: Uint8Array, details: CardDetails, keys: CardKeys): ServiceCard => {
  const card = unsigned(details, keys);
  if (signingKeyHash(card.signingKey) !== oldCard.nextSigningKeyHash) throw new EnvelopeError('CARD_INVALID', { field: 'signingKey' });
  return selfSigned({ ...card, rotationSignature: signValue(rotationOf(card), oldSigningKey) }, keys.signingKey);
};

/**
 * The card with the same keys again: valid longer, reading more.
 * @param formerSigningKey the key that handed over to this one, if one did: whoever holds the card before takes this one for the rotation
 * @throws EnvelopeError CARD_INVALID naming the field
 */
export const renewCard = (details: CardDetails, keys: CardKeys, formerSigningKey?: Uint8Array): ServiceCard => {
  const card = unsigned(details, keys);
  return selfSigned(formerSigningKey === undefined ? card : { ...card, rotationSignature: signValue(rotationOf(card), formerSigningKey) }, keys.signingKey);
};

/** Whether a card is signed by the key it names. Says nothing about whose card it is: that takes a comparison by people. */
export const verifyCard = (card: ServiceCard): boolean => {
  const { selfSignature, ...rest } = card;
  return verifyValue(rest, selfSignature, card.signingKey);
};

/** Whether the old key handed over to this card. */
export const isRotationBy = (card: ServiceCard, oldSigningKey: string): boolean => {
  const { selfSignature: _, rotationSignature, ...rest } = card;
  return rotationSignature !== undefined && verifyValue(rotationOf(rest), rotationSignature, oldSigningKey);
};

/** Largest card file; a hybrid key alone has two kilobytes. */
const CARD_BYTES = 64 * 1024;

/** The bytes of `<service>.varco-card.json`: indented, signed over the canonical form, so spacing does not matter. */
export const cardFile = (card: ServiceCard): Buffer => Buffer.from(`${JSON.stringify(card, null, 2)}\n`);

/**
 * Reads a card file.
 * @throws EnvelopeError CARD_INVALID (not a card, or of a newer version), CARD_SIGNATURE (not signed by its own key)
 */
export const readCard = (bytes: Uint8Array): ServiceCard => {
  const card = parseCard(bytes);
  if (parseOpenSshKey(card.signingKey) === undefined) throw new EnvelopeError('CARD_INVALID', { field: 'signingKey' });
  if (!verifyCard(card)) throw new EnvelopeError('CARD_SIGNATURE');
  return card;
};

const parseCard = (bytes: Uint8Array): ServiceCard => {
  if (bytes.length > CARD_BYTES) throw new EnvelopeError('CARD_INVALID', { field: '' });
  try {
    return ServiceCard.parse(readJson(bytes));
  } catch (cause) {
    throw new EnvelopeError('CARD_INVALID', { field: '' }, cause);
  }
};

/** The age recipient an envelope to this service is sealed to: the hybrid one alone when offered. */
export const recipientOfCard = (card: ServiceCard): string => card.ageHybridRecipient ?? card.ageRecipient;

/** The highest version of a payload that both sides know; undefined when there is none or the card does not list it. */
export const commonVersion = (card: ServiceCard, payload: string, ours: number): number | undefined => {
  const theirs = card.reads[payload];
  return theirs === undefined ? undefined : Math.min(theirs, ours);
};
