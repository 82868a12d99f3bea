import { useTranslation } from 'react-i18next';
import { Language } from '../../shared/domain/base.ts';
import { ChoiceMenu } from '../design/menu.tsx';
import { usePreferences } from './preferences-context.tsx';
import { themes } from './preferences.ts';

/** A language is called by its own name: who cannot read the screen must still find theirs. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', it: 'Italiano', ro: 'Română' };

/** Language and theme, reachable from every screen, before and after unlocking. */
export const PreferencesMenu = () => {
  const { t } = useTranslation();
  const { preferences, choose } = usePreferences();
  return (
    <ChoiceMenu
      label={`${t('common:preferences.title')} · ${ownNames[preferences.language]}`}
      groups={[
        {
          id: 'language',
          title: t('common:preferences.language'),
          selected: preferences.language,
          options: Language.options.map((id) => ({ id, label: ownNames[id], lang: id })),
          onSelect: (id) => {
            const language = Language.safeParse(id);
            if (language.success) choose({ language: language.data });
          },
        },
        {
          id: 'theme',
          title: t('common:preferences.theme'),
          selected: preferences.theme,
          options: themes.map((id) => ({ id, label: t(`common:preferences.themes.${id}`) })),
          onSelect: (id) => {
            const theme = themes.find((known) => known === id);
            if (theme !== undefined) choose({ theme });
          },
        },
      ]}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
      <span lang={preferences.language}>{ownNames[preferences.language]}</span>
    </ChoiceMenu>
  );
};
