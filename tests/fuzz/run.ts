import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Account, Part, Said } from './child.ts';
import { inputOf, targetsOf, type RunOf } from './inputs.ts';
import { watched } from './watched.ts';

export interface Run extends RunOf {
  readonly inputs: number;
  /** its first input: not the first of all where one is read again */
  readonly from: number;
  readonly processes: number;
  /** an input that was not answered by then never will be */
  readonly limitSeconds: number;
  readonly memoryMb: number;
}

export interface Fault {
  /** not known of what shows only when all is over */
  readonly no?: number;
  readonly target?: string;
  readonly what: string;
  /** where the input was kept */
  readonly file?: string;
}

export interface Result {
  readonly inputs: number;
  readonly faults: readonly Fault[];
  readonly accounts: Readonly<Record<string, Account>>;
  readonly memoryMb: number;
}

/** With so many faults there is nothing more to learn from the rest. */
const ENOUGH = 40;
const LOOK_MS = 250;
/** A process makes its samples before it reads the first input. */
const BEGIN_SECONDS = 300;

/** Runs it in processes of their own, which may hang or die, and tells what they found. */
export const runFuzz = async (run: Run, say: (line: string) => void): Promise<Result> => {
  const own = mkdtempSync(join(tmpdir(), 'varco-fuzzing-'));
  const home = watched();
  const faults: Fault[] = [];
  const accounts: Record<string, Account> = {};
  let [memoryMb, read, told, stop] = [0, 0, 0, false];
  let kept: string | undefined;
  const targets = await targetsOf(run, own);

  const found = (no: number | undefined, what: string): void => {
    const input = no === undefined ? undefined : inputOf(targets, run, no);
    kept ??= mkdtempSync(join(tmpdir(), 'varco-fuzz-'));
    const file = input && join(kept, `${input.target.name.replaceAll(/\W+/g, '-')}-${no}`);
    if (input !== undefined && file !== undefined) writeFileSync(file, input.bytes);
    const fault = { what, ...(no !== undefined && { no }), ...(input !== undefined && { target: input.target.name }), ...(file !== undefined && { file }) };
    faults.push(fault);
    say(`seed ${run.seed}, ${input === undefined ? 'some input' : `input ${no} (${input.target.name}), kept as ${file}`}: ${what}`);
    stop ||= faults.length >= ENOUGH;
  };

  const heard = (said: Said): boolean => {
    if ('fault' in said) {
      found(said.fault.no, said.fault.what);
      return false;
    }
    memoryMb = Math.max(memoryMb, said.memoryMb);
    for (const [name, { inputs, taken, slowestMs }] of Object.entries(said.accounts)) {
      const account = (accounts[name] ??= { inputs: 0, taken: 0, slowestMs: 0 });
      account.inputs += inputs;
      account.taken += taken;
      account.slowestMs = Math.max(account.slowestMs, slowestMs);
      read += inputs;
    }
    const share = Math.floor((10 * read) / Math.max(1, run.inputs - run.from));
    if (share > told && !said.done) say(`${read} of ${run.inputs - run.from} inputs, ${faults.length} faults`);
    told = Math.max(told, share);
    return said.done;
  };

  /** One process to its end. @returns the input it ended at, if that was not the last of its own */
  const one = (from: number, at: number): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const folder = join(own, String(at));
      mkdirSync(folder, { recursive: true });
      const part: Part = { ...run, from, step: run.processes, folder, place: join(folder, 'place') };
      rmSync(part.place, { force: true });
      const child: ChildProcess = fork(process.argv[1] ?? '', ['part', JSON.stringify(part)], { cwd: home.cwd, env: home.env, execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
      let [done, hangs, errors] = [false, false, ''];
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-4000)));
      child.on('message', (said) => (done = heard(said as Said) || done));
      let [place, since] = ['', performance.now()];
      const look = setInterval(() => {
        const now = placeOf(part.place);
        if (now !== place) [place, since] = [now, performance.now()];
        else if (performance.now() - since > (place === '' ? BEGIN_SECONDS : run.limitSeconds) * 1000) {
          hangs = true;
          child.kill('SIGKILL');
        }
        if (stop) child.kill('SIGKILL');
        for (const name of home.written()) found(/^\d+$/.test(place) ? Number(place) : undefined, `something was written outside quarantine at about this input: ${name}`);
      }, LOOK_MS);
      child.once('error', reject);
      // its last words may come after its end
      const silent = new Promise((gone) => child.once('disconnect', gone));
      child.once('close', async (code, signal) => {
        await silent;
        clearInterval(look);
        const no = Number.parseInt(placeOf(part.place), 10);
        if (stop || done) return resolve(undefined);
        if (Number.isNaN(no)) return reject(new Error(`a reading process did not begin (${code ?? signal}): ${errors}`));
        found(no, hangs ? `no answer within ${run.limitSeconds} seconds` : `the process ended (${code ?? signal}) ${errors}`);
        resolve(no);
      });
    });

  try {
    await Promise.all(
      Array.from({ length: run.processes }, async (_, at) => {
        for (let from: number | undefined = run.from + at; from !== undefined && from < run.inputs && !stop; ) {
          const ended: number | undefined = await one(from, at);
          from = ended === undefined ? undefined : ended + run.processes;
        }
      }),
    );
    for (const name of await home.end()) if (!faults.some(({ what }) => what.endsWith(`: ${basename(name)}`))) found(undefined, `something was written outside quarantine: ${name}`);
  } finally {
    home.close();
    rmSync(own, { recursive: true, force: true });
    rmSync(home.root, { recursive: true, force: true });
  }
  return { inputs: run.inputs - run.from, faults, accounts, memoryMb };
};

const placeOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
};
