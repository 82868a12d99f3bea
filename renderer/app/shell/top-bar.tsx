import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../design/button.tsx';
import { Keys } from '../../design/keys.tsx';
import { SearchField } from '../../design/search-field.tsx';
import { PreferencesMenu } from '../preferences-menu.tsx';
import { BackupDue } from '../../features/backup/due-reminder.tsx';
import { CardsDueLink } from '../../features/contacts/cards-due.tsx';
import { useMay } from '../session-context.tsx';
import { useDesk } from './desk-context.ts';
import { useTogether } from './together.ts';
import { SEARCH_ID } from './use-shell-keys.ts';

/** Search, a new note, everything by typing, the sign that there is no network, language and theme. */
export const TopBar = ({ withoutSearch = false }: { readonly withoutSearch?: boolean }) => {
  const { t } = useTranslation();
  const may = useMay();
  const desk = useDesk();
  const together = useTogether();
  return (
    <header className="v-top">
      <div className="v-top-search">{withoutSearch ? null : <PeopleSearch />}</div>
      <div className="v-row">
        {may('case.write') ? (
          <Button aria-keyshortcuts="Control+N" onPress={() => desk.newNote()}>
            {t('notes:new')} <Keys>Ctrl N</Keys>
          </Button>
        ) : null}
        <Button variant="plain" aria-keyshortcuts="Control+K" onPress={() => desk.lay({ what: 'palette' })}>
          {t('common:palette.open')} <Keys>Ctrl K</Keys>
        </Button>
        {may('backup.make') && !together.on ? <BackupDue /> : null}
        {may('contact.trust') && !together.on ? <CardsDueLink /> : null}
        <span className="v-air">{t('common:air.offline')}</span>
        <PreferencesMenu />
      </div>
    </header>
  );
};

/** Searches people from anywhere: typing shows the list, narrowed. The list's other filters stay. */
const PeopleSearch = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const inList = pathname === '/people';
  // the address follows a moment later: while somebody types, what they typed is shown
  const [typing, setTyping] = useState<string | undefined>(undefined);
  return (
    <SearchField
      id={SEARCH_ID}
      label={t('common:search.people')}
      clearLabel={t('common:search.clear')}
      keys="/"
      value={typing ?? (inList ? (params.get('q') ?? '') : '')}
      onBlur={() => setTyping(undefined)}
      onChange={(text) => {
        setTyping(text);
        if (!inList && text === '') return;
        const next = new URLSearchParams(inList ? params : undefined);
        if (text === '') next.delete('q');
        else next.set('q', text);
        void navigate({ pathname: '/people', search: next.toString() }, { replace: inList });
      }}
    />
  );
};
