import { useEffect, useState } from 'react';
import type { BridgeEvent } from '../../shared/contract/bridge.ts';
import { bridge } from './bridge.ts';
import type { Line } from './connection.ts';

/** Remembered over the reload that follows a lock; a word, nothing personal. */
const WHY = 'varco.locked';

type LockedBy = Extract<BridgeEvent, { type: 'locked' }>['by'];
type CoreState = 'fine' | 'restarted' | 'dead';

const reasons: ReadonlySet<string> = new Set(['idle', 'suspend', 'screen-lock', 'restarted']);

/** Takes the reason out, so that it is told once. */
const takeReason = (): string | undefined => {
  const found = sessionStorage.getItem(WHY) ?? undefined;
  sessionStorage.removeItem(WHY);
  return found !== undefined && reasons.has(found) ? found : undefined;
};

/**
 * What the main process says about the core. Before it is ended everything is hidden and what is typed is saved. A lock
 * or a crash drops the line and loads the page anew, so that nothing of what was open stays in the memory of the page.
 * @param hide resolves when the screen is empty and nothing waits to be saved
 */
export const useCoreEvents = (line: Line, hide: () => Promise<void>): { readonly state: CoreState; readonly locked: LockedBy | undefined } => {
  const [reason] = useState(takeReason);
  const [dead, setDead] = useState(false);
  useEffect(
    () =>
      bridge().onEvent((event) => {
        if (event.type === 'side-by-side') return;
        if (event.type === 'hide') {
          void hide().finally(() => bridge().hidden());
          return;
        }
        line.drop();
        if (event.type === 'core-gone' && !event.restarting) {
          setDead(true);
          return;
        }
        sessionStorage.setItem(WHY, event.type === 'locked' ? event.by : 'restarted');
        window.location.replace(`${window.location.pathname}#/`);
        window.location.reload();
      }),
    [line, hide],
  );
  return {
    state: dead ? 'dead' : reason === 'restarted' ? 'restarted' : 'fine',
    locked: reason === undefined || reason === 'restarted' ? undefined : (reason as LockedBy),
  };
};
