import { useTranslation } from 'react-i18next';
import type { ChecklistView } from '../../../shared/contract/release.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import type { Choice } from '../../design/select.tsx';

/** The ways of leaving as this country names and orders them, the short list last. */
export const useKindChoices = (kinds: ChecklistView['kinds']): readonly Choice[] => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  return kinds.map(({ kind, names }) => ({ id: kind, label: names?.[preferences.language] ?? t(`enums:checklistKind.${kind}`) }));
};
