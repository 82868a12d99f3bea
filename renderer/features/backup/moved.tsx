import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DemoBand } from '../../app/demo-band.tsx';
import { Door } from '../../app/door.tsx';
import { useSession } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { PasswordForm } from '../unlock/password-form.tsx';
import { useMomentText } from './words.ts';

/** The door of a workplace that goes on at another computer: what to do there, and the way back. */
export const Moved = ({ since }: { readonly since: string }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const [back, setBack] = useState(false);
  const at = useMomentText(status.workplace?.timeZone ?? 'UTC');
  return (
    <Door title={t('backup:moved.title')} step={status.workplace?.serviceName ?? ''} band={status.workplace?.demo === true ? <DemoBand /> : null}>
      <Notice title={t('backup:moved.since', { at: at(since) })}>
        <p>{t('backup:moved.safe')}</p>
        <p>{t('backup:moved.do')}</p>
      </Notice>
      {back ? (
        <TakeBack onCancel={() => setBack(false)} />
      ) : (
        <div>
          <Button variant="link" onPress={() => setBack(true)}>
            {t('backup:moved.open')}
          </Button>
        </div>
      )}
    </Door>
  );
};

const TakeBack = ({ onCancel }: { readonly onCancel: () => void }) => {
  const { t } = useTranslation();
  return (
    <PasswordForm
      open={(client, answer) => client.session.takeBack(answer)}
      go={t('backup:moved.go')}
      grave
      warning={
        <Notice tone="warn" title={t('backup:moved.warn')}>
          <p>{t('backup:moved.warnText')}</p>
        </Notice>
      }
      beside={
        <Button variant="plain" onPress={onCancel}>
          {t('common:act.cancel')}
        </Button>
      }
    />
  );
};
