import { useCallback, useEffect, useMemo } from 'react';
import type { FormPlace } from './forms.ts';
import { useShelf } from './shelf-context.tsx';

/**
 * For a form that is one step of several: its draft is not offered while the other steps are on the screen, and is
 * forgotten by the last one.
 */
export const useForgetDraft = ({ form, personId, about }: FormPlace): (() => Promise<void>) => {
  const shelf = useShelf();
  const place = useMemo(() => ({ form, personId, about }), [form, personId, about]);
  useEffect(() => shelf?.opened(place), [shelf, place]);
  return useCallback(async () => {
    // the act is done; a draft that could not be forgotten is offered again and can be discarded
    await shelf?.drop(place).catch(() => undefined);
  }, [shelf, place]);
};
