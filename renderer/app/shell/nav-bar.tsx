import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Brand } from '../../design/brand.tsx';
import { DueBadge, ReleasesBadge } from '../../features/home/badges.tsx';
import { Keys } from '../../design/keys.tsx';
import { useMay, useSession } from '../session-context.tsx';
import { usePlaces } from './places.ts';
import { screensFor } from './screens.tsx';
import { useTogether } from './together.ts';

const NavLink = ({ to, under, children }: { readonly to: string; readonly under: string; readonly children: ReactNode }) => {
  const { pathname } = useLocation();
  const here = pathname === under || pathname.startsWith(`${under}/`);
  return (
    <Link to={to} className="v-nav-item" {...(here ? { 'aria-current': 'page' as const } : {})}>
      {children}
    </Link>
  );
};

/** The parts of Varco this user may enter, and below who is at the screen and how to lock it. */
export const NavBar = ({ onAbout }: { readonly onAbout: () => void }) => {
  const { t } = useTranslation();
  const { status, lock } = useSession();
  const together = useTogether();
  return (
    <nav className="v-nav" aria-label={t('common:nav.label')}>
      <Brand />
      {together.on ? null : <Parts />}
      <div className="v-nav-grow" />
      {together.possible ? (
        <button type="button" className="v-nav-item" onClick={together.toggle}>
          {together.on ? t('common:together.end') : t('common:together.start')} <Keys>F9</Keys>
        </button>
      ) : null}
      <button type="button" className="v-nav-item" onClick={onAbout}>
        {t('common:nav.about')}
      </button>
      <button type="button" className="v-nav-item" aria-keyshortcuts="Control+L" onClick={lock}>
        {t('common:nav.lock')} <Keys>Ctrl L</Keys>
      </button>
      <div className="v-nav-who">
        <b>{status.user?.name}</b>
        {status.user?.roles.map((role) => t(`enums:userRole.${role}`)).join(', ')}
        <br />
        {status.workplace?.serviceName}
      </div>
    </nav>
  );
};

/** The parts of the program this user may enter. */
const Parts = () => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const places = usePlaces();
  return screensFor(status, may).map(({ id, path, nav, inMenu, menuUnless }) =>
    nav === undefined || inMenu === false || (menuUnless !== undefined && may(menuUnless)) ? null : (
      <NavLink key={id} to={id === 'people' ? places.list() : path} under={path}>
        {t(typeof nav === 'string' ? nav : nav(status))}
        {id === 'home' ? <DueBadge /> : id === 'releases' ? <ReleasesBadge /> : null}
      </NavLink>
    ),
  );
};
