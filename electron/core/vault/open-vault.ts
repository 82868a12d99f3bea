import type { RxDatabase } from 'rxdb';
import type { CollectionName, DocumentOf } from '../../../shared/domain/collections.ts';
import { KeyClass, type UserRole } from '../../../shared/domain/roles.ts';
import { backupsOf } from './backup/in-vault.ts';
import { checkRevisions, commitChanges, mayHold, sendPurged } from './commit.ts';
import { placeOf } from './domain.ts';
import { draftsOf, dropDrafts, keepDraft, ownDrafts } from './drafts.ts';
import type { VaultKeys } from './keys.ts';
import type { Lock } from './lock.ts';
import { documentsWhere } from './storage/persons.ts';
import type { Changes } from './storage/rx-storage.ts';
import type { SealedStore } from './storage/store.ts';
import { VaultError, type AuditEvent, type AuditEvents, type Change, type IndexedRow, type NewUser, type ServiceSecret, type Stored, type Vault, type VaultInfo, type VaultMember, type VaultUser } from './types.ts';

/** How often the audit anchor moves on, in milliseconds. */
const ANCHOR_EVERY = 5000;

export interface VaultParts {
  readonly dir: string;
  readonly info: VaultInfo;
  readonly keys: VaultKeys;
  readonly store: SealedStore;
  readonly changes: Changes;
  readonly database: RxDatabase;
  readonly collections: Vault['collections'];
  readonly lock: Lock;
}

/** An unlocked vault: keys, store and RxDB put together. */
export class OpenVault implements Vault {
  readonly info: VaultInfo;
  readonly user: VaultUser;
  readonly collections: Vault['collections'];
  readonly audit: Vault['audit'];
  readonly drafts: Vault['drafts'];
  readonly backups: Vault['backups'];
  readonly #parts: VaultParts;
  readonly #anchorTimer: NodeJS.Timeout;
  #closing: Promise<void> | undefined;
  #moved = false;

  constructor(parts: VaultParts) {
    const { dir, info, keys, store, collections } = parts;
    this.#parts = parts;
    this.info = info;
    this.user = keys.user;
    this.collections = collections;
    this.audit = {
      read: (options) => this.#open(() => Promise.resolve(store.audit.read(options))),
      scan: (options) => this.#open(() => store.audit.scan(options)),
      verify: (told) => this.#open(() => store.verifyAudit(told)),
      newest: () => store.audit.head.seq,
      tagOf: (seq) => store.audit.tagOf(seq),
      subjectOf: (personId) => store.audit.subjectOf(personId),
    };
    const drafts = <T>(act: () => Promise<T>): Promise<T> =>
      this.#open(() => {
        this.#mustHold('assessments');
        return this.#alone(act);
      });
    this.drafts = {
      keep: (draft) => drafts(() => keepDraft(store, this.user.id, draft)),
      drop: (ids) => drafts(() => dropDrafts(store, this.user.id, ids)),
      own: () => drafts(() => Promise.resolve(ownDrafts(store, this.user.id))),
    };
    const onMoved = (): void => void (this.#moved = true);
    this.backups = backupsOf({ dir, vaultId: info.vaultId, keys, store, onMoved }, (act) => this.#open(act));
    this.#anchorTimer = setInterval(() => void store.exclusive(() => store.anchor()).catch(() => undefined), ANCHOR_EVERY);
    this.#anchorTimer.unref();
  }

  async get<C extends CollectionName>(collection: C, id: string): Promise<Stored<DocumentOf<C>> | undefined> {
    return this.#open(() => {
      const { store } = this.#parts;
      this.#mustHold(collection);
      const place = placeOf(collection);
      const found = store.find(place, id);
      if (found === undefined || found.table.isDeleted(found.row)) return undefined;
      const { _deleted, _meta, _attachments, ix: _ix, ...doc } = store.read(place, found.table, found.row);
      return doc as unknown as Stored<DocumentOf<C>>;
    });
  }

  peopleOf(id: string): readonly string[] {
    if (this.#closing !== undefined) throw new VaultError('CLOSED');
    const { store } = this.#parts;
    return store.spec.collections.flatMap(({ name }, place) => {
      const found = store.find(place, id);
      if (found === undefined || found.table.isDeleted(found.row)) return [];
      const { personId } = found.table.row(found.row);
      return (name === 'people' ? id : personId) ?? [];
    });
  }

  distinct(collection: CollectionName, column: string): readonly (string | number | boolean)[] {
    if (this.#closing !== undefined) throw new VaultError('CLOSED');
    this.#mustHold(collection);
    const tables = this.#parts.store.tables(placeOf(collection));
    const values = new Set(tables.flatMap(({ table }) => [...table.distinct(column)]));
    return [...values].filter((value) => value !== null);
  }

  rows<K extends string>(collection: CollectionName, type: string, columns: readonly K[], about?: string): readonly IndexedRow<K>[] {
    if (this.#closing !== undefined) throw new VaultError('CLOSED');
    this.#mustHold(collection);
    return this.#parts.store.tables(placeOf(collection)).flatMap(({ table }) => table.rowsOf(type, columns, about));
  }

  commit(list: readonly Change[], audit: AuditEvents): Promise<void> {
    const { store, changes } = this.#parts;
    return this.#open(() => {
      for (const { collection } of list) this.#mustHold(collection);
      return this.#alone(() => commitChanges(store, changes, list, audit));
    });
  }

  members(): readonly VaultMember[] {
    return this.#parts.keys.members();
  }

  userPublicKey(userId: string): Uint8Array | undefined {
    return this.#parts.keys.userPublicKey(userId);
  }

  verifyUserSignature(userId: string, bytes: Uint8Array, signature: Uint8Array): boolean {
    return this.#parts.keys.verifyUserSignature(userId, bytes, signature);
  }

  secret(name: ServiceSecret): Uint8Array {
    return this.#parts.keys.secret(name);
  }

  addUser(user: NewUser, audit: AuditEvent, changes: readonly Change[] = []): Promise<void> {
    return this.#afterwards(() => this.#parts.keys.addUser(user), audit, changes);
  }

  verifyPassword(password: string): Promise<void> {
    return this.#open(() => this.#parts.keys.verifyPassword(password));
  }

  changePassword(newPassword: string, audit: AuditEvent, changes: readonly Change[] = []): Promise<void> {
    return this.#afterwards(() => this.#parts.keys.changePassword(newPassword), audit, changes);
  }

  setKeyFile(password: string, keyFile: Uint8Array | null, audit: AuditEvent): Promise<void> {
    return this.#afterwards(() => this.#parts.keys.setKeyFile(password, keyFile), audit);
  }

  dismissUser(userId: string, audit: AuditEvent, changes: readonly Change[] = []): Promise<void> {
    return this.#withdraw(userId, () => this.#parts.keys.dismissUser(userId).then(() => KeyClass.options), audit, changes);
  }

  assignRoles(userId: string, roles: readonly UserRole[], audit: AuditEvent, changes: readonly Change[] = []): Promise<void> {
    return this.#withdraw(userId, () => this.#parts.keys.assignRoles(userId, roles), audit, changes);
  }

  get recoveryKey(): string {
    return this.#parts.keys.recoveryKey;
  }

  async newRecoveryCode(audit: AuditEvent): Promise<string> {
    let code = '';
    const replace = async (): Promise<readonly KeyClass[]> => {
      code = await this.#parts.keys.createRecoveryCode();
      return KeyClass.options;
    };
    // nobody's drafts are the code's
    await this.#withdraw('', replace, audit, []);
    return code;
  }

  erasePerson(personId: string, audit: AuditEvent): Promise<void> {
    const { store, keys, changes } = this.#parts;
    return this.#open(() =>
      this.#alone(async () => {
        if (!keys.holds('case')) throw new VaultError('NOT_ENTITLED');
        const documents = documentsWhere(store, (about) => about === personId);
        const purged = documents.flatMap(([collection, id]) => {
          const found = store.find(collection, id);
          return found === undefined ? [] : [{ collection, previous: store.sketch(found.table, found.row) }];
        });
        // the key first: from here on nothing of the person can be read, and an interruption is finished at the next open
        await keys.erasePerson(personId);
        await store.write([], audit, documents);
        sendPurged(changes, purged);
        await store.rewriteIndexes();
      }),
    );
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    clearInterval(this.#anchorTimer);
    const { store, keys, changes, database, lock } = this.#parts;
    try {
      await database.close();
      changes.complete();
      await store.close();
    } finally {
      keys.close();
      await lock.release();
    }
  }

  /** An act of the keyring, durable by itself, then documents and its audit entry. */
  #afterwards(act: () => Promise<void>, audit: AuditEvent, list: readonly Change[] = []): Promise<void> {
    const { store, changes } = this.#parts;
    return this.#open(() =>
      this.#alone(async () => {
        checkRevisions(store, list);
        await act();
        await commitChanges(store, changes, list, audit);
      }),
    );
  }

  /** As `#afterwards`, for an act that takes keys from a user and answers which: drafts and old index keys go too. */
  #withdraw(userId: string, act: () => Promise<readonly KeyClass[]>, audit: AuditEvent, list: readonly Change[]): Promise<void> {
    const { store, changes } = this.#parts;
    return this.#open(() =>
      this.#alone(async () => {
        checkRevisions(store, list);
        const drafts = draftsOf(store, (writer) => writer === userId);
        const lost = await act();
        await commitChanges(store, changes, list, audit, lost.includes('case') ? drafts : []);
        if (lost.length > 0) await store.rewriteIndexes();
      }),
    );
  }

  /** While nothing else writes. What waited behind a move comes too late: it would be missing on the other computer. */
  #alone<T>(act: () => Promise<T> | T): Promise<T> {
    return this.#parts.store.exclusive(() => {
      if (this.#moved) throw new VaultError('MOVED');
      return act();
    });
  }

  #mustHold(collection: CollectionName): void {
    if (!mayHold(collection, (keyClass) => this.#parts.keys.holds(keyClass))) throw new VaultError('NOT_ENTITLED', { collection });
  }

  async #open<T>(act: () => Promise<T> | T): Promise<T> {
    if (this.#closing !== undefined) throw new VaultError('CLOSED');
    return act();
  }
}
