import { PASSPHRASE } from '../../../shared/domain/envelope.ts';
import { runWorker } from '../workers.ts';
import { encryptTo, encryptWithPassphrase } from './age.ts';
import { bagTags, HEADER_FILE, manifest, MANIFEST_FILE, PAYLOAD_FOLDER, sha256Hex, SIGNATURE_FILE, TAG_MANIFEST_FILE, type BagFile } from './bag.ts';
import { EnvelopeError, revive } from './error.ts';
import { writeHeader, type HeaderParts } from './header.ts';
import { openSshKeyOf } from './keys.ts';
import { limits, MEBIBYTE } from './limits.ts';
import { signFile } from './sshsig.ts';
import { isSafePath, readZip, writeZip } from './zip.ts';

export interface SealInput {
  readonly header: HeaderParts;
  /** paths below `data/`: plain characters only, no personal data */
  readonly payload: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** our Ed25519 key as its 32-byte seed */
  readonly signingKey: Uint8Array;
  /** needed exactly when `header.recipient.age` is `passphrase`; from `newPassphrase` */
  readonly passphrase?: string;
}

export interface SealedEnvelope {
  readonly bytes: Uint8Array;
  /** `VARCO-<kind>-<reference>.zip.age` */
  readonly fileName: string;
  /** what a receipt must name */
  readonly tagManifestSha256: string;
  /** SHA-256 (hex) of `bytes`: what the custody slip shows and the medium must hold */
  readonly sha256: string;
}

/** Called with the share of the work done, 0–1. */
export type Progress = (share: number) => void;

/**
 * Seals an envelope: manifests → header → signature → zip → age. Plaintext is only ever in memory.
 * Two runs differ in the age layer alone. The zip is read back by the reader's own rules before it is encrypted.
 * @throws EnvelopeError CONTENT_INVALID (header field or payload path), RECIPIENT_INVALID, PASSPHRASE_WEAK, TOO_LARGE and
 *   the ZIP_ codes when the content passes a limit of the format
 */
export const sealEnvelope = async (input: SealInput, progress: Progress = () => undefined): Promise<SealedEnvelope> => {
  const { header, signingKey } = input;
  const files = packBag(input);
  progress(0.1);
  const tagManifest = manifest(files.tags);
  const signature = Buffer.from(signFile(tagManifest, signingKey));
  const bag = [
    ...files.tags,
    { path: TAG_MANIFEST_FILE, bytes: tagManifest },
    { path: SIGNATURE_FILE, bytes: signature },
    ...files.payload,
  ].map(({ path, bytes }) => ({ path: `${header.reference}/${path}`, bytes }));
  const zip = await writeZip(bag);
  progress(0.4);
  await readZip(zip);
  progress(0.5);
  const bytes = await encrypt(input, zip);
  if (bytes.length > limits.envelopeBytes) throw new EnvelopeError('TOO_LARGE', { limit: limits.envelopeBytes / MEBIBYTE });
  progress(1);
  return {
    bytes,
    fileName: `VARCO-${header.kind}-${header.reference}.zip.age`,
    tagManifestSha256: sha256Hex(tagManifest),
    sha256: sha256Hex(bytes),
  };
};

const packBag = ({ header, payload, signingKey }: SealInput): { tags: readonly BagFile[]; payload: readonly BagFile[] } => {
  const data = payload.map(({ path, bytes }) => ({ path: PAYLOAD_FOLDER + path, bytes }));
  // the reference stands before every path inside the zip and counts into the length of the name
  if (data.length === 0 || !data.every(({ path }) => isSafePath(`${header.reference}/${path}`))) {
    throw new EnvelopeError('CONTENT_INVALID', { field: 'payload' });
  }
  const dataManifest = manifest(data);
  const headerBytes = writeHeader(header, openSshKeyOf(signingKey), sha256Hex(dataManifest));
  const info = {
    reference: header.reference,
    envelopeId: header.envelopeId,
    organisation: header.sender.name,
    date: header.createdAt.slice(0, 'YYYY-MM-DD'.length),
  };
  const tags = [...bagTags(info, data), { path: HEADER_FILE, bytes: headerBytes }, { path: MANIFEST_FILE, bytes: dataManifest }];
  return { tags, payload: data };
};

const encrypt = ({ header, passphrase }: SealInput, zip: Uint8Array): Promise<Uint8Array> => {
  const { age } = header.recipient;
  if ((age === PASSPHRASE) !== (passphrase !== undefined)) throw new EnvelopeError('RECIPIENTS_MIXED');
  return passphrase === undefined ? encryptTo([age], zip) : encryptWithPassphrase(passphrase, zip);
};

/**
 * `sealEnvelope` in a worker that ends with the job, so that the core's loop stays free.
 * @throws the same errors, or an AbortError when the signal fires; nothing has left then
 */
export const sealInWorker = async (
  input: SealInput,
  options: { readonly signal?: AbortSignal; readonly onProgress?: Progress } = {},
): Promise<SealedEnvelope> => {
  const { signal, onProgress } = options;
  try {
    return await runWorker<SealedEnvelope>('seal', input, {
      ...(signal && { signal }),
      ...(onProgress && { onProgress: (share) => typeof share === 'number' && onProgress(share) }),
    });
  } catch (error) {
    throw revive(error);
  }
};
