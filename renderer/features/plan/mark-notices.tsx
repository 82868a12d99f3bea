import { useTranslation } from 'react-i18next';
import { MarkingNotices } from '../../app/marking/marking-notices.tsx';
import type { Marks } from './use-marks.ts';

/** Which step was marked last, with a way back; and why, where a mark needs it. */
export const MarkNotices = ({ marks: { marking, personId, contentId }, lang }: { readonly marks: Marks; readonly lang: string }) => {
  const { t } = useTranslation();
  return (
    <MarkingNotices
      marking={marking}
      lang={lang}
      said={({ step, status }, undone) => (undone ? t('plan:mark.undone', { step: step.text }) : t('plan:mark.done', { step: step.text, status: t(`enums:stepStatus.${status}`) }))}
      question={({ step, status }) => ({
        title: t('plan:mark.noteTitle', { status: status === 'BLOCKED' || status === 'NOT_NEEDED' ? t(`enums:stepStatus.${status}`) : t('plan:mark.reopen'), step: step.text }),
        hint: t('plan:mark.noteHint'),
        place: { form: 'plan.mark', personId, about: contentId },
        of: { step: step.id, status },
      })}
    />
  );
};
