/**
 * What the rest of the core sees of the vault. Services know nothing else of it:
 * not LMDB, not keys, not files.
 */
import type { RxCollection } from 'rxdb';
import type { CollectionName, DocumentOf, IndexValue, UserRole, WorkplaceKind } from '../../../shared/domain/collections.ts';
import type { Draft } from '../../../shared/domain/draft.ts';
import type { DrillFound, DrillOpening, Counts } from './backup/drill.ts';
import type { BackupPurpose } from './backup/format.ts';
import type { ReadOptions } from './backup/read.ts';
import type { Taken } from './backup/take.ts';

/** A document as read: with the revision that a later `commit` must name. */
export type Stored<T> = T & { readonly _rev: string };

/** What the index knows of one document. */
export type IndexedRow<K extends string> = { readonly id: string } & { readonly [C in K]: IndexValue };

/** Save a document. With `_rev` it replaces exactly that revision; without, the id must not exist yet. */
export interface Put<C extends CollectionName = CollectionName> {
  readonly op: 'put';
  readonly collection: C;
  readonly doc: DocumentOf<C> & { readonly _rev?: string };
}

/** Delete exactly the revision named. */
export interface Remove<C extends CollectionName = CollectionName> {
  readonly op: 'remove';
  readonly collection: C;
  readonly id: string;
  readonly _rev: string;
}

export type Change = { [C in CollectionName]: Put<C> | Remove<C> }[CollectionName];

/**
 * One entry of the audit trail: ids and counts, never names or texts.
 * `personId` is stored as a keyed hash, so that erasure leaves nothing to look up.
 */
export interface AuditEvent {
  /** what was done, dotted: `people.add`, `handover.seal`, `session.unlock` */
  readonly action: string;
  readonly personId?: string;
  /** ids, counts, codes; values are short and hold no personal data */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** What one act leaves: one entry, or one for each person it was about. Never none. */
export type AuditEvents = AuditEvent | readonly [AuditEvent, ...AuditEvent[]];

export interface AuditRecord extends Omit<AuditEvent, 'personId'> {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string;
  /** keyed hash of the person's id; compare with `Vault.audit.subjectOf(personId)` */
  readonly subject?: string;
}

/** The action of an entry that does not open: it was changed, or its key is gone. */
export const UNREADABLE = 'unreadable';

/** A look backwards through the trail. */
export interface AuditScan {
  /** exclusive sequence number; without it from the newest entry */
  readonly before?: number | undefined;
  /** entries wanted at most */
  readonly limit: number;
  readonly keep: (entry: AuditRecord) => boolean;
}

/** What one look found; `next` is the `before` of the next one, absent when the beginning was reached. */
export interface AuditSlice {
  readonly entries: readonly AuditRecord[];
  readonly next?: number;
}

export interface AuditVerdict {
  readonly entries: number;
  readonly intact: boolean;
  /** first sequence number that is missing, changed or out of order */
  readonly brokenAt?: number;
  readonly reason?: 'CUT' | 'CHANGED' | 'GAP' | 'ROLLED_BACK' | 'KEY_MISSING';
}

/** What a check found in a backup file. */
export type CheckedBackup = { readonly vaultId: string; readonly createdAt: string; readonly purpose: BackupPurpose; readonly bytes: number } & (
  | { readonly ours: false }
  | { readonly ours: true; readonly entries: number; readonly sha256: string; /** audit entries made since */ readonly behind: number }
);

export interface VaultInfo {
  readonly vaultId: string;
  /** new for every installation, also after a restore */
  readonly installationId: string;
  readonly kind: WorkplaceKind;
  /** made with sample data; never mixed with a live vault, marked on screen and paper */
  readonly demo: boolean;
  /** IANA time zone of the site: *today* is the civil date there */
  readonly timeZone: string;
  readonly serviceName: string;
  readonly createdAt: string;
  readonly formatVersion: number;
}

/** The one who unlocked; holds the keys of this session. */
export interface VaultUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly UserRole[];
  /** Signs with the user's own Ed25519 key: a second person's authorisation. Returns 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
  /** Whether this user's key was entitled to case data (administrators and community officers are not). */
  readonly holdsCaseKey: boolean;
}

/** Somebody who was ever admitted, with the name and the roles they have, or had last. */
export interface VaultMember {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly UserRole[];
  /** may unlock; dismissed otherwise */
  readonly active: boolean;
}

export interface NewUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly UserRole[];
  readonly password: string;
}

export interface Vault {
  readonly info: VaultInfo;
  readonly user: VaultUser;

  /** RxDB collections for queries and live queries. Never write through them in services: use `commit`. */
  readonly collections: { readonly [C in CollectionName]: RxCollection<DocumentOf<C>> };

  /** One document opened and upcast, or undefined. @throws VaultError DAMAGED when its record cannot be opened. */
  get<C extends CollectionName>(collection: C, id: string): Promise<Stored<DocumentOf<C>> | undefined>;

  /** The people a document of this id is about, by the index alone: one for a person and for each document about one. */
  peopleOf(id: string): readonly string[];

  /** The different values of an index column (`ix.<column>`) of a collection, without opening a body. Null is left out. */
  distinct(collection: CollectionName, column: string): readonly (string | number | boolean)[];

  /**
   * The index columns (`ix.<column>`) of every document of a type, in no order, without opening a body: for lists that
   * look at all of them. A value that a document does not have is null; `personId` counts as a column.
   * @param about only the documents about this person, and the person's own
   */
  rows<K extends string>(collection: CollectionName, type: string, columns: readonly K[], about?: string): readonly IndexedRow<K>[];

  /**
   * Everything of one act in one transaction: documents of any collections, their index, the audit entry; an act about
   * several people may leave one for each.
   * Resolves only after the data is flushed to the disk.
   * @throws VaultError CONFLICT when a revision is not the current one, DISK_FULL or READ_ONLY when nothing was written
   */
  commit(changes: readonly Change[], audit: AuditEvents): Promise<void>;

  /** What the one who unlocked is typing: kept without an audit entry, seen by nobody else. */
  readonly drafts: {
    /**
     * Saves a draft of this user in the place of the one before it; the last one wins. Durable when resolved.
     * @throws VaultError CONFLICT when it is somebody else's, no draft, or about a person who is not there; NOT_ENTITLED, DISK_FULL, READ_ONLY
     */
    keep(draft: Draft): Promise<void>;
    /** Removes drafts of this user without a trace; other ids are passed over. */
    drop(ids: readonly string[]): Promise<void>;
    /** The user's drafts, in no order. One whose record is damaged is left out: its form starts empty. */
    own(): Promise<readonly Draft[]>;
  };

  /** The whole vault as one sealed file; see `backup/README.md`. */
  readonly backups: {
    /** Takes hold of the vault as it is now; the bytes are then written while work goes on. */
    take(): Promise<Taken>;
    /**
     * The last backup of a vault that goes on elsewhere: nothing is saved meanwhile, and once `write` resolved the vault is
     * marked as moved and takes no write any more. Close it then.
     */
    move<T>(audit: { readonly begun: AuditEvent; readonly failed: AuditEvent }, write: (taken: Taken) => Promise<T>): Promise<T>;
    /** Opens every chunk of a backup file. One of another vault is only named. @throws VaultError BACKUP_… */
    check(path: string, options?: ReadOptions): Promise<CheckedBackup>;
    /** Restores a backup of this vault into a folder of its own, opens every record there, and removes it. @throws VaultError BACKUP_…, WRONG_PASSWORD, WRONG_RECOVERY_CODE, DISK_FULL */
    drill(path: string, opening: DrillOpening, options?: ReadOptions): Promise<DrillFound & { readonly live: { readonly documents: Counts; readonly entries: number } }>;
  };

  readonly audit: {
    /** Newest first, at most `limit` (1–500) entries below `before` (exclusive sequence number). */
    read(options: { readonly limit: number; readonly before?: number | undefined }): Promise<readonly AuditRecord[]>;
    /** Looks backwards for some milliseconds at most; entries that do not open are among what it finds. */
    scan(options: AuditScan): Promise<AuditSlice>;
    /** Follows the chain from the first entry to the anchor; `told` hears how far it is. */
    verify(told?: (checked: number, of: number) => void): Promise<AuditVerdict>;
    /** Sequence number of the newest entry; 0 without any. */
    newest(): number;
    /** Chain tag of an entry (hexadecimal), undefined when it is not there; of 0 what the chain begins with. */
    tagOf(seq: number): string | undefined;
    /** The keyed hash under which a person's entries are filed. */
    subjectOf(personId: string): string;
  };

  /** Everybody who was ever admitted, in that order: what the keyring says, whatever the office's documents say. */
  members(): readonly VaultMember[];
  /** Public keys of a vault user, to check an authorisation signed by a colleague. */
  userPublicKey(userId: string): Uint8Array | undefined;
  /** Checks a signature of `VaultUser.sign` by any user of this vault, dismissed ones included. */
  verifyUserSignature(userId: string, bytes: Uint8Array, signature: Uint8Array): boolean;

  /** A service secret (age identity, signing key) kept sealed under the case key: whoever opens what arrives reads cases. */
  secret(name: ServiceSecret): Uint8Array;

  /*
   * Acts on the keyring. Each is durable by itself; `changes` (the user's document) and the audit entry follow in one
   * transaction. They are refused before the keyring is touched when a revision is not the current one.
   */

  /** Admits a user; the caller must hold every key the new roles are entitled to. */
  addUser(user: NewUser, audit: AuditEvent, changes?: readonly Change[]): Promise<void>;
  /**
   * Dismisses a user: their slot and drafts go, and every key they held gets a new generation, without anyone's password.
   * @throws VaultError NOT_ENTITLED for oneself (what: 'self') and for the last who holds the case key (what: 'last'),
   * CONFLICT for somebody who is not an active user
   */
  dismissUser(userId: string, audit: AuditEvent, changes?: readonly Change[]): Promise<void>;
  /**
   * Gives a colleague other roles. A key they gain is sealed to them by the caller, who must hold it; one they lose gets a
   * new generation without anyone's password, and their drafts go with the case key.
   * @throws VaultError as `dismissUser`; NOT_ENTITLED (class) for a key that the caller lacks
   */
  assignRoles(userId: string, roles: readonly UserRole[], audit: AuditEvent, changes?: readonly Change[]): Promise<void>;
  /** Whether this is the password of the one who unlocked. @throws VaultError WRONG_PASSWORD */
  verifyPassword(password: string): Promise<void>;
  /** Verify the current one first. A key file stays bound. */
  changePassword(newPassword: string, audit: AuditEvent, changes?: readonly Change[]): Promise<void>;
  /** Asks the one who unlocked for a key file (its 32 bytes) as well from now on, or no more. @throws VaultError WRONG_PASSWORD */
  setKeyFile(password: string, keyFile: Uint8Array | null, audit: AuditEvent): Promise<void>;

  /** Which recovery code is good now; says nothing of the code itself. */
  readonly recoveryKey: string;
  /** A new recovery code, returned once, stored nowhere. The one before opens nothing from now on. @throws VaultError NOT_ENTITLED without the key to cases */
  newRecoveryCode(audit: AuditEvent): Promise<string>;

  /** Destroys the person's key and rewrites keyring, index and journal under new keys. Irreversible. */
  erasePerson(personId: string, audit: AuditEvent): Promise<void>;

  /** Writes the audit anchor, wipes the keys, closes the store, releases the lock. Idempotent. */
  close(): Promise<void>;
}

/** Secrets of the service itself: who can open what is sealed to us, and sign in our name. */
export type ServiceSecret = 'age-identity' | 'signing-key' | 'next-signing-key';

export interface CreateVault {
  readonly dir: string;
  readonly kind: WorkplaceKind;
  readonly demo: boolean;
  readonly serviceName: string;
  readonly timeZone: string;
  /** At least two, so that a second person can authorise. One of them must be entitled to the case key. */
  readonly users: readonly NewUser[];
  readonly secrets: Readonly<Record<ServiceSecret, Uint8Array>>;
  /** Weaker Argon2id for tests only; refused unless `demo` is set. */
  readonly testKdf?: boolean;
}

/** What can be known of a vault folder without a password. */
export interface VaultPeek {
  readonly exists: boolean;
  readonly info?: Pick<VaultInfo, 'vaultId' | 'kind' | 'demo' | 'serviceName' | 'timeZone' | 'formatVersion'>;
  /** users that may unlock; names are shown on the unlock screen */
  readonly users: readonly {
    readonly id: string;
    readonly name: string;
    /** unlocking needs this user's key file as well */
    readonly keyFile: boolean;
  }[];
  /** since when the vault goes on working elsewhere */
  readonly movedAt?: string;
}

export type VaultErrorCode =
  | 'NO_VAULT'
  | 'NO_ACCESS' // another account of the operating system made it
  | 'EXISTS'
  | 'IN_USE' // another process holds the lock; params: pid, host, since
  | 'TOO_NEW' // written by a newer program
  | 'WRONG_PASSWORD'
  | 'WRONG_RECOVERY_CODE'
  | 'KEY_FILE_MISSING' // this user's password opens only together with their key file
  | 'KEY_FILE_WRONG' // a key file, but not this user's
  | 'NOT_ENTITLED' // the user holds no key for this
  | 'KEYRING_CHANGED' // the keyring fails authentication: edited roles, swapped slots, lowered cost
  | 'ROLLED_BACK' // the keyring or a record is older than what it belongs to
  | 'DAMAGED' // params: collection, what
  | 'CONFLICT' // params: collection, id
  | 'DISK_FULL'
  | 'READ_ONLY'
  | 'MOVED' // works on another computer now; params: on
  | 'BACKUP_INVALID' // no backup, or one whose content makes no sense
  | 'BACKUP_TOO_NEW'
  | 'BACKUP_OTHER' // of another vault
  | 'BACKUP_KEY' // of this vault, under a key it does not have
  | 'BACKUP_CUT'
  | 'BACKUP_ORDER'
  | 'BACKUP_REPEATED'
  | 'BACKUP_APPENDED'
  | 'BACKUP_CHANGED'
  | 'CLOSED';

/** A failure of the vault; `code` names its text in the `errors` catalogue. */
export class VaultError extends Error {
  readonly code: VaultErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: VaultErrorCode, params: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.name = 'VaultError';
    this.code = code;
    this.params = params;
  }
}
