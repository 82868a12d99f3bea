import type { SettingsView } from '../../../../shared/contract/settings.ts';
import type { Settings } from '../../../../shared/domain/office.ts';
import type { Jurisdiction } from '../../../../shared/domain/jurisdiction.ts';
import { DEFAULT_BACKUP_DAYS, DEFAULT_IDLE_MINUTES } from '../../../../shared/domain/settings.ts';
import { jurisdictions } from '../../../../shared/jurisdictions/index.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, save, type Work } from '../work.ts';

/** The document of the settings, if there is one. */
export const storedSettings = async (work: Pick<Work, 'vault'>): Promise<Stored<Settings> | undefined> => (await find(work.vault, 'office', 'settings', { selector: {} }))[0];

/** The rules of the country this workplace is in; general ones where none is set. */
export const jurisdictionOf = async (work: Work): Promise<Jurisdiction> => jurisdictions.of((await storedSettings(work))?.jurisdiction);

/** What holds in this workplace: what was set, or the usual. */
export const viewSettings = async (work: Work): Promise<SettingsView> => {
  const found = await storedSettings(work);
  return {
    defaultDocumentLanguage: found?.defaultDocumentLanguage ?? 'en',
    jurisdiction: jurisdictions.of(found?.jurisdiction).code,
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
