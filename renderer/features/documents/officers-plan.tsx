import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { Card, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { SaveDocument } from './save-document.tsx';

/** The officer's plan of one hand-over; without a hand-over there is no ground, and no plan to give away. */
export const OfficersPlan = ({ personId, handovers }: { readonly personId: string; readonly handovers: readonly Handover[] }) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const handover = handovers.find(({ id }) => id === chosen) ?? handovers[0];
  return (
    <Card title={t('handover:documents.plan')}>
      {handover === undefined ? (
        <p className="v-soft">{t('handover:documents.planNone')}</p>
      ) : (
        <Stack gap={3}>
          <p className="v-soft">{t('handover:documents.planText')}</p>
          {handovers.length < 2 ? null : (
            <Select
              label={t('handover:documents.which')}
              value={handover.id}
              onChange={setChosen}
              options={handovers.map(({ id, caseFile, status, reference }) => ({ id, label: [caseFile.recipient.name, reference, t(`enums:handoverStatus.${status}`)].filter((part) => part !== undefined).join(' · ') }))}
              width="medium"
            />
          )}
          <SaveDocument key={handover.id} personId={personId} document="plan" handoverId={handover.id} first={handover.documentLanguage} go={t('handover:documents.savePlan')} />
        </Stack>
      )}
    </Card>
  );
};
