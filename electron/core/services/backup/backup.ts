import type { BackupMade, BackupStatus, CheckFound, DrillView } from '../../../../shared/contract/backup.ts';
import { isBackupDue } from '../../../../shared/domain/backup.ts';
import type { Settings } from '../../../../shared/domain/office.ts';
import { DEFAULT_BACKUP_DAYS } from '../../../../shared/domain/settings.ts';
import { readError } from '../../envelope/medium-errors.ts';
import type { DrillOpening } from '../../vault/backup/drill.ts';
import type { Taken } from '../../vault/backup/take.ts';
import { VaultError, type Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, civilDateAt, save, type Work } from '../work.ts';
import { writeBackup, type WriteOptions, type WrittenBackup } from './write.ts';

const settingsOf = async (work: Work): Promise<Stored<Settings> | undefined> => (await find(work.vault, 'office', 'settings', { selector: {}, limit: 1 }))[0];

/** When the last backup was made, and whether one is due. A demonstration is never asked for one: it holds nobody. */
export const backupStatus = async (work: Work): Promise<BackupStatus> => {
  const settings = await settingsOf(work);
  const last = settings?.lastBackup;
  const everyDays = settings?.backupEveryDays ?? DEFAULT_BACKUP_DAYS;
  const since = civilDateAt(new Date(last?.at ?? work.vault.info.createdAt), work.vault.info.timeZone);
  const age = { since, ever: last !== undefined, everyDays };
  return { ...(last === undefined ? {} : { last }), since, everyDays, due: !work.vault.info.demo && isBackupDue(age, work.today) };
};

const DIGEST_CHARS = 16;
const madeOf = ({ start, entries }: Taken, { fileName, bytes, sha256 }: WrittenBackup): BackupMade => ({ fileName, bytes, sha256, entries, createdAt: start.createdAt });
const detailsOf = ({ bytes, entries, sha256 }: BackupMade) => ({ bytes, entries, digest: sha256.slice(0, DIGEST_CHARS) });

/**
 * Writes a backup into a folder, reads it back whole, and remembers it.
 * @throws EnvelopeError MEDIUM_…; an AbortError: nothing stands under the final name then
 */
export const makeBackup = async (work: Work, folder: string, options: WriteOptions = {}): Promise<BackupMade> => {
  const taken = await work.vault.backups.take();
  const made = madeOf(taken, await writeBackup(taken, folder, work.today, options));
  const settings = await settingsOf(work);
  const lastBackup = { at: made.createdAt, bytes: made.bytes, entries: made.entries };
  await save(work, settings === undefined ? [] : [{ op: 'put', collection: 'office', doc: changed(work, { ...settings, lastBackup }) }], {
    action: 'backup.make',
    details: detailsOf(made),
  });
  return made;
};

/**
 * The last backup of a workplace that goes on elsewhere: this vault is marked as moved once it is written and read back,
 * and is to be closed then. Both copies record it, because it is recorded before.
 * @throws as `makeBackup`: nothing has moved then
 */
export const moveAway = (work: Work, folder: string, options: WriteOptions = {}): Promise<BackupMade> =>
  work.vault.backups.move({ begun: { action: 'backup.move' }, failed: { action: 'backup.moveFailed' } }, async (taken) =>
    madeOf(taken, await writeBackup(taken, folder, work.today, options)),
  );

/** Whether a file is a whole backup of this vault. What is wrong with it is an answer, not an error. */
export const checkBackup = async (work: Work, path: string, { signal, onStep }: WriteOptions = {}): Promise<CheckFound> => {
  let found: CheckFound;
  try {
    const checked = await work.vault.backups.check(path, { signal, onProgress: (share) => onStep?.({ step: 'read', share }) });
    const { createdAt, bytes, purpose } = checked;
    found = checked.ours ? { state: 'WHOLE', createdAt, bytes, purpose, behind: checked.behind } : { state: 'OTHER', createdAt, bytes, purpose };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error instanceof VaultError ? error : readError(error);
    found = { state: 'FAULT', fault };
  }
  await save(work, [], { action: 'backup.check', details: { state: found.state, ...(found.state === 'FAULT' ? { fault: found.fault } : {}) } });
  return found;
};

/** Codes of the vault that say something about the file. */
const faultOf = (error: unknown): string | undefined => (error instanceof VaultError && /^(?:BACKUP_|TOO_NEW$|KEYRING_CHANGED$)/.test(error.code) ? error.code : undefined);

/**
 * Restores a backup of this vault into a folder of its own, reads all of it, removes it and records the result.
 * @throws VaultError as a restore would
 */
export const drill = async (work: Work, path: string, opening: DrillOpening, { signal, onStep }: WriteOptions = {}): Promise<DrillView> => {
  const found = await work.vault.backups
    .drill(path, opening, { signal, onProgress: (share) => onStep?.({ step: 'drill', share }) })
    .catch(async (error: unknown) => {
      if (!(error instanceof VaultError)) throw readError(error);
      // a backup is a place to try passwords and codes of others: each try stands in the trail
      await save(work, [], { action: 'backup.drill', details: { fault: error.code } });
      throw error;
    });
  const { verdict, damaged, documents, live, createdAt, bytes } = found;
  const both = (['office', 'case'] as const).filter((keyClass) => documents[keyClass] !== undefined && live.documents[keyClass] !== undefined);
  const sum = (counts: typeof documents): number => both.reduce((total, keyClass) => total + (counts[keyClass] ?? 0), 0);
  const view: DrillView = {
    createdAt,
    bytes,
    intact: verdict.intact,
    documents: sum(documents),
    live: sum(live.documents),
    damaged,
    entries: verdict.entries,
    behind: live.entries - verdict.entries,
    cases: both.includes('case'),
  };
  await save(work, [], { action: 'backup.drill', details: { intact: view.intact, documents: view.documents, damaged, entries: view.entries } });
  return view;
};
