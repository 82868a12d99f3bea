import type { SettingsView } from '../../../../shared/contract/settings.ts';
import type { Settings } from '../../../../shared/domain/office.ts';
import { DEFAULT_BACKUP_DAYS, DEFAULT_IDLE_MINUTES } from '../../../../shared/domain/settings.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, save, type Work } from '../work.ts';

/** The document of the settings, if there is one. */
export const storedSettings = async (work: Pick<Work, 'vault'>): Promise<Stored<Settings> | undefined> => (await find(work.vault, 'office', 'settings', { selector: {} }))[0];

/** What holds in this workplace: what was set, or the usual. */
export const viewSettings = async (work: Work): Promise<SettingsView> => {
  const found = await storedSettings(work);
  return {
    defaultDocumentLanguage: found?.defaultDocumentLanguage ?? 'en',
    jurisdiction: found?.jurisdiction ?? 'GENERAL',
    idleMinutes: found?.idleMinutes ?? DEFAULT_IDLE_MINUTES,
    backupEveryDays: found?.backupEveryDays ?? DEFAULT_BACKUP_DAYS,
  };
};

/** Sets all of them. The caller sees to it that the minutes hold at once. */
export const changeSettings = async (work: Work, next: SettingsView): Promise<void> => {
  const found = await storedSettings(work);
  const doc = found === undefined ? { ...created(work), type: 'settings' as const, ...next } : changed(work, { ...found, ...next });
  await save(work, [{ op: 'put', collection: 'office', doc }], { action: 'settings.change', details: { idleMinutes: next.idleMinutes, backupEveryDays: next.backupEveryDays, jurisdiction: next.jurisdiction } });
};
