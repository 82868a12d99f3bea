import type { i18n } from 'i18next';
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { I18nextProvider } from 'react-i18next';
import { createTexts } from '../../shared/i18n/index.ts';
import { bridge } from './bridge.ts';
import { effectiveTheme, localeOf, type Preferences } from './preferences.ts';

interface Chosen {
  readonly preferences: Preferences;
  readonly choose: (change: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<Chosen | undefined>(undefined);

/** Language and theme, and how to change them. */
export const usePreferences = (): Chosen => {
  const chosen = useContext(PreferencesContext);
  if (chosen === undefined) throw new Error('no preferences around this component');
  return chosen;
};

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (heard) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', heard);
      return () => media.removeEventListener('change', heard);
    },
    () => window.matchMedia(query).matches,
  );

/** Gives language and theme to everything inside; a change is seen at once, on every screen, and kept. */
export const PreferencesProvider = ({ first, children }: { readonly first: Preferences; readonly children: ReactNode }) => {
  const [preferences, setPreferences] = useState(first);
  const [texts] = useState<i18n>(() => createTexts(preferences.language));
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  const { language, theme } = preferences;

  useEffect(() => {
    document.documentElement.lang = language;
    void texts.changeLanguage(language);
    void bridge().setLanguage(language);
  }, [language, texts]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = effectiveTheme(theme, { dark, contrast });
  }, [theme, dark, contrast]);

  const chosen = useMemo<Chosen>(
    () => ({
      preferences,
      choose: (change) => {
        const next = { ...preferences, ...change };
        void bridge().keepAppearance(next);
        setPreferences(next);
      },
    }),
    [preferences],
  );
  return (
    <PreferencesContext value={chosen}>
      <I18nextProvider i18n={texts}>
        <I18nProvider locale={localeOf[language]}>{children}</I18nProvider>
      </I18nextProvider>
    </PreferencesContext>
  );
};
