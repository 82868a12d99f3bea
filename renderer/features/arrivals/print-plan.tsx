import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/base.ts';
import { Card } from '../../design/layout.tsx';
import { receivedPlan } from '../documents/paper.ts';
import { PaperActions } from '../documents/paper-actions.tsx';

/** The plan as it came in the envelope: looked at and printed here, or saved, for an office that works on paper. */
export const PrintPlan = ({ arrivalId, language }: { readonly arrivalId: string | undefined; readonly language: Language }) => {
  const { t } = useTranslation();
  if (arrivalId === undefined) return null;
  return (
    <Card title={t('handover:documents.plan')} aside={<span className="v-small v-soft">{t(`enums:language.${language}`)}</span>}>
      <PaperActions paper={receivedPlan(arrivalId, language)} first={language} look={t('documents:screen.lookPlan')} save={t('handover:arrivals.print')} />
    </Card>
  );
};
