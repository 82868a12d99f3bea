import { useTranslation } from 'react-i18next';
import { DemoBand } from '../../app/demo-band.tsx';
import { Door } from '../../app/door.tsx';
import { useSession } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { ChangePassword } from './change-password.tsx';

/** Before anything else: the password somebody else knows is replaced. The core opens nothing until then, either. */
export const PasswordFirst = () => {
  const { t } = useTranslation();
  const { status, accept, lock } = useSession();
  return (
    <Door title={t('users:password.first')} band={status.workplace?.demo === true ? <DemoBand /> : null}>
      <p>{t('users:password.firstWhy')}</p>
      <ChangePassword given onChanged={accept} />
      <div>
        <Button variant="link" onPress={lock}>
          {t('common:nav.lock')}
        </Button>
      </div>
    </Door>
  );
};
