import { rm } from 'node:fs/promises';
import type { BackupLook, CreateWorkplace, SessionStatus } from '../../shared/contract/session.ts';
import type { LockReason } from '../../shared/domain/audit.ts';
import { may, Permission } from '../../shared/domain/permissions.ts';
import { mayWith, type Caseload } from '../../shared/domain/scope.ts';
import type { CoreStart } from './host-messages.ts';
import { restoreWorkplace, type RestoreOpening } from './services/backup/restore.ts';
import type { WriteOptions } from './services/backup/write.ts';
import { ClockWatch, sinceStart } from './services/clock/clock-watch.ts';
import { civilDateAt, newId, RefusedError, workIn, type Work } from './services/work.ts';
import { createWorkplace } from './services/office/workplace.ts';
import { DEFAULT_IDLE_MINUTES } from '../../shared/domain/settings.ts';
import { viewSettings } from './services/settings/settings.ts';
import { ScopedVault } from './vault/scoped-vault.ts';
import { readError } from './envelope/medium-errors.ts';
import { peekBackup } from './vault/backup/peek.ts';
import { createVault, openVault, openVaultWithRecovery, peekVault, takeVaultBack } from './vault/vault.ts';
import { refuseWeak } from './services/office/weak-password.ts';
import { AttemptsBook, RECOVERY_CODE } from './attempts.ts';
import { RecoveryCode } from './recovery.ts';
import { caseloadIn, dayAt, enterVault, leaveVault, mayEnter } from './entering.ts';
import { readKeyFile } from './key-file.ts';
import { changePassword, dropKeyFile, makeKeyFile } from './own-password.ts';
import type { PasswordOpening } from './vault/keys.ts';
import { VaultError, type Vault } from './vault/types.ts';

export interface SessionOptions extends CoreStart {
  readonly onSession?: (unlocked: boolean, idleMinutes: number) => void;
  /** milliseconds since 1970; tests and told demonstrations set their own, which is then not watched */
  readonly clock?: () => number;
  /** milliseconds that really passed since some moment; without it since the computer was started */
  readonly uptime?: () => number;
}

/** Who is unlocked at this workplace, if anybody. One vault, one user at a time. */
export class Session {
  readonly #options: SessionOptions;
  readonly #clock: () => number;
  readonly #attempts: AttemptsBook;
  #vault: Vault | undefined;
  #watch: ClockWatch | undefined;
  /** the vault as the present caseload sees it */
  #view: { readonly caseload: string; readonly vault: Vault } | undefined;
  #entering = false;
  #idleMinutes = DEFAULT_IDLE_MINUTES;
  /** how often it was locked: tells an unlocking that a lock overtook it */
  #locks = 0;
  readonly #recovery = new RecoveryCode();
  /** the backup file somebody looked at on the first run */
  #look: { readonly id: string; readonly path: string } | undefined;
  #passwordGiven = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#clock = options.clock ?? ((): number => Date.now());
    this.#attempts = new AttemptsBook(options.vaultDir, this.#clock, options.uptime ?? (options.clock === undefined ? sinceStart : undefined));
  }

  /**
   * The open vault as whoever is unlocked sees it: whole, or only the people in their scope. The same object until their
   * caseload changes, which it may over midnight. @throws Error when locked; the router answers LOCKED before that
   */
  get vault(): Vault {
    const whole = this.#vault;
    if (whole === undefined) throw new Error('locked');
    const caseload = this.caseload;
    if (caseload.scope === 'FACILITY') return this.#see('', whole, () => whole);
    return this.#see(JSON.stringify(caseload), whole, () => new ScopedVault(whole, caseload));
  }

  #see(caseload: string, whole: Vault, make: () => Vault): Vault {
    if (this.#view?.caseload === caseload) return this.#view.vault;
    if (this.#view?.vault instanceof ScopedVault) this.#view.vault.release();
    const vault = caseload === '' ? whole : make();
    this.#view = { caseload, vault };
    return vault;
  }

  /** Whose cases the one who is unlocked sees today. */
  get caseload(): Caseload {
    const vault = this.#vault;
    if (vault === undefined) return { scope: 'FACILITY', users: [], units: [] };
    return caseloadIn(vault, dayAt(vault, this.#watch, this.#clock));
  }

  get openVault(): Vault | undefined {
    return this.#vault;
  }

  /** Somebody else chose the password of the one who unlocked: until it is replaced nothing else is done. */
  get passwordGiven(): boolean {
    return this.#passwordGiven;
  }

  /** The work of one act now. */
  work(): Work {
    const fault = this.#watch?.fault;
    return { ...workIn(this.vault, this.#clock), ...(fault === undefined ? {} : { clockFault: fault }) };
  }

  /** Follows the computer's clock while somebody is unlocked. */
  get watch(): ClockWatch | undefined {
    return this.#watch;
  }

  async status(): Promise<SessionStatus> {
    const peek = await peekVault(this.#options.vaultDir);
    const user = this.#vault?.user;
    const recovery = await this.#recovery.standing(this.#vault);
    const info = this.#vault?.info ?? peek.info;
    return {
      state: user !== undefined ? 'open' : peek.exists ? 'locked' : 'none',
      ...(info === undefined
        ? {}
        : { workplace: { kind: info.kind, serviceName: info.serviceName, timeZone: info.timeZone, demo: info.demo } }),
      users: [...peek.users],
      former: this.#vault?.members().filter(({ active }) => !active).map(({ id, name }) => ({ id, name })) ?? [],
      ...(peek.movedAt === undefined ? {} : { movedAt: peek.movedAt }),
      ...(user === undefined
        ? {}
        : {
            user: {
              id: user.id,
              name: user.name,
              roles: [...user.roles],
              passwordGiven: this.#passwordGiven,
              permissions: Permission.options.filter((permission) => mayWith(user.roles, this.caseload, permission)),
              scope: this.caseload.scope,
            },
          }),
      recoveryPending: recovery === 'SHOWN',
      recoveryLost: recovery === 'LOST' && user?.holdsCaseKey === true && mayWith(user.roles, this.caseload, 'settings.write'),
      program: {
        version: this.#options.version,
        runtime: this.#options.runtime.electron,
        development: this.#options.runtime.origin === 'development',
      },
      today: civilDateAt(new Date(this.#clock()), info?.timeZone ?? 'UTC'),
    };
  }

  /** First run. The one who creates the workplace is unlocked as its first user. */
  async create(input: CreateWorkplace): Promise<{ recoveryCode: string }> {
    let recoveryCode = '';
    await this.#enter(async () => {
      const made = await createWorkplace(this.#options.vaultDir, this.#options.demo, input, this.#clock, createVault);
      recoveryCode = made.recoveryCode;
      return made.vault;
    });
    this.#recovery.show(recoveryCode);
    return { recoveryCode };
  }

  /** The code that was just made while it was not yet confirmed as kept. @throws RefusedError recovery.alreadyKept */
  get recoveryCode(): string {
    return this.#recovery.shown;
  }

  /** @throws as `RecoveryCode.confirm` */
  confirmRecovery(lastGroup: string): Promise<void> {
    return this.#recovery.confirm(this.work(), lastGroup);
  }

  /** @throws as `RecoveryCode.renew` */
  async newRecoveryCode(password: string): Promise<{ recoveryCode: string }> {
    return { recoveryCode: await this.#recovery.renew(this.#attempts, this.vault, password) };
  }

  /** @param keyFile path of the file chosen, for a user whose password does not suffice */
  async unlock(userId: string, password: string, keyFile?: string): Promise<SessionStatus> {
    const dir = this.#options.vaultDir;
    const open = async (): Promise<Vault> => openVault({ dir, userId, password, ...(keyFile === undefined ? {} : { keyFile: await readKeyFile(keyFile) }) });
    await this.#enter(() => this.#tried(userId, open), { action: 'session.unlock', who: userId });
    return this.status();
  }

  async recover(code: string, userId: string, newPassword: string): Promise<SessionStatus> {
    const dir = this.#options.vaultDir;
    await refuseWeak(newPassword, await this.#names());
    await this.#enter(() => this.#attempts.attempt(RECOVERY_CODE, () => openVaultWithRecovery({ dir, code, userId, newPassword })), {
      action: 'session.recover',
      who: RECOVERY_CODE,
    });
    return this.status();
  }

  /** A new password for the one who unlocked. @throws as `own-password.ts` */
  async changePassword(current: string, next: string): Promise<SessionStatus> {
    await changePassword(this.#attempts, this.work(), current, next, await this.#names());
    this.#passwordGiven = false;
    return this.status();
  }

  makeKeyFile(path: string, password: string): Promise<{ name: string }> {
    return makeKeyFile(this.#attempts, this.vault, path, password);
  }

  dropKeyFile(password: string): Promise<void> {
    return dropKeyFile(this.#attempts, this.vault, password);
  }

  /**
   * What a backup says of itself, on a computer without a vault.
   * @throws RefusedError where there is one; VaultError BACKUP_…; EnvelopeError when the file cannot be read
   */
  async lookAtBackup(path: string): Promise<BackupLook> {
    await this.#mustBeEmpty();
    try {
      const { createdAt, bytes, info, users } = await peekBackup(path);
      if (info.demo !== this.#options.demo) throw new RefusedError({ code: info.demo ? 'backup.demoInLive' : 'backup.liveInDemo' });
      const id = newId();
      this.#look = { id, path };
      return { lookId: id, createdAt, bytes, workplace: { kind: info.kind, serviceName: info.serviceName, timeZone: info.timeZone }, users: [...users] };
    } catch (error) {
      throw error instanceof VaultError ? error : readError(error);
    }
  }

  /** Restores the backup that was looked at, and unlocks it. @throws as `restoreWorkplace` */
  async restore(lookId: string, opening: RestoreOpening, options: WriteOptions): Promise<SessionStatus> {
    const look = this.#look;
    if (look?.id !== lookId) throw new RefusedError({ code: 'file.chooseAgain' });
    await this.#mustBeEmpty();
    const { vaultDir, demo } = this.#options;
    await this.#enter(async () => {
      await restoreWorkplace(look.path, vaultDir, opening, demo, this.#clock, options);
      // with a code the key file is asked for no more
      return openVault({ dir: vaultDir, ...('password' in opening ? opening : { userId: opening.userId, password: opening.newPassword }) });
    }, { action: 'session.unlock', who: opening.userId });
    this.#look = undefined;
    return this.status();
  }

  /** A workplace that was moved goes on here after all. */
  async takeBack(opening: PasswordOpening): Promise<SessionStatus> {
    const dir = this.#options.vaultDir;
    const { userId } = opening;
    await this.#enter(() => this.#tried(userId, () => takeVaultBack({ dir, ...opening }, (vault) => this.#mayTakeBack(vault))), { action: 'session.unlock', who: userId });
    return this.status();
  }

  /** Who may move a workplace away may take it back: otherwise two of them would be worked in. Asked before it works again. */
  async #mayTakeBack(vault: Vault): Promise<void> {
    if (!may(vault.user.roles, 'backup.make')) {
      await vault.commit([], { action: 'refused', details: { procedure: 'session.takeBack' } });
      throw new RefusedError({ code: 'backup.takeBackNotYours' });
    }
    const { clock, uptime = sinceStart } = this.#options;
    const watch = clock === undefined ? await ClockWatch.begin(vault, { clock: this.#clock, uptime }) : undefined;
    await mayEnter(vault, dayAt(vault, watch, this.#clock));
  }

  async #mustBeEmpty(): Promise<void> {
    if ((await peekVault(this.#options.vaultDir)).exists) throw new RefusedError({ code: 'backup.vaultHere' });
  }

  /** Deletes a demo vault whole. The program must have been started as a demonstration: the file's word is not enough. @throws RefusedError for a live one */
  async wipeDemo(): Promise<void> {
    const peek = await peekVault(this.#options.vaultDir);
    if (!this.#options.demo || peek.info?.demo !== true) throw new RefusedError({ code: 'demo.notADemo' });
    await this.close();
    await rm(this.#options.vaultDir, { recursive: true, force: true });
  }

  /** Minutes without a key or click until the workplace locks itself, from now on. */
  idleAfter(minutes: number): void {
    this.#idleMinutes = minutes;
    this.#options.onSession?.(true, minutes);
  }

  /**
   * Ends the session: recorded with its reason, keys wiped, store closed. Idempotent. A disk that takes no entry any more
   * keeps nobody's keys in memory.
   */
  async close(by: LockReason = 'PROGRAM'): Promise<void> {
    const vault = this.#vault;
    const watch = this.#watch;
    this.#locks += 1;
    this.#vault = undefined;
    this.#watch = undefined;
    this.#view = undefined;
    this.#recovery.forget();
    this.#passwordGiven = false;
    if (vault !== undefined) await leaveVault(vault, watch, by);
    this.#options.onSession?.(false, this.#idleMinutes);
  }

  /**
   * Opens a vault and records it; only then anybody is unlocked. One at a time, and a lock in between wins.
   * @throws RefusedError when somebody is unlocked or just unlocking; VaultError as the vault says, CLOSED when it was locked meanwhile
   */
  async #enter(open: () => Promise<Vault>, entry?: { readonly action: 'session.unlock' | 'session.recover'; readonly who: string }): Promise<void> {
    if (this.#vault !== undefined || this.#entering) throw new RefusedError({ code: 'session.alreadyOpen' });
    this.#entering = true;
    const locks = this.#locks;
    try {
      const vault = await open();
      try {
        const { watch, passwordGiven } = await enterVault(vault, {
          attempts: this.#attempts,
          clock: this.#clock,
          uptime: this.#options.uptime,
          watched: this.#options.clock === undefined,
          who: entry?.who ?? vault.user.id,
          ...(entry === undefined ? {} : { entry: { action: entry.action } }),
        });
        this.#idleMinutes = (await viewSettings(workIn(vault, this.#clock))).idleMinutes;
        if (locks !== this.#locks) throw new VaultError('CLOSED');
        this.#watch = watch;
        this.#passwordGiven = passwordGiven;
      } catch (error) {
        await vault.close();
        throw error;
      }
      this.#vault = vault;
    } finally {
      this.#entering = false;
    }
    this.#options.onSession?.(true, this.#idleMinutes);
  }

  /** A try that counts. Of somebody who is no user nothing is counted: the page could fill the book with them. */
  async #tried(userId: string, open: () => Promise<Vault>): Promise<Vault> {
    const known = (await peekVault(this.#options.vaultDir)).users.some((user) => user.id === userId);
    return known ? this.#attempts.attempt(userId, open) : open();
  }

  /** What a password must not be made of. */
  async #names(): Promise<string[]> {
    const { info, users } = await peekVault(this.#options.vaultDir);
    return [info?.serviceName ?? '', ...users.map((user) => user.name)];
  }
}
