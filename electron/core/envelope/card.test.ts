import { describe, expect, test } from 'vitest';
import type { ServiceCard } from '../../../shared/domain/card.ts';
import { buildCard, cardFile, commonVersion, readCard, recipientOfCard, rotateCard, signingKeyHash, verifyCard, type CardDetails } from './card.ts';
import { compareCards } from './card-change.ts';
import { canonicalBytes } from '../canonical.ts';
import { signValue } from './canonical.ts';
import { cardFingerprint, isFingerprint, matchesFingerprint } from './fingerprint.ts';
import { newSigningKey, openSshKeyOf } from './keys.ts';
import { presignRevocation, readRevocation, revocationText, revokes } from './revocation.ts';
import { newServiceKeys } from './service-keys.ts';

const keys = await newServiceKeys();
const thief = await newServiceKeys();
const later = await newServiceKeys();
const details: CardDetails = {
  serviceId: '0190a5b0-0000-7000-8000-000000000001',
  kind: 'probation',
  name: 'Serviciul de Probațiune Exemplu',
  address: 'Str. Exemplului 1',
  phone: '0256 000 000',
  reads: { case: 1, receipt: 1 },
  validFrom: '2026-11-01',
  validTo: '2031-11-01',
};
const card = buildCard(details, keys);

/** The card with something changed and signed again by the same key, as its owner, or a thief of that key, could. */
const resigned = (change: Partial<ServiceCard>, signer = keys.signingKey): ServiceCard => {
  const { selfSignature: _, ...rest } = { ...card, ...change };
  return { ...rest, selfSignature: signValue(rest, signer) };
};

describe('a service card', () => {
  test('is read back from its file, in any spacing', () => {
    expect(readCard(cardFile(card))).toEqual(card);
    expect(readCard(canonicalBytes(card))).toEqual(card);
  });

  test('does not hold when any single field is changed without its key', () => {
    for (const field of Object.keys(card) as (keyof ServiceCard)[]) {
      const changed = { ...card, [field]: field === 'signingKey' ? buildCard(details, thief).signingKey : 'x' } as ServiceCard;
      expect(verifyCard(changed), field).toBe(false);
    }
    expect(verifyCard({ ...card, demo: true })).toBe(false);
  });

  test.each<[string, Uint8Array, string]>([
    ['is no JSON', Buffer.from('card'), 'CARD_INVALID'],
    ['is of a newer version', Buffer.from(JSON.stringify({ ...card, version: 2 })), 'CARD_INVALID'],
    ['has a field this version does not know, which the fingerprint would hide', Buffer.from(JSON.stringify({ ...card, more: 1 })), 'CARD_INVALID'],
    ['has half a sign in its name, which has no canonical form', Buffer.from(JSON.stringify({ ...card, name: 'Penitenciarul \ud800' })), 'CARD_INVALID'],
    ['is nested deeper than a stack', Buffer.from(`${'{"x":'.repeat(10_000)}1${'}'.repeat(10_000)}`), 'CARD_INVALID'],
    ['is larger than a card', Buffer.alloc(70_000, 0x20), 'CARD_INVALID'],
    ['has a key that only looks like one', Buffer.from(JSON.stringify({ ...card, signingKey: `ssh-ed25519 ${'A'.repeat(68)}` })), 'CARD_INVALID'],
    ['was changed', Buffer.from(JSON.stringify({ ...card, phone: '0256 111 111' })), 'CARD_SIGNATURE'],
    ['was signed by another', Buffer.from(JSON.stringify(resigned({ phone: '0256 111 111' }, thief.signingKey))), 'CARD_SIGNATURE'],
  ])('is refused when it %s', (_, bytes, code) => {
    expect(() => readCard(bytes)).toThrow(expect.objectContaining({ code }));
  });

  test('names the hybrid key alone when it offers one, and the highest version both sides know', () => {
    expect(recipientOfCard(card)).toBe(keys.ageRecipient);
    const hybrid = `age1pq1${'q'.repeat(1952)}`;
    expect(recipientOfCard({ ...card, ageHybridRecipient: hybrid })).toBe(hybrid);
    expect([commonVersion(card, 'case', 3), commonVersion({ ...card, reads: { case: 5 } }, 'case', 3), commonVersion(card, 'unknown', 1)]).toEqual([1, 3, undefined]);
  });
});

describe('the fingerprint of a card', () => {
  const print = cardFingerprint(card);

  test('is thirty digits of hash and two check digits in eight groups: more than eighty bits', () => {
    expect(print.groups).toHaveLength(8);
    expect(print.groups.join(' ')).toMatch(/^(?:\d{4} ){7}\d{4}$/);
    expect(Math.log2(10 ** 30)).toBeGreaterThan(80);
    expect(print.hex.join('')).toMatch(/^[0-9a-f]{40}$/);
    expect(print.qr).toMatch(/^VARCO-CARD:1:[0-9a-f-]{36}:[0-9a-f]{64}$/);
  });

  test('stays the same for the same card: other programs must be able to compute it', () => {
    const fixed = { format: 'varco-card', version: 1, serviceId: details.serviceId } as ServiceCard;
    expect(cardFingerprint(fixed)).toMatchInlineSnapshot(`
      {
        "groups": [
          "1113",
          "9109",
          "5967",
          "2492",
          "4014",
          "7895",
          "7000",
          "4377",
        ],
        "hex": [
          "0cf0",
          "6f44",
          "f723",
          "39bd",
          "930f",
          "161e",
          "46c5",
          "5f67",
          "3691",
          "0735",
        ],
        "qr": "VARCO-CARD:1:0190a5b0-0000-7000-8000-000000000001:0cf06f44f72339bd930f161e46c55f67369107359975ae8bedcd0471b632ca4b",
      }
    `);
  });

  test('changes with every field, signatures included', () => {
    const others = (Object.keys(card) as (keyof ServiceCard)[]).map((field) => cardFingerprint({ ...card, [field]: 'x' } as ServiceCard).groups.join(''));
    expect(new Set([...others, print.groups.join('')]).size).toBe(others.length + 1);
  });

  test('shows every wrong digit and every swap of neighbours as a typing error', () => {
    const digits = print.groups.join('');
    expect(isFingerprint(print.groups.join(' '))).toBe(true);
    for (let at = 0; at < digits.length; at++) {
      const wrong = digits.slice(0, at) + String((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);
      expect(isFingerprint(wrong)).toBe(false);
      const [one, two] = [digits[at], digits[at + 1]];
      if (two !== undefined && one !== two) expect(isFingerprint(digits.slice(0, at) + two + one + digits.slice(at + 2))).toBe(false);
    }
    expect(isFingerprint('1234')).toBe(false);
  });

  test('is recognised as typed or scanned, and not for another card', () => {
    expect(matchesFingerprint(print.groups.join('-'), card)).toBe(true);
    expect(matchesFingerprint(` ${print.qr}\n`, card)).toBe(true);
    expect(matchesFingerprint(print.groups.join(' '), resigned({ phone: '1' }))).toBe(false);
  });
});

describe('a card that comes again', () => {
  const next = { ...later, signingKey: keys.nextSigningKey };
  const rotated = rotateCard(card, keys.signingKey, { ...details, phone: '0256 222 222', validFrom: '2027-01-01' }, next);
  const unrotated = buildCard({ ...details, validFrom: '2027-01-01' }, next);
  // the thief has the signing key, not the next one: a rotation to a key of their own, as if it had been committed
  const committed = { ...card, nextSigningKeyHash: signingKeyHash(openSshKeyOf(thief.signingKey)) };
  const stolen = rotateCard(committed, keys.signingKey, details, thief);

  test.each<[string, ServiceCard, object]>([
    ['unchanged', card, { change: 'SAME' }],
    ['with a longer validity and more versions', resigned({ validTo: '2036-11-01', reads: { case: 2, receipt: 1 } }), { change: 'RENEWED' }],
    ['with the committed key, signed by the old one', rotated, { change: 'ROTATED' }],
    ['with the committed key, but not signed by the old one', unrotated, { change: 'ALARM', reason: 'NOT_SIGNED_BY_OLD_KEY' }],
    ['with a key nobody committed to, signed by the stolen old one', stolen, { change: 'ALARM', reason: 'KEY_NOT_COMMITTED' }],
    ['with a signature that does not hold', { ...card, phone: '1' }, { change: 'ALARM', reason: 'BAD_SIGNATURE' }],
    ['with another age key', resigned({ ageRecipient: thief.ageRecipient }), { change: 'ALARM', reason: 'AGE_KEY_CHANGED' }],
    ['with a hybrid key added', resigned({ ageHybridRecipient: `age1pq1${'q'.repeat(1952)}` }), { change: 'ALARM', reason: 'AGE_KEY_CHANGED' }],
    ['with another commitment', resigned({ nextSigningKeyHash: 'a'.repeat(64) }), { change: 'ALARM', reason: 'COMMITMENT_CHANGED' }],
    ['with another telephone number', resigned({ phone: '0256 999 999' }), { change: 'ALARM', reason: 'DETAILS_CHANGED' }],
    ['with another name', resigned({ name: 'Other' }), { change: 'ALARM', reason: 'DETAILS_CHANGED' }],
    ['reading less than before', resigned({ reads: { case: 1 } }), { change: 'ALARM', reason: 'READS_LESS' }],
    ['for another service', resigned({ serviceId: '0190a5b0-0000-7000-8000-000000000002' }), { change: 'ALARM', reason: 'OTHER_SERVICE' }],
    ['as another kind of office', resigned({ kind: 'prison' }), { change: 'ALARM', reason: 'KIND_CHANGED' }],
    ['as sample data', resigned({ demo: true }), { change: 'ALARM', reason: 'DEMO_CHANGED' }],
    ['from before', resigned({ validFrom: '2025-01-01' }), { change: 'ALARM', reason: 'OLDER_CARD' }],
  ])('%s', (_, arrived, expected) => {
    expect(compareCards(card, arrived)).toEqual(expected);
  });

  test('can be read when it was rotated, and the rotation is nothing without the committed key', () => {
    expect(readCard(cardFile(rotated))).toEqual(rotated);
    expect(() => rotateCard(card, keys.signingKey, details, { ...next, signingKey: newSigningKey() })).toThrow(expect.objectContaining({ code: 'CARD_INVALID' }));
  });

  test('cannot pass off a rotation signature made for another card', () => {
    const { selfSignature: _, ...rest } = { ...rotated, ageRecipient: thief.ageRecipient };
    expect(compareCards(card, { ...rest, selfSignature: signValue(rest, keys.nextSigningKey) })).toEqual({ change: 'ALARM', reason: 'NOT_SIGNED_BY_OLD_KEY' });
  });
});

describe('a revocation kept on paper', () => {
  const statement = presignRevocation(details.serviceId, keys.signingKey);
  const text = revocationText(statement);

  test('is read back as typed in lines, and revokes this card only', () => {
    const read = readRevocation(text.replaceAll(/.{40}/g, '$&\n'));
    expect(read).toEqual(statement);
    expect(revokes(read, card)).toBe(true);
    expect(revokes(read, buildCard(details, thief))).toBe(false);
  });

  test.each([
    ['a letter wrong', text.replace(/.$/, 'A').replace('==', '=A')],
    ['another service', text.replace('000000000001', '000000000002')],
    ['signed by another key', revocationText({ ...statement, selfSignature: presignRevocation(details.serviceId, thief.signingKey).selfSignature })],
    ['a part missing', text.slice(0, -20)],
    ['something behind', `${text}:more`],
    ['a card instead', cardFingerprint(card).qr],
  ])('is refused with %s', (_, typed) => {
    expect(() => readRevocation(typed)).toThrow(expect.objectContaining({ code: 'REVOCATION_INVALID' }));
  });
});
