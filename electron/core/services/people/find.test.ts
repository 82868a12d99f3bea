import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { newId } from '../work.ts';

let folder: string;
let prison: DemoWorkplace;
const ids: Record<string, string> = {};
const everybody = [
  ['A-1', 'Țîrlea', 'Ștefan', '2027-02-04', 'Secția 2'],
  ['A-2', 'Mureșan', 'Ion', undefined, 'Secția 1'],
  ['TM-2025-7', 'Popescu', 'Tirlea', '2027-03-01', undefined],
  ['B-9', 'Albu', 'Ana', undefined, undefined],
] as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
  for (const [code, familyName, givenName, endOfSentence, unit] of everybody) {
    ids[code] = (await prison.calls.people.add({ code, familyName, givenName, birthDate: '1990-01-01', ...(endOfSentence === undefined ? {} : { endOfSentence }), ...(unit === undefined ? {} : { unit }) })).id;
  }
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const codes = async (query: Parameters<typeof prison.calls.people.find>[0]) => (await prison.calls.people.find(query)).people.map(({ code }) => code);

const page = async (query: object) => {
  for await (const value of await prison.calls.people.list({ sort: 'nearest', offset: 0, limit: 10, ...query })) return value;
  throw new Error('no answer');
};

describe('people for a choice', () => {
  it.each([
    ['tirlea', ['A-1', 'TM-2025-7']],
    ['ŞTEFAN ţirl', ['A-1']],
    ['tm-2025', ['TM-2025-7']],
    ['a', ['A-1', 'A-2', 'B-9', 'TM-2025-7']],
    ['.*', []],
    ['  ', []],
    ['nimeni', []],
  ])('“%s” finds %j', async (search, found) => {
    expect((await codes({ search, limit: 10 })).toSorted()).toEqual(found.toSorted());
  });

  it('puts names that begin so before names that only hold it', async () => {
    expect(await codes({ search: 'tirlea', limit: 10 })).toEqual(['A-1', 'TM-2025-7']);
    expect(await codes({ search: 'tirlea', limit: 1 })).toEqual(['A-1']);
  });

  it('takes pasted numbers as they are written, each once, and names those nobody has', async () => {
    const { people, unknown } = await prison.calls.people.find({ codes: ['tm 2025 7', 'A-1', 'a 1', 'X-404'] });
    expect(people.map(({ code }) => code)).toEqual(['TM-2025-7', 'A-1']);
    expect(unknown).toEqual(['X-404']);
  });

  it('knows people again by who they are', async () => {
    const gone = newId();
    const { people, unknown } = await prison.calls.people.find({ ids: [ids['B-9']!, gone] });
    expect([people.map(({ name }) => name), unknown]).toEqual([['Albu Ana'], [gone]]);
  });
});

describe('the row of a name', () => {
  const row = (begins: string, query: object = {}) => prison.calls.people.rowOfName({ query: { sort: 'name', ...query }, begins });
  it.each([
    ['a', {}, 0],
    ['mur', {}, 1],
    ['p', {}, 2],
    ['Ț', {}, 3],
    ['x', {}, null],
    ['*', {}, null],
    ['mur', { descending: true }, 2],
    ['pop', { withDate: true }, 0],
    ['mur', { withDate: true }, null],
  ])('%s in %j is %s', async (begins, query, at) => expect(await row(begins, query)).toBe(at));

  it.each(['name', 'code', 'nearest', 'unit'] as const)('is where the list shows it, sorted by %s both ways', async (sort) => {
    for (const descending of [false, true]) {
      const { items } = await page({ sort, descending });
      for (const begins of ['albu', 'mur', 'pop', 'tirl', 'zz']) {
        const at = items.findIndex(({ name }) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().startsWith(begins));
        expect([sort, descending, begins, await row(begins, { sort, descending })]).toEqual([sort, descending, begins, at === -1 ? null : at]);
      }
    }
  });
});

describe('the list', () => {
  it('keeps those without a date apart, and counts them', async () => {
    const dated = await page({ withDate: true });
    expect([dated.items.map(({ code }) => code), dated.total, dated.undated]).toEqual([['A-1', 'TM-2025-7'], 2, 2]);
    expect((await page({ withDate: true, search: 'muresan' })).undated).toBe(1);
  });
  it('shows one kind of nearest date, and people without a case manager', async () => {
    expect((await page({ nearestKind: 'END_OF_SENTENCE' })).total).toBe(2);
    expect((await page({ nearestKind: 'COMMISSION' })).total).toBe(0);
    expect((await page({ caseManager: 'nobody' })).total).toBe(4);
    expect((await page({ caseManager: 'mine' })).total).toBe(0);
  });
});
