import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { Card, Stack } from '../../design/layout.tsx';
import { HandoverChoice, useHandoverChoice } from './handover-choice.tsx';
import { casePaper } from './paper.ts';
import { PaperActions } from './paper-actions.tsx';

/** The officer's plan of a hand-over that a second person authorised; before that there is no plan to give away. */
export const OfficersPlan = ({ personId, handovers }: { readonly personId: string; readonly handovers: readonly Handover[] }) => {
  const { t } = useTranslation();
  const authorised = handovers.filter(({ authorisation }) => authorisation !== undefined);
  const { handover, choose } = useHandoverChoice(authorised);
  return (
    <Card title={t('handover:documents.plan')}>
      {handover === undefined ? (
        <p className="v-soft">{t('handover:documents.planNone')}</p>
      ) : (
        <Stack gap={3}>
          <p className="v-soft">{t('handover:documents.planText')}</p>
          <HandoverChoice handovers={authorised} handover={handover} choose={choose} />
          <PaperActions
            key={handover.id}
            paper={casePaper({ personId, document: 'plan', handoverId: handover.id })}
            first={handover.documentLanguage}
            look={t('documents:screen.lookPlan')}
            save={t('handover:documents.savePlan')}
          />
        </Stack>
      )}
    </Card>
  );
};
