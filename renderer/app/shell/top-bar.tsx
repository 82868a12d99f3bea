import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { SearchField } from '../../design/search-field.tsx';
import { PreferencesMenu } from '../preferences-menu.tsx';
import { SEARCH_ID } from './use-shell-keys.ts';

/** Search, the sign that there is no network, language and theme. */
export const TopBar = ({ withoutSearch = false }: { readonly withoutSearch?: boolean }) => {
  const { t } = useTranslation();
  return (
    <header className="v-top">
      <div className="v-top-search">{withoutSearch ? null : <PeopleSearch />}</div>
      <div className="v-row">
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
      keys="Ctrl K"
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
