import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BackupMade } from '../../../../shared/contract/backup.ts';
import { isBackupDue, numbersAfterRestore, RESTORE_GAP } from '../../../../shared/domain/backup.ts';
import { createVault, openVault } from '../../vault/vault.ts';
import type { Vault } from '../../vault/types.ts';
import { nextSequence } from '../handover/outgoing.ts';
import { ownService } from '../contacts/own.ts';
import { createWorkplace } from '../office/workplace.ts';
import { RefusedError, workIn, type Work } from '../work.ts';
import { backupStatus, checkBackup, drill, makeBackup, moveAway } from './backup.ts';
import { BackupJobs } from './jobs.ts';
import { restoreWorkplace } from './restore.ts';
import { writeBackup } from './write.ts';

const PASSWORD = 'trei căprioare albastre';
const AT = Date.parse('2026-11-22T08:00:00Z');
const clock = (): number => AT;
const dir = join(mkdtempSync(join(tmpdir(), 'varco-')), 'vault');
const stick = mkdtempSync(join(tmpdir(), 'varco-stick-'));
let userId: string;
let made: BackupMade;

const unlocked = async <T>(act: (work: Work, vault: Vault) => Promise<T>, at = dir): Promise<T> => {
  const vault = await openVault({ dir: at, userId, password: PASSWORD });
  try {
    return await act(workIn(vault, clock), vault);
  } finally {
    await vault.close();
  }
};
const newest = async (vault: Vault, count = 1) => (await vault.audit.read({ limit: count })).map(({ action, details }) => ({ action, details }));

const founded = async (at: string): Promise<Vault> => {
  const input = {
    kind: 'prison',
    serviceName: 'Penitenciarul de probă',
    timeZone: 'Europe/Bucharest',
    documentLanguage: 'ro',
    users: [
      { name: 'Ana', role: 'COORDINATOR', password: PASSWORD },
      { name: 'Dan', role: 'ADMIN', password: `${PASSWORD} 2` },
    ],
  } as const;
  return (await createWorkplace(at, true, { ...input, users: [...input.users] }, clock, createVault)).vault;
};

beforeAll(async () => {
  const vault = await founded(dir);
  userId = vault.user.id;
  made = await makeBackup(workIn(vault, clock), stick);
  await vault.close();
});

describe('making a backup', () => {
  it('writes one file without a name in it, reads it back, and remembers it', async () => {
    expect(readdirSync(stick)).toEqual([made.fileName]);
    expect(made.fileName).toMatch(/^varco-backup-2026-11-22-[0-9a-f]{8}\.varcobackup$/);
    await unlocked(async (work, vault) => {
      expect(await backupStatus(work)).toMatchObject({ last: { at: made.createdAt, bytes: made.bytes, entries: made.entries }, everyDays: 7, due: false });
      expect((await vault.audit.read({ limit: 3 })).map(({ action, details }) => ({ action, details }))).toContainEqual({
        action: 'backup.make',
        details: { bytes: made.bytes, entries: made.entries, digest: made.sha256.slice(0, 16) },
      });
    });
  });

  it('takes another name for a second one, clears away its own unfinished ones, and leaves everything else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'varco-stick-'));
    writeFileSync(join(folder, made.fileName), 'an earlier one');
    writeFileSync(join(folder, `${made.fileName}.part`), 'cut by a power cut');
    writeFileSync(join(folder, 'varco-backup-2026-11-22-00000000.varcobackup.part'), 'another workplace');
    const second = await unlocked((work) => makeBackup(work, folder));
    expect(second.fileName).toBe(made.fileName.replace('.varcobackup', '-2.varcobackup'));
    expect(readdirSync(folder).toSorted()).toEqual([made.fileName, second.fileName, 'varco-backup-2026-11-22-00000000.varcobackup.part'].toSorted());
    expect(readFileSync(join(folder, made.fileName), 'utf8')).toBe('an earlier one');
  });

  it('leaves nothing when it is stopped, when what was written is not what is read, and when the medium is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'varco-stick-'));
    await unlocked(async (work) => {
      const stop = new AbortController();
      await expect(makeBackup(work, folder, { signal: stop.signal, onStep: () => stop.abort() })).rejects.toHaveProperty('name', 'AbortError');
      const pieces: number[] = [];
      const faulty = makeBackup(work, folder, {
        onStep: ({ step, share }) => {
          if (step !== 'write' || pieces.push(share) !== 2) return;
          const part = join(folder, `${made.fileName}.part`);
          const bytes = readFileSync(part);
          bytes[bytes.length - 100]! ^= 1;
          writeFileSync(part, bytes);
        },
      });
      await expect(faulty).rejects.toMatchObject({ code: 'MEDIUM_DIFFERS' });
      await expect(makeBackup(work, join(folder, 'pulled-out'))).rejects.toMatchObject({ code: 'MEDIUM_REMOVED' });
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the workplace locked, not that the medium failed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'varco-stick-'));
    const act = await unlocked(async (work, vault) => {
      const taken = await vault.backups.take();
      await vault.close();
      return writeBackup(taken, folder, work.today).then(
        () => 'written',
        (error: unknown) => (error as { readonly code?: string }).code,
      );
    });
    expect(act).toBe('CLOSED');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('runs one at a time', async () => {
    const jobs = new BackupJobs();
    let end = (): void => undefined;
    const first = jobs.run(undefined, () => new Promise<void>((resolve) => (end = resolve)));
    await expect(jobs.run(undefined, () => Promise.resolve())).rejects.toThrow(RefusedError);
    end();
    await first;
    expect(await jobs.run(undefined, () => Promise.resolve('next'))).toBe('next');
  });

  it('is stopped by whoever looks on, says so once nothing is left, and says what else went wrong as it is', async () => {
    const jobs = new BackupJobs();
    jobs.stop();
    const folder = mkdtempSync(join(tmpdir(), 'varco-stick-'));
    await unlocked(async (work) => {
      const making = jobs.run(undefined, ({ signal }) => makeBackup(work, folder, { signal, onStep: () => jobs.stop() }));
      await expect(making).rejects.toMatchObject({ refusal: { code: 'backup.stopped' } });
      expect(readdirSync(folder)).toEqual([]);
      const failing = jobs.run(undefined, ({ signal }) => {
        jobs.stop();
        return makeBackup(work, join(folder, 'pulled-out'), { signal });
      });
      await expect(failing).rejects.toMatchObject({ code: 'MEDIUM_REMOVED' });
      const ended = new AbortController();
      const gone = jobs.run(ended.signal, ({ signal }) => makeBackup(work, folder, { signal, onStep: () => ended.abort() }));
      await expect(gone).rejects.toHaveProperty('name', 'AbortError');
    });
  });
});

it('asks for a backup when the last one, or the founding, is longer ago than agreed', () => {
  const age = { since: '2026-11-15', ever: true, everyDays: 7 };
  expect(isBackupDue(age, '2026-11-22')).toBe(false);
  expect(isBackupDue(age, '2026-11-23')).toBe(true);
  expect(isBackupDue({ ...age, everyDays: 1 }, '2026-11-17')).toBe(true);
});

it('says of a file what it is: whole, and what was done since; or what is wrong', async () => {
  const spoilt = join(mkdtempSync(join(tmpdir(), 'varco-')), 'x.varcobackup');
  writeFileSync(spoilt, readFileSync(join(stick, made.fileName)).subarray(0, made.bytes - 10));
  const other = await founded(join(mkdtempSync(join(tmpdir(), 'varco-')), 'other'));
  const foreign = await makeBackup(workIn(other, clock), stick);
  await other.close();
  await unlocked(async (work, vault) => {
    const found = await checkBackup(work, join(stick, made.fileName));
    expect(found).toMatchObject({ state: 'WHOLE', createdAt: made.createdAt });
    expect(found.state === 'WHOLE' && found.behind).toBeGreaterThan(0);
    expect(await checkBackup(work, spoilt)).toEqual({ state: 'FAULT', fault: 'BACKUP_CUT' });
    expect(await newest(vault)).toEqual([{ action: 'backup.check', details: { state: 'FAULT', fault: 'BACKUP_CUT' } }]);
    expect(await checkBackup(work, join(stick, foreign.fileName))).toEqual({ state: 'OTHER', createdAt: foreign.createdAt, bytes: foreign.bytes, purpose: 'keep' });
    await expect(drill(work, join(stick, foreign.fileName), { userId, password: PASSWORD })).rejects.toMatchObject({ code: 'BACKUP_OTHER' });
    await expect(checkBackup(work, join(stick, 'none'))).rejects.toMatchObject({ code: 'MEDIUM_REMOVED' });
  });
});

it('holds a drill and records what it found', async () => {
  await unlocked(async (work, vault) => {
    const found = await drill(work, join(stick, made.fileName), { userId, password: PASSWORD });
    expect(found).toMatchObject({ intact: true, damaged: 0, entries: made.entries, documents: found.live, cases: true });
    expect(found.documents).toBeGreaterThan(2);
    expect((await newest(vault))[0]).toMatchObject({ action: 'backup.drill', details: { intact: true, damaged: 0 } });
    await expect(drill(work, join(stick, made.fileName), { userId, password: 'nu este aceasta' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await newest(vault)).toEqual([{ action: 'backup.drill', details: { fault: 'WRONG_PASSWORD' } }]);
  });
});

it('restores a workplace that says so, and never uses a number twice', async () => {
  const place = join(mkdtempSync(join(tmpdir(), 'varco-')), 'vault');
  await expect(restoreWorkplace(join(stick, made.fileName), place, { userId, password: PASSWORD }, false, clock)).rejects.toMatchObject({ refusal: { code: 'backup.demoInLive' } });
  const weak = restoreWorkplace(join(stick, made.fileName), place, { userId, code: 'AAAA', newPassword: 'scurt' }, true, clock);
  await expect(weak).rejects.toMatchObject({ refusal: { code: 'password.tooShort' } });
  await restoreWorkplace(join(stick, made.fileName), place, { userId, password: PASSWORD }, true, clock);
  await expect(restoreWorkplace(join(stick, made.fileName), place, { userId, password: PASSWORD }, true, clock)).rejects.toMatchObject({ name: 'VaultError', code: 'EXISTS' });
  await unlocked(async (work, vault) => {
    expect(await newest(vault)).toEqual([{ action: 'vault.restore', details: { backupAt: made.createdAt, entries: made.entries, intact: true } }]);
    expect(nextSequence(await ownService(work), 'a partner never sealed to')).toBe(RESTORE_GAP + 1);
    expect(await backupStatus(work)).toMatchObject({ last: { at: made.createdAt } });
  }, place);
  expect(numbersAfterRestore({ sequences: { a: 7 }, sequencesFrom: 1000 })).toEqual({ sequences: { a: 1007 }, sequencesFrom: 2000 });
});

it('moves away only when the backup is whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-stick-'));
  await unlocked(async (work) => {
    await expect(moveAway(work, join(folder, 'pulled-out'))).rejects.toMatchObject({ code: 'MEDIUM_REMOVED' });
    mkdirSync(join(folder, 'stick'));
    await moveAway(work, join(folder, 'stick'));
  });
  await expect(openVault({ dir, userId, password: PASSWORD })).rejects.toMatchObject({ code: 'MOVED' });
});
