import type { Jurisdiction } from '../../shared/domain/jurisdiction.ts';
import { jurisdictions } from '../../shared/jurisdictions/index.ts';
import { useLive } from './use-live.ts';

/** The rules of the country this workplace chose; undefined until the core has said which. */
export const useJurisdiction = (): Jurisdiction | undefined => {
  const { value } = useLive('settings', (client, signal) => client.settings.get(undefined, { signal }));
  return value === undefined ? undefined : jurisdictions.of(value.jurisdiction);
};
