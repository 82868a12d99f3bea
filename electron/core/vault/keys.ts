/**
 * What the sealed storage needs of the keyring, and nothing more. Implemented in `keyring/`; the storage never
 * learns how keys are wrapped or where they lie.
 *
 * Every key is 32 bytes. Buffers stay property of the keyring: never changed, never kept past `close()`, which
 * fills them with zeros.
 */
import type { CreateVault, NewUser, ServiceSecret, VaultMember, VaultUser } from './types.ts';
import type { KeyClass, UserRole } from '../../../shared/domain/roles.ts';

/** The classes documents are sealed under; the audit key is a third class of its own. */
export type DataClass = Exclude<KeyClass, 'audit'>;

/** A key and the generation (from 1) a record names so that it can be read after a later one exists. */
export interface GenerationKey {
  readonly generation: number;
  readonly key: Buffer;
}

/** The key of one person's documents. `keyId` is 16 random bytes: the only thing of it that records name in clear. */
export interface PersonKey {
  readonly keyId: Buffer;
  readonly key: Buffer;
}

/**
 * How far the audit stream is known to reach. Compared at open and by `audit.verify()`: a store that ends before the
 * anchor, or holds another tag there, is older than its keyring.
 */
export interface Anchor {
  /** sequence number of the newest audit entry; 0 when there is none yet */
  readonly seq: number;
  /** chain tag of that entry, 32 bytes */
  readonly tag: Buffer;
}

/** Something sealed under a generation of a class key. */
export interface WrappedKey {
  readonly under: number;
  /** base64 */
  readonly sealed: string;
}

export interface VaultKeys {
  /** who unlocked; `sign` uses the user's own Ed25519 key, `holdsCaseKey` says whether class `case` is held */
  readonly user: VaultUser;

  /** Whether this session holds the class. */
  holds(keyClass: KeyClass): boolean;

  /**
   * The key of a class: of one generation, or the newest. New records use the newest, reading uses the record's own.
   * @throws VaultError NOT_ENTITLED when the session does not hold the class, DAMAGED (what: 'generation') when it was never there
   */
  classKey(keyClass: KeyClass, generation?: number): GenerationKey;

  /**
   * Random key under which the columns (snapshot file) and the journal of a class are sealed, wrapped under that class
   * in the keyring. Rotated by erasure and dismissal, so that old copies of names in unlinked blocks open no more.
   * @throws like `classKey`
   */
  indexKey(keyClass: DataClass, generation?: number): GenerationKey;

  /** Forgets every index key of the class but the newest (durable when resolved). Called once nothing on disk needs the old ones. */
  retireIndexKeys(keyClass: DataClass): Promise<void>;
  /**
   * Whether older index keys of the class are still kept: its index must be rewritten. So after an interrupted erasure,
   * and for class `case` after a dismissal by somebody who does not hold it.
   */
  hasOldIndexKeys(keyClass: DataClass): boolean;

  /** Key of the keyed hash under which a person's audit entries are filed. Never rotated: old entries must stay findable. */
  readonly subjectKey: Buffer;

  /** The key of a person, if there is one. Class `case` is needed. @throws VaultError NOT_ENTITLED */
  personKey(personId: string): PersonKey | undefined;
  /** The key that a record names. Undefined when the person was erased. @throws VaultError NOT_ENTITLED */
  personKeyByKeyId(keyId: Uint8Array): PersonKey | undefined;
  /** Creates the missing keys of these persons in one durable write; resolves only when they are on disk. @throws VaultError NOT_ENTITLED, DISK_FULL, READ_ONLY */
  ensurePersonKeys(personIds: readonly string[]): Promise<void>;
  /**
   * Erasure, in one durable write: the person's key is destroyed, the section that held it is sealed under a new key,
   * and new index keys are made (the old ones stay until `retireIndexKeys`). The file is replaced and the old one unlinked.
   */
  erasePerson(personId: string): Promise<void>;

  /** The anchor as last written; undefined before the first. @throws VaultError KEYRING_CHANGED when it fails authentication */
  anchor(): Anchor | undefined;
  /** Writes the anchor durably. Called every few seconds: cheap (a small file of its own), authenticated under the audit key. */
  setAnchor(anchor: Anchor): Promise<void>;

  /** Everybody who was ever admitted, dismissed ones included, oldest first. */
  members(): readonly VaultMember[];
  userPublicKey(userId: string): Uint8Array | undefined;
  verifyUserSignature(userId: string, bytes: Uint8Array, signature: Uint8Array): boolean;
  secret(name: ServiceSecret): Uint8Array;
  /** Each durable when resolved; the storage records the act in the audit trail afterwards. */
  addUser(user: NewUser): Promise<void>;
  /** New generations of every class the user held, and new index keys (the old ones stay until `retireIndexKeys`). */
  dismissUser(userId: string): Promise<void>;
  /** Other roles for a colleague; answers which classes they lost, each with a new generation and index key as above. */
  assignRoles(userId: string, roles: readonly UserRole[]): Promise<readonly KeyClass[]>;
  /** @throws VaultError WRONG_PASSWORD */
  verifyPassword(password: string): Promise<void>;
  changePassword(newPassword: string): Promise<void>;
  /** Asks for a key file (its 32 bytes) besides the password from now on, or no more. @throws VaultError WRONG_PASSWORD */
  setKeyFile(password: string, keyFile: Uint8Array | null): Promise<void>;

  /** Which recovery code is good now: its public key, base64. It says nothing of the code. */
  readonly recoveryKey: string;
  /** A new recovery code in place of the one before, with new generations of every class. @throws VaultError NOT_ENTITLED without every class */
  createRecoveryCode(): Promise<string>;

  /** Seals bytes under the newest office key, which every user and the recovery code hold; `what` names the place, and they open nowhere else. */
  wrapForUsers(what: string, plain: Uint8Array): WrappedKey;
  /** The reverse. @throws VaultError KEYRING_CHANGED */
  unwrapForUsers(what: string, wrapped: WrappedKey): Buffer;

  /** Binds another header (a restore gives the vault a new installation id). Durable when resolved. */
  bindHeader(headerHash: Uint8Array): Promise<void>;

  /** Fills every key with zeros. Idempotent; every later call throws VaultError CLOSED. */
  close(): void;
}

/** What a user unlocks with. */
export interface PasswordOpening {
  readonly userId: string;
  readonly password: string;
  /** the 32 bytes of the user's key file, when the slot asks for one */
  readonly keyFile?: Uint8Array | undefined;
}

/** What the keyring says of a user without a password. */
export interface PeekedUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly UserRole[];
  /** unlocking needs a key file as well */
  readonly keyFile: boolean;
}

/** Where the keyring lies and what it must belong to. */
export interface KeyringPlace {
  /** the vault's folder; the keyring keeps its own files there (`keyring*`, `anchor*`) */
  readonly dir: string;
  readonly vaultId: string;
  /** SHA-256 of the bytes of `vault.json`. Bound by authentication: another value is refused with KEYRING_CHANGED. */
  readonly headerHash: Uint8Array;
}

/**
 * What `keyring/index.ts` exports as functions of the same names. Errors are VaultError: WRONG_PASSWORD (also for an
 * unknown user), WRONG_RECOVERY_CODE, KEYRING_CHANGED, NO_VAULT when the file is missing.
 */
export interface KeyringModule {
  createKeyring(
    place: KeyringPlace,
    options: Pick<CreateVault, 'users' | 'secrets' | 'demo' | 'testKdf'> & { readonly creatorId: string },
  ): Promise<{
    /** the session of `creatorId` */
    readonly keys: VaultKeys;
    /** printed once, never stored */
    readonly recoveryCode: string;
  }>;
  /** `keyFile`: the 32 bytes of the user's key file; KEY_FILE_MISSING or KEY_FILE_WRONG when the slot asks for one */
  openKeyring(place: KeyringPlace, userId: string, password: string, keyFile?: Uint8Array): Promise<VaultKeys>;
  /** The code opens the vault as `userId`, whose password becomes `newPassword`. */
  openKeyringWithRecovery(place: KeyringPlace, recoveryCode: string, userId: string, newPassword: string): Promise<VaultKeys>;
  /**
   * What `wrapForUsers` sealed, for somebody who has a password or the code and this keyring, without its other files: a
   * backup's own key. Nothing is written.
   */
  unwrapWith(place: KeyringPlace, opening: PasswordOpening | { readonly code: string }, what: string, wrapped: WrappedKey): Promise<Buffer>;
  /** Users that may unlock, read without a password (names are not authenticated before one is given). */
  peekKeyring(dir: string): Promise<readonly PeekedUser[]>;
}
