import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Brand } from '../../design/brand.tsx';
import { DueBadge, ReleasesBadge } from '../../features/home/badges.tsx';
import { Keys } from '../../design/keys.tsx';
import { useMay, useSession } from '../session-context.tsx';
import { usePlaces } from './places.ts';
import { screenPaths } from './screen-paths.ts';
import { screensFor } from './screens.tsx';
import { useTogether } from './together.ts';

const NavLink = ({ to, under, within = false, children }: { readonly to: string; readonly under: string; readonly within?: boolean; readonly children: ReactNode }) => {
  const { pathname } = useLocation();
  const here = pathname === under || pathname.startsWith(`${under}/`);
  return (
    <Link to={to} className="v-nav-item" {...(within ? { 'data-within': '' } : {})} {...(here ? { 'aria-current': 'page' as const } : {})}>
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
        {together.on ? (
          <b>{status.user?.name}</b>
        ) : (
          <Link to={screenPaths.account} title={t('users:navAccount')}>
            <b>{status.user?.name}</b>
          </Link>
        )}
        {status.user?.roles.map((role) => t(`enums:userRole.${role}`)).join(', ')}
        <br />
        {status.workplace?.serviceName}
      </div>
    </nav>
  );
};

/** The parts of the program this user may enter; what runs the office is behind one line, which opens inside it. */
const Parts = () => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { status } = useSession();
  const may = useMay();
  const places = usePlaces();
  const named = screensFor(status, may).filter(({ nav, inMenu, menuUnless }) => nav !== undefined && inMenu !== false && (menuUnless === undefined || !may(menuUnless)));
  const office = named.filter(({ group }) => group === 'office');
  const [first] = office;
  const inside = office.some(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  const shown = named.filter(({ group }) => group === undefined || inside);
  return (
    <>
      {shown.map(({ id, path, nav, group }) => (
        <NavLink key={id} to={id === 'people' ? places.list() : path} under={path} {...(group === undefined ? {} : { within: true })}>
          {nav === undefined ? null : t(typeof nav === 'string' ? nav : nav(status))}
          {id === 'home' ? <DueBadge /> : id === 'releases' ? <ReleasesBadge /> : null}
        </NavLink>
      ))}
      {first === undefined || inside ? null : (
        <NavLink to={first.path} under={first.path}>
          {t('users:navOffice')}
        </NavLink>
      )}
    </>
  );
};
