/** One process owns a vault: a file with who holds it, made in one step and taken over only from a process that is gone. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { toVaultError } from './atomic-file.ts';
import { VaultError } from './types.ts';

const LOCK_FILE = 'lock';

/** `started`: when the process began, as the system counts; tells a reused process number from the one that locked. */
const Holder = z.object({ pid: z.int().min(1), host: z.string().max(255), since: z.iso.datetime(), started: z.string().max(40).optional() });
type Holder = z.infer<typeof Holder>;

export interface Lock {
  /** Idempotent. */
  release(): Promise<void>;
}

/** Vaults this very process has open: its own number in a lock file says nothing after a restart with the same number. */
const held = new Set<string>();

/**
 * Takes the lock of a vault's folder.
 * @throws VaultError IN_USE (params: pid, host, since) when a living process holds it, READ_ONLY, DISK_FULL
 */
export const takeLock = async (dir: string): Promise<Lock> => {
  const path = join(resolve(dir), LOCK_FILE);
  const mine: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString(), ...startOf(process.pid) };
  for (let attempt = 0; ; attempt += 1) {
    if (await placed(path, JSON.stringify(mine))) {
      held.add(path);
      let released = false;
      return {
        release: async () => {
          if (released) return;
          released = true;
          held.delete(path);
          await rm(path, { force: true });
        },
      };
    }
    const holder = await readHolder(path);
    if (holder !== undefined && (attempt > 3 || isAlive(holder, path))) throw inUse(holder);
    await moveAside(path, holder);
  }
};

/** Puts the file there with its content in one step; false when there is one. */
const placed = async (path: string, content: string): Promise<boolean> => {
  const temp = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(temp, content, { flag: 'wx', mode: 0o600 });
    try {
      await link(temp, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      // a file system without links (FAT): made empty first, and for a moment without a name in it
      await writeFile(path, content, { flag: 'wx', mode: 0o600 });
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw toVaultError(error);
  } finally {
    await rm(temp, { force: true }).catch(() => undefined);
  }
};

const inUse = ({ pid, host, since }: Holder): VaultError => new VaultError('IN_USE', { pid, host, since });

/** Undefined when the file is gone, or was cut short by a crash while it was made. */
const readHolder = async (path: string): Promise<Holder | undefined> => {
  try {
    const holder = Holder.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return holder.success ? holder.data : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Takes a dead lock away without taking another's that came in between: renamed first, looked at again, and given
 * back when it is not the dead one.
 */
const moveAside = async (path: string, dead: Holder | undefined): Promise<void> => {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw toVaultError(error);
  }
  const moved = await readHolder(aside);
  if (moved !== undefined && (dead === undefined || moved.since !== dead.since || moved.pid !== dead.pid)) {
    await rename(aside, path);
    throw inUse(moved);
  }
  await rm(aside, { force: true });
};

const isAlive = (holder: Holder, path: string): boolean => {
  if (holder.host !== hostname()) return true; // on another computer: nobody here can tell
  if (holder.pid === process.pid) return held.has(path);
  if (!isRunning(holder.pid)) return false;
  const { started } = startOf(holder.pid);
  return started === undefined || holder.started === undefined || started === holder.started;
};

/** Whether a process of this computer can still do anything: one that was killed and not yet buried by its parent cannot. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const state = statOf(pid)?.[0];
  return state !== 'Z' && state !== 'X';
};

/** Linux: boot and start time of a process. Elsewhere nothing, and a reused number counts as alive. */
const startOf = (pid: number): { readonly started?: string } => {
  const ticks = statOf(pid)?.[19];
  return ticks === undefined ? {} : { started: `${bootId()}-${ticks}` };
};

/** Linux: what the system says of a process, from its state on (proc(5), field 3). */
const statOf = (pid: number): readonly string[] | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
};

const bootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    return '';
  }
};
