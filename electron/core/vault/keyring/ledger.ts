import type { Change } from './changes.ts';
import type { Membership } from './chain.ts';
import type { ClassKeys } from './class-keys.ts';
import { writeAnchor, writeKeyring } from './files.ts';
import { changed, type AnchorValue, type Body, type SectionEntry } from './format.ts';
import { placeOf, unwrap } from './wrapped.ts';

/** The two files as a session starts from them, all of it checked. */
export interface Ledgered {
  readonly dir: string;
  readonly body: Body;
  readonly membership: Membership;
  readonly keys: ClassKeys;
  /** records per section as last known; the only source without the case key */
  readonly counts: Readonly<Record<string, number>>;
  readonly anchor: AnchorValue | null | 'CHANGED';
  /** the anchor file is of the version before: a crash or a full disk came between the two */
  readonly anchorIsBehind: boolean;
}

/** `keyring.json` and `anchor.json` of a session: what they say, and the order in which they are written. */
export class Ledger {
  readonly #dir: string;
  #body: Body;
  #membership: Membership;
  #keys: ClassKeys;
  #indexKeys: ReadonlyMap<string, Buffer> = new Map();
  #counts: Readonly<Record<string, number>>;
  #anchor: Ledgered['anchor'];
  #anchorIsBehind: boolean;

  constructor(start: Ledgered) {
    this.#dir = start.dir;
    this.#body = start.body;
    this.#membership = start.membership;
    this.#keys = start.keys;
    this.#counts = start.counts;
    this.#anchor = start.anchor;
    this.#anchorIsBehind = start.anchorIsBehind;
    this.#refreshIndexKeys();
  }

  get dir(): string {
    return this.#dir;
  }

  get body(): Body {
    return this.#body;
  }

  get membership(): Membership {
    return this.#membership;
  }

  get keys(): ClassKeys {
    return this.#keys;
  }

  indexKey(keyClass: string, generation: number): Buffer | undefined {
    return this.#indexKeys.get(placeOf.index(keyClass, generation));
  }

  /** @throws VaultError KEYRING_CHANGED when its file failed authentication */
  get anchor(): AnchorValue | null {
    if (this.#anchor === 'CHANGED') throw changed('anchor');
    return this.#anchor;
  }

  setAnchor(anchor: AnchorValue): Promise<void> {
    this.#anchor = anchor;
    return this.#writeAnchor();
  }

  /** Whether the last write of the anchor file failed: it is written again before anything else. */
  get anchorIsBehind(): boolean {
    return this.#anchorIsBehind;
  }

  /** From when this resolves, a section cut shorter than `counts` is told from a torn append. */
  setCounts(counts: Readonly<Record<string, number>>): Promise<void> {
    this.#counts = counts;
    return this.#writeAnchor();
  }

  /**
   * Writes the body as the next version; `afterKeyring` runs when that is on the disk. Keyring first, anchor second: a
   * crash between leaves an anchor of the version before, which is told from a rollback because the anchor always
   * catches up before the keyring moves on.
   * @throws VaultError DISK_FULL, READ_ONLY, KEYRING_CHANGED for a broken anchor; nothing has changed then
   */
  async write(body: Body, afterKeyring: () => void = () => {}, keys: ClassKeys = this.#keys, membership: Membership = this.#membership): Promise<void> {
    const anchor = this.anchor;
    if (this.#anchorIsBehind) await this.#writeAnchor();
    const sections = body.sections.map((entry) => ({ ...entry, records: this.#counts[entry.id] ?? entry.records }));
    const next: Body = { ...body, version: this.#body.version + 1, sections, anchor };
    await writeKeyring(this.#dir, keys, next);
    this.#body = next;
    this.#keys = keys;
    this.#membership = membership;
    this.#counts = Object.fromEntries(sections.map(({ id, records }) => [id, records]));
    this.#refreshIndexKeys();
    afterKeyring();
    // the change stands: an anchor that could not be written now is caught up before the next one
    await this.#writeAnchor().catch(() => undefined);
  }

  /**
   * Writes a change of membership; the session goes on with those of its keys it is entitled to, the others are wiped.
   * @returns sections the keyring gained
   */
  async apply({ body, membership, keys }: Change, afterKeyring: (gained: readonly SectionEntry[], keys: ClassKeys) => void): Promise<void> {
    const held = new Map([...keys].filter(([keyClass]) => this.#keys.has(keyClass)));
    const gained = body.sections.filter(({ id }) => !this.#body.sections.some((known) => known.id === id));
    try {
      await this.write(body, () => afterKeyring(gained, held), held, membership);
    } finally {
      for (const [keyClass, passing] of keys) if (!held.has(keyClass)) for (const key of passing) key?.fill(0);
    }
  }

  wipe(): void {
    for (const keys of this.#keys.values()) for (const key of keys) key.fill(0);
    for (const key of this.#indexKeys.values()) key.fill(0);
  }

  /** Opens what is new and wipes what the keyring names no more. */
  #refreshIndexKeys(): void {
    const known = this.#indexKeys;
    this.#indexKeys = new Map(
      this.#body.indexKeys
        .filter((entry) => this.#keys.has(entry.class))
        .map((entry) => {
          const place = placeOf.index(entry.class, entry.generation);
          return [place, known.get(place) ?? unwrap(this.#body.vaultId, this.#keys, entry.class, place, entry)];
        }),
    );
    for (const [place, key] of known) if (!this.#indexKeys.has(place)) key.fill(0);
  }

  async #writeAnchor(): Promise<void> {
    this.#anchorIsBehind = true;
    await writeAnchor(this.#dir, this.#keys, this.#body.vaultId, { version: this.#body.version, anchor: this.anchor, sections: { ...this.#counts } });
    this.#anchorIsBehind = false;
  }
}
