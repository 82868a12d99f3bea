import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DemoBand } from '../../app/demo-band.tsx';
import { Door } from '../../app/door.tsx';
import { useSession } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { Moved } from '../backup/moved.tsx';
import { DemoBox } from './demo-box.tsx';
import { PasswordForm } from './password-form.tsx';
import { RecoverForm } from './recover-form.tsx';

/** Why the screen is locked when it was not the person who locked it. */
export type LockedWhy = 'person' | 'idle' | 'suspend' | 'screen-lock' | 'restarted' | undefined;

/** Choose who you are, then the password; or the printed recovery code. */
export const Unlock = ({ why }: { readonly why: LockedWhy }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const [recovering, setRecovering] = useState(false);
  if (status.movedAt !== undefined) return <Moved since={status.movedAt} />;
  const service = status.workplace?.serviceName ?? '';
  return (
    <Door title={recovering ? t('session:recover.title') : service} band={status.workplace?.demo === true ? <DemoBand /> : null}>
      {why === undefined || why === 'person' ? null : (
        <Notice tone={why === 'restarted' ? 'warn' : 'info'} title={t(`session:locked.${why}.title`)}>
          <p>{t(`session:locked.${why}.text`)}</p>
        </Notice>
      )}
      {recovering ? <RecoverForm onBack={() => setRecovering(false)} /> : <PasswordForm open={(client, answer) => client.session.unlock(answer)} go={t('session:unlock.go')} />}
      {recovering ? null : (
        <div>
          <Button variant="link" onPress={() => setRecovering(true)}>
            {t('session:unlock.forgot')}
          </Button>
        </div>
      )}
      {status.workplace?.demo === true && !recovering ? <DemoBox /> : null}
    </Door>
  );
};
