/** What stands between an opened vault and somebody working in it: the same for a window and for the command line. */
import type { LockReason } from '../../shared/domain/audit.ts';
import type { CivilDate } from '../../shared/domain/dates.ts';
import { caseloadOf, type Caseload } from '../../shared/domain/scope.ts';
import type { AttemptsBook } from './attempts.ts';
import { ClockWatch, sinceStart } from './services/clock/clock-watch.ts';
import { scopedUsers } from './services/office/scoped-users.ts';
import { mendUsers } from './services/users/mend.ts';
import { civilDateAt, RefusedError, workIn } from './services/work.ts';
import type { AuditEvent, Vault } from './vault/types.ts';

export interface Clocks {
  /** milliseconds since 1970 */
  readonly clock: () => number;
  /** milliseconds that really passed since some moment; without it since the computer was started */
  readonly uptime?: (() => number) | undefined;
}

export interface Entry extends Clocks {
  readonly attempts: AttemptsBook;
  /** what is recorded; undefined for the one who founded the workplace, who is asked nothing */
  readonly entry?: (AuditEvent & { readonly action: 'session.unlock' | 'session.recover' }) | undefined;
  /** whose wrong passwords are forgiven now */
  readonly who: string;
  /** whether the clock is watched; a told one is not */
  readonly watched: boolean;
}

export interface Entered {
  readonly watch: ClockWatch | undefined;
  /** somebody else chose the password */
  readonly passwordGiven: boolean;
}

/**
 * The civil day for what somebody may do. A clock set behind the record makes nothing allowed again that was over: a last
 * day, the days of a deputy.
 */
export const dayAt = (vault: Vault, watch: Pick<ClockWatch, 'atLeast'> | undefined, clock: () => number): CivilDate =>
  civilDateAt(new Date(Math.max(clock(), watch?.atLeast ?? 0)), vault.info.timeZone);

/** Whether the office still lets this user in, and whether somebody else chose their password. @throws RefusedError session.expired, which is recorded */
export const mayEnter = async (vault: Vault, today: CivilDate): Promise<boolean> => {
  const own = await vault.get('office', vault.user.id);
  if (own?.type !== 'user') return false;
  if (own.until !== undefined && own.until < today) {
    await vault.commit([], { action: 'session.expired' });
    throw new RefusedError({ code: 'session.expired' });
  }
  return own.passwordGiven === true;
};

/**
 * Lets in whoever opened the vault, and records it. The caller closes the vault when this throws.
 * @throws RefusedError session.expired; VaultError DISK_FULL, READ_ONLY
 */
export const enterVault = async (vault: Vault, { attempts, entry, who, clock, uptime, watched }: Entry): Promise<Entered> => {
  const watch = watched ? await ClockWatch.begin(vault, { clock, uptime: uptime ?? sinceStart }) : undefined;
  const record = async (): Promise<void> => {
    if (entry === undefined) return;
    await vault.commit([], entry);
    await attempts.settle(vault, who);
  };
  // the code has replaced a password already: that stands in the trail also when nobody is let in
  if (entry?.action === 'session.recover') await record();
  await mendUsers(workIn(vault, clock), vault);
  const passwordGiven = entry === undefined ? false : await mayEnter(vault, dayAt(vault, watch, clock));
  if (entry?.action === 'session.unlock') await record();
  await watch?.look();
  return { watch, passwordGiven };
};

/** Whose cases whoever opened the vault sees on a day. */
export const caseloadIn = (vault: Vault, today: CivilDate): Caseload => caseloadOf(vault.user.id, scopedUsers(vault), today);

/** Records that the work is over, and why, wipes the keys and closes. A disk that takes no entry any more keeps nobody's keys in memory. */
export const leaveVault = async (vault: Vault, watch: ClockWatch | undefined, by: LockReason, details: AuditEvent['details'] = {}): Promise<void> => {
  // the entry of the lock would hide from the next unlock that the clock was moved since the last act
  await watch?.look().catch(() => undefined);
  await vault.commit([], { action: 'session.lock', details: { by, ...details } }).catch(() => undefined);
  await vault.close();
};
