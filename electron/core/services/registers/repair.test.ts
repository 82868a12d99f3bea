import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';

let folder: string;
let prison: DemoWorkplace;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const header = 'Nr. matricol;Nume;Prenume;Data nașterii;Data expirării pedepsei;Infracțiunea';
let files = 0;
const opened = async (...rows: string[]) => {
  files += 1;
  const path = join(folder, `r${files}.csv`);
  writeFileSync(path, [header, ...rows].join('\r\n'));
  return prison.calls.registers.open({ file: prison.grant(path, 'table') });
};
const typed = (over: Record<string, string>) => ({ 'nr matricol': 'R1', nume: 'Mureșan', prenume: 'Ștefan', 'data nasterii': '12.03.1990', 'data expirarii pedepsei': '01.02.2030', ...over });

describe('a bad row is put right and checked by the same rules', () => {
  const bad = 'R1;Mureșan;Ștefan;31.02.1990;01.02.2030;furt';
  it.each([
    ['a day that exists', { 'data nasterii': '28.02.1990' }, undefined],
    ['another day that does not', { 'data nasterii': '30.02.1990' }, { reason: 'BIRTH_DATE_INVALID', field: 'birthDate' }],
    ['nothing', { 'data nasterii': '' }, { reason: 'NO_BIRTH_DATE' }],
    ['somebody under 18', { 'data nasterii': '01.01.2010' }, { reason: 'UNDER_18' }],
    ['a formula typed over it', { nume: '=1+1' }, { reason: 'FORMULA', field: 'familyName' }],
    ['a number that another row has', { 'nr matricol': 'R2', 'data nasterii': '28.02.1990' }, { reason: 'NUMBER_TWICE' }],
    ['a column nobody reads, and one that is not there', { infractiunea: 'omor', altceva: 'x', __proto__: 'x', 'data nasterii': '28.02.1990' }, undefined],
  ])('%s', async (_name, over, expected) => {
    const { readingId, preview } = await opened(bad, 'R2;Pop;Ana;01.01.1980;01.02.2030;furt');
    expect(preview.refused).toMatchObject([{ row: 2, reason: 'BIRTH_DATE_INVALID' }]);
    expect(preview.names).toEqual({ '2': 'Mureșan Ștefan' });
    const next = await prison.calls.registers.repair({ readingId, row: 2, values: typed(over) });
    const refused = next.refused.find(({ row }) => row === 2);
    if (expected === undefined) expect(refused).toBeUndefined();
    else expect(refused).toMatchObject(expected);
    expect(next.repaired).toEqual([2]);
    expect(JSON.stringify(next)).not.toContain('omor');
  });
});

it('shows the cells that are read and nothing of the others; a formula is text', async () => {
  const { readingId } = await opened('R1;=HYPERLINK("http://x");Ștefan;12.03.1990;01.02.2030;furt');
  const { cells, refusal } = await prison.calls.registers.row({ readingId, row: 2 });
  expect(cells.map(({ target, text, formula }) => [target, text, formula])).toEqual([
    ['code', 'R1', false],
    ['familyName', '=HYPERLINK("http://x")', true],
    ['givenName', 'Ștefan', false],
    ['birthDate', '12.03.1990', false],
    ['endDate', '01.02.2030', false],
  ]);
  expect(refusal).toMatchObject({ reason: 'FORMULA', field: 'familyName' });
  for (const row of [1, 3, 49_000]) await expect(prison.calls.registers.row({ readingId, row })).rejects.toMatchObject({ data: { code: 'notFound' } });
});

it('values that moved out from under their headers are put back by hand', async () => {
  const { readingId, preview } = await opened('R1;De;Luca;Anna;12.03.1990;01.02.2030;furt');
  expect(preview.refused).toMatchObject([{ reason: 'TOO_MANY_CELLS' }]);
  expect((await prison.calls.registers.row({ readingId, row: 2 })).extra).toEqual(['furt']);
  expect((await prison.calls.registers.repair({ readingId, row: 2, values: typed({ nume: 'De Luca', prenume: 'Anna' }) })).counts).toMatchObject({ accepted: 1, refused: 0 });
});

it('a repaired row joins the import; its dates say where they come from, in the language of the workplace', async () => {
  const { readingId } = await opened('K1;Mureșan;Ștefan;31.02.1990;01.02.2030;furt', 'K2;Pop;Ana;01.01.1980;03.04.2031;furt');
  await prison.calls.registers.repair({ readingId, row: 2, values: typed({ 'nr matricol': 'K1' }) });
  expect((await prison.calls.registers.repair({ readingId, row: 2, values: null })).counts).toMatchObject({ accepted: 1, refused: 1 });
  await prison.calls.registers.repair({ readingId, row: 2, values: typed({ 'nr matricol': 'K1' }) });
  expect(await prison.calls.registers.accept({ readingId, add: 'all', change: 'all' })).toEqual({ added: 2, changed: 0, left: 0 });
  const { items } = await first(await prison.calls.people.list({ sort: 'code', limit: 200, offset: 0 }));
  const sources = await Promise.all(
    items.filter(({ code }) => code === 'K1' || code === 'K2').map(async ({ id }) => (await first(await prison.calls.people.get({ id }))).person.releaseDates[0]?.source),
  );
  expect(sources.toSorted()).toEqual([`registrul r${files}.csv, rândul 2, corectat de mână`, `registrul r${files}.csv, rândul 3`]);
  const trail = await prison.core.session.vault.audit.read({ limit: 50 });
  expect(trail.find(({ action }) => action === 'registers.repair')?.details).toEqual({ rows: 1 });
  expect(trail.find(({ action }) => action === 'registers.accept')?.details).toMatchObject({ people: 2, repaired: 1 });
  expect(JSON.stringify(trail)).not.toMatch(/Mureșan|K1/);
});

it('a register of thousands tells how far it is and stops between two parts; what was saved stays', async () => {
  const { readingId } = await opened(...Array.from({ length: 900 }, (_, at) => `S${at};Exemplu;Ion;01.01.1980;01.02.2030;furt`));
  const seen: number[] = [];
  const watching = (async () => {
    for await (const { done, total } of await prison.calls.registers.progress({ readingId })) {
      expect(total).toBe(900);
      seen.push(done);
      if (done >= 200) await prison.calls.registers.stop({ readingId });
    }
  })();
  const { added, left } = await prison.calls.registers.accept({ readingId, add: 'all', change: 'all' });
  await watching;
  expect(seen[0]).toBe(0);
  expect(left).toBeGreaterThan(0);
  expect(added + left).toBe(900);
  // taken up again, it takes the rest
  expect(await prison.calls.registers.accept({ readingId, add: 'all', change: 'all' })).toMatchObject({ added: left, left: 0 });
});

const first = async <T>(view: AsyncIterable<T>): Promise<T> => {
  for await (const value of view) return value;
  throw new Error('nothing was sent');
};
