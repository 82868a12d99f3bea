import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RunView } from '../../../shared/contract/learning.ts';
import { useClient } from '../../app/session-context.tsx';
import { MarkStore, type MarksState } from './mark-store.ts';

/** The marks of a course that is on the screen, saved as they are typed. */
export const useMarks = (view: RunView): { readonly marks: MarkStore; readonly state: MarksState } => {
  const client = useClient();
  const runId = view.run.id;
  const [marks] = useState(() => {
    const store = new MarkStore((changes) => client.learning.mark({ runId, marks: changes.map(({ personId, sessionId, to }) => ({ personId, sessionId, ...to })) }));
    store.show(view);
    return store;
  });
  useEffect(() => marks.show(view), [marks, view]);
  useEffect(() => {
    const gone = new AbortController();
    window.addEventListener('pagehide', () => marks.flush(), { signal: gone.signal });
    // Ctrl may be the start of locking
    window.addEventListener('keydown', (event) => (event.key === 'Control' ? marks.flush() : undefined), { signal: gone.signal, capture: true });
    return () => {
      gone.abort();
      marks.flush();
    };
  }, [marks]);
  return { marks, state: useSyncExternalStore(marks.subscribe, marks.state) };
};
