import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { officesOf } from './office.ts';
import { FAULTS } from './planted.ts';
import { Random } from './random.ts';

interface Said {
  readonly seed: number;
  readonly failed: number;
  readonly inputs: number;
  readonly faults: readonly { readonly no?: number; readonly target?: string; readonly what: string; readonly file?: string }[];
  readonly accounts: Readonly<Record<string, { readonly inputs: number; readonly taken: number }>>;
}

const root = join(import.meta.dirname, '../..');

const fuzz = (...args: readonly string[]) => {
  const tmp = mkdtempSync(join(tmpdir(), 'varco-'));
  const done = spawnSync(process.execPath, [join(root, 'out/core/dev-fuzz.js'), '--json', ...args], { encoding: 'utf8', env: { ...process.env, TMPDIR: tmp } });
  const last = done.stdout.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(done.stderr);
  return { status: done.status, err: done.stderr, said: JSON.parse(last) as Said, left: readdirSync(tmp) };
};

it('every reader takes its samples as they are, and the first changed ones are refused or read without a fault', () => {
  const { status, said, left } = fuzz('--inputs', '60', '--seed', '7');
  expect([status, said.faults, said.failed]).toEqual([0, [], 0]);
  expect(Object.values(said.accounts).reduce((sum, { inputs }) => sum + inputs, 0)).toBe(60);
  expect(Object.keys(said.accounts).length).toBeGreaterThan(18);
  for (const [name, { taken }] of Object.entries(said.accounts)) expect([name, taken > 0]).toEqual([name, true]);
  expect(left).toEqual([]);
}, 300_000);

it('a reader with a fault on purpose fails the run, which names seed and input, keeps the input and goes on with the others', () => {
  const wanted: Readonly<Record<string, RegExp>> = {
    untyped: /^TypeError: planted/,
    unhandled: /^nobody waited for: TypeError: planted/,
    computer: /SPOOL_FAILED/,
    accepted: /^Wrong: planted/,
    greedy: /MB of memory for one input$/,
    endless: /^no answer within 2 seconds$/,
    unanswered: /^(?:no answer within 2 seconds|the process ended)/,
    killed: /^the process ended \(SIGKILL\)/,
    outside: /^something was written outside quarantine.*planted\.txt$/,
  };
  expect(Object.keys(wanted).toSorted()).toEqual([...FAULTS].toSorted());
  const { status, err, said } = fuzz('--faults', FAULTS.join(','), '--inputs', '220', '--seed', '3', '--limit', '2', '--memory', '200');
  expect(status).toBe(1);
  for (const [name, what] of Object.entries(wanted)) {
    const found = said.faults.find((fault) => what.test(fault.what) && (name === 'outside' || fault.target === name));
    expect([name, found?.what]).toEqual([name, expect.stringMatching(what)]);
    expect(err).toContain(found?.no === undefined ? 'seed 3, some input: ' : `seed 3, input ${found.no} (${found.target}), kept as ${found.file}`);
    if (name !== 'outside') expect(readFileSync(found?.file ?? '').includes(0)).toBe(true);
  }
  // one of them again, by seed and number: the same bytes
  const once = said.faults.find(({ target }) => target === 'untyped');
  const again = fuzz('--faults', FAULTS.join(','), '--input', String(once?.no), '--seed', '3').said;
  expect([again.inputs, again.faults.map(({ no }) => no)]).toEqual([1, [once?.no]]);
  expect(readFileSync(again.faults[0]?.file ?? '')).toEqual(readFileSync(once?.file ?? ''));
}, 300_000);

it('the seed says every byte of the samples, keys and age files included', async () => {
  const [one, same, other] = [await officesOf(new Random(5)), await officesOf(new Random(5)), await officesOf(new Random(6))];
  expect([same.sealed.bytes, same.sealedHybrid.bytes, same.hybrid]).toEqual([one.sealed.bytes, one.sealedHybrid.bytes, one.hybrid]);
  expect(other.sealed.bytes).not.toEqual(one.sealed.bytes);
});
