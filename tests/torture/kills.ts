/** Kills the core while it saves, again and again, and counts what it had acknowledged. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isRunning } from '../../electron/core/vault/lock.ts';
import { createVault, openVault } from '../../electron/core/vault/vault.ts';
import type { Vault } from '../../electron/core/vault/types.ts';
import { numberOf, USER, type Act, type Line } from './acts.ts';
import { killAll, type Start } from './runtimes.ts';

export interface Result {
  readonly kills: number;
  /** acts acknowledged before a kill */
  readonly acknowledged: number;
  /** acknowledged documents that were not there, or not whole, afterwards; acts that were there in part */
  readonly lost: number;
  /** times the vault did not open again, or its audit stream was not whole */
  readonly unopenable: number;
}

/** Longest life of a victim after its first word, in milliseconds. */
const LIFE = 700;
/** Share of victims killed before they could say anything: while the vault is being opened. */
const EARLY = 0.15;
const ACTS_PER_CHILD = 1_000_000;

interface Heard {
  readonly acts: Map<number, Act>;
  readonly acknowledged: number[];
}

export const killWhileSaving = async (kills: number, startIn: (workDir: string) => Start, say: (line: string) => void): Promise<Result> => {
  const workDir = await mkdtemp(join(tmpdir(), 'varco-torture-'));
  const dir = join(workDir, 'vault');
  try {
    const start = startIn(workDir);
    await found(dir);
    const state = new Map<string, { readonly collection: 'people' | 'assessments'; readonly id: string; readonly n: number; readonly removed: boolean }>();
    const result = { kills: 0, acknowledged: 0, lost: 0, unopenable: 0 };
    for (let round = 1; round <= kills; round += 1) {
      const heard = await live(start, dir, round * ACTS_PER_CHILD);
      result.kills += 1;
      result.acknowledged += heard.acknowledged.length;
      const acknowledged = new Set(heard.acknowledged);
      for (const n of heard.acknowledged) {
        const act = heard.acts.get(n);
        for (const [collection, id] of act?.saved ?? []) state.set(id, { collection, id, n, removed: false });
        for (const [collection, id] of act?.removed ?? []) state.set(id, { collection, id, n, removed: true });
      }
      const unanswered = [...heard.acts.values()].filter(({ n }) => !acknowledged.has(n));
      let vault: Vault;
      try {
        vault = await openVault({ dir, userId: USER.id, password: USER.password });
      } catch (error) {
        result.unopenable += 1;
        say(`kill ${round}: does not open: ${String(error)}`);
        continue;
      }
      const missing = await missingIn(vault, [...state.values()], unanswered);
      const torn = await tornIn(vault, unanswered);
      const verdict = await vault.audit.verify();
      if (!verdict.intact) result.unopenable += 1;
      result.lost += missing + torn;
      say(`kill ${round}: ${heard.acknowledged.length} acknowledged, ${missing} lost, ${torn} torn, audit ${verdict.intact ? `intact (${verdict.entries})` : verdict.reason}`);
      // an act that was saved but not acknowledged any more counts from now on
      for (const act of unanswered) {
        for (const [collection, id] of act.saved) {
          if ((await numberOf(vault, collection, id)) === act.n) state.set(id, { collection, id, n: act.n, removed: false });
        }
        for (const [collection, id] of act.removed) {
          if ((await numberOf(vault, collection, id)) === undefined) state.set(id, { collection, id, n: act.n, removed: true });
        }
      }
      await vault.close();
    }
    return result;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
};

const found = async (dir: string): Promise<void> => {
  const { vault } = await createVault({
    dir,
    kind: 'prison',
    demo: true,
    testKdf: true,
    serviceName: 'Penitenciarul de probă',
    timeZone: 'Europe/Bucharest',
    users: [USER, { ...USER, id: '0192a000-0000-7000-8000-000000000002', name: 'Mihai Țurcanu' }],
    secrets: { 'age-identity': randomBytes(32), 'signing-key': randomBytes(32), 'next-signing-key': randomBytes(32) },
  });
  await vault.close();
};

/** One victim's life: what it said until it was killed. */
const live = async (start: Start, dir: string, from: number): Promise<Heard> => {
  const child = start({ dir, from });
  const heard: Heard = { acts: new Map(), acknowledged: [] };
  let corePid: number | undefined;
  const end = once(child, 'close');
  const kill = (): void => killAll(child, corePid);
  let timer = Math.random() < EARLY ? setTimeout(kill, Math.random() * LIFE) : undefined;
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  lines.on('line', (text) => {
    const line = parsed(text);
    if (line === undefined) return;
    if ('ready' in line) corePid = line.ready;
    else if ('try' in line) heard.acts.set(line.try.n, line.try);
    else {
      heard.acknowledged.push(line.ack);
      timer ??= setTimeout(kill, Math.random() * LIFE);
    }
  });
  await end;
  clearTimeout(timer);
  // under Electron the core is not our child: its end is not ours to hear
  while (corePid !== undefined && isRunning(corePid)) await new Promise((resolve) => setTimeout(resolve, 10));
  if (child.signalCode === null && child.exitCode !== null && child.exitCode !== 137) throw new Error(`the core ended by itself with ${child.exitCode}`);
  return heard;
};

/** The last line may have been cut by the kill. */
const parsed = (text: string): Line | undefined => {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
};

/** Acknowledged documents that are not as acknowledged, unless an act without answer came after. */
const missingIn = async (vault: Vault, state: readonly { readonly collection: 'people' | 'assessments'; readonly id: string; readonly n: number; readonly removed: boolean }[], unanswered: readonly Act[]): Promise<number> => {
  const later = new Map(unanswered.flatMap(({ n, saved, removed }) => [...saved, ...removed].map(([, id]) => [id, n] as const)));
  let missing = 0;
  for (const { collection, id, n, removed } of state) {
    const now = await numberOf(vault, collection, id).catch(() => Number.NaN);
    const asSaid = removed ? now === undefined : now === n;
    const asLater = later.has(id) && (now === undefined || now === later.get(id));
    if (!asSaid && !asLater) missing += 1;
  }
  return missing;
};

/** Acts without answer must be there whole or not at all. */
const tornIn = async (vault: Vault, unanswered: readonly Act[]): Promise<number> => {
  let torn = 0;
  for (const { n, saved, removed } of unanswered) {
    const done = [
      ...(await Promise.all(saved.map(async ([collection, id]) => (await numberOf(vault, collection, id)) === n))),
      ...(await Promise.all(removed.map(async ([collection, id]) => (await numberOf(vault, collection, id)) === undefined))),
    ];
    if (new Set(done).size > 1) torn += 1;
  }
  return torn;
};
