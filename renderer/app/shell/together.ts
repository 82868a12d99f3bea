import { createContext, useContext, useEffect, useEffectEvent, useState } from 'react';
import { useLocation } from 'react-router';
import { bridge } from '../bridge.ts';

/** Side-by-side mode: while somebody sits next to the educator, nothing on the screen leads to another person. */
export interface Together {
  readonly on: boolean;
  /** only on a person's page there is somebody to sit beside */
  readonly possible: boolean;
  readonly toggle: () => void;
}

export const TogetherContext = createContext<Together>({ on: false, possible: false, toggle: () => undefined });

export const useTogether = (): Together => useContext(TogetherContext);

/** Whether an address is a person's page. */
export const isPersonPage = (pathname: string): boolean => /^\/people\/[^/]+/.test(pathname);

/** The mode, switched by its button or by the key of the menu. Leaving the person's page ends it. */
export const useTogetherMode = (): Together => {
  const { pathname } = useLocation();
  const [on, setOn] = useState(false);
  const possible = isPersonPage(pathname);
  const toggle = (): void => setOn(possible && !on);
  const onKey = useEffectEvent(toggle);
  useEffect(
    () =>
      bridge().onEvent((event) => {
        if (event.type === 'side-by-side') onKey();
      }),
    [],
  );
  return { on: on && possible, possible, toggle };
};
