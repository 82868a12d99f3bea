import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row } from '../../design/layout.tsx';

/** Takes somebody off who was put on a course by mistake; says what will be gone. */
export const TakeOffDialog = ({ enrolmentId, name, onClose }: { readonly enrolmentId: string; readonly name: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const taking = useAction();
  return (
    <Dialog title={t('learning:people.takeOff')} isOpen onClose={onClose}>
      <ProblemNotice problem={taking.problem} />
      <p>{t('learning:people.takeOffText', { name })}</p>
      <Row end>
        <Button onPress={onClose}>{t('common:act.cancel')}</Button>
        <Button
          variant="danger"
          isPending={taking.pending}
          onPress={async () => {
            const done = await taking.run(() => client.learning.takeOff({ enrolmentId }));
            if (done !== undefined) onClose();
          }}
        >
          {t('learning:people.takeOff')}
        </Button>
      </Row>
    </Dialog>
  );
};
