import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Settings } from '../domain/office.ts';
import { jurisdictions } from '../jurisdictions/index.ts';
import { procedure } from './base.ts';

/** One of the countries whose rules this program knows. */
export const JurisdictionChoice = z.enum(jurisdictions.all.map(({ code }) => code));

/** What is set for the whole workplace, each with the value that holds where nothing was set. */
export const SettingsView = Settings.pick({ defaultDocumentLanguage: true, jurisdiction: true, idleMinutes: true, backupEveryDays: true }).required().extend({ jurisdiction: JurisdictionChoice });
export type SettingsView = z.infer<typeof SettingsView>;

export const settings = {
  get: procedure.output(eventIterator(SettingsView)),
  /** Holds at once, the minutes until locking too. */
  change: procedure.input(SettingsView).output(z.void()),
};
