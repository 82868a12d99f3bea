import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../design/empty-state.tsx';
import { PageHeading } from '../../design/page-heading.tsx';

/** For administrators and others who never hold the key to the cases: says so instead of showing an empty list. */
export const NoCases = () => {
  const { t } = useTranslation();
  return (
    <main>
      <PageHeading title={t('common:noCases.title')} />
      <EmptyState title={t('common:noCases.what')} text={t('common:noCases.why')} />
    </main>
  );
};
