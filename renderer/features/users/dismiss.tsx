import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../shared/contract/users.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';

/** Says exactly what a dismissal does and what it cannot do, before it is done. */
export const Dismiss = ({ user, onClose }: { readonly user: UserView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { refresh } = useSession();
  const dismissing = useAction();
  const { name } = user;
  return (
    <Dialog title={t('users:dismiss.title', { name })} isOpen onClose={onClose} mustAnswer wide>
      <Stack>
        <ProblemNotice problem={dismissing.problem} />
        <div>
          <p className="v-strong">{t('users:dismiss.does')}</p>
          <ul className="v-said">
            <li>{t('users:dismiss.does1', { name })}</li>
            <li>{t('users:dismiss.does2')}</li>
            <li>{t('users:dismiss.does3')}</li>
          </ul>
        </div>
        <div>
          <p className="v-strong">{t('users:dismiss.not')}</p>
          <ul className="v-said">
            <li>{t('users:dismiss.not1')}</li>
            <li>{t('users:dismiss.not2')}</li>
            <li>{t('users:dismiss.not3')}</li>
          </ul>
        </div>
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button
            variant="danger"
            isPending={dismissing.pending}
            onPress={() =>
              void dismissing
                .run(() => client.users.dismiss({ userId: user.id }))
                .then(async (done) => {
                  if (done === undefined) return;
                  await refresh();
                  onClose();
                })
            }
          >
            {t('users:dismiss.go')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
