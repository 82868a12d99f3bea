import { useTranslation } from 'react-i18next';
import type { DoneForSeveral } from '../../../shared/contract/caseload.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import type { Chosen } from './chosen.ts';
import { ChosenNames } from './chosen-names.tsx';

interface StartDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: (outcome: DoneForSeveral) => void;
}

/** Begins the preparation of everybody chosen, each with the list their dates speak of. */
export const StartDialog = ({ chosen, onClose, onDone }: StartDialogProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  return (
    <Dialog title={t('caseload:start.title')} isOpen onClose={onClose}>
      <Stack>
        <ProblemNotice problem={saving.problem} />
        <ChosenNames chosen={chosen} />
        <p className="v-small v-soft">{t('caseload:start.hint')}</p>
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button
            variant="go"
            isPending={saving.pending}
            onPress={async () => {
              const done = await saving.run(() => client.caseload.startPreparations({ personIds: chosen.map(({ id }) => id) }));
              if (done !== undefined) onDone(done.value);
            }}
          >
            {t('caseload:start.go', { count: chosen.length })}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
