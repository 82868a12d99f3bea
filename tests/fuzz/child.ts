import { closeSync, openSync, writeSync } from 'node:fs';
import { EnvelopeError } from '../../electron/core/envelope/error.ts';
import { isAboutPlace } from '../../electron/core/envelope/medium-errors.ts';
import { RefusedError } from '../../electron/core/services/work.ts';
import { anonymousMb } from '../bench/measure.ts';
import { inputOf, targetsOf, type Input, type RunOf } from './inputs.ts';

/** What one of the processes that read is told. */
export interface Part extends RunOf {
  /** its first input, and every how many-th is its own */
  readonly from: number;
  readonly step: number;
  readonly inputs: number;
  /** where it may keep what the readers need, outside the folder that is watched */
  readonly folder: string;
  /** it writes there which input it is at: a place to look at when it says nothing any more */
  readonly place: string;
  /** so much memory for one input, or held after many, in MB, is a fault */
  readonly memoryMb: number;
}

export interface Account {
  inputs: number;
  taken: number;
  slowestMs: number;
}

export type Said =
  | { readonly fault: { readonly no: number; readonly target: string; readonly what: string } }
  | { readonly accounts: Readonly<Record<string, Account>>; readonly memoryMb: number; readonly done: boolean };

const TELL_EVERY = 250;

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message).slice(0, 4000) : String(error));

/** A refusal in the product's words; not one that says the medium or this computer failed, for no file may cause that. */
const isRefusal = (error: unknown): boolean => (error instanceof EnvelopeError && !isAboutPlace(error)) || error instanceof RefusedError;

/** Reads an input. @returns what is wrong with how that went, if anything */
const read = async ({ target, bytes, whole }: Input & { readonly whole: boolean }, account: Account): Promise<string | undefined> => {
  const start = performance.now();
  try {
    const answer = await target.read(bytes);
    if (answer !== false) account.taken += 1;
    return whole && answer === false ? 'the sample itself was refused' : undefined;
  } catch (error) {
    if (whole) return `the sample itself was refused: ${textOf(error)}`;
    return isRefusal(error) ? undefined : textOf(error);
  } finally {
    account.slowestMs = Math.max(account.slowestMs, Math.round(performance.now() - start));
  }
};

/** What is still held once everything nobody holds is gone, in MB. */
const heldMb = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 2 ** 20);
};

/** One of the processes that read: all its inputs, one after the other. */
export const runPart = async (part: Part, say: (said: Said) => void): Promise<void> => {
  const unhandled: unknown[] = [];
  for (const event of ['unhandledRejection', 'uncaughtException']) process.on(event, (error: unknown) => unhandled.push(error));
  const place = openSync(part.place, 'w');
  const targets = await targetsOf(part, part.folder);
  const accounts: Record<string, Account> = {};
  let most = 0;
  const tell = (done: boolean): void => {
    say({ accounts: structuredClone(accounts), memoryMb: most, done });
    for (const name of Object.keys(accounts)) delete accounts[name];
  };
  for (let no = part.from, own = 0; no < part.inputs; no += part.step, own += 1) {
    writeSync(place, String(no).padStart(12), 0);
    const input = inputOf(targets, part, no);
    const account = (accounts[input.target.name] ??= { inputs: 0, taken: 0, slowestMs: 0 });
    account.inputs += 1;
    const before = anonymousMb();
    const faults = [await read(input, account)];
    // what nobody waited for shows before the next input
    await new Promise((resolve) => setImmediate(resolve));
    faults.push(...unhandled.splice(0).map((error) => `nobody waited for: ${textOf(error)}`));
    // what the reading took, and not what making the input had taken
    const added = anonymousMb() - before;
    if (added > part.memoryMb) faults.push(`${added} MB of memory for one input`);
    const held = own % TELL_EVERY === TELL_EVERY - 1 ? heldMb() : 0;
    if (held > part.memoryMb) faults.push(`${held} MB of memory held`);
    most = Math.max(most, added, held);
    for (const what of faults) if (what !== undefined) say({ fault: { no, target: input.target.name, what } });
    if (own % TELL_EVERY === TELL_EVERY - 1) tell(false);
  }
  writeSync(place, 'done'.padStart(12), 0);
  closeSync(place);
  tell(true);
};
