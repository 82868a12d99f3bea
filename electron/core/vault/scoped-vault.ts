/**
 * A vault as one caseload sees it. People outside, and everything about them, are as if they were not there for lists,
 * queries and single documents; nothing is written about them. Services work on it as on any vault: none of them asks
 * whose case it is, so none can forget to.
 */
import type { Subscription } from 'rxjs';
import { documentSchemas, indexRow, personOf, type CollectionName, type DocumentOf, type UserRole } from '../../../shared/domain/collections.ts';
import { sees, type CaseRow, type Caseload } from '../../../shared/domain/scope.ts';
import type { AuditEvent, AuditEvents, Change, IndexedRow, NewUser, ServiceSecret, Stored, Vault, VaultInfo, VaultMember, VaultUser } from './types.ts';

/** Somebody named a person, or a document about one, who is not among their cases. The router answers FORBIDDEN. */
export class NotYoursError extends Error {
  constructor() {
    super('not your caseload');
    this.name = 'NotYoursError';
  }
}

/** Every person that a user with a caseload sees, and what else their queries must ask for. */
interface Seen {
  readonly people: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  /** `people`, and those of whom only a paper is here: nobody's case yet */
  readonly shown: readonly string[];
}

type Rx = Vault['collections'][CollectionName];
type Asked = { readonly selector?: Readonly<Record<string, unknown>> } | undefined;

export class ScopedVault implements Vault {
  readonly info: VaultInfo;
  readonly user: VaultUser;
  /** Only `find`, `count` and `eventBulks$`: nothing else of RxDB's is used on an open vault. */
  readonly collections: Vault['collections'];
  readonly drafts: Vault['drafts'];
  readonly audit: Vault['audit'];
  /** sealed as a whole, for whoever may make backups */
  readonly backups: Vault['backups'];
  readonly #raw: Vault;
  readonly #caseload: Caseload;
  readonly #changes: Subscription[];
  #seen: Seen | undefined;

  constructor(raw: Vault, caseload: Caseload) {
    this.#raw = raw;
    this.#caseload = caseload;
    this.info = raw.info;
    this.user = raw.user;
    this.audit = raw.audit;
    this.backups = raw.backups;
    this.collections = Object.fromEntries(Object.entries(raw.collections).map(([name, rx]) => [name, this.#narrowed(name as CollectionName, rx as Rx)])) as unknown as Vault['collections'];
    this.drafts = {
      keep: async (draft) => {
        this.mustSee(draft.personId);
        await raw.drafts.keep(draft);
      },
      drop: (ids) => raw.drafts.drop(ids),
      own: async () => (await raw.drafts.own()).filter(({ personId }) => personId === undefined || !this.#isOutside(personId)),
    };
    this.#changes = (['people', 'handovers'] as const).map((name) => raw.collections[name].eventBulks$.subscribe(() => (this.#seen = undefined)));
  }

  /** The vault behind it. */
  get whole(): Vault {
    return this.#raw;
  }

  /** @throws NotYoursError when one of these people is here and not among the cases */
  mustSee(...people: readonly (string | undefined)[]): void {
    if (people.some((id) => id !== undefined && this.#isOutside(id))) throw new NotYoursError();
  }

  /** Whether somebody with these columns would be among the cases. */
  wouldSee(row: CaseRow): boolean {
    return sees(this.#caseload, row);
  }

  /** Whether this id names a person outside, or a document about one. */
  hides(id: string): boolean {
    return this.#raw.peopleOf(id).some((person) => this.#isOutside(person));
  }

  async get<C extends CollectionName>(collection: C, id: string): Promise<Stored<DocumentOf<C>> | undefined> {
    return this.hides(id) ? undefined : this.#raw.get(collection, id);
  }

  peopleOf(id: string): readonly string[] {
    return this.#raw.peopleOf(id).filter((person) => !this.#isOutside(person));
  }

  distinct(collection: CollectionName, column: string): readonly (string | number | boolean)[] {
    const values = typesOf(collection).flatMap((type) => this.rows(collection, type, [column]).map((row) => row[column] ?? null));
    return [...new Set(values)].filter((value) => value !== null);
  }

  rows<K extends string>(collection: CollectionName, type: string, columns: readonly K[], about?: string): readonly IndexedRow<K>[] {
    const { people } = this.#people();
    if (collection === 'people') return this.#raw.rows(collection, type, columns, about).filter(({ id }) => people.has(id));
    return this.#raw.rows(collection, type, [...columns, 'personId'], about).filter(({ personId }) => typeof personId !== 'string' || !this.#isOutside(personId)) as readonly IndexedRow<K>[];
  }

  /** @throws NotYoursError when it would write about somebody outside; somebody may be handed over to others, though */
  async commit(changes: readonly Change[], audit: AuditEvents): Promise<void> {
    this.#mustSeeAll(changes, audit);
    await this.#raw.commit(changes, audit);
    if (changes.length > 0) this.#seen = undefined;
  }

  #mustSeeAll(changes: readonly Change[], audit: AuditEvents): void {
    this.mustSee(...[audit].flat().map(({ personId }) => personId));
    for (const change of changes) {
      const id = change.op === 'put' ? change.doc.id : change.id;
      if (this.hides(id)) throw new NotYoursError();
      if (change.op === 'remove') continue;
      this.mustSee(personOf(change.collection, change.doc as { readonly id: string; readonly personId?: string }));
      if (change.collection === 'people' && !this.#people().known.has(id) && !this.wouldSee(rowOf(change.doc))) throw new NotYoursError();
    }
  }

  userPublicKey(userId: string): Uint8Array | undefined {
    return this.#raw.userPublicKey(userId);
  }

  verifyUserSignature(userId: string, bytes: Uint8Array, signature: Uint8Array): boolean {
    return this.#raw.verifyUserSignature(userId, bytes, signature);
  }

  secret(name: ServiceSecret): Uint8Array {
    return this.#raw.secret(name);
  }

  members(): readonly VaultMember[] {
    return this.#raw.members();
  }

  async addUser(user: NewUser, audit: AuditEvent, changes: readonly Change[] = []): Promise<void> {
    this.#mustSeeAll(changes, audit);
    await this.#raw.addUser(user, audit, changes);
  }

  async dismissUser(userId: string, audit: AuditEvent, changes: readonly Change[] = []): Promise<void> {
    this.#mustSeeAll(changes, audit);
    await this.#raw.dismissUser(userId, audit, changes);
  }

  async assignRoles(userId: string, roles: readonly UserRole[], audit: AuditEvent, changes: readonly Change[] = []): Promise<void> {
    this.#mustSeeAll(changes, audit);
    await this.#raw.assignRoles(userId, roles, audit, changes);
  }

  verifyPassword(password: string): Promise<void> {
    return this.#raw.verifyPassword(password);
  }

  async changePassword(newPassword: string, audit: AuditEvent, changes: readonly Change[] = []): Promise<void> {
    this.#mustSeeAll(changes, audit);
    await this.#raw.changePassword(newPassword, audit, changes);
  }

  setKeyFile(password: string, keyFile: Uint8Array | null, audit: AuditEvent): Promise<void> {
    return this.#raw.setKeyFile(password, keyFile, audit);
  }

  get recoveryKey(): string {
    return this.#raw.recoveryKey;
  }

  newRecoveryCode(audit: AuditEvent): Promise<string> {
    return this.#raw.newRecoveryCode(audit);
  }

  async erasePerson(personId: string, audit: AuditEvent): Promise<void> {
    this.mustSee(personId);
    await this.#raw.erasePerson(personId, audit);
  }

  close(): Promise<void> {
    this.release();
    return this.#raw.close();
  }

  /** Stops following the vault behind it, when another view takes its place. */
  release(): void {
    for (const change of this.#changes) change.unsubscribe();
  }

  #isOutside(personId: string): boolean {
    const { people, known } = this.#people();
    return known.has(personId) && !people.has(personId);
  }

  /** Read off the index, which lies in memory, and kept until a person or a paper changes. */
  #people(): Seen {
    // whoever may not open cases has none, and nothing of theirs to be kept from
    if (!this.user.holdsCaseKey) return { people: new Set(), known: new Set(), shown: [] };
    this.#seen ??= this.#look();
    return this.#seen;
  }

  #look(): Seen {
    const all = this.#raw.rows('people', 'person', ['unit', 'caseManager', 'deputy']);
    const known = new Set(all.map(({ id }) => id));
    const people = new Set(all.filter((row) => sees(this.#caseload, row)).map(({ id }) => id));
    const papers = this.#raw.rows('handovers', 'import', ['personId']).map(({ personId }) => String(personId));
    return { people, known, shown: [...people, ...new Set(papers.filter((id) => !known.has(id)))] };
  }

  #narrowed(collection: CollectionName, rx: Rx): object {
    const narrow = (query: Asked): never => ({ ...query, selector: this.#selector(collection, query?.selector ?? {}) }) as never;
    return { find: (query: Asked) => rx.find(narrow(query)), count: (query: Asked) => rx.count(narrow(query)), eventBulks$: rx.eventBulks$ };
  }

  /** What a query asks for, among the cases. One about one person needs no list of people. */
  #selector(collection: CollectionName, selector: Readonly<Record<string, unknown>>): object {
    const { personId } = selector;
    if (collection !== 'people' && typeof personId === 'string') return this.#isOutside(personId) ? { $and: [selector, { id: { $in: [] } }] } : selector;
    const { people, shown } = this.#people();
    const among = collection === 'people' ? { id: { $in: [...people] } } : { $or: [{ personId: { $exists: false } }, { personId: { $in: shown } }] };
    return { $and: [selector, among] };
  }
}

/** A person's columns, before the index has them. */
const rowOf = (doc: DocumentOf<'people'>): CaseRow => {
  const row = indexRow(doc);
  return { unit: row['unit'], caseManager: row['caseManager'], deputy: row['deputy'] };
};

/** The types of document a collection holds. */
const typesOf = (collection: CollectionName): readonly string[] => {
  const schema: { readonly options?: readonly unknown[] } = documentSchemas[collection] as object;
  return (schema.options ?? [schema]).flatMap((option) => {
    const { shape } = option as { readonly shape?: { readonly type?: { readonly value?: unknown } } };
    return typeof shape?.type?.value === 'string' ? [shape.type.value] : [];
  });
};

/**
 * The whole vault, for what must be known whoever asks: whether a number is taken, whether an envelope came before. What
 * is read this way is never shown.
 */
export const wholeVault = (vault: Vault): Vault => (vault instanceof ScopedVault ? vault.whole : vault);

/** @throws NotYoursError when one of these people is not among the cases of whoever is unlocked */
export const mustSee = (vault: Vault, people: readonly (string | undefined)[]): void => {
  if (vault instanceof ScopedVault) vault.mustSee(...people);
};

/** Whether this id names a person outside the cases, or a document about one. */
export const hides = (vault: Vault, id: string): boolean => vault instanceof ScopedVault && vault.hides(id);

/** Whether somebody with these columns would be among the cases of whoever is unlocked. */
export const wouldSee = (vault: Vault, row: CaseRow): boolean => !(vault instanceof ScopedVault) || vault.wouldSee(row);
