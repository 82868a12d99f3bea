import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { Tag } from '../../design/tag.tsx';

/** Marks an exercise wherever a hand-over is named. */
export const PracticeTag = () => {
  const { t } = useTranslation();
  return <Tag tone="warn">{t('handover:practice.tag')}</Tag>;
};

/** What is final about a sealed envelope; of an exercise, what is not. */
export const CannotCallBack = ({ handover, recipient }: { readonly handover: Pick<Handover, 'practice'>; readonly recipient: string }) => {
  const { t } = useTranslation();
  return <p className="v-strong">{handover.practice === true ? t('handover:practice.nobodyOpens') : t('handover:state.cannotCallBack', { name: recipient })}</p>;
};
