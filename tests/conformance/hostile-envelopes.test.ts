import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CheckName } from '../../shared/domain/envelope.ts';
import { anonymousMb } from '../bench/measure.ts';
import { openAs } from './parties.ts';
import { decryption, sizes } from './hostile/ages.ts';
import { bags } from './hostile/bags.ts';
import { headers, manifests, recipients, services } from './hostile/headers.ts';
import { good, partners, probation, type Hostile } from './hostile/office.ts';
import { packs } from './hostile/packs.ts';
import { identities, signatures } from './hostile/signatures.ts';
import { zips } from './hostile/zips.ts';

const corpus: readonly Hostile[] = [...sizes, ...decryption, ...zips, ...bags, ...signatures, ...identities, ...manifests, ...headers, ...recipients, ...services, ...packs];

/** What one hostile envelope may add to the memory of a core that opens all of them, one after the other. */
const MEMORY_MB = 300;

test('the corpus is large, and no two of it have one name', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(400);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});

test('every check and nearly every code of checks 1 to 10 is among them', () => {
  expect(new Set(corpus.map(({ check }) => check))).toEqual(new Set(CheckName.options.slice(0, 10)));
  const documented = readFileSync(join(import.meta.dirname, '../../docs/envelope.md'), 'utf8');
  const table = documented.slice(documented.indexOf('| | check | refusals |'), documented.indexOf('Checks 1–8 are'));
  const codes = [...table.matchAll(/`([A-Z_]{4,})`/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(35);
  expect(codes.filter((code) => !corpus.some((one) => one.code === code))).toEqual([]);
});

describe('an envelope is stopped by its own check, with its own code, and nothing later runs', () => {
  test.each(corpus)('$check $code: $name', async ({ check, code, bytes, open }) => {
    const report = await openAs(probation, await bytes(), partners, open?.() ?? {});
    expect([report.error?.code, report.checks.find(({ state }) => state === 'failed')?.name]).toEqual([code, check]);
    const at = CheckName.options.indexOf(check);
    expect(report.checks.map(({ state }) => state)).toEqual(CheckName.options.map((_, no) => (no < at ? 'passed' : no === at ? 'failed' : 'not-run')));
    expect(report.envelope).toBeUndefined();
    // whoever signed can be answered as soon as check 5 passed, refusals included
    expect(report.answerTo !== undefined).toBe(at > CheckName.options.indexOf('signature'));
  });
});

test('all of them together leave nothing behind, write nothing outside quarantine, and the next good one is opened', async () => {
  const home = mkdtempSync(join(tmpdir(), 'varco-'));
  const deep = join(home, 'one/two/three');
  mkdirSync(deep, { recursive: true });
  const before = { cwd: process.cwd(), tmp: process.env['TMPDIR'], root: readdirSync(process.cwd()), memory: anonymousMb() };
  const seen = new Set<string>();
  const watchers = [home, join(home, 'one'), join(home, 'one/two'), deep].map((folder) => watch(folder, (_, name) => seen.add(String(name))));
  // a path that climbs would show in one of the watched folders, wherever it starts
  process.env['TMPDIR'] = deep;
  process.chdir(deep);
  try {
    const made = await Promise.all(corpus.filter(({ check }) => check !== 'size').map(async ({ bytes, open }) => ({ bytes: await bytes(), open })));
    for (const { bytes, open } of made) await openAs(probation, bytes, partners, open?.() ?? {});
    const last = await openAs(probation, good.bytes, partners);
    expect(last.error).toBeUndefined();
    last.close();
    // the watchers do see what happens
    writeFileSync(join(home, 'one/two/canary'), '');
    rmSync(join(home, 'one/two/canary'));
    while (!seen.has('canary')) await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.chdir(before.cwd);
    if (before.tmp === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before.tmp;
    for (const watcher of watchers) watcher.close();
  }
  expect([...seen].filter((name) => name !== 'canary' && !/^varco-[0-9a-f]{24}\.spool$/.test(name))).toEqual([]);
  expect(readdirSync(home, { recursive: true }).map(String).toSorted()).toEqual(['one', 'one/two', 'one/two/three']);
  expect(readdirSync(process.cwd())).toEqual(before.root);
  expect(anonymousMb() - before.memory).toBeLessThan(MEMORY_MB);
});
