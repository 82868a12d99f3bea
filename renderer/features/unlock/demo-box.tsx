import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';

/** The password of every user of a demonstration; a live workplace never has it. */
const DEMO_PASSWORD = 'varco demo parola';

/** What a demonstration is, its password, and how to end it. */
export const DemoBox = () => {
  const { t } = useTranslation();
  const client = useClient();
  const { refresh } = useSession();
  const wiping = useAction();
  const [asking, setAsking] = useState(false);
  return (
    <Notice tone="warn" title={t('session:demo.title')}>
      <p>{t('session:demo.text')}</p>
      <p>
        {t('session:demo.password')} <strong>{DEMO_PASSWORD}</strong>
      </p>
      <Button variant="danger" onPress={() => setAsking(true)}>
        {t('session:demo.delete')}
      </Button>
      <Dialog title={t('session:demo.ask')} isOpen={asking} onClose={() => setAsking(false)} mustAnswer>
        <p>{t('session:demo.lost')}</p>
        <ProblemNotice problem={wiping.problem} />
        <Row end>
          <Button onPress={() => setAsking(false)}>{t('common:act.cancel')}</Button>
          <Button
            variant="danger"
            isPending={wiping.pending}
            onPress={() =>
              void wiping
                .run(() => client.session.wipeDemo())
                .then(async (done) => {
                  if (done !== undefined) await refresh();
                })
            }
          >
            {t('session:demo.confirm')}
          </Button>
        </Row>
      </Dialog>
    </Notice>
  );
};
