import type { Contact } from '../../../../shared/domain/office.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import { readRevocation } from '../../envelope/revocation.ts';
import { SCAN_LIMITS } from '../../scans/limits.ts';
import { readScan, type ReadPage } from '../../scans/read-scan.ts';
import { ScanError } from '../../scans/scan-error.ts';
import { changed, RefusedError, save, type Work } from '../work.ts';
import { contactOf } from './contacts.ts';
import { ownService } from './own.ts';

const pagesOf = async (bytes: Uint8Array, signal: AbortSignal | undefined): Promise<readonly ReadPage[]> => {
  try {
    return await readScan(bytes, signal);
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    throw new RefusedError({ code: `scan.${error.code}`, ...(error.code === 'tooManyPages' ? { params: { limit: SCAN_LIMITS.pages } } : {}) });
  }
};

/**
 * What a scanned revocation sheet says, to be looked at before it is used.
 * @throws RefusedError scan.… with why the file cannot be read; EnvelopeError REVOCATION_INVALID when no page has such a code
 */
export const revocationOnScan = async (bytes: Uint8Array, signal?: AbortSignal): Promise<string> => {
  const codes = (await pagesOf(bytes, signal)).flatMap((page) => ('codes' in page ? page.codes : []));
  const text = codes.find((code) => code.startsWith('VARCO-REVOKE:'));
  if (text === undefined) throw new EnvelopeError('REVOCATION_INVALID');
  return text;
};

/**
 * Ends the trust in a key, because its service shows the paper for it. Nothing is sealed to its card and nothing signed with
 * it is taken any more; it is never taken back. Of an earlier key of a service the card in use stays trusted. What was taken
 * over before stays and is marked.
 * @param text as typed or scanned; spaces and line breaks do not matter
 * @throws EnvelopeError REVOCATION_INVALID; RefusedError card.ownRevocation for our own key, contact.unknown, contact.otherKey
 */
export const revokeByPaper = async (work: Work, text: string): Promise<Contact> => {
  const { serviceId, signingKey } = readRevocation(text);
  if ((await ownService(work)).card.serviceId === serviceId) throw new RefusedError({ code: 'card.ownRevocation' });
  const contact = await contactOf(work, serviceId);
  if (contact === undefined) throw new RefusedError({ code: 'contact.unknown' });
  const revoked = contact.revokedKeys ?? [];
  if (revoked.includes(signingKey)) return contact;
  const current = contact.card.signingKey === signingKey;
  if (!current && !contact.formerSigningKeys.includes(signingKey)) throw new RefusedError({ code: 'contact.otherKey' });
  const next = changed(work, {
    ...contact,
    ...(current ? { trust: 'REVOKED' as const } : {}),
    revokedKeys: [signingKey, ...revoked],
    revokedOn: work.today,
  });
  await save(work, [{ op: 'put', collection: 'office', doc: next }], { action: 'contacts.revoke', details: { service: serviceId, current } });
  return next;
};
