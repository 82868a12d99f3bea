/** `bench vault`: opening, asking and saving in a vault of many documents, beside baselines of the same durability. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bareFlush, rounded } from './measure.ts';
import { variants, type Made, type Used, type VariantName } from './vault-variants.ts';

const FLUSHES = 400;
const run = promisify(execFile);

export interface VaultBench extends Made, Used {
  readonly area: 'vault';
  readonly docs: number;
  /** median of writing and flushing 1 KB on this disk, and a save as a multiple of it */
  readonly bareFlushP50Ms: number;
  readonly savePerFlush: number;
  readonly baselines: { readonly rxdbMemory: Made & Used; readonly lmdbJson: Made & Used };
}

export const benchVault = async (docs: number, say: (line: string) => void): Promise<VaultBench> => {
  const dir = await mkdtemp(join(tmpdir(), 'varco-bench-'));
  try {
    const measured = async (name: VariantName): Promise<Made & Used> => {
      say(`${name}: writing ${docs} documents`);
      const made = await step<Made>('make', name, dir, docs);
      say(`${name}: opening, asking, saving`);
      return { ...made, ...(await step<Used>('use', name, dir, docs)) };
    };
    const before = bareFlush(join(dir, 'flush'), FLUSHES);
    const vault = await measured('vault');
    // the disk is shared: the floor is the mean of before and after the saves
    const bare = (before + bareFlush(join(dir, 'flush'), FLUSHES)) / 2;
    const baselines = { rxdbMemory: await measured('rxdbMemory'), lmdbJson: await measured('lmdbJson') };
    return { area: 'vault', docs, ...vault, bareFlushP50Ms: rounded(bare), savePerFlush: rounded(vault.saveP50Ms / bare), baselines };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

/** One step in a fresh process, which prints its result as JSON. */
const step = async <T>(action: 'make' | 'use', name: VariantName, dir: string, docs: number): Promise<T> => {
  const { stdout } = await run(process.execPath, [process.argv[1] ?? '', 'step', action, name, dir, String(docs)], { maxBuffer: 1 << 20 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
};

/** The other side of `step`. */
export const runStep = async ([action, name, dir, docs]: readonly string[]): Promise<Made | Used> => {
  const variant = variants[name as VariantName];
  if (variant === undefined || dir === undefined) throw new Error('step ACTION VARIANT FOLDER DOCUMENTS');
  return action === 'make' ? variant.make(dir, Number(docs)) : variant.use(dir, Number(docs));
};

export const vaultText = (result: VaultBench): string => {
  const line = (name: string, { openMs, rssAnonMb, queryP50Ms, saveP50Ms, bulkPerSecond }: Made & Used): string =>
    [name.padEnd(24), `${openMs} ms`.padStart(12), `${rssAnonMb} MB`.padStart(10), `${queryP50Ms} ms`.padStart(12), `${saveP50Ms} ms`.padStart(12), `${bulkPerSecond}/s`.padStart(12)].join('');
  return [
    `${result.docs} documents; one flush of 1 KB takes ${result.bareFlushP50Ms} ms, a save ${result.savePerFlush} times that`,
    `${''.padEnd(24)}${'open'.padStart(12)}${'memory'.padStart(10)}${'query of 40'.padStart(12)}${'save'.padStart(12)}${'bulk'.padStart(12)}`,
    line('vault', result),
    line('RxDB memory + log', result.baselines.rxdbMemory),
    line('LMDB, plain JSON', result.baselines.lmdbJson),
  ].join('\n');
};
