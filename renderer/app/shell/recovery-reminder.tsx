import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Notice } from '../../design/notice.tsx';
import { RecoveryStep } from '../../features/first-run/recovery-step.tsx';
import { useSession } from '../session-context.tsx';
import { screenPaths } from './screen-paths.ts';

/**
 * The recovery code was not confirmed as kept. Until the lock its sheet can still be saved; afterwards those who may make another
 * are reminded at every unlock until they did.
 */
export const RecoveryReminder = () => {
  const { status } = useSession();
  if (status.recoveryPending) return <Confirm />;
  return status.recoveryLost ? <Renew /> : null;
};

const Confirm = () => {
  const { t } = useTranslation();
  const { refresh } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <Notice tone="warn" title={t('session:recovery.pending')}>
      <Button onPress={() => setOpen(true)}>{t('session:recovery.doNow')}</Button>
      <Dialog title={t('session:recovery.title')} isOpen={open} onClose={() => setOpen(false)}>
        <RecoveryStep
          confirmText={t('session:recovery.have')}
          onDone={() => {
            setOpen(false);
            void refresh();
          }}
        />
      </Dialog>
    </Notice>
  );
};

const Renew = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Notice tone="warn" title={t('session:recovery.lost')}>
      <Button onPress={() => void navigate(screenPaths.settings)}>{t('session:recovery.goRenew')}</Button>
    </Notice>
  );
};
