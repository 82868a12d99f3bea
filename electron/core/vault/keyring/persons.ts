import { VaultError } from '../types.ts';
import type { ClassKeys } from './class-keys.ts';
import type { Body, SectionEntry } from './format.ts';
import { appendToSection, newPersonEntry, readSection, writeSection, type PersonEntry, type Section } from './person-keys.ts';
import { placeOf, unwrap, wrap } from './wrapped.ts';

interface Held {
  readonly section: Section;
  /** case generation the section's keys were made in */
  readonly since: number;
  readonly entries: readonly PersonEntry[];
}

/** A section after an erasure: what the keyring must name instead of what. */
export interface Rewritten {
  readonly sections: readonly SectionEntry[];
  /** sections to be unlinked once the keyring is written */
  readonly replaced: readonly string[];
  /** sections to be unlinked if it cannot be written */
  readonly written: readonly string[];
  /** call when the keyring is written: the new state */
  commit(): void;
}

/**
 * The persons' keys of a session that holds the case key, in the order they were made. After a dismissal new documents
 * take new keys: `ensure` makes them also for persons whose key is of an earlier generation, while `byKeyId` still
 * finds the older ones.
 */
export class Persons {
  readonly #dir: string;
  readonly #vaultId: string;
  #held: Held[];
  readonly #byPerson = new Map<string, PersonEntry & { since: number }>();
  readonly #byKeyId = new Map<string, PersonEntry>();

  private constructor(dir: string, vaultId: string, held: Held[]) {
    this.#dir = dir;
    this.#vaultId = vaultId;
    this.#held = held;
    this.#index();
  }

  /** @throws VaultError KEYRING_CHANGED */
  static async open(dir: string, body: Body, keys: ClassKeys, atLeast: Readonly<Record<string, number>>): Promise<Persons> {
    const held: Held[] = [];
    for (const { id, since, records, ...wrapped } of body.sections) {
      const key = unwrap(body.vaultId, keys, 'case', placeOf.section(id, since), wrapped);
      held.push({ since, ...(await readSection(dir, body.vaultId, { id, key }, Math.max(records, atLeast[id] ?? 0))) });
    }
    return new Persons(dir, body.vaultId, held);
  }

  #index(): void {
    this.#byPerson.clear();
    this.#byKeyId.clear();
    for (const { since, entries } of this.#held) this.#add(entries, since);
  }

  #add(entries: readonly PersonEntry[], since: number): void {
    for (const entry of entries) {
      const dated = { ...entry, since };
      this.#byPerson.set(entry.personId, dated);
      this.#byKeyId.set(entry.keyId.toString('hex'), dated);
    }
  }

  of(personId: string): PersonEntry | undefined {
    return this.#byPerson.get(personId);
  }

  byKeyId(keyId: Uint8Array): PersonEntry | undefined {
    return this.#byKeyId.get(Buffer.from(keyId).toString('hex'));
  }

  /** Records per section, for the anchor. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.#held.map(({ section }) => [section.id, section.records]));
  }

  /** Makes the missing keys in one append. @returns whether anything was written */
  async ensure(personIds: readonly string[]): Promise<boolean> {
    const last = this.#held.at(-1);
    if (last === undefined) throw new VaultError('DAMAGED', { what: 'sections' });
    const entries = [...new Set(personIds)]
      .filter((personId) => (this.#byPerson.get(personId)?.since ?? 0) < last.since)
      .map((personId) => newPersonEntry(personId));
    if (entries.length === 0) return false;
    const section = await appendToSection(this.#dir, this.#vaultId, last.section, entries);
    this.#held = [...this.#held.slice(0, -1), { ...last, section, entries: [...last.entries, ...entries] }];
    this.#add(entries, last.since);
    return true;
  }

  /** After a rotation of the case key: the section the keyring gained. */
  addSection({ id, since, under, sealed }: SectionEntry, keys: ClassKeys): void {
    const key = unwrap(this.#vaultId, keys, 'case', placeOf.section(id, since), { under, sealed });
    this.#held = [...this.#held, { since, section: { id, key, records: 0, length: 0 }, entries: [] }];
  }

  /** Writes every section that holds a key of this person anew without it, under new names and keys. */
  async without(personId: string, body: Body, keys: ClassKeys): Promise<Rewritten> {
    const replaced: string[] = [];
    const written: string[] = [];
    const erased: Buffer[] = [];
    const next: Held[] = [];
    const sections: SectionEntry[] = [];
    for (const held of this.#held) {
      const kept = held.entries.filter((entry) => entry.personId !== personId);
      const before = body.sections.find(({ id }) => id === held.section.id);
      if (before === undefined) throw new VaultError('DAMAGED', { what: 'sections' });
      if (kept.length === held.entries.length) {
        next.push(held);
        sections.push(before);
        continue;
      }
      const section = await writeSection(this.#dir, this.#vaultId, kept);
      const { id, key, records } = section;
      next.push({ since: held.since, section, entries: kept });
      sections.push({ id, since: held.since, records, ...wrap(this.#vaultId, keys, 'case', placeOf.section(id, held.since), key) });
      replaced.push(held.section.id);
      written.push(id);
      erased.push(held.section.key, ...held.entries.filter((entry) => entry.personId === personId).map(({ key: personKey }) => personKey));
    }
    return {
      sections,
      replaced,
      written,
      commit: () => {
        for (const key of erased) key.fill(0);
        this.#held = next;
        this.#index();
      },
    };
  }

  wipe(): void {
    for (const { section, entries } of this.#held) {
      section.key.fill(0);
      for (const { key } of entries) key.fill(0);
    }
    this.#held = [];
    this.#index();
  }
}
