import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { Card, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { SaveDocument } from './save-document.tsx';

/** The officer's plan of a hand-over that a second person authorised; before that there is no plan to give away. */
export const OfficersPlan = ({ personId, handovers }: { readonly personId: string; readonly handovers: readonly Handover[] }) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const authorised = handovers.filter(({ authorisation }) => authorisation !== undefined);
  const handover = authorised.find(({ id }) => id === chosen) ?? authorised[0];
  return (
    <Card title={t('handover:documents.plan')}>
      {handover === undefined ? (
        <p className="v-soft">{t('handover:documents.planNone')}</p>
      ) : (
        <Stack gap={3}>
          <p className="v-soft">{t('handover:documents.planText')}</p>
          {authorised.length < 2 ? null : (
            <Select
              label={t('handover:documents.which')}
              value={handover.id}
              onChange={setChosen}
              options={authorised.map(({ id, caseFile, status, reference }) => ({ id, label: [caseFile.recipient.name, reference, t(`enums:handoverStatus.${status}`)].filter((part) => part !== undefined).join(' · ') }))}
              width="medium"
            />
          )}
          <SaveDocument key={handover.id} personId={personId} document="plan" handoverId={handover.id} first={handover.documentLanguage} go={t('handover:documents.savePlan')} />
        </Stack>
      )}
    </Card>
  );
};
