/**
 * Why an envelope, a medium or a card was refused, and what the text of it is filled with.
 * Texts: `envelope.<code>` in the `errors` catalogue.
 */
export const envelopeErrors = {
  // 1 size
  TOO_LARGE: ['limit'],
  EMPTY: [],
  // 2 decryption
  NOT_AGE: [],
  NOT_FOR_US: [],
  PASSPHRASE_NEEDED: [],
  WRONG_PASSPHRASE: [],
  DAMAGED: [],
  TRUNCATED: [],
  // 3 zip
  ZIP_DAMAGED: [],
  ZIP_TOO_MANY: ['limit'],
  ZIP_TOO_LARGE: ['limit', 'file'],
  ZIP_RATIO: [],
  ZIP_SIZE_LIES: [],
  ZIP_NAME: [],
  ZIP_DUPLICATE: [],
  ZIP_SYMLINK: [],
  ZIP_ENCRYPTED: [],
  ZIP_METHOD: [],
  // 4 bag
  BAG_INVALID: [],
  BAG_MISSING_FILE: ['files'],
  BAG_UNLISTED_FILE: ['files'],
  // 5 signature
  SIGNATURE_MALFORMED: [],
  BAD_SIGNATURE: [],
  UNKNOWN_SENDER: ['key'],
  SENDER_NOT_TRUSTED: ['key'],
  REVOKED_KEY: ['key'],
  HEADER_CHANGED: [],
  SENDER_MISMATCH: [],
  KIND_NOT_ALLOWED: [],
  NOT_EXCHANGED: [],
  // 6 manifests
  MANIFEST_MISMATCH: ['files'],
  // 7 header
  HEADER_INVALID: [],
  NEWER_VERSION: ['version'],
  CARD_EXPIRED: ['date'],
  DEMO_IN_LIVE: [],
  LIVE_IN_DEMO: [],
  // 8 recipient
  NOT_THE_RECIPIENT: [],
  // 9, 10: found by the service
  ALREADY_RECEIVED: [],
  OLDER_THAN_KNOWN: [],
  PAYLOAD_INVALID: [],
  PAYLOAD_NEWER: ['version'],
  BASE_MISSING: [],
  // sealing
  RECIPIENT_INVALID: [],
  RECIPIENTS_MIXED: [],
  PASSPHRASE_WEAK: [],
  CONTENT_INVALID: ['field'],
  // this computer: no room for quarantine, or what lay there changed
  SPOOL_FAILED: ['reason'],
  // medium
  MEDIUM_EXISTS: ['name'],
  MEDIUM_NAME: ['name'],
  MEDIUM_NO_SPACE: ['needed', 'free'],
  MEDIUM_FULL: [],
  MEDIUM_FILE_LIMIT: [],
  MEDIUM_READ_ONLY: [],
  MEDIUM_REMOVED: [],
  MEDIUM_DIFFERS: [],
  MEDIUM_FAILED: ['reason'],
  MEDIUM_UNREADABLE: ['reason'],
  // cards
  CARD_INVALID: [],
  CARD_SIGNATURE: [],
  REVOCATION_INVALID: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EnvelopeErrorCode = keyof typeof envelopeErrors;

export type ErrorParams = Readonly<Record<string, string | number>>;

/** A refusal of the envelope. The message holds code and params only, so it survives the way out of a worker. */
export class EnvelopeError extends Error {
  readonly code: EnvelopeErrorCode;
  readonly params: ErrorParams;
  constructor(code: EnvelopeErrorCode, params: ErrorParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.name = 'EnvelopeError';
    this.code = code;
    this.params = params;
  }

  /** Key of the text in the `errors` catalogue. */
  get textKey(): string {
    return `envelope.${this.code}`;
  }
}

/** An error that came out of a worker as name, code and message, made an `EnvelopeError` again; others pass unchanged. */
export const revive = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof EnvelopeError || error.name !== 'EnvelopeError') return error;
  const space = error.message.indexOf(' ');
  const code = error.message.slice(0, space) as EnvelopeErrorCode;
  return new EnvelopeError(code, JSON.parse(error.message.slice(space + 1)) as ErrorParams);
};
