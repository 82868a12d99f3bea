/**
 * A backup file:
 *
 *   magic 8 · length of the start 4 · start (JSON) · sealed stream
 *
 * The start is clear: it holds what must be read before a password can be tried, as it lies in the vault's folder. Its
 * SHA-256, magic and length included, is bound to every chunk of the stream. Inside the stream:
 *
 *   item     kind 1 · name 8 · length 8 · bytes                numbers little endian
 *
 * Items have kinds and numbers, never paths. The last one counts the others.
 */
import { z } from 'zod';
import { VaultError } from '../types.ts';
import { TABLES, type TableName } from '../storage/engine.ts';

export const MAGIC = Buffer.from('VARCOBK1');
/** magic and length */
export const PREFIX_BYTES = MAGIC.length + 4;
export const START_LIMIT = 48 * 1024 * 1024;

/** The format this program writes, and the newest it reads. */
export const BACKUP_FORMAT = 1;
export const ITEM_HEAD_BYTES = 17;
/** LMDB's own limit is far above; nothing that Varco saves comes near. */
export const ENTRY_LIMIT = 256 * 1024 * 1024;

export const BackupPurpose = z.enum(['keep', 'move']);
export type BackupPurpose = z.infer<typeof BackupPurpose>;

const Versions = z.object({ format: z.literal('varco-backup'), formatVersion: z.int().min(1), minReader: z.int().min(1) });

export const BackupStart = z.strictObject({
  ...Versions.shape,
  backupId: z.uuid(),
  vaultId: z.uuid(),
  createdAt: z.iso.datetime(),
  purpose: BackupPurpose,
  /** `vault.json`, `keyring.json`, `anchor.json`, byte for byte, base64 */
  header: z.base64().max(64 * 1024),
  keyring: z.base64().max(40 * 1024 * 1024),
  anchor: z.base64().max(4 * 1024 * 1024),
  /** the stream's key, sealed for every user */
  key: z.strictObject({ under: z.int().min(1), sealed: z.base64().max(1024) }),
});
export type BackupStart = z.infer<typeof BackupStart>;

/** The place of a backup's key among what is sealed for every user. */
export const keyPlace = (backupId: string): string => `backup/${backupId}`;

/** What the last item says, and a reader counts again. */
export const Totals = z.strictObject({
  records: z.int().min(0),
  audit: z.int().min(0),
  'journal-office': z.int().min(0),
  'journal-case': z.int().min(0),
  sections: z.int().min(0),
  snapshots: z.int().min(0),
});
export type Totals = z.infer<typeof Totals>;
export const noTotals = (): Totals => ({ records: 0, audit: 0, 'journal-office': 0, 'journal-case': 0, sections: 0, snapshots: 0 });

/** Numbers of the kinds are the format: append only. */
const KINDS = [...TABLES, 'section', 'snapshot-office', 'snapshot-case', 'end'] as const;
export type ItemKind = (typeof KINDS)[number];

export interface ItemHead {
  readonly kind: ItemKind;
  /** number of the entry, last journal entry of a snapshot, or random name of a section */
  readonly name: bigint;
  readonly length: number;
}

export const isTable = (kind: ItemKind): kind is TableName => (TABLES as readonly string[]).includes(kind);
/** Which total an item counts to. */
export const totalOf = (kind: Exclude<ItemKind, 'end'>): keyof Totals => (isTable(kind) ? kind : kind === 'section' ? 'sections' : 'snapshots');

export const itemHead = ({ kind, name, length }: ItemHead): Buffer => {
  const bytes = Buffer.alloc(ITEM_HEAD_BYTES);
  bytes[0] = KINDS.indexOf(kind) + 1;
  bytes.writeBigUInt64LE(name, 1);
  bytes.writeBigUInt64LE(BigInt(length), 9);
  return bytes;
};

/** @throws VaultError BACKUP_INVALID for a kind, number or length that no item has */
export const parseItemHead = (bytes: Buffer): ItemHead => {
  const kind = bytes.length < ITEM_HEAD_BYTES ? undefined : KINDS[(bytes[0] ?? 0) - 1];
  if (kind === undefined) throw new VaultError('BACKUP_INVALID');
  const name = bytes.readBigUInt64LE(1);
  const length = bytes.readBigUInt64LE(9);
  const limit = isTable(kind) || kind === 'end' ? BigInt(ENTRY_LIMIT) : BigInt(Number.MAX_SAFE_INTEGER);
  if (length > limit || (isTable(kind) && (name === 0n || name > 0xffff_ffffn))) throw new VaultError('BACKUP_INVALID');
  return { kind, name, length: Number(length) };
};

/** Magic, length and start. */
export const startBytes = (start: BackupStart): Buffer => {
  const json = Buffer.from(JSON.stringify(start));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  MAGIC.copy(prefix);
  prefix.writeUInt32LE(json.length, MAGIC.length);
  return Buffer.concat([prefix, json]);
};

/** @throws VaultError BACKUP_INVALID, BACKUP_TOO_NEW */
export const parseStart = (json: Buffer): BackupStart => {
  let value: unknown;
  try {
    value = JSON.parse(json.toString('utf8'));
  } catch {
    throw new VaultError('BACKUP_INVALID');
  }
  const versions = Versions.safeParse(value);
  if (!versions.success) throw new VaultError('BACKUP_INVALID');
  if (versions.data.minReader > BACKUP_FORMAT) throw new VaultError('BACKUP_TOO_NEW');
  const start = BackupStart.safeParse(value);
  if (!start.success) throw new VaultError('BACKUP_INVALID');
  return start.data;
};
