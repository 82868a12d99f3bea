import { uptime } from 'node:os';
import type { ClockFault, ClockWarning } from '../../../../shared/domain/clock.ts';
import { clockFault, type Vouched } from '../../../../shared/domain/clock-rules.ts';
import { VaultError, type Stored, type Vault } from '../../vault/types.ts';
import { find } from '../query.ts';
import { created, workIn } from '../work.ts';

/** Milliseconds since the computer was started; a clock set by somebody does not move it, and a sleeping computer counts. */
export const sinceStart = (): number => uptime() * 1000;

interface Clocks {
  /** milliseconds since 1970 */
  readonly clock: () => number;
  /** milliseconds since some moment in the past */
  readonly uptime: () => number;
}

const iso = (time: number): string => new Date(time).toISOString();

/** The newest entry of the trail; nothing to compare with when there is none, or it does not open. */
const newestEntry = async (vault: Vault): Promise<number | undefined> => {
  const [newest] = await vault.audit.read({ limit: 1 }).catch(() => []);
  return newest === undefined ? undefined : Date.parse(newest.at);
};

const standingWarning = async (vault: Vault): Promise<Stored<ClockWarning> | undefined> => (await find(vault, 'office', 'clockWarning', { selector: {}, limit: 1 }))[0];

/**
 * Follows the computer's clock for as long as a vault is unlocked. It is compared with the record at the unlock, and
 * afterwards with the time that really passed; every change of mind is recorded.
 */
export class ClockWatch {
  readonly #vault: Vault;
  readonly #clocks: Clocks;
  #standing: ClockFault | undefined;
  #vouched: Vouched & { readonly since: number };
  readonly #start: { readonly time: number; readonly since: number };
  #recording: Promise<void> = Promise.resolve();
  /** what the kept warning says */
  #recorded: ClockFault | undefined;

  private constructor(vault: Vault, clocks: Clocks, before: Stored<ClockWarning> | undefined, newest: number | undefined) {
    this.#vault = vault;
    this.#clocks = clocks;
    this.#start = { time: clocks.clock(), since: clocks.uptime() };
    this.#standing = before?.fault;
    this.#recorded = before?.fault;
    const time = before === undefined ? newest : Date.parse(before.known);
    this.#vouched = { time: time ?? this.#start.time, exact: time === undefined, since: this.#start.since };
    this.#judge();
  }

  /** Before anything else is written into an opened vault: an entry made now would hide what the one before it says. */
  static async begin(vault: Vault, clocks: Clocks): Promise<ClockWatch> {
    return new ClockWatch(vault, clocks, await standingWarning(vault), await newestEntry(vault));
  }

  /** What is wrong with the clock, as of the last look. */
  get fault(): ClockFault | undefined {
    return this.#standing;
  }

  /** A time that has come, whatever the clock says: milliseconds since 1970. */
  get atLeast(): number {
    return this.#vouched.time + this.#clocks.uptime() - this.#vouched.since;
  }

  /** Looks at the clock, and records when it is believed no longer, or again. A record that cannot be made is tried again at the next look. */
  async look(): Promise<void> {
    this.#judge();
    if (this.#standing === this.#recorded) return;
    this.#recording = this.#recording.then(() => this.#record()).catch((error: unknown) => {
      if (!(error instanceof VaultError)) throw error;
    });
    await this.#recording;
  }

  /** Somebody compared it with another clock: from now on it is believed. */
  async confirm(): Promise<void> {
    this.#judge();
    const fault = this.#standing;
    if (fault === undefined) return;
    await this.#recording;
    await this.#write(undefined, { action: 'clock.confirmed', details: { fault } });
    this.#believe();
  }

  #judge(): void {
    const now = this.#clocks.clock();
    const passed = this.#clocks.uptime() - this.#vouched.since;
    const moved = now - this.#start.time - (this.#clocks.uptime() - this.#start.since);
    const { time, exact } = this.#vouched;
    this.#standing = clockFault(now, { time: time + passed, exact }, this.#standing, moved);
    if (this.#standing === undefined && !exact) this.#believe();
  }

  #believe(): void {
    this.#standing = undefined;
    this.#vouched = { time: this.#clocks.clock(), exact: true, since: this.#clocks.uptime() };
  }

  async #record(): Promise<void> {
    const fault = this.#standing;
    if (fault === this.#recorded) return;
    const known = this.atLeast;
    const found = this.#clocks.clock();
    const details = { seconds: Math.round((found - known) / 1000), from: iso(known), to: iso(found) };
    const action = fault === undefined ? 'clock.rightAgain' : fault === 'SET_BACK' ? 'clock.setBack' : 'clock.jumped';
    await this.#write(fault === undefined ? undefined : { fault, known: iso(known), found: iso(found) }, { action, ...(fault === undefined ? {} : { details }) });
  }

  async #write(warning: Pick<ClockWarning, 'fault' | 'known' | 'found'> | undefined, audit: Parameters<Vault['commit']>[1]): Promise<void> {
    const before = await standingWarning(this.#vault);
    const work = workIn(this.#vault, this.#clocks.clock);
    const changes =
      warning === undefined
        ? before === undefined ? [] : [{ op: 'remove' as const, collection: 'office' as const, id: before.id, _rev: before._rev }]
        : [{ op: 'put' as const, collection: 'office' as const, doc: { ...created(work), ...before, type: 'clockWarning' as const, ...warning } }]; // prettier-ignore
    await this.#vault.commit(changes, audit);
    this.#recorded = warning?.fault;
  }
}
