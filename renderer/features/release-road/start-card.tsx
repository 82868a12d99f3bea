import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistView } from '../../../shared/contract/release.ts';
import { ChecklistKind } from '../../../shared/domain/checklist.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { useKindChoices } from './kind-choice.tsx';

/** Nobody began: how the person leaves is chosen, and the list of the country is there. */
export const StartCard = ({ personId, view }: { readonly personId: string; readonly view: ChecklistView }) => {
  const { t } = useTranslation();
  const client = useClient();
  const writes = useMay()('case.write') && view.here;
  const saving = useAction();
  const choices = useKindChoices(view.kinds);
  const [kind, setKind] = useState<ChecklistKind>(view.likely);
  const words = view.resting ? t('release:list.resting') : t(view.preparing ? 'release:start.window' : 'release:start.early');
  return (
    <Card title={t('release:start.title')}>
      <Stack>
        <p>{writes ? words : t('release:start.none')}</p>
        <ProblemNotice problem={saving.problem} />
        {writes ? (
          <>
            <Select label={t('release:start.kind')} hint={t('release:start.kindHint')} value={kind} onChange={(id) => setKind(ChecklistKind.parse(id))} options={choices} />
            <Row>
              <Button variant={view.preparing ? 'go' : 'quiet'} isPending={saving.pending} onPress={() => void saving.run(() => client.release.start({ personId, kind }))}>
                {t('release:start.open')}
              </Button>
            </Row>
          </>
        ) : null}
      </Stack>
    </Card>
  );
};
