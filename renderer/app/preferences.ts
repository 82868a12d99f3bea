import type { Appearance } from '../../shared/contract/bridge.ts';
import { Language } from '../../shared/domain/base.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const satisfies readonly Appearance['theme'][];
export type Theme = Appearance['theme'];

/** What the screen looks like. Nothing personal: it is kept outside the vault so that it holds before anybody unlocks. */
export type Preferences = Appearance;

/** The first language of the system that Varco speaks; English when it speaks none. */
export const languageOf = (systemLanguages: readonly string[]): Language => {
  for (const tag of systemLanguages) {
    const found = Language.safeParse(tag.slice(0, 2).toLowerCase());
    if (found.success) return found.data;
  }
  return 'en';
};

/** What was chosen last on this computer, else what the system suggests. */
export const firstPreferences = (kept: Appearance | null, systemLanguages: readonly string[]): Preferences =>
  kept ?? { language: languageOf(systemLanguages), theme: 'system' };

/** The set of tokens to use: the system's wish decides when nothing else was chosen. */
export const effectiveTheme = (theme: Theme, system: { readonly dark: boolean; readonly contrast: boolean }): Exclude<Theme, 'system'> => {
  if (theme !== 'system') return theme;
  if (system.contrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
};

/** The locale of dates and numbers; English as written in Europe, day first. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', it: 'it-IT', ro: 'ro-RO' };
