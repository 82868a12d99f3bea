import { open, type Database, type RootDatabase } from 'lmdb';
import { statfsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toVaultError } from '../atomic-file.ts';
import type { DataClass } from '../keys.ts';
import { VaultError } from '../types.ts';
import { indexDir } from './snapshot.ts';

type Sequence = Database<Buffer, number>;

/** The durable store: LMDB in one directory, four tables of sealed bytes under numbers. */
export interface Engine {
  readonly records: Sequence;
  readonly audit: Sequence;
  readonly journal: Readonly<Record<DataClass, Sequence>>;
  /** Runs the writes in one transaction that is flushed to the disk when this returns; on an error nothing is written. */
  write(writes: () => void): void;
  /** Everything as it is at this moment, while writes go on; until `release` LMDB keeps its pages. */
  snapshot(): EngineSnapshot;
  close(): Promise<void>;
}

/** The tables in the order of a backup: append only. */
export const TABLES = ['records', 'audit', 'journal-office', 'journal-case'] as const;
export type TableName = (typeof TABLES)[number];

export interface EngineSnapshot {
  /** about how many bytes the entries take: at least as many as they have */
  readonly bytes: number;
  /** entries of a table after `after`, at most `limit`, in the order of their numbers; copies. @throws VaultError CLOSED */
  read(table: TableName, after: number, limit: number): readonly { readonly key: number; readonly value: Buffer }[];
  release(): void;
}

interface TableStats {
  readonly pageSize: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

/** LMDB's numbers for what the system refused: no space, quota, file size limit; no permission, read-only file system. */
const FULL = /No space left|Disk quota exceeded|File too large|MDB_MAP_FULL|ENOSPC/i;
const LOCKED = /Read-only file system|Permission denied|Operation not permitted|EROFS|EACCES/i;

/** LMDB calls a write that was cut short an input/output error: on a disk with no room left, that is what it was. */
const SHORT_WRITE = /Input\/output error|EIO/;
const NO_ROOM = 1 << 20;

const isFull = (dir: string): boolean => {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize < NO_ROOM;
};

const refusal = (dir: string, error: unknown): unknown => {
  const text = error instanceof Error ? error.message : '';
  if (FULL.test(text) || (SHORT_WRITE.test(text) && isFull(dir))) return new VaultError('DISK_FULL', {}, error);
  if (LOCKED.test(text)) return new VaultError('READ_ONLY', {}, error);
  return toVaultError(error);
};

/** Opens (or makes) the store of a vault. @throws VaultError DISK_FULL, READ_ONLY */
export const openEngine = async (dir: string): Promise<Engine> => {
  try {
    await mkdir(join(dir, 'store'), { recursive: true, mode: 0o700 });
    await mkdir(indexDir(dir), { recursive: true, mode: 0o700 });
    // overlappingSync off: a transaction ends only after its pages and then its root are on the disk
    const root: RootDatabase = open({ path: join(dir, 'store'), maxDbs: 8, overlappingSync: false, cache: false, compression: false });
    const table = (name: string): Sequence => root.openDB<Buffer, number>({ name, encoding: 'binary', keyEncoding: 'uint32' });
    const tables: Readonly<Record<TableName, Sequence>> = {
      records: table('records'),
      audit: table('audit'),
      'journal-office': table('journal-office'),
      'journal-case': table('journal-case'),
    };
    // an environment must not be closed under somebody who reads
    const reading = new Set<() => void>();
    return {
      records: tables.records,
      audit: tables.audit,
      journal: { office: tables['journal-office'], case: tables['journal-case'] },
      write(writes) {
        try {
          root.transactionSync(writes);
        } catch (error) {
          throw refusal(dir, error);
        }
      },
      snapshot() {
        const transaction = root.useReadTransaction();
        const sizes = TABLES.map((name) => {
          const { pageSize, treeBranchPageCount, treeLeafPageCount, overflowPages } = tables[name].getStats() as TableStats;
          return pageSize * (treeBranchPageCount + treeLeafPageCount + overflowPages);
        });
        const release = (): void => {
          if (reading.delete(release)) transaction.done();
        };
        reading.add(release);
        return {
          bytes: sizes.reduce((sum, size) => sum + size, 0),
          read: (name, after, limit) => {
            if (!reading.has(release)) throw new VaultError('CLOSED');
            return [...tables[name].getRange({ start: after + 1, limit, transaction })].map(({ key, value }) => ({ key, value: Buffer.from(value) }));
          },
          release,
        };
      },
      close: () => {
        for (const release of reading) release();
        return root.close();
      },
    };
  } catch (error) {
    throw refusal(dir, error);
  }
};
