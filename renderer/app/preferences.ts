import { Language } from '../../shared/domain/base.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** What the screen looks like. Nothing personal: it is kept outside the vault so that it holds before anybody unlocks. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

const LANGUAGE = 'varco.language';
const THEME = 'varco.theme';

/** The first language of the system that Varco speaks; English when it speaks none. */
export const languageOf = (systemLanguages: readonly string[]): Language => {
  for (const tag of systemLanguages) {
    const found = Language.safeParse(tag.slice(0, 2).toLowerCase());
    if (found.success) return found.data;
  }
  return 'en';
};

/** What was chosen last on this computer, else what the system suggests. Unknown stored words are ignored. */
export const readPreferences = (storage: Pick<Storage, 'getItem'>, systemLanguages: readonly string[]): Preferences => {
  const language = Language.safeParse(storage.getItem(LANGUAGE));
  const theme = storage.getItem(THEME);
  return {
    language: language.success ? language.data : languageOf(systemLanguages),
    theme: themes.find((known) => known === theme) ?? 'system',
  };
};

export const writePreferences = (storage: Pick<Storage, 'setItem'>, preferences: Preferences): void => {
  storage.setItem(LANGUAGE, preferences.language);
  storage.setItem(THEME, preferences.theme);
};

/** The set of tokens to use: the system's wish decides when nothing else was chosen. */
export const effectiveTheme = (theme: Theme, system: { readonly dark: boolean; readonly contrast: boolean }): Exclude<Theme, 'system'> => {
  if (theme !== 'system') return theme;
  if (system.contrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
};

/** The locale of dates and numbers; English as written in Europe, day first. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', it: 'it-IT', ro: 'ro-RO' };
