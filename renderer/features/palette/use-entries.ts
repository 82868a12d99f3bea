import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Language } from '../../../shared/domain/base.ts';
import { openState } from '../../app/drafts/use-form-open.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { themes } from '../../app/preferences.ts';
import { useMay, useSession } from '../../app/session-context.tsx';
import { useDesk } from '../../app/shell/desk-context.ts';
import { usePlaces } from '../../app/shell/places.ts';
import { useScreens } from '../../app/shell/screens-context.ts';
import { useTogether } from '../../app/shell/together.ts';
import type { Entry, EntryGroup } from './palette-rules.ts';
import { actKeys } from './shortcuts.ts';

/** A language by its own name, as in the menu. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', it: 'Italiano', ro: 'Română' };

/** Screens and acts this user may reach from here. Beside the person nothing leads away from them. */
export const useEntries = (): readonly EntryGroup[] => {
  const { t } = useTranslation();
  const { status, lock } = useSession();
  const may = useMay();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const desk = useDesk();
  const places = usePlaces();
  const together = useTogether();
  const screens = useScreens();
  const { preferences, choose } = usePreferences();

  const goTo: readonly Entry[] = together.on
    ? []
    : screens.flatMap(({ id, path, nav }) => {
        if (nav === undefined) return [];
        const to = id === 'people' ? places.list() : path;
        return pathname === path ? [] : [{ id: `screen.${id}`, label: t(typeof nav === 'string' ? nav : nav(status)), run: () => void navigate(to) }];
      });
  const acts: readonly Entry[] = [
    ...(may('case.write') ? [{ id: 'note', label: t('notes:new'), keys: actKeys.note, run: () => desk.newNote() }] : []),
    ...(may('disclosure.record') && !together.on ? [{ id: 'call', label: t('disclosures:palette'), run: () => desk.lay({ what: 'call' as const }) }] : []),
    ...(may('case.write') && !together.on ? [{ id: 'addPerson', label: t('people:add.open'), run: () => void navigate(places.list(), { state: openState('people.add', undefined) }) }] : []),
    ...(together.possible ? [{ id: 'together', label: together.on ? t('common:together.end') : t('common:together.start'), keys: actKeys.together, run: together.toggle }] : []),
    { id: 'lock', label: t('common:nav.lock'), keys: actKeys.lock, run: lock },
    { id: 'keys', label: t('common:palette.keys'), keys: actKeys.keys, run: () => desk.lay({ what: 'keys' as const }) },
    { id: 'about', label: t('common:nav.about'), run: () => desk.lay({ what: 'about' as const }) },
  ];
  const looks: readonly Entry[] = [
    ...themes
      .filter((theme) => theme !== preferences.theme)
      .map((theme) => ({ id: `theme.${theme}`, label: `${t('common:preferences.theme')}: ${t(`common:preferences.themes.${theme}`)}`, run: () => choose({ theme }) })),
    ...Language.options
      .filter((language) => language !== preferences.language)
      .map((language) => ({ id: `language.${language}`, label: `${t('common:preferences.language')}: ${ownNames[language]}`, also: t(`enums:language.${language}`), run: () => choose({ language }) })),
  ];
  return [
    { id: 'acts', title: t('common:palette.acts'), entries: acts },
    { id: 'screens', title: t('common:palette.screens'), entries: goTo },
    { id: 'looks', title: t('common:preferences.title'), entries: looks },
  ];
};
