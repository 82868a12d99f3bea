import { isDeepStrictEqual } from 'node:util';
import { fillWithDefaultSettings, normalizeMangoQuery, prepareQuery, type EventBulk, type RxDocumentData, type RxStorageInstance } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, test } from 'vitest';
import { Changes, sealedRxStorage } from './rx-storage.ts';
import type { StoredDocument } from './spec.ts';
import { closeStore, newStore, openStore, spec } from './test-store.ts';

type Instance = RxStorageInstance<StoredDocument, unknown, unknown>;
type Doc = RxDocumentData<StoredDocument>;

const OPERATIONS = 10_000;
const REOPEN_EVERY = 400;
const CLEANUP_AT = 1700;
const SEED = 20261122;
/** between two writes in the documents' own time: more than two calls of cleanup lie apart */
const LWT_STEP = 1_000_000;

/** mulberry32: the same run every time. */
const randomFrom = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return { below, chance: (share: number): boolean => next() < share, of: <T>(list: readonly T[]): T => list[below(list.length)] as T };
};
type Random = ReturnType<typeof randomFrom>;

const schema = fillWithDefaultSettings<StoredDocument>({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 100 }, type: { type: 'string' }, personId: { type: 'string' }, ix: { type: 'object' } },
  required: ['id'],
} as never);

const ids = Array.from({ length: 260 }, (_, at) => (at % 3 === 0 ? `0192a000-0000-7000-8000-${String(at).padStart(12, '0')}` : `doc ${at} ăș\u{1f600}`));
const persons = Array.from({ length: 12 }, (_, at) => `0192b000-0000-7000-8000-${String(at).padStart(12, '0')}`);
const names = ['ana', 'Ana', 'ștefan', '', 'bogdan dima', 'zoe', '10', '9', '\ud800 alone'];
const mixed = [null, true, false, 0, 1, -2.5, '1', '', 'text', undefined];

const newDocument = (random: Random, id: string): Partial<Doc> => {
  const withIx = random.chance(0.95);
  const ix = Object.fromEntries(
    Object.entries({ name: random.of(names), rank: random.of([1, 2, 3, 1e12, -1, null, undefined]), open: random.of([true, false, undefined]), mixed: random.of(mixed) }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  return {
    id,
    ...(random.chance(0.9) ? { type: random.of(['a', 'b', 'c']) } : {}),
    ...(random.chance(0.7) ? { personId: random.of(persons) } : {}),
    ...(withIx ? { ix: ix as never } : {}),
    body: { text: random.of(names), list: [random.below(4), random.below(4)] },
    size: random.below(20),
  };
};

const fields = ['id', 'type', 'personId', 'ix.name', 'ix.rank', 'ix.open', 'ix.mixed', 'ix.other', 'size', 'body.text', 'body.list'];
const valueFor = (random: Random, field: string): unknown => {
  if (field === 'id') return random.of(ids);
  if (field === 'type') return random.of(['a', 'b', 'c', 'none']);
  if (field === 'personId') return random.of([...persons, 'nobody']);
  if (field === 'ix.name' || field === 'body.text') return random.of(names);
  if (field === 'ix.mixed') return random.of(mixed.filter((value) => value !== undefined));
  return field === 'ix.open' ? random.chance(0.5) : random.below(20) - 1;
};

const condition = (random: Random, field: string): unknown => {
  const value = (): unknown => valueFor(random, field);
  switch (random.below(12)) {
    case 0:
      return { $ne: value() };
    case 1:
      return { $gt: value() };
    case 2:
      return { $gte: value(), $lte: value() };
    case 3:
      return { $lt: value() };
    case 4:
      return { $in: [value(), value(), value()] };
    case 5:
      return { $nin: [value(), value()] };
    case 6:
      return { $exists: random.chance(0.5) };
    case 7:
      return { $regex: random.of(['^a', 'n', '[0-9]$', 'ș']), $options: random.of(['', 'i']) };
    case 8:
      return { $not: { $eq: value() } };
    case 9:
      // asked for an id that is null, the memory storage's planner answers with everything
      return { $eq: field === 'id' ? 'none' : null };
    default:
      return random.chance(0.5) ? value() : { $eq: value() };
  }
};

const selectorOf = (random: Random, depth = 0): Record<string, unknown> => {
  const selector: Record<string, unknown> = {};
  for (let count = random.below(3); count >= 0; count -= 1) {
    const field = random.of(fields);
    selector[field] = condition(random, field);
  }
  if (depth < 2 && random.chance(0.25)) selector[random.of(['$and', '$or', '$nor'])] = [selectorOf(random, depth + 1), selectorOf(random, depth + 1)];
  return random.chance(0.1) ? {} : selector;
};

const queryOf = (random: Random) => {
  const sort = Array.from({ length: random.below(3) }, () => ({ [random.of(fields.slice(0, 10))]: random.of(['asc', 'desc']) }));
  return {
    selector: { ...selectorOf(random), ...(random.chance(0.9) ? { _deleted: { $eq: false } } : {}) },
    ...(sort.length > 0 ? { sort } : {}),
    ...(random.chance(0.4) ? { limit: random.below(12) } : {}),
    ...(random.chance(0.3) ? { skip: random.below(8) } : {}),
  };
};

const prepared = (query: object) => prepareQuery(schema, normalizeMangoQuery(schema, query as never));

/** What a caller sees of an error: RxDB puts the row in, which is the caller's own. */
const errorsOf = (errors: readonly object[]) =>
  errors.map((error) => {
    const { status, documentId, documentInDb } = error as { status: number; documentId: string; documentInDb: Doc };
    return { status, documentId, documentInDb };
  });

const eventsOf = (bulk: EventBulk<unknown, unknown>) => bulk.events.map((event) => ({ ...(event as object) }));

/** Fast when equal, which is nearly always; a difference is then shown in full. */
const same = (actual: unknown, expected: unknown, about = ''): void => {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, about).toEqual(expected);
};

test('does what RxDB’s memory storage does: ten thousand inserts, updates, deletes, conflicts, queries, and opened again', { timeout: 180_000 }, async () => {
  const random = randomFrom(SEED);
  const params = (collectionName: string) =>
    ({ databaseInstanceToken: 't', databaseName: 'd', collectionName, schema, options: {}, multiInstance: false, devMode: false }) as never;
  const memory = (await getRxStorageMemory().createStorageInstance(params('cases'))) as unknown as Instance;
  let opened = await newStore();
  const sealedOf = async (): Promise<Instance> =>
    (await sealedRxStorage(opened.store, new Changes(spec.collections.length)).createStorageInstance(params('cases'))) as unknown as Instance;
  let sealed = await sealedOf();
  const heard: { memory: unknown[]; sealed: unknown[] } = { memory: [], sealed: [] };
  memory.changeStream().subscribe((bulk) => heard.memory.push(...eventsOf(bulk)));
  const listen = () => sealed.changeStream().subscribe((bulk) => heard.sealed.push(...eventsOf(bulk)));
  listen();
  const current = new Map<string, Doc>();
  const done = { writes: 0, conflicts: 0, deletes: 0, queries: 0, counts: 0, reads: 0, reopened: 0, found: 0 };

  let operations = 0;
  for (let at = 1; operations < OPERATIONS; at += 1) {
    if (at % REOPEN_EVERY === 0) {
      await closeStore(opened);
      opened = await openStore(opened.place);
      expect(opened.store.rebuilt).toEqual([]);
      sealed = await sealedOf();
      listen();
      done.reopened += 1;
    }
    const kind = random.below(10);
    operations += 1;
    if (kind < 6) {
      const chosen = [...new Set(Array.from({ length: 1 + random.below(6) }, () => random.of(ids)))];
      const rows = chosen.map((id) => {
        const stale = random.chance(0.08);
        const known = current.get(id);
        const previous = stale ? (known === undefined || random.chance(0.5) ? undefined : { ...known, _rev: '1-wrong' }) : known;
        const remove = known !== undefined && random.chance(0.2);
        const height = previous === undefined ? 1 : Number.parseInt(previous._rev, 10) + 1;
        const document = {
          ...newDocument(random, id),
          _rev: `${height}-session${at % 3}`,
          _deleted: remove,
          _meta: { lwt: at * LWT_STEP },
          _attachments: {},
        } as unknown as Doc;
        return { document, ...(previous === undefined ? {} : { previous }) };
      });
      operations += rows.length - 1;
      const copy = structuredClone(rows);
      const expected = await memory.bulkWrite(rows as never, 'test');
      const actual = await sealed.bulkWrite(copy as never, 'test');
      same(errorsOf(actual.error), errorsOf(expected.error));
      same(heard.sealed, heard.memory);
      heard.memory = [];
      heard.sealed = [];
      const failed = new Set(expected.error.map(({ documentId }) => documentId));
      for (const { document } of rows) {
        if (failed.has(document.id)) done.conflicts += 1;
        else {
          current.set(document.id, document);
          done.writes += 1;
          if (document._deleted) done.deletes += 1;
        }
      }
    } else if (kind < 9) {
      const query = queryOf(random);
      const expected = await memory.query(prepared(structuredClone(query)));
      const actual = await sealed.query(prepared(structuredClone(query)));
      same(actual.documents, expected.documents, JSON.stringify(query));
      done.queries += 1;
      done.found += expected.documents.length;
    } else if (random.chance(0.5)) {
      const { selector } = queryOf(random);
      same(await sealed.count(prepared({ selector })), await memory.count(prepared({ selector })), JSON.stringify(selector));
      done.counts += 1;
    } else {
      const wanted = [random.of(ids), random.of(ids), 'not there'];
      const withDeleted = random.chance(0.5);
      same(await sealed.findDocumentsById(wanted, withDeleted), await memory.findDocumentsById(wanted, withDeleted));
      done.reads += 1;
    }
    if (at === CLEANUP_AT) {
      const age = Date.now() - (at - 200) * LWT_STEP - LWT_STEP / 2;
      expect(await sealed.cleanup(age)).toEqual(await memory.cleanup(age));
      const kept = await memory.findDocumentsById([...current.keys()], true);
      current.clear();
      for (const doc of kept) current.set(doc.id, doc);
    }
  }
  const everything = prepared({ selector: {}, sort: [{ id: 'asc' }] });
  expect((await sealed.query(everything)).documents).toEqual((await memory.query(everything)).documents);
  // the run must have met everything it compares
  expect(Object.entries(done).filter(([, count]) => count === 0)).toEqual([]);
  expect(done.conflicts).toBeGreaterThan(300);
  await closeStore(opened);
});
