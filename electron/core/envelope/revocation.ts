import { RevocationStatement, type ServiceCard } from '../../../shared/domain/card.ts';
import { signValue, verifyValue } from './canonical.ts';
import { EnvelopeError } from './error.ts';
import { openSshKeyOf } from './keys.ts';

/**
 * Signs, at set-up, the statement that ends the trust in a signing key. It is printed and locked away: whoever shows it
 * later revokes the key, with or without the key itself.
 */
export const presignRevocation = (serviceId: string, signingKey: Uint8Array): RevocationStatement => {
  const statement = { format: 'varco-revocation', version: 1, serviceId, signingKey: openSshKeyOf(signingKey) } as const;
  return { ...statement, selfSignature: signValue(statement, signingKey) };
};

/** The statement as one line for paper and QR code. */
export const revocationText = ({ serviceId, signingKey, selfSignature }: RevocationStatement): string =>
  ['VARCO-REVOKE', '1', serviceId, signingKey.split(' ')[1], selfSignature].join(':');

/**
 * Reads a statement typed or scanned from paper; spaces and line breaks do not matter.
 * @throws EnvelopeError REVOCATION_INVALID unless it is whole and signed by the key it revokes
 */
export const readRevocation = (text: string): RevocationStatement => {
  const [mark, version, serviceId, key, selfSignature, ...rest] = text.replaceAll(/\s/g, '').split(':');
  const parsed = RevocationStatement.safeParse({
    format: 'varco-revocation',
    version: Number(version),
    serviceId,
    signingKey: `ssh-ed25519 ${key ?? ''}`,
    selfSignature,
  });
  if (mark !== 'VARCO-REVOKE' || rest.length > 0 || !parsed.success) throw new EnvelopeError('REVOCATION_INVALID');
  const { selfSignature: signature, ...statement } = parsed.data;
  if (!verifyValue(statement, signature, statement.signingKey)) throw new EnvelopeError('REVOCATION_INVALID');
  return parsed.data;
};

/** Whether a statement revokes the key of this card. */
export const revokes = (statement: RevocationStatement, card: ServiceCard): boolean =>
  statement.serviceId === card.serviceId && statement.signingKey === card.signingKey;
