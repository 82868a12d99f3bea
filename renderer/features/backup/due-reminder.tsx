import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';

/** In the bar above every screen, for whoever may make one, while a backup is due. */
export const BackupDue = () => {
  const { t } = useTranslation();
  const { value } = useLive('backup due', (client, signal) => client.backup.status(undefined, { signal }));
  if (value?.due !== true) return null;
  return (
    <Link to={screenPaths.backup} className="v-due-backup">
      {t('backup:due')}
    </Link>
  );
};
