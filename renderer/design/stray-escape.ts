import { useEffect, useEffectEvent } from 'react';

/** What lies over the screen, the uppermost last. */
const open: object[] = [];

/**
 * Escape pressed while nothing has the focus: what had it was just taken away or is not there yet. Without this the key
 * would be heard by nobody, and whoever pressed it would sit before a window that does not go.
 * @param isOpen   whether it lies over the screen; of several the uppermost hears
 * @param onEscape undefined: it is not closed by Escape, and nothing below it is either
 */
export const useStrayEscape = (isOpen: boolean, onEscape: (() => void) | undefined): void => {
  const hear = useEffectEvent(() => onEscape?.());
  useEffect(() => {
    if (!isOpen) return undefined;
    const me = {};
    open.push(me);
    const onKeyDown = ({ key, defaultPrevented }: KeyboardEvent): void => {
      const nowhere = document.activeElement === null || document.activeElement === document.body;
      if (key === 'Escape' && !defaultPrevented && nowhere && open.at(-1) === me) hear();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      open.splice(open.indexOf(me), 1);
    };
  }, [isOpen]);
};
