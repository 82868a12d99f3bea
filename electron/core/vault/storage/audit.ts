/**
 * The audit stream: append-only, each entry sealed with the audit key and chained to the one before.
 *
 *   format 1 · generation 4 · sealed JSON · chain tag 32
 *
 * chain tag = HMAC-SHA-256(chain key of the generation, previous tag · sequence · everything before the tag)
 */
import type { Database } from 'lmdb';
import { UNREADABLE, VaultError, type AuditEvent, type AuditRecord, type AuditScan, type AuditSlice, type AuditVerdict } from '../types.ts';
import type { Anchor, DataClass, VaultKeys } from '../keys.ts';
import { mac, seal, subkey, unseal } from './seal.ts';

const CHAIN = 32;
const HEADER = 5;
const GENESIS = Buffer.alloc(CHAIN);
/** entries followed before the loop is given back */
const TURN = 2000;
/** milliseconds that one look backwards takes at most before the loop is given back */
const SLICE_MS = 40;

/** The newest journal entry of each class at the time of the entry: how far a journal must reach. */
export type Heads = Readonly<Record<DataClass, number>>;

interface Content {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject?: string;
  readonly details?: AuditEvent['details'];
  readonly heads: Heads;
}

export interface AuditEntry {
  readonly seq: number;
  readonly tag: Buffer;
  readonly bytes: Buffer;
}

const sequenceBytes = (seq: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(seq));
  return bytes;
};

export class AuditStream {
  readonly #db: Database<Buffer, number>;
  readonly #vaultId: Buffer;
  readonly #keys: VaultKeys;
  readonly #subkeys = new Map<string, Buffer>();
  #seq: number;
  #tag: Buffer;

  constructor(db: Database<Buffer, number>, vaultId: Buffer, keys: VaultKeys) {
    this.#db = db;
    this.#vaultId = vaultId;
    this.#keys = keys;
    const last = [...db.getRange({ reverse: true, limit: 1 })][0];
    this.#seq = last?.key ?? 0;
    this.#tag = last === undefined ? GENESIS : Buffer.from(last.value.subarray(-CHAIN));
  }

  /** The newest entry: what the anchor holds. */
  get head(): Anchor {
    return { seq: this.#seq, tag: this.#tag };
  }

  /** What the newest entry says of the journals; undefined when it does not open. */
  heads(): Heads | undefined {
    if (this.#seq === 0) return { office: 0, case: 0 };
    const bytes = this.#db.get(this.#seq);
    return bytes === undefined ? undefined : this.#open(this.#seq, bytes)?.heads;
  }

  /** The keyed hash under which a person's entries are filed: 128 bits, hexadecimal. */
  subjectOf(personId: string): string {
    return mac(this.#keys.subjectKey, Buffer.from(personId)).toString('hex', 0, 16);
  }

  /** Whether the stream holds exactly this entry. */
  contains({ seq, tag }: Anchor): boolean {
    return seq === 0 || this.#db.get(seq)?.subarray(-CHAIN).equals(tag) === true;
  }

  /** The next entries, one for each event, sealed and chained; `seq` lies above every other. They count once `advance` is called with the last, after the transaction. */
  next(seq: number, events: readonly AuditEvent[], heads: Heads): readonly AuditEntry[] {
    const entries: AuditEntry[] = [];
    for (const event of events) entries.push(this.#entry(seq + entries.length, event, heads, entries.at(-1)?.tag ?? this.#tag));
    return entries;
  }

  #entry(seq: number, event: AuditEvent, heads: Heads, after: Buffer): AuditEntry {
    const content: Content = {
      at: new Date().toISOString(),
      actor: this.#keys.user.id,
      action: event.action,
      ...(event.personId === undefined ? {} : { subject: this.subjectOf(event.personId) }),
      ...(event.details === undefined ? {} : { details: event.details }),
      heads,
    };
    const { generation } = this.#keys.classKey('audit');
    const header = Buffer.alloc(HEADER);
    header[0] = 1;
    header.writeUInt32LE(generation, 1);
    const sealed = seal(this.#subkey('entry', generation), this.#aad(seq, header), Buffer.from(JSON.stringify(content)));
    const body = Buffer.concat([header, sealed]);
    const tag = this.#chain(after, seq, generation, body);
    return { seq, tag, bytes: Buffer.concat([body, tag]) };
  }

  /** The entry is on the disk. */
  advance(entry: AuditEntry): void {
    this.#seq = entry.seq;
    this.#tag = entry.tag;
  }

  /** Newest first, at most `limit` entries below `before`. @throws VaultError DAMAGED for an entry that does not open */
  read({ limit, before }: { readonly limit: number; readonly before?: number | undefined }): readonly AuditRecord[] {
    const count = Math.max(1, Math.min(500, Math.trunc(limit)));
    const start = before === undefined ? this.#seq : Math.min(before - 1, this.#seq);
    if (start < 1) return [];
    return [...this.#db.getRange({ reverse: true, start, limit: count })].map(({ key: seq, value }) => {
      const record = this.#record(seq, value);
      if (record === undefined) throw new VaultError('DAMAGED', { collection: 'audit', what: seq });
      return record;
    });
  }

  /**
   * Looks backwards below `before` until `limit` entries are found that `keep` wants, or some time has passed: then `next`
   * says where to go on. One that does not open is always found, under the name UNREADABLE: who looks must see it.
   */
  scan({ before, limit, keep }: AuditScan): AuditSlice {
    const start = before === undefined ? this.#seq : Math.min(before - 1, this.#seq);
    const entries: AuditRecord[] = [];
    if (start < 1) return { entries };
    const until = performance.now() + SLICE_MS;
    let looked = 0;
    for (const { key: seq, value } of this.#db.getRange({ reverse: true, start })) {
      const record = this.#record(seq, value) ?? { seq, at: '', actorId: '', action: UNREADABLE };
      if (record.action === UNREADABLE || keep(record)) entries.push(record);
      looked += 1;
      if (seq > 1 && (entries.length >= limit || (looked % 64 === 0 && performance.now() > until))) return { entries, next: seq };
    }
    return { entries };
  }

  /** The chain tag of an entry (hexadecimal); undefined when it is not there. Of entry 0: what the chain begins with. */
  tagOf(seq: number): string | undefined {
    if (seq === 0) return GENESIS.toString('hex');
    return this.#db.get(seq)?.subarray(-CHAIN).toString('hex');
  }

  /**
   * Follows the chain from the first entry to the last and compares it with the anchor.
   * CUT: entries are gone from the end, the rest of the store knows them. ROLLED_BACK: the whole store is older than
   * the anchor, or another one. `expected` is the newest entry that index and journals know of. `told` hears how far it is.
   */
  async verify(expected: number, anchor: Anchor | undefined, told?: (checked: number, of: number) => void): Promise<AuditVerdict> {
    let entries = 0;
    let tag: Buffer = GENESIS;
    let anchored = anchor === undefined || anchor.seq === 0;
    const broken = (reason: NonNullable<AuditVerdict['reason']>, brokenAt: number): AuditVerdict => ({ entries, intact: false, brokenAt, reason });
    const end = this.#seq;
    for (let from = 1; from <= end; from += TURN) {
      for (const { key: seq, value } of this.#db.getRange({ start: from, end: Math.min(from + TURN, end + 1) })) {
        if (seq !== entries + 1) return broken('GAP', entries + 1);
        const body = value.subarray(0, value.length - CHAIN);
        const generation = value.length < HEADER + CHAIN ? 0 : body.readUInt32LE(1);
        if (!this.#holds(generation)) return broken('KEY_MISSING', seq);
        const found = Buffer.from(value.subarray(-CHAIN));
        const sealed = Buffer.from(value);
        if (!this.#chain(tag, seq, generation, body).equals(found) || this.#open(seq, sealed) === undefined) return broken('CHANGED', seq);
        tag = found;
        entries = seq;
        if (anchor?.seq === seq) {
          if (!anchor.tag.equals(tag)) return broken('ROLLED_BACK', seq);
          anchored = true;
        }
      }
      told?.(entries, end);
      await new Promise(setImmediate);
    }
    if (entries < end) return broken('GAP', entries + 1);
    if (end < expected) return broken('CUT', end + 1);
    if (!anchored) return broken('ROLLED_BACK', end + 1);
    return { entries, intact: true };
  }

  close(): void {
    for (const key of this.#subkeys.values()) key.fill(0);
    this.#subkeys.clear();
  }

  #holds(generation: number): boolean {
    try {
      return this.#keys.classKey('audit', generation).generation === generation;
    } catch {
      // a generation that never was: the entry was not written by this vault, or the keyring lost a key
      return false;
    }
  }

  #record(seq: number, value: Buffer): AuditRecord | undefined {
    const content = this.#open(seq, value);
    if (content === undefined) return undefined;
    const { at, actor, action, subject, details } = content;
    return { seq, at, actorId: actor, action, ...(subject === undefined ? {} : { subject }), ...(details === undefined ? {} : { details }) };
  }

  #open(seq: number, value: Buffer): Content | undefined {
    if (value.length < HEADER + CHAIN || value[0] !== 1) return undefined;
    const header = value.subarray(0, HEADER);
    const generation = header.readUInt32LE(1);
    if (!this.#holds(generation)) return undefined;
    const plain = unseal(this.#subkey('entry', generation), this.#aad(seq, header), value.subarray(HEADER, value.length - CHAIN));
    return plain === undefined ? undefined : (JSON.parse(plain.toString('utf8')) as Content);
  }

  #chain(previous: Buffer, seq: number, generation: number, body: Buffer): Buffer {
    return mac(this.#subkey('chain', generation), previous, sequenceBytes(seq), body);
  }

  #aad(seq: number, header: Buffer): Buffer {
    return Buffer.concat([this.#vaultId, sequenceBytes(seq), header]);
  }

  #subkey(purpose: 'entry' | 'chain', generation: number): Buffer {
    const name = `${purpose}/${generation}`;
    const known = this.#subkeys.get(name);
    if (known !== undefined) return known;
    const made = subkey(this.#keys.classKey('audit', generation).key, `audit/${purpose}`);
    this.#subkeys.set(name, made);
    return made;
  }
}
