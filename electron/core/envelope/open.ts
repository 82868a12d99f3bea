import type { EnvelopeHeader, EnvelopeKind, EnvelopeRef } from '../../../shared/domain/envelope.ts';
import type { AgeKey, Decryption } from './age.ts';
import { failureOf, runChecks, type Check, type CheckResult } from './checks.ts';
import type { Source } from './content.ts';
import type { EnvelopeError } from './error.ts';
import { checks, type Context } from './open-checks.ts';
import type { Unpacked } from './read-zip.ts';
import type { Spool } from './spool.ts';

/** What we know of a signing key. */
export interface KnownSigner {
  readonly serviceId: string;
  readonly name: string;
  /** kinds of envelope this service may send us */
  readonly kinds: readonly EnvelopeKind[];
  /** only TRUSTED passes; a key accepted before a rotation is TRUSTED as long as the office says so */
  /** last day of the card; what was made later is not taken, what was signed before stays good */
  readonly validTo?: string;
  readonly state: 'NEW' | 'TRUSTED' | 'CHANGED' | 'REVOKED';
}

export interface OpenInput {
  /** the envelope: its bytes, or where it lies; a file is read there and never held whole */
  readonly bytes: Source;
  readonly key: AgeKey;
  /** how to decrypt; in this thread unless `decryptInWorker` is given */
  readonly decrypt?: (file: Source, key: AgeKey, into: Spool) => Promise<Decryption>;
  /** who we are; left out by somebody who only holds the key: then the key alone says whose envelope it is */
  readonly us: { readonly serviceId?: string; readonly demo?: boolean };
  /** looks a signing key (OpenSSH form) up among our contacts */
  readonly trust: (signingKey: string) => KnownSigner | undefined | Promise<KnownSigner | undefined>;
  /** whether an envelope was really exchanged with that service: asked for receipts, returns and revocations */
  readonly exchanged: (envelope: { readonly envelopeId: string; readonly tagManifestSha256?: string }, serviceId: string) => boolean | Promise<boolean>;
  /** checks 9 and 10, done by the service that knows the vault; each throws an `EnvelopeError` when not passed */
  readonly later?: {
    readonly replay?: (envelope: OpenedEnvelope) => void | Promise<void>;
    readonly payload?: (envelope: OpenedEnvelope) => void | Promise<void>;
  };
}

/** An envelope that passed: in quarantine, which is memory and, beyond four megabytes, a sealed file without a name. */
export interface OpenedEnvelope {
  readonly header: EnvelopeHeader;
  readonly sender: KnownSigner;
  /** paths start with `data/`; bytes are fetched from quarantine when they are asked for */
  readonly payload: readonly Unpacked[];
  readonly tagManifestSha256: string;
  /** SHA-256 (hex) of the file as it came */
  readonly sha256: string;
}

export interface OpenReport {
  /** all twelve, in order */
  readonly checks: readonly CheckResult[];
  readonly error?: EnvelopeError;
  /** present when checks 1–8, and those of `later`, passed */
  readonly envelope?: OpenedEnvelope;
  /**
   * From check 5 on there is somebody to answer: the sender, and the envelope a receipt would name.
   * Before that only a printed refusal slip can be offered.
   */
  readonly answerTo?: { readonly sender: KnownSigner } & EnvelopeRef;
  /** SHA-256 (hex) of the file as it came, unless its size alone was refused */
  readonly sha256?: string;
  /** Empties the quarantine: the payload can no longer be fetched. Again is no harm. */
  readonly close: () => void;
}

/**
 * Opens an envelope: checks 1–8 in order, then those given in `later`. Nothing is written anywhere but into quarantine.
 * Never throws for a bad envelope: the report says which check failed and with which code. Close the report when the
 * payload is no longer needed; that of an envelope which did not pass is empty already.
 * @throws EnvelopeError MEDIUM_REMOVED or MEDIUM_UNREADABLE, SPOOL_FAILED: then nothing can be said about the envelope
 */
export const openEnvelope = async (input: OpenInput): Promise<OpenReport> => {
  const context: Context = { input };
  const { replay, payload } = input.later ?? {};
  const later: Check<Context>[] = [];
  if (replay) later.push({ name: 'replay', run: () => replay(opened(context)) });
  if (payload) later.push({ name: 'payload', run: () => payload(opened(context)) });
  const close = (): void => context.zip?.close();
  const results = await runChecks([...checks, ...later], context).catch((error: unknown) => {
    close();
    throw error;
  });
  const error = failureOf(results);
  if (error !== undefined) close();
  return {
    close,
    ...(context.sha256 !== undefined && { sha256: context.sha256 }),
    checks: results,
    ...(error && { error }),
    ...(context.answerTo && { answerTo: context.answerTo }),
    ...(error === undefined && { envelope: opened(context) }),
  };
};

const opened = ({ header, sender, bag, tagManifestSha256, sha256 }: Context): OpenedEnvelope => {
  if (!header || !sender || !bag || tagManifestSha256 === undefined || sha256 === undefined) throw new Error('checks 1 to 8 have not run');
  return { header, sender, payload: bag.payload, tagManifestSha256, sha256 };
};
