/** Kills the core in all it does with a vault, again and again, and counts what it had acknowledged. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkplace } from '../../electron/core/services/office/workplace.ts';
import { createVault } from '../../electron/core/vault/vault.ts';
import { ballast } from './acts.ts';
import { KINDS, type Kind } from './lines.ts';
import { killAndLook, type Scene } from './round.ts';
import type { Start } from './runtimes.ts';
import { Staff } from './staff.ts';

export interface Counts {
  readonly kills: number;
  /** deeds acknowledged before a kill: acts saved, unlocks, changes of users, backups, restores */
  readonly acknowledged: number;
  /** kills between the beginning of a deed and its acknowledgement */
  readonly amid: number;
  /** acknowledged and not so afterwards: documents, users, passwords, backups; acts that were there in part */
  readonly lost: number;
  /** times the vault or a copy of it did not open again, or its audit stream was not whole */
  readonly unopenable: number;
}

/** All kills, and those of each kind. */
export interface Result extends Counts {
  readonly kinds: { readonly [K in Kind]: Counts };
}

/** Of so many victims of a kind one is killed before it acknowledged anything. */
const EARLY_EVERY = 4;
const DEEDS_PER_CHILD = 1_000_000;
const PASSWORD = 'pădurea de fagi 7';
const NONE: Counts = { kills: 0, acknowledged: 0, amid: 0, lost: 0, unopenable: 0 };

const sum = (a: Counts, b: Counts): Counts => ({
  kills: a.kills + b.kills,
  acknowledged: a.acknowledged + b.acknowledged,
  amid: a.amid + b.amid,
  lost: a.lost + b.lost,
  unopenable: a.unopenable + b.unopenable,
});

/** The kinds chosen take turns. Ends before its time when the vault cannot be worked with any more. */
export const torture = async (kills: number, chosen: readonly Kind[], startIn: (workDir: string) => Start, say: (line: string) => void): Promise<Result> => {
  const workDir = await mkdtemp(join(tmpdir(), 'varco-torture-'));
  try {
    const scene = await found(workDir, startIn(workDir));
    const kinds: { [K in Kind]: Counts } = { save: NONE, login: NONE, users: NONE, backup: NONE, restore: NONE };
    for (let at = 0; at < kills; at += 1) {
      const kind = chosen[at % chosen.length] ?? 'save';
      const early = Math.floor(at / chosen.length) % EARLY_EVERY === EARLY_EVERY - 1;
      const looked = await killAndLook(scene, kind, (at + 1) * DEEDS_PER_CHILD, early).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
      if (typeof looked === 'string') {
        // what a victim or we ourselves could not do any more is a finding, and the end
        kinds[kind] = sum(kinds[kind], { ...NONE, kills: 1, unopenable: 1 });
        say(`kill ${at + 1}, ${kind}: ${looked}`);
        break;
      }
      const { told, ...verdict } = looked;
      kinds[kind] = sum(kinds[kind], { kills: 1, ...verdict });
      say(`kill ${at + 1}, ${kind}: ${verdict.acknowledged} acknowledged${verdict.amid > 0 ? ', killed amid another' : ''}, ${told}`);
    }
    return { ...KINDS.map((kind) => kinds[kind]).reduce(sum, NONE), kinds };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
};

const found = async (workDir: string, start: Start): Promise<Scene> => {
  const dir = join(workDir, 'vault');
  const input = {
    kind: 'prison' as const,
    serviceName: 'Penitenciarul de probă',
    timeZone: 'Europe/Bucharest',
    documentLanguage: 'ro' as const,
    users: [
      { name: 'Ioana Ștefan', role: 'COORDINATOR' as const, password: PASSWORD },
      { name: 'Mihai Țurcanu', role: 'DIRECTOR' as const, password: PASSWORD },
    ],
  };
  const { vault } = await createWorkplace(dir, true, input, Date.now, createVault);
  const userId = vault.user.id;
  await vault.commit(ballast(userId), { action: 'torture.ballast' });
  await vault.close();
  return { start, dir, userId, staff: new Staff(dir, userId, PASSWORD), stick: join(workDir, 'stick'), place: join(workDir, 'restored'), documents: new Map(), seen: 0 };
};
