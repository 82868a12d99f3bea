import { z } from 'zod';
import { JurisdictionChoice, type SettingsView } from '../../../shared/contract/settings.ts';
import { Language } from '../../../shared/domain/base.ts';

const whole = (least: number, most: number, message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, message)
    .refine((typed) => Number(typed) >= least && Number(typed) <= most, message);

/** The settings as they are typed; the limits are those of `Settings`. */
export const SettingsForm = z.object({
  idleMinutes: whole(2, 30, 'users:settings.idleWrong'),
  backupEveryDays: whole(1, 31, 'users:settings.backupWrong'),
  jurisdiction: JurisdictionChoice,
  defaultDocumentLanguage: Language,
});
export type SettingsForm = z.infer<typeof SettingsForm>;

export const formOf = (settings: SettingsView): SettingsForm => ({ ...settings, idleMinutes: String(settings.idleMinutes), backupEveryDays: String(settings.backupEveryDays) });

export const settingsOf = (form: SettingsForm): SettingsView => ({ ...form, idleMinutes: Number(form.idleMinutes), backupEveryDays: Number(form.backupEveryDays) });
