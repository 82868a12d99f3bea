/**
 * The same documents and the same questions in three ways: Varco's vault, RxDB's memory storage that a log makes
 * durable, and LMDB with plain JSON. Each step runs in a process of its own.
 */
import { closeSync, createReadStream, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { open as openLmdb, type Database } from 'lmdb';
import { createRxDatabase } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { vaultOptions } from '../../electron/core/vault/test-vault.ts';
import { createVault, openVault } from '../../electron/core/vault/vault.ts';
import type { Change, NewUser } from '../../electron/core/vault/types.ts';
import type { DocumentOf } from '../../shared/domain/collections.ts';
import { indexRow } from '../../shared/domain/collections.ts';
import { allDocuments, asChange, enrolment, enrolmentId, enrolmentsOf, PER_PERSON, PER_RUN, runId, runsOf } from './documents.ts';
import { anonymousMb, each, p50, rounded, timed } from './measure.ts';

export interface Made {
  readonly bulkPerSecond: number;
}
export interface Used {
  readonly openMs: number;
  readonly rssAnonMb: number;
  readonly queryP50Ms: number;
  readonly saveP50Ms: number;
}
export interface Variant {
  /** fills an empty folder */
  make(dir: string, docs: number): Promise<Made>;
  /** opens it in a fresh process, asks and saves */
  use(dir: string, docs: number): Promise<Used>;
}

const BATCH = 1000;
const QUERIES = 200;
const SAVES = 300;
const user: NewUser = { id: '0192a000-0000-7000-8000-000000000001', name: 'Ioana Ștefan', roles: ['EDUCATOR'], password: 'pădurea de fagi 7' };
const second: NewUser = { ...user, id: '0192a000-0000-7000-8000-000000000002', name: 'Mihai Țurcanu', roles: ['DIRECTOR'] };

/** Spread over all, each asked once: nothing is in a cache. */
const spread = (at: number, of: number): number => (at * 7919 + 13) % of;
const enrolmentAt = (at: number, docs: number, note?: string): DocumentOf<'learning'> => enrolment(at, Math.floor(at / (PER_PERSON - 1)), runsOf(docs), note);

const batches = function* <T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
};

const expectPage = (found: number, docs: number): void => {
  const expected = Math.min(PER_RUN, enrolmentsOf(docs));
  if (found < expected) throw new Error(`a query found ${found} documents instead of ${expected}`);
};

export const vault: Variant = {
  async make(dir, docs) {
    const { vault: made } = await createVault({ ...vaultOptions(join(dir, 'vault')), users: [user, second] });
    let count = 0;
    const { ms } = await timed(async () => {
      for (const batch of batches(allDocuments(docs))) {
        await made.commit(batch.map(asChange), { action: 'bench.fill' });
        count += batch.length;
      }
    });
    await made.close();
    return { bulkPerSecond: Math.round((count / ms) * 1000) };
  },
  async use(dir, docs) {
    // the vault was made with a password hash of next to no cost: what is measured begins after the password
    const { ms: openMs, result: opened } = await timed(() => openVault({ dir: join(dir, 'vault'), userId: user.id, password: user.password }));
    const runs = runsOf(docs);
    const queries = await each(QUERIES, async (at) => {
      const found = await opened.collections.learning.find({ selector: { type: 'enrolment', 'ix.runId': runId(spread(at, runs)) } as never }).exec();
      expectPage(found.length, docs);
    });
    const saves: number[] = [];
    for (let at = 0; at < SAVES; at += 1) {
      const stored = await opened.get('learning', enrolmentId(spread(at, enrolmentsOf(docs))));
      if (stored === undefined) throw new Error('a document is missing');
      const change: Change = { op: 'put', collection: 'learning', doc: { ...stored, status: at % 2 === 0 ? 'ON_HOLD' : 'COMPLETED' } };
      saves.push((await timed(() => opened.commit([change], { action: 'bench.save', personId: stored.personId }))).ms);
    }
    const rssAnonMb = anonymousMb();
    await opened.close();
    return { openMs: rounded(openMs), rssAnonMb, queryP50Ms: rounded(p50(queries)), saveP50Ms: rounded(p50(saves)) };
  },
};

type Plain = Readonly<Record<string, unknown>> & { readonly id: string };
const plainOf = ({ doc }: { readonly doc: { readonly id: string; readonly type: string } }): Plain => ({ ...doc, ix: indexRow(doc) });

const openPlain = (dir: string): { readonly docs: Database<Plain, string>; readonly byRun: Database<string, string>; close(): Promise<void>; write(run: () => void): void } => {
  const root = openLmdb({ path: join(dir, 'plain'), maxDbs: 4, overlappingSync: false, cache: false });
  return {
    docs: root.openDB<Plain, string>({ name: 'docs', encoding: 'json' }),
    byRun: root.openDB<string, string>({ name: 'by-run', encoding: 'string', dupSort: true }),
    close: () => root.close(),
    write: (run) => root.transactionSync(run),
  };
};

export const lmdbJson: Variant = {
  async make(dir, docs) {
    const { docs: table, byRun, close, write } = openPlain(dir);
    let count = 0;
    const { ms } = await timed(() => {
      for (const batch of batches(allDocuments(docs))) {
        write(() => {
          for (const item of batch) {
            const plain = plainOf(item);
            void table.put(plain.id, plain);
            if ('runId' in item.doc) void byRun.put(item.doc.runId, plain.id);
          }
        });
        count += batch.length;
      }
    });
    await close();
    return { bulkPerSecond: Math.round((count / ms) * 1000) };
  },
  async use(dir, docs) {
    const { ms: openMs, result: opened } = await timed(() => openPlain(dir));
    const runs = runsOf(docs);
    const queries = await each(QUERIES, (at) => {
      const found = [...opened.byRun.getValues(runId(spread(at, runs)))].map((id) => opened.docs.get(id));
      expectPage(found.length, docs);
    });
    const saves = await each(SAVES, (at) => {
      const doc = enrolmentAt(spread(at, enrolmentsOf(docs)), docs, 'ABSENT');
      opened.write(() => void opened.docs.put(doc.id, plainOf({ doc })));
    });
    const rssAnonMb = anonymousMb();
    await opened.close();
    return { openMs: rounded(openMs), rssAnonMb, queryP50Ms: rounded(p50(queries)), saveP50Ms: rounded(p50(saves)) };
  },
};

/** A log in clear beside the memory storage: one line per document, flushed before a save counts. */
const logFile = (dir: string): string => join(dir, 'memory.log');

const memoryCollection = async () => {
  const database = await createRxDatabase({ name: `bench-${process.pid}`, storage: getRxStorageMemory(), multiInstance: false });
  const { items } = await database.addCollections({
    items: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { id: { type: 'string', maxLength: 100 }, runId: { type: 'string', maxLength: 40 } },
        indexes: ['runId'],
        required: ['id', 'runId'],
      } as never,
    },
  });
  if (items === undefined) throw new Error('no collection');
  return { database, items };
};

const withRun = (plain: Plain): Plain => ({ runId: 'none', ...plain });

export const rxdbMemory: Variant = {
  async make(dir, docs) {
    const { database, items } = await memoryCollection();
    const log = openSync(logFile(dir), 'w');
    let count = 0;
    const { ms } = await timed(async () => {
      for (const batch of batches(allDocuments(docs))) {
        const plain = batch.map((item) => withRun(plainOf(item)));
        writeSync(log, plain.map((doc) => `${JSON.stringify(doc)}\n`).join(''));
        fdatasyncSync(log);
        await items.bulkInsert(plain);
        count += batch.length;
      }
    });
    closeSync(log);
    await database.close();
    return { bulkPerSecond: Math.round((count / ms) * 1000) };
  },
  async use(dir, docs) {
    const { database, items } = await memoryCollection();
    const { ms: openMs } = await timed(async () => {
      let batch: Plain[] = [];
      for await (const line of createInterface({ input: createReadStream(logFile(dir)) })) {
        batch.push(JSON.parse(line) as Plain);
        if (batch.length < BATCH) continue;
        await items.bulkInsert(batch);
        batch = [];
      }
      await items.bulkInsert(batch);
    });
    const runs = runsOf(docs);
    const queries = await each(QUERIES, async (at) => {
      const found = await items.find({ selector: { runId: runId(spread(at, runs)) } }).exec();
      expectPage(found.length, docs);
    });
    const log = openSync(logFile(dir), 'a');
    const saves = await each(SAVES, async (at) => {
      const plain = withRun(plainOf({ doc: enrolmentAt(spread(at, enrolmentsOf(docs)), docs, 'ABSENT') }));
      writeSync(log, `${JSON.stringify(plain)}\n`);
      fdatasyncSync(log);
      await items.upsert(plain);
    });
    closeSync(log);
    const rssAnonMb = anonymousMb();
    await database.close();
    return { openMs: rounded(openMs), rssAnonMb, queryP50Ms: rounded(p50(queries)), saveP50Ms: rounded(p50(saves)) };
  },
};

export const variants = { vault, rxdbMemory, lmdbJson } as const satisfies Readonly<Record<string, Variant>>;
export type VariantName = keyof typeof variants;
