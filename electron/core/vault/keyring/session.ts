import { KeyClass, keysOf, type UserRole } from '../../../../shared/domain/roles.ts';
import { removeFile } from '../atomic-file.ts';
import type { Anchor, DataClass, GenerationKey, PersonKey, VaultKeys, WrappedKey } from '../keys.ts';
import { VaultError, type NewUser, type ServiceSecret, type VaultMember, type VaultUser } from '../types.ts';
import { admit, assign, DATA_CLASSES, dismiss, newestIndex, replaceRecovery, withNewIndexKeys, withoutRetiredIndexKeys, type Author, type Change } from './changes.ts';
import { hasCaseHolder, shiftOf, type Standing } from './chain.ts';
import { isSigned, signBytes } from './curves.ts';
import { removeReplaced } from './files.ts';
import { changed, fromBase64, RECOVERY, ROOT, toBase64 } from './format.ts';
import { newIdentity, publicKeysOf, wipeIdentity, type Identity } from './identity.ts';
import { kdfOf } from './inspect.ts';
import { Ledger, type Ledgered } from './ledger.ts';
import { checkOwnPassword, withOwnSlot, type Own } from './own-slot.ts';
import { sectionFile } from './person-keys.ts';
import type { Persons } from './persons.ts';
import { newRecoveryCode } from './recovery-code.ts';
import { makePasswordSlot, makeRecoverySlot } from './slot.ts';
import { classKeyOf, placeOf, unwrap, wrap, SECRETS_UNDER, USERS_UNDER } from './wrapped.ts';

/** What a session starts from. */
export interface Opened extends Ledgered {
  readonly userId: string;
  readonly identity: Identity;
  /** what the slot was opened with besides the password */
  readonly keyFile: Uint8Array | undefined;
  /** only with the case key */
  readonly persons: Persons | undefined;
}

/** The keyring of a user who unlocked. Changes run one after another; each is on the disk when it resolves. */
export class KeyringSession implements VaultKeys {
  readonly user: VaultUser;
  readonly #identity: Identity;
  readonly #ledger: Ledger;
  readonly #persons: Persons | undefined;
  readonly #secrets: ReadonlyMap<string, Buffer>;
  readonly #subjectKey: Buffer;
  #keyFile: Buffer | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  /** @throws VaultError KEYRING_CHANGED */
  constructor(opened: Opened) {
    const { body, keys, membership } = opened;
    const member = membership.standings.get(opened.userId)?.member;
    if (member === undefined) throw changed('slot');
    this.#identity = opened.identity;
    this.#ledger = new Ledger(opened);
    this.#keyFile = opened.keyFile === undefined ? undefined : Buffer.from(opened.keyFile);
    this.#persons = opened.persons;
    this.#secrets = new Map(
      keys.has(SECRETS_UNDER) ? body.secrets.map(({ name, ...entry }) => [name, unwrap(body.vaultId, keys, SECRETS_UNDER, placeOf.secret(name), entry)]) : [],
    );
    this.#subjectKey = unwrap(body.vaultId, keys, 'audit', placeOf.subject, body.subjectKey);
    this.user = {
      id: member.id,
      name: member.name,
      roles: member.roles,
      holdsCaseKey: keysOf(member.roles).includes('case'),
      sign: (bytes) => {
        this.#check();
        return signBytes(this.#identity.sign, bytes);
      },
    };
  }

  /** Grows by one with every change of the keyring: a store that has seen a higher one is newer than its keyring. */
  get version(): number {
    return this.#ledger.body.version;
  }

  holds(keyClass: KeyClass): boolean {
    this.#check();
    return this.#ledger.keys.has(keyClass);
  }

  classKey(keyClass: KeyClass, generation?: number): GenerationKey {
    this.#check();
    return classKeyOf(this.#ledger.keys, keyClass, generation);
  }

  indexKey(keyClass: DataClass, generation?: number): GenerationKey {
    this.#mustHold([keyClass]);
    const wanted = generation ?? newestIndex(this.#ledger.body, keyClass);
    const key = this.#ledger.indexKey(keyClass, wanted);
    if (key === undefined) throw new VaultError('DAMAGED', { what: 'generation', class: keyClass, generation: wanted });
    return { generation: wanted, key };
  }

  hasOldIndexKeys(keyClass: DataClass): boolean {
    this.#mustHold([keyClass]);
    return this.#ledger.body.indexKeys.filter((entry) => entry.class === keyClass).length > 1;
  }

  retireIndexKeys(keyClass: DataClass): Promise<void> {
    return this.#change(async () => {
      if (this.hasOldIndexKeys(keyClass)) await this.#ledger.write(withoutRetiredIndexKeys(this.#ledger.body, keyClass));
    });
  }

  get subjectKey(): Buffer {
    this.#check();
    return this.#subjectKey;
  }

  personKey(personId: string): PersonKey | undefined {
    return this.#casePersons().of(personId);
  }

  personKeyByKeyId(keyId: Uint8Array): PersonKey | undefined {
    return this.#casePersons().byKeyId(keyId);
  }

  ensurePersonKeys(personIds: readonly string[]): Promise<void> {
    return this.#change(async () => {
      const persons = this.#casePersons();
      if ((await persons.ensure(personIds)) || this.#ledger.anchorIsBehind) await this.#ledger.setCounts(persons.counts());
    });
  }

  erasePerson(personId: string): Promise<void> {
    return this.#change(async () => {
      const persons = this.#casePersons();
      // first what an interrupted attempt left: the list of it is about to be replaced
      await removeReplaced(this.#ledger.dir, this.#ledger.body);
      if (persons.of(personId) !== undefined) {
        const { dir, body, keys } = this.#ledger;
        const rewritten = await persons.without(personId, body, keys);
        const next = { ...withNewIndexKeys(body, keys, DATA_CLASSES), sections: [...rewritten.sections], replaced: [...rewritten.replaced] };
        try {
          await this.#ledger.write(next, rewritten.commit);
        } catch (error) {
          for (const id of rewritten.written) await removeFile(sectionFile(dir, id)).catch(() => undefined);
          throw error;
        }
      }
      await removeReplaced(this.#ledger.dir, this.#ledger.body);
    });
  }

  anchor(): Anchor | undefined {
    this.#check();
    const { anchor } = this.#ledger;
    return anchor === null ? undefined : { seq: anchor.seq, tag: fromBase64(anchor.tag) };
  }

  setAnchor({ seq, tag }: Anchor): Promise<void> {
    return this.#change(() => this.#ledger.setAnchor({ seq, tag: toBase64(tag) }));
  }

  members(): readonly VaultMember[] {
    this.#check();
    return [...this.#ledger.membership.standings.values()].map(({ member, active }) => ({ id: member.id, name: member.name, roles: member.roles, active }));
  }

  userPublicKey(userId: string): Uint8Array | undefined {
    this.#check();
    const key = this.#ledger.membership.standings.get(userId)?.member.signKey;
    return key === undefined ? undefined : fromBase64(key);
  }

  verifyUserSignature(userId: string, bytes: Uint8Array, signature: Uint8Array): boolean {
    this.#check();
    const standing = this.#ledger.membership.standings.get(userId);
    return standing !== undefined && [standing.member.signKey, ...standing.formerSignKeys].some((key) => isSigned(fromBase64(key), bytes, signature));
  }

  secret(name: ServiceSecret): Uint8Array {
    this.#mustHold([SECRETS_UNDER]);
    const secret = this.#secrets.get(name);
    if (secret === undefined) throw new VaultError('DAMAGED', { what: 'secret' });
    return secret;
  }

  /** @throws VaultError NOT_ENTITLED without a key the new roles need, CONFLICT when the id was ever used */
  addUser({ id, name, roles, password }: NewUser): Promise<void> {
    return this.#change(async () => {
      this.#mustHold(keysOf(roles));
      const { vaultId, rootKey } = this.#ledger.body;
      if (this.#ledger.membership.standings.has(id) || id === ROOT || id === RECOVERY) throw new VaultError('CONFLICT', { collection: 'office', id });
      await this.#withNewIdentity(async (identity) => {
        const keys = publicKeysOf(identity);
        const slot = await makePasswordSlot({ vaultId, rootKey, holder: id, roles, keys }, identity, password, this.#kdf());
        await this.#apply(admit(this.#ledger.body, this.#author(), { id, name, roles: [...roles], ...keys }, slot));
      });
    });
  }

  /**
   * @throws VaultError NOT_ENTITLED for oneself and for the last who holds the case key (what: 'last'), CONFLICT for
   * somebody who is not an active user
   */
  dismissUser(userId: string): Promise<void> {
    return this.#change(async () => {
      const standing = this.#colleague(userId, (one) => ({ ...one, active: false }));
      await this.#apply(dismiss(this.#ledger.body, this.#author(), userId, standing.member.roles));
    });
  }

  /**
   * Other roles for a colleague. @returns the classes they lost, each renewed
   * @throws VaultError as `dismissUser`; NOT_ENTITLED without a key that the new roles need
   */
  assignRoles(userId: string, roles: readonly UserRole[]): Promise<readonly KeyClass[]> {
    return this.#change(async () => {
      const { member } = this.#colleague(userId, (one) => ({ ...one, member: { ...one.member, roles: [...roles] } }));
      const { gained, lost } = shiftOf(member.roles, roles);
      this.#mustHold(gained);
      await this.#apply(assign(this.#ledger.body, this.#author(), member, roles));
      return lost;
    });
  }

  /** @throws VaultError WRONG_PASSWORD */
  verifyPassword(password: string): Promise<void> {
    return this.#change(() => checkOwnPassword(this.#own(), password));
  }

  /** The key file, if there is one, stays. */
  changePassword(newPassword: string): Promise<void> {
    return this.#change(async () => this.#ledger.write(await withOwnSlot(this.#own(), this.#identity, newPassword)));
  }

  /** From now on unlocking needs these 32 bytes as well, or no more. @throws VaultError WRONG_PASSWORD */
  setKeyFile(password: string, keyFile: Uint8Array | null): Promise<void> {
    return this.#change(async () => {
      await checkOwnPassword(this.#own(), password);
      const next = keyFile === null ? undefined : Buffer.from(keyFile);
      await this.#ledger.write(await withOwnSlot({ ...this.#own(), keyFile: next }, this.#identity, password));
      this.#keyFile?.fill(0);
      this.#keyFile = next;
    });
  }

  /**
   * A new recovery code in place of the one before, which opens nothing from now on: like a dismissal, with new
   * generations of every class. Returned once, to be printed. @throws VaultError NOT_ENTITLED without every class
   */
  createRecoveryCode(): Promise<string> {
    return this.#change(async () => {
      this.#mustHold(KeyClass.options);
      const { vaultId, rootKey } = this.#ledger.body;
      const { secret, code } = newRecoveryCode();
      await this.#withNewIdentity(async (identity) => {
        const keys = publicKeysOf(identity);
        const slot = makeRecoverySlot({ vaultId, rootKey, holder: RECOVERY, roles: [], keys }, identity, secret);
        await this.#apply(replaceRecovery(this.#ledger.body, this.#author(), keys, slot));
      });
      return code;
    });
  }

  get recoveryKey(): string {
    this.#check();
    return this.#ledger.membership.recovery.signKey;
  }

  wrapForUsers(what: string, plain: Uint8Array): WrappedKey {
    this.#check();
    return wrap(this.#ledger.body.vaultId, this.#ledger.keys, USERS_UNDER, placeOf.users(what), plain);
  }

  unwrapForUsers(what: string, wrapped: WrappedKey): Buffer {
    this.#check();
    return unwrap(this.#ledger.body.vaultId, this.#ledger.keys, USERS_UNDER, placeOf.users(what), wrapped);
  }

  bindHeader(headerHash: Uint8Array): Promise<void> {
    return this.#change(() => this.#ledger.write({ ...this.#ledger.body, headerHash: toBase64(headerHash) }));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#ledger.wipe();
    this.#persons?.wipe();
    wipeIdentity(this.#identity);
    for (const key of [...this.#secrets.values(), this.#subjectKey]) key.fill(0);
    this.#keyFile?.fill(0);
  }

  #check(): void {
    if (this.#closed) throw new VaultError('CLOSED');
  }

  #mustHold(classes: readonly KeyClass[]): void {
    this.#check();
    const missing = classes.find((keyClass) => !this.#ledger.keys.has(keyClass));
    if (missing !== undefined) throw new VaultError('NOT_ENTITLED', { class: missing });
  }

  #casePersons(): Persons {
    this.#check();
    if (this.#persons === undefined) throw new VaultError('NOT_ENTITLED', { class: 'case' });
    return this.#persons;
  }

  /** The standing of somebody else, of whom the case key does not hang alone once they stand as `after` says. */
  #colleague(userId: string, after: (standing: Standing) => Standing): Standing {
    if (userId === this.user.id) throw new VaultError('NOT_ENTITLED', { what: 'self' });
    const { standings } = this.#ledger.membership;
    const standing = standings.get(userId);
    if (standing?.active !== true) throw new VaultError('CONFLICT', { collection: 'office', id: userId });
    if (!hasCaseHolder({ standings: new Map([...standings, [userId, after(standing)]]) })) throw new VaultError('NOT_ENTITLED', { what: 'last' });
    return standing;
  }

  #own(): Own {
    const { body, membership } = this.#ledger;
    return { body, membership, userId: this.user.id, keyFile: this.#keyFile };
  }

  #author(): Author {
    return { by: this.user.id, chainSecret: this.#identity.chain, keys: this.#ledger.keys };
  }

  #kdf() {
    return kdfOf(this.#ledger.body.slots, this.#ledger.membership, this.user.id);
  }

  #apply(change: Change): Promise<void> {
    return this.#ledger.apply(change, (gained, keys) => {
      for (const section of gained) this.#persons?.addSection(section, keys);
    });
  }

  async #withNewIdentity(work: (identity: Identity) => Promise<void>): Promise<void> {
    const identity = newIdentity();
    try {
      await work(identity);
    } finally {
      wipeIdentity(identity);
    }
  }

  #change<T>(work: () => Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      this.#check();
      return work();
    };
    const done = this.#queue.then(run);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
