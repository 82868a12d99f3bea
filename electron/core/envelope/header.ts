import { ENVELOPE_SCHEMA_VERSION, EnvelopeHeader, HeaderIdentity } from '../../../shared/domain/envelope.ts';
import { EnvelopeError } from './error.ts';
import { readJson } from './json.ts';
import { limits } from './limits.ts';

/** What the caller says about an envelope; format, version, signing key and manifest digest are added by sealing. */
export type HeaderParts = Pick<
  EnvelopeHeader,
  'kind' | 'envelopeId' | 'reference' | 'sequence' | 'createdAt' | 'dataAsOf' | 'recipient' | 'payloads' | 'demo'
> &
  Partial<Pick<EnvelopeHeader, 'supersedes' | 'supplements' | 'revokes' | 'inAnswerTo' | 'mandate' | 'registrationNumber' | 'practice'>> & {
    readonly sender: Pick<EnvelopeHeader['sender'], 'serviceId' | 'installationId' | 'name'>;
  };

/**
 * The header of a new envelope as the bytes of `envelope.json`: indented, for people who open it without Varco.
 * @throws EnvelopeError CONTENT_INVALID naming the field that is not allowed
 */
export const writeHeader = (parts: HeaderParts, signingKey: string, manifestSha256: string): Buffer => {
  const parsed = EnvelopeHeader.safeParse({
    format: 'varco-envelope',
    schemaVersion: ENVELOPE_SCHEMA_VERSION,
    ...parts,
    sender: { ...parts.sender, signingKey },
    manifestSha256,
  });
  if (!parsed.success) throw new EnvelopeError('CONTENT_INVALID', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return Buffer.from(`${JSON.stringify(parsed.data, null, 2)}\n`);
};

const jsonOf = (bytes: Uint8Array): unknown => {
  if (bytes.length > limits.tagFileBytes) throw new EnvelopeError('HEADER_INVALID');
  try {
    return readJson(bytes);
  } catch (cause) {
    throw new EnvelopeError('HEADER_INVALID', {}, cause);
  }
};

/** The part of the header that every version keeps. @throws EnvelopeError HEADER_INVALID */
export const readIdentity = (bytes: Uint8Array): HeaderIdentity => {
  const parsed = HeaderIdentity.safeParse(jsonOf(bytes));
  if (!parsed.success) throw new EnvelopeError('HEADER_INVALID', {}, parsed.error);
  return parsed.data;
};

/**
 * The whole header; unknown minor fields are kept.
 * @throws EnvelopeError NEWER_VERSION when a newer program wrote it, HEADER_INVALID otherwise
 */
export const readHeader = (bytes: Uint8Array): EnvelopeHeader => {
  const json = jsonOf(bytes);
  const identity = HeaderIdentity.safeParse(json);
  if (identity.success && identity.data.schemaVersion > ENVELOPE_SCHEMA_VERSION) {
    throw new EnvelopeError('NEWER_VERSION', { version: identity.data.schemaVersion });
  }
  const parsed = EnvelopeHeader.safeParse(json);
  if (!parsed.success) throw new EnvelopeError('HEADER_INVALID', {}, parsed.error);
  return parsed.data;
};
