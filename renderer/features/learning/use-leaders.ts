import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session-context.tsx';
import type { Choice } from '../../design/select.tsx';

/** Who may lead a course: the users of this workplace, or somebody from outside who is not one of them. */
export const useLeaders = (): readonly Choice[] => {
  const { t } = useTranslation();
  const { status } = useSession();
  return [...status.users.map(({ id, name }) => ({ id, label: name })), { id: '', label: t('learning:run.leaderOutside') }];
};
