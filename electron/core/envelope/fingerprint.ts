import { createHash } from 'node:crypto';
import type { ServiceCard } from '../../../shared/domain/card.ts';
import { canonicalBytes } from '../canonical.ts';

export interface Fingerprint {
  /** eight groups of four digits, to be read out: 30 digits of hash (99.6 bits) and two check digits */
  readonly groups: readonly string[];
  /** ten groups of four hexadecimal digits (160 bits), for paper */
  readonly hex: readonly string[];
  /** for a QR code: all 256 bits */
  readonly qr: string;
}

const HASH_DIGITS = 30n;
const HEX_DIGITS = 40;
const GROUP = 4;
/** Check digits as in an IBAN (ISO 7064 MOD 97-10): every single wrong digit and every swap of neighbours shows. */
const MODULUS = 97n;

const grouped = (text: string): readonly string[] => text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? [];

/**
 * The fingerprint of a whole card, signatures included: two offices compare it by phone or on paper before the card is
 * trusted. Why digits: docs/adr/0004-fingerprint-in-digits.md.
 */
export const cardFingerprint = (card: ServiceCard): Fingerprint => {
  const hash = createHash('sha256').update('varco-card-fingerprint-v1\0').update(canonicalBytes(card)).digest('hex');
  const number = BigInt(`0x${hash}`) % 10n ** HASH_DIGITS;
  const check = MODULUS + 1n - ((number * 100n) % MODULUS);
  const digits = String(number).padStart(Number(HASH_DIGITS), '0') + String(check).padStart(2, '0');
  return { groups: grouped(digits), hex: grouped(hash.slice(0, HEX_DIGITS)), qr: `VARCO-CARD:1:${card.serviceId}:${hash}` };
};

/**
 * Whether digits that somebody typed can be a fingerprint at all: 32 of them with right check digits, spaces and hyphens
 * ignored. Tells a typing error from a different card.
 */
export const isFingerprint = (typed: string): boolean => {
  const digits = typed.replaceAll(/[\s-]/g, '');
  return /^\d{32}$/.test(digits) && BigInt(digits) % MODULUS === 1n;
};

/** Whether what somebody typed or scanned is the fingerprint of this card. */
export const matchesFingerprint = (typed: string, card: ServiceCard): boolean => {
  const { groups, qr } = cardFingerprint(card);
  return typed.trim() === qr || typed.replaceAll(/[\s-]/g, '') === groups.join('');
};
