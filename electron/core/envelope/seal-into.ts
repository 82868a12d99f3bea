import { createHash } from 'node:crypto';
import { PASSPHRASE } from '../../../shared/domain/envelope.ts';
import { encryptPieces, toPassphrase, toRecipient, type AgeTarget } from './age.ts';
import { bagFile, bagTags, HEADER_FILE, manifest, MANIFEST_FILE, PAYLOAD_FOLDER, sha256Hex, SIGNATURE_FILE, TAG_MANIFEST_FILE, type BagFile } from './bag.ts';
import { contentOf, type Content, type Source } from './content.ts';
import { EnvelopeError } from './error.ts';
import { writeHeader, type HeaderParts } from './header.ts';
import { openSshKeyOf } from './keys.ts';
import { limits, MEBIBYTE } from './limits.ts';
import type { Spool } from './spool.ts';
import { signFile } from './sshsig.ts';
import { mostZipBytes, refuseUnreadable, zipPieces, type ZipInput } from './write-zip.ts';
import { isSafePath } from './zip-rules.ts';

export interface SealInput {
  readonly header: HeaderParts;
  /** paths below `data/`: plain characters only, no personal data. A large one is a file, or in a spool. */
  readonly payload: readonly { readonly path: string; readonly bytes: Source }[];
  /** our Ed25519 key as its 32-byte seed */
  readonly signingKey: Uint8Array;
  /** needed exactly when `header.recipient.age` is `passphrase`; from `newPassphrase` */
  readonly passphrase?: string;
}

/** What is known of an envelope besides its bytes. */
export interface SealedFacts {
  /** `VARCO-<kind>-<reference>.zip.age` */
  readonly fileName: string;
  /** what a receipt must name */
  readonly tagManifestSha256: string;
  /** SHA-256 (hex) of `bytes`: what the custody slip shows and the medium must hold */
  readonly sha256: string;
}

/** Called with the share of the work done, 0–1. */
export type Progress = (share: number) => void;

/** What the age layer adds: a header (a hybrid one has 1.9 kB), a nonce, and a tag for each 64 KiB. */
const AGE_BYTES = 4096;
export const mostAgeBytes = (plain: number): number => plain + AGE_BYTES + 16 * Math.ceil(plain / 65_536);
/** Share of the work that hashing the payload is. */
const HASHING = 0.2;
/** Progress is told in steps: whoever follows it is not called for every piece. */
const STEP = 0.01;

const inSteps = (progress: Progress): Progress => {
  let told = 0;
  return (share) => {
    if (share - told < STEP && share !== 1) return;
    told = share;
    progress(share);
  };
};

/**
 * Seals into a spool: manifests → header → signature → zip → age. The payload is read twice, piece by piece: once for its
 * digests, once to be packed. Two runs differ in the age layer alone.
 * @throws EnvelopeError as `sealEnvelope`
 */
export const sealInto = async (spool: Spool, input: SealInput, tell: Progress): Promise<SealedFacts> => {
  const progress = inSteps(tell);
  const { header, signingKey } = input;
  const target = targetOf(input);
  const payload = await hashed(input, progress);
  const tags = tagsOf(input, payload);
  const tagManifest = manifest(tags);
  const files: ZipInput[] = [
    ...[...tags, { path: TAG_MANIFEST_FILE, bytes: tagManifest }, { path: SIGNATURE_FILE, bytes: Buffer.from(signFile(tagManifest, signingKey)) }].map(({ path, bytes }) => ({ path, content: contentOf(bytes) })),
    ...payload.map(({ path, content, sha256 }) => ({ path, content: unchanged(content, sha256) })),
  ].map(({ path, content }) => ({ path: inZip(header, path), content }));
  refuseUnreadable(files);
  const most = mostAgeBytes(mostZipBytes(files));
  const hash = createHash('sha256');
  for await (const piece of encryptPieces(target, zipPieces(files))) {
    if (spool.size + piece.length > limits.envelopeBytes) throw new EnvelopeError('TOO_LARGE', { limit: limits.envelopeBytes / MEBIBYTE });
    hash.update(piece);
    spool.append(piece);
    progress(HASHING + (1 - HASHING) * Math.min(1, spool.size / most));
  }
  spool.end();
  progress(1);
  return { fileName: `VARCO-${header.kind}-${header.reference}.zip.age`, tagManifestSha256: sha256Hex(tagManifest), sha256: hash.digest('hex') };
};

/** The reference stands before every path inside the zip and counts into the length of the name. */
const inZip = ({ reference }: HeaderParts, path: string): string => `${reference}/${path}`;

type PayloadFile = BagFile & { readonly content: Content };

/** First reading: what the manifests need. */
const hashed = async ({ header, payload }: SealInput, progress: Progress): Promise<readonly PayloadFile[]> => {
  if (payload.length === 0 || !payload.every(({ path }) => isSafePath(inZip(header, PAYLOAD_FOLDER + path)))) {
    throw new EnvelopeError('CONTENT_INVALID', { field: 'payload' });
  }
  const files = payload.map(({ path, bytes }) => ({ path: PAYLOAD_FOLDER + path, content: contentOf(bytes) }));
  const total = files.reduce((sum, { content }) => sum + content.size, 1);
  let read = 0;
  const done: PayloadFile[] = [];
  for (const { path, content } of files) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of content.stream()) {
      hash.update(piece);
      size += piece.length;
      read += piece.length;
      progress((HASHING * read) / total);
    }
    if (size !== content.size) throw new EnvelopeError('CONTENT_INVALID', { field: 'payload' });
    done.push({ path, content, size, sha256: hash.digest('hex') });
  }
  return done;
};

/** Second reading: a file that is another one by now must not leave under the digest of the first. */
const unchanged = (content: Content, sha256: string): Content => ({
  size: content.size,
  async *stream() {
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of content.stream()) {
      hash.update(piece);
      size += piece.length;
      yield piece;
    }
    if (size !== content.size || hash.digest('hex') !== sha256) throw new EnvelopeError('CONTENT_INVALID', { field: 'payload' });
  },
});

const tagsOf = ({ header, signingKey }: SealInput, payload: readonly BagFile[]): readonly ReturnType<typeof bagFile>[] => {
  const dataManifest = manifest(payload);
  const headerBytes = writeHeader(header, openSshKeyOf(signingKey), sha256Hex(dataManifest));
  const info = {
    reference: header.reference,
    envelopeId: header.envelopeId,
    organisation: header.sender.name,
    date: header.createdAt.slice(0, 'YYYY-MM-DD'.length),
  };
  return [...bagTags(info, payload), bagFile(HEADER_FILE, headerBytes), bagFile(MANIFEST_FILE, dataManifest)];
};

const targetOf = ({ header, passphrase }: SealInput): AgeTarget => {
  const { age } = header.recipient;
  if ((age === PASSPHRASE) !== (passphrase !== undefined)) throw new EnvelopeError('RECIPIENTS_MIXED');
  return passphrase === undefined ? toRecipient([age]) : toPassphrase(passphrase);
};
