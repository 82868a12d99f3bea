/** One victim's life: started, heard, killed. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { isRunning } from '../../electron/core/vault/lock.ts';
import type { Ack, Deed, Kind, Line, Task } from './lines.ts';
import { killAll, type Start } from './runtimes.ts';

/** Acknowledgements after which a victim is killed at most; counted and not timed, so that a slow computer kills as deep. */
const MOST: { readonly [K in Kind]: number } = { save: 25, login: 6, users: 10, backup: 15, restore: 2 };
/** The deeds that a kind is about; what else its victims do goes on beside. */
const isAimedAt = (kind: Kind, what: Deed['what']): boolean => (kind === 'users' ? what !== 'act' : kind !== 'backup' || what === 'backup');
/** Longest life of one killed before that, after its first word: while it opens the vault, or unpacks a backup. */
const SHORT_LIFE = 150;

/** What a victim said until it was killed. */
export interface Heard {
  /** in the order they were begun */
  readonly deeds: readonly Deed[];
  readonly acks: ReadonlyMap<number, Ack>;
}

/**
 * @param early killed before it acknowledged anything, as far as can be told
 * @throws Error when it ended by itself
 */
export const live = async (start: Start, task: Task, early: boolean): Promise<Heard> => {
  const child = start(task);
  const deeds: Deed[] = [];
  const acks = new Map<number, Ack>();
  let corePid: number | undefined;
  let failed: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** when the aimed deed under way was begun, and how long the last one took */
  let begun = 0;
  let took = SHORT_LIFE;
  const wanted = 1 + Math.floor(Math.random() * MOST[task.kind]);
  const end = once(child, 'close');
  const killWithin = (most: number): void => {
    timer ??= setTimeout(() => killAll(child, corePid), Math.random() * most);
  };
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  lines.on('line', (text) => {
    const line = parsed(text);
    if (line === undefined) return;
    if ('ready' in line) {
      corePid = line.ready;
      if (early) killWithin(SHORT_LIFE);
    } else if ('try' in line) {
      deeds.push(line.try);
      if (!isAimedAt(task.kind, line.try.what)) return;
      begun = performance.now();
      if (acks.size >= wanted) killWithin(took);
    } else if ('failed' in line) failed = line.failed;
    else {
      acks.set(line.ack, line);
      if (isAimedAt(task.kind, deeds.find(({ n }) => n === line.ack)?.what ?? 'act')) took = performance.now() - begun;
    }
  });
  await end;
  clearTimeout(timer);
  // under Electron the core is not our child: its end is not ours to hear
  while (corePid !== undefined && isRunning(corePid)) await new Promise((resolve) => setTimeout(resolve, 10));
  if (failed !== undefined) throw new Error(`the core failed in ${task.kind}: ${failed}`);
  if (child.signalCode === null && child.exitCode !== null && child.exitCode !== 137) throw new Error(`the core ended by itself with ${child.exitCode}`);
  return { deeds, acks };
};

/** The last line may have been cut by the kill. */
const parsed = (text: string): Line | undefined => {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
};
