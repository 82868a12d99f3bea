import { useTranslation } from 'react-i18next';
import type { SittingsView } from '../../../shared/contract/sittings.ts';
import { usePreferences } from '../../app/preferences-context.tsx';

type Bodies = SittingsView['bodies'];

/** Who sits, in the language of the screen: the body of the country's file, or what kind it is. */
export const useBodyName = (bodies: Bodies): ((sitting: { readonly kind: 'COMMISSION' | 'HEARING'; readonly body?: string | undefined }) => string) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  return ({ kind, body }) => bodies.find(({ code }) => code === body)?.names[preferences.language] ?? t(`enums:sittingKind.${kind}`);
};
