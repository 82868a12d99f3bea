import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../design/empty-state.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { useSession } from '../session-context.tsx';
import type { Screen } from './screens.tsx';

/** For administrators and others who never hold the key to the cases: says so, and where they can go, instead of showing an empty list. */
export const NoCases = ({ screens }: { readonly screens: readonly Screen[] }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  return (
    <main>
      <PageHeading title={t('common:noCases.title')} />
      <EmptyState title={t('common:noCases.what')} text={t('common:noCases.why')}>
        {screens.map(({ id, path, nav }) =>
          nav === undefined ? null : (
            <Link key={id} to={path}>
              {t(typeof nav === 'string' ? nav : nav(status))}
            </Link>
          ),
        )}
      </EmptyState>
    </main>
  );
};
