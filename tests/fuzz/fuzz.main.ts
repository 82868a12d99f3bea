/**
 * fuzz [--inputs N] [--seed S] [--only NAME] [--input N] [--json]: gives changed envelopes, zips, cards, receipts, case files
 * and so on to what reads them in the product. Reading may succeed or end with a refusal in the product's words; anything
 * else fails the run. The seed says every byte of it; `--input` reads one input of it again.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runPart, type Part } from './child.ts';
import { runFuzz, type Result } from './run.ts';

const whole = (name: string, text: string, least = 0): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least || value >= 2 ** 31) throw new Error(`--${name} takes a whole number`);
  return value;
};

const tableOf = ({ accounts }: Result): readonly string[] =>
  Object.entries(accounts)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { inputs, taken, slowestMs }]) => `${name.padEnd(24)}${String(inputs).padStart(8)} inputs${String(taken).padStart(8)} taken${String(inputs - taken).padStart(8)} refused, slowest ${slowestMs} ms`);

const main = async (): Promise<void> => {
  if (process.argv[2] === 'part') {
    // nobody is left who hears it
    process.once('disconnect', () => process.exit());
    await runPart(JSON.parse(process.argv[3] ?? '') as Part, (said) => process.send?.(said));
    return;
  }
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '10000' },
      seed: { type: 'string' },
      only: { type: 'string' },
      input: { type: 'string' },
      processes: { type: 'string', default: String(Math.min(4, availableParallelism())) },
      limit: { type: 'string', default: '60' },
      memory: { type: 'string', default: '1024' },
      faults: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const seed = whole('seed', values.seed ?? String(Date.now() % 2 ** 31));
  const again = values.input === undefined ? undefined : whole('input', values.input);
  const start = performance.now();
  const run = {
    seed,
    from: again ?? 0,
    inputs: again === undefined ? whole('inputs', values.inputs, 1) : again + 1,
    processes: whole('processes', values.processes, 1),
    limitSeconds: whole('limit', values.limit, 1),
    memoryMb: whole('memory', values.memory, 1),
    ...(values.only !== undefined && { only: values.only }),
    ...(values.faults !== undefined && { faults: values.faults.split(',') }),
  };
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  say(`fuzz: ${run.inputs - run.from} inputs, seed ${seed}`);
  const result = await runFuzz(run, say);
  for (const line of tableOf(result)) say(line);
  const seconds = Math.round((performance.now() - start) / 1000);
  const failed = new Set(result.faults.map(({ no }) => no)).size;
  const passed = Math.max(0, result.inputs - failed);
  process.stdout.write(values.json ? `${JSON.stringify({ area: 'fuzz', seed, seconds, failed, ...result })}\n` : `seed ${seed}, ${seconds} s, ${result.memoryMb} MB\n${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
};

main().then(
  // a process that reads may have left a promise or a timer behind: with its last word it is done
  () => process.argv[2] === 'part' && process.disconnect?.(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
