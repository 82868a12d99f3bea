import { EnvelopeKind, PASSPHRASE, type EnvelopeHeader, type EnvelopeRef, type HeaderIdentity } from '../../../shared/domain/envelope.ts';
import { recipientOf } from './age.ts';
import { HEADER_FILE, mismatches, readBag, sha256Hex, type Bag, MANIFEST_FILE } from './bag.ts';
import type { Check } from './checks.ts';
import { contentOf } from './content.ts';
import { decryptHere } from './decrypt-in-worker.ts';
import { EnvelopeError } from './error.ts';
import { readHeader, readIdentity } from './header.ts';
import { limits, MEBIBYTE } from './limits.ts';
import type { KnownSigner, OpenInput } from './open.ts';
import { readZip, type Unpacked } from './read-zip.ts';
import { Spool } from './spool.ts';
import { keyFingerprint, verifyFile } from './sshsig.ts';

/** What the checks hand on to each other. */
export interface Context {
  readonly input: OpenInput;
  sha256?: string;
  /** quarantine: what was decrypted */
  zip?: Spool;
  files?: readonly Unpacked[];
  bag?: Bag;
  tagManifestSha256?: string;
  sender?: KnownSigner;
  answerTo?: { readonly sender: KnownSigner } & EnvelopeRef;
  header?: EnvelopeHeader;
}

/** The last day of a card, and what a time zone may add to it. */
const LAST_DAY = 36 * 3_600_000;

const given = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('an earlier check has not run');
  return value;
};

/** 1: nothing is read into anything before its size is known to be bearable. */
const size = (context: Context): void => {
  const content = contentOf(context.input.bytes);
  if (content.size === 0) {
    context.sha256 = sha256Hex(new Uint8Array());
    throw new EnvelopeError('EMPTY');
  }
  if (content.size > limits.envelopeBytes) throw new EnvelopeError('TOO_LARGE', { limit: limits.envelopeBytes / MEBIBYTE });
};

/** 2 */
const decryption = async (context: Context): Promise<void> => {
  const { bytes, key, decrypt = decryptHere } = context.input;
  context.zip = Spool.make(contentOf(bytes).size);
  const { sha256, failure } = await decrypt(bytes, key, context.zip);
  context.sha256 = sha256;
  if (failure !== undefined) throw failure;
};

/** 3 */
const zip = async (context: Context): Promise<void> => {
  context.files = await readZip(given(context.zip));
};

/** 4 */
const bag = (context: Context): void => {
  context.bag = readBag(given(context.files));
};

/** 5: signed, by a key we trust, which belongs to the sender it names, who may send this to us. */
const signature = async (context: Context): Promise<void> => {
  const { tagManifest, signature: text, header, files, listed } = given(context.bag);
  const verdict = verifyFile(tagManifest, Buffer.from(text).toString('latin1'));
  if (verdict.state === 'malformed') throw new EnvelopeError('SIGNATURE_MALFORMED');
  if (verdict.state === 'bad') throw new EnvelopeError('BAD_SIGNATURE');
  const known = trusted(await context.input.trust(verdict.signingKey), verdict.signingKey);
  // the header may be believed only as the file that was signed
  if (files.get(HEADER_FILE)?.sha256 !== listed.get(HEADER_FILE)) throw new EnvelopeError('HEADER_CHANGED');
  const identity = readIdentity(header);
  if (identity.sender.signingKey !== verdict.signingKey || identity.sender.serviceId !== known.serviceId) {
    throw new EnvelopeError('SENDER_MISMATCH');
  }
  const kind = EnvelopeKind.safeParse(identity.kind);
  // an unknown kind of a newer version is left to check 7, which says that it is newer
  if (kind.success && !known.kinds.includes(kind.data)) throw new EnvelopeError('KIND_NOT_ALLOWED');
  if (kind.success) await answersOurs(context.input, kind.data, identity, known.serviceId);
  context.sender = known;
  context.tagManifestSha256 = sha256Hex(tagManifest);
  context.answerTo = { sender: known, envelopeId: identity.envelopeId, tagManifestSha256: context.tagManifestSha256 };
};

const trusted = (known: KnownSigner | undefined, signingKey: string): KnownSigner => {
  const params = { key: keyFingerprint(signingKey) ?? '' };
  if (known === undefined) throw new EnvelopeError('UNKNOWN_SENDER', params);
  if (known.state === 'REVOKED') throw new EnvelopeError('REVOKED_KEY', params);
  if (known.state !== 'TRUSTED') throw new EnvelopeError('SENDER_NOT_TRUSTED', params);
  return known;
};

/** Receipts, returns and revocations are about an envelope that both sides know; others stand alone. */
const answersOurs = async (input: OpenInput, kind: EnvelopeKind, identity: HeaderIdentity, serviceId: string): Promise<void> => {
  if (kind !== 'receipt' && kind !== 'return' && kind !== 'revocation') return;
  const about = kind === 'revocation' ? identity.revokes && { envelopeId: identity.revokes } : identity.inAnswerTo;
  if (!about || !(await input.exchanged(about, serviceId))) throw new EnvelopeError('NOT_EXCHANGED');
};

/** 6 */
const manifests = (context: Context): void => {
  const wrong = mismatches(given(context.bag));
  if (wrong.length > 0) throw new EnvelopeError('MANIFEST_MISMATCH', { files: wrong.length });
};

/** 7 */
const header = (context: Context): void => {
  const { header: bytes, files, reference } = given(context.bag);
  const read = readHeader(bytes);
  if (read.reference !== reference || read.manifestSha256 !== given(files.get(MANIFEST_FILE)).sha256) {
    throw new EnvelopeError('HEADER_INVALID');
  }
  const { demo } = context.input.us;
  if (demo !== undefined && read.demo !== demo) throw new EnvelopeError(read.demo ? 'DEMO_IN_LIVE' : 'LIVE_IN_DEMO');
  refuseAfterCard(read, given(context.sender));
  context.header = read;
};

/** A card that ended says nothing of what is made after it. Its last day is a civil date of the sender, wherever that is. */
const refuseAfterCard = ({ createdAt }: EnvelopeHeader, { validTo }: KnownSigner): void => {
  if (validTo !== undefined && Date.parse(createdAt) >= Date.parse(`${validTo}T00:00:00Z`) + LAST_DAY) throw new EnvelopeError('CARD_EXPIRED', { date: validTo });
};

/** 8: the signed recipient is we, by service and by the key that opened it; a re-encrypted envelope ends here. */
const recipient = async (context: Context): Promise<void> => {
  const { recipient: to } = given(context.header);
  const { key, us } = context.input;
  const ours = 'passphrase' in key ? [PASSPHRASE] : await Promise.all(key.identities.map(recipientOf));
  // a passphrase envelope may be addressed to somebody who has no service id
  if ((to.serviceId !== undefined && us.serviceId !== undefined && to.serviceId !== us.serviceId) || !ours.includes(to.age)) {
    throw new EnvelopeError('NOT_THE_RECIPIENT');
  }
};

/** Checks 1–8 in their order; 9–12 belong to the services, see docs/envelope.md. */
export const checks: readonly Check<Context>[] = [
  { name: 'size', run: size },
  { name: 'decryption', run: decryption },
  { name: 'zip', run: zip },
  { name: 'bag', run: bag },
  { name: 'signature', run: signature },
  { name: 'manifests', run: manifests },
  { name: 'header', run: header },
  { name: 'recipient', run: recipient },
];
