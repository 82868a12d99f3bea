import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistView } from '../../../shared/contract/release.ts';
import { ChecklistKind } from '../../../shared/domain/checklist.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { useKindChoices } from './kind-choice.tsx';

interface SwitchKindProps {
  readonly list: NonNullable<ChecklistView['list']>;
  readonly kinds: ChecklistView['kinds'];
  readonly onClose: () => void;
}

/** Another way of leaving: what the change does stands above the act. */
export const SwitchKind = ({ list, kinds, onClose }: SwitchKindProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const choices = useKindChoices(kinds);
  const [kind, setKind] = useState<ChecklistKind>(list.kind);
  return (
    <Dialog title={t('release:list.switch')} isOpen onClose={onClose}>
      <Stack>
        <ProblemNotice problem={saving.problem} />
        <Select label={t('release:start.kind')} hint={t('release:list.switchHint')} value={kind} onChange={(id) => setKind(ChecklistKind.parse(id))} options={choices} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button
            variant="go"
            isPending={saving.pending}
            onPress={async () => {
              if ((await saving.run(() => client.release.switchKind({ checklistId: list.id, kind }))) !== undefined) onClose();
            }}
          >
            {t('release:list.switchGo')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
