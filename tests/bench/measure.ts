import { fdatasyncSync, openSync, readFileSync, closeSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';

/** The middle of the values. */
export const p50 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
/** What ninety-five of a hundred values do not exceed. */
export const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Milliseconds that a piece of work takes, with its result. */
export const timed = async <T>(work: () => Promise<T> | T): Promise<{ readonly ms: number; readonly result: T }> => {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
};

/** Milliseconds of each of `times` rounds. */
export const each = async (times: number, work: (at: number) => Promise<unknown> | void): Promise<number[]> => {
  const all: number[] = [];
  for (let at = 0; at < times; at += 1) all.push((await timed(() => work(at))).ms);
  return all;
};

/**
 * Memory of this process that belongs to nobody else, in MB. LMDB maps its file, and mapped pages the system may drop
 * at any time are not counted; where the system does not tell them apart, all resident memory is.
 */
export const anonymousMb = (): number => {
  try {
    const line = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (line?.[1] !== undefined) return Math.round(Number(line[1]) / 1024);
  } catch {
    // not Linux
  }
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
};

/** One kilobyte written and flushed, again and again: the floor of any durable save on this disk. */
export const bareFlush = (file: string, times: number): number => {
  const fd = openSync(file, 'w');
  const bytes = randomBytes(1024);
  const all: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const start = performance.now();
    writeSync(fd, bytes);
    fdatasyncSync(fd);
    all.push(performance.now() - start);
  }
  closeSync(fd);
  return p50(all);
};
