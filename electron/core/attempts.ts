import { join } from 'node:path';
import { z } from 'zod';
import { secondsToWait, unreadable, type Attempts } from '../../shared/domain/attempts.ts';
import { readLimited } from './read-limited.ts';
import { RefusedError } from './services/work.ts';
import { removeFile, writeFileAtomic } from './vault/atomic-file.ts';
import { VaultError, type Vault } from './vault/types.ts';

/** Who the printed recovery code counts for: it is nobody's password. */
export const RECOVERY_CODE = 'recovery';

const LIMIT = 262_144;
const count = z.int().min(0).max(1_000_000);
const Entry = z.strictObject({ who: z.string().min(1).max(64), count, told: count, first: z.int(), last: z.int(), up: z.number().min(0).optional() });
type Entry = z.infer<typeof Entry>;
const Kept = z.strictObject({ format: z.literal('varco-attempts'), v: z.literal(1), entries: z.array(Entry).max(1000) });

const isWrong = (error: unknown): boolean =>
  error instanceof VaultError && (error.code === 'WRONG_PASSWORD' || (error.code === 'WRONG_RECOVERY_CODE' && error.params['reason'] !== 'MISTYPED'));

/**
 * Wrong passwords, counted in a file of the vault's folder so that a new start does not forgive them. The file is not
 * sealed: who may write into the folder can take it away (docs/threat-model.md). Against them stands Argon2id alone.
 */
export class AttemptsBook {
  readonly #dir: string;
  readonly #clock: () => number;
  readonly #uptime: (() => number) | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param uptime milliseconds the computer has been running: nobody can set those ahead; without it the clock alone counts */
  constructor(dir: string, clock: () => number, uptime?: () => number) {
    this.#dir = dir;
    this.#clock = clock;
    this.#uptime = uptime;
  }

  /**
   * Tries a password: counted on the disk before it is tried, so that ending the program saves no try, and taken back
   * unless it was wrong. Tries come one after another.
   * @throws RefusedError session.wait (seconds) before anything is tried; what `attempt` throws; VaultError DISK_FULL, READ_ONLY
   */
  attempt<T>(who: string, attempt: () => Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      const now = this.#clock();
      const up = this.#uptime?.();
      const entries = await this.#read(who);
      const before = entries.find((entry) => entry.who === who);
      const seconds = before === undefined ? 0 : secondsToWait(before, now, up);
      // a clock behind the last try starts the wait anew, once: it must not go on until the clock has caught up
      if (before !== undefined && before.last > now) await this.#write(entries, { ...before, last: now });
      if (seconds > 0) throw new RefusedError({ code: 'session.wait', params: { seconds } });
      await this.#write(entries, { who, count: (before?.count ?? 0) + 1, told: before?.told ?? 0, first: before?.first ?? now, last: now, ...(up === undefined ? {} : { up }) });
      try {
        const result = await attempt();
        await this.#write(entries, before);
        return result;
      } catch (error) {
        if (!isWrong(error)) await this.#write(entries, before).catch(() => undefined);
        throw error;
      }
    };
    const done = this.#queue.then(run);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** After a right password: what failed before is recorded, everybody's, and this one starts afresh. */
  async settle(vault: Vault, who: string): Promise<void> {
    const entries = await this.#read();
    for (const { who: whose, count: all, told, first, last } of entries) {
      if (all <= told) continue;
      await vault.commit([], { action: 'session.failed', details: { user: whose, count: all - told, first: iso(first), last: iso(last) } });
    }
    if (entries.length > 0) await this.#write(entries.filter((entry) => entry.who !== who).map((entry) => ({ ...entry, told: entry.count })));
  }

  get #file(): string {
    return join(this.#dir, 'attempts.json');
  }

  /** What was counted. A file that is there and cannot be read counts as the free tries used up, for whoever tries now. */
  async #read(who?: string): Promise<readonly Entry[]> {
    let bytes: Uint8Array;
    try {
      bytes = await readLimited(this.#file, LIMIT);
    } catch (error) {
      if (error instanceof Error && error.cause !== undefined && (error.cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
      return this.#unreadable(who);
    }
    try {
      return Kept.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).entries;
    } catch {
      return this.#unreadable(who);
    }
  }

  async #unreadable(who: string | undefined): Promise<readonly Entry[]> {
    if (who === undefined) return [];
    const entry = { who, told: 0, ...unreadable(this.#clock()) } satisfies Entry & Attempts;
    await this.#write([entry]);
    return [entry];
  }

  async #write(entries: readonly Entry[], changed?: Entry): Promise<void> {
    const next = changed === undefined ? entries : [...entries.filter((entry) => entry.who !== changed.who), changed];
    if (next.length === 0) return removeFile(this.#file);
    return writeFileAtomic(this.#file, Buffer.from(JSON.stringify({ format: 'varco-attempts', v: 1, entries: [...next] } satisfies z.infer<typeof Kept>)));
  }
}

const iso = (time: number): string => new Date(Math.max(0, Math.min(time, 8.64e15))).toISOString();
