import type { EnvelopeHeader, EnvelopeKind, EnvelopeRef } from '../../../shared/domain/envelope.ts';
import type { AgeKey } from './age.ts';
import type { BagFile } from './bag.ts';
import { failureOf, runChecks, type Check, type CheckResult } from './checks.ts';
import type { EnvelopeError } from './error.ts';
import { checks, type Context } from './open-checks.ts';

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
  readonly bytes: Uint8Array;
  readonly key: AgeKey;
  /** how to decrypt; in this thread unless `decryptInWorker` is given */
  readonly decrypt?: (file: Uint8Array, key: AgeKey) => Promise<Uint8Array>;
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

/** An envelope that passed: in memory only. */
export interface OpenedEnvelope {
  readonly header: EnvelopeHeader;
  readonly sender: KnownSigner;
  /** paths start with `data/` */
  readonly payload: readonly BagFile[];
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
}

/**
 * Opens an envelope: checks 1–8 in order, then those given in `later`. Nothing is written anywhere.
 * Never throws for a bad envelope: the report says which check failed and with which code.
 */
export const openEnvelope = async (input: OpenInput): Promise<OpenReport> => {
  const context: Context = { input };
  const { replay, payload } = input.later ?? {};
  const later: Check<Context>[] = [];
  if (replay) later.push({ name: 'replay', run: () => replay(opened(context)) });
  if (payload) later.push({ name: 'payload', run: () => payload(opened(context)) });
  const results = await runChecks([...checks, ...later], context);
  const error = failureOf(results);
  return {
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
