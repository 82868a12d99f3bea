import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Notice } from '../../design/notice.tsx';
import { RecoveryStep } from '../../features/first-run/recovery-step.tsx';
import { useSession } from '../session-context.tsx';

/** The page was loaded anew before the recovery code was confirmed as kept: the sheet can still be saved until locking. */
export const RecoveryReminder = () => {
  const { t } = useTranslation();
  const { refresh } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <Notice tone="warn" title={t('session:recovery.pending')}>
      <Button onPress={() => setOpen(true)}>{t('session:recovery.doNow')}</Button>
      <Dialog title={t('session:recovery.title')} isOpen={open} onClose={() => setOpen(false)}>
        <RecoveryStep
          onDone={() => {
            setOpen(false);
            void refresh();
          }}
        />
      </Dialog>
    </Notice>
  );
};
