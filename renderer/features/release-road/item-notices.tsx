import { useTranslation } from 'react-i18next';
import { MarkingNotices } from '../../app/marking/marking-notices.tsx';
import { usePreferences } from '../../app/preferences-context.tsx';
import { stateAfter, type ItemMarks } from './use-item-marks.ts';

/** Which item was marked last, with a way back; and why, where a mark needs it. */
export const ItemNotices = ({ marks: { marking, personId, checklistId } }: { readonly marks: ItemMarks }) => {
  const { t } = useTranslation();
  const { language } = usePreferences().preferences;
  return (
    <MarkingNotices
      marking={marking}
      said={(mark, undone) =>
        undone ? t('release:mark.undone', { item: mark.item.names[language] }) : t('release:mark.done', { item: mark.item.names[language], state: t(`enums:checklistItemState.${stateAfter(mark)}`) })
      }
      question={({ item, command }) => ({
        title: t('release:mark.title', { command: t(`enums:checklistItemCommand.${command}`), item: item.names[language] }),
        hint: t('release:mark.reasonHint'),
        place: { form: 'release.mark', personId, about: checklistId },
        of: { item: item.code, command },
      })}
    />
  );
};
