import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Settings } from '../domain/office.ts';
import { procedure } from './base.ts';

/** What is set for the whole workplace, each with the value that holds where nothing was set. */
export const SettingsView = Settings.pick({ defaultDocumentLanguage: true, jurisdiction: true, idleMinutes: true, backupEveryDays: true }).required();
export type SettingsView = z.infer<typeof SettingsView>;

export const settings = {
  get: procedure.output(eventIterator(SettingsView)),
  /** Holds at once, the minutes until locking too. */
  change: procedure.input(SettingsView).output(z.void()),
};
