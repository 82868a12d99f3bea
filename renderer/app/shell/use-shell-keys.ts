import { useEffect, useEffectEvent } from 'react';
import { useSession } from '../session-context.tsx';

/** Marks the input that Ctrl K brings the focus to. */
export const SEARCH_ID = 'varco-search';

/** Ctrl K to the search, Ctrl L locks: from every screen behind the unlock. */
export const useShellKeys = (): void => {
  const { lock } = useSession();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (key === 'k') {
      event.preventDefault();
      document.getElementById(SEARCH_ID)?.focus();
    } else if (key === 'l') {
      event.preventDefault();
      lock();
    }
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
};
