import type { PlanVersionView } from '../../../shared/contract/casework.ts';
import { usePreferences } from '../../app/preferences-context.tsx';

export type Bodies = PlanVersionView['bodies'];

/** What a body that approves is called, in the language of the screen; of an earlier country's file only its code. */
export const useBodyName = (bodies: Bodies): ((code: string) => string) => {
  const { preferences } = usePreferences();
  return (code) => bodies.find((body) => body.code === code)?.names[preferences.language] ?? code;
};
