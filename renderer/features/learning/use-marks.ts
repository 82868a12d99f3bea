import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RunView } from '../../../shared/contract/learning.ts';
import { beforeLock } from '../../app/drafts/before-lock.ts';
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
    window.addEventListener('pagehide', () => void marks.flush(), { signal: gone.signal });
    const off = beforeLock.add(() => marks.flush());
    return () => {
      gone.abort();
      off();
      void marks.flush();
    };
  }, [marks]);
  return { marks, state: useSyncExternalStore(marks.subscribe, marks.state) };
};
