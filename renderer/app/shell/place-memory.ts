import { useEffect, useState } from 'react';
import { matchPath, useLocation } from 'react-router';

/** Remembered over the reload that a lock is: who was where. Ids only; what was searched for stays out. */
const WHERE = 'varco.where';

/** Who was unlocked last since the program was started: an id. */
export const userBefore = (): string | undefined => sessionStorage.getItem(WHERE)?.split(' ')[0];

/** The screen a user was on before the lock, if it is theirs to enter. Somebody else starts at their first screen. */
export const placeBefore = (kept: string | null, userId: string, paths: readonly string[]): string | undefined => {
  const [user, path = ''] = kept?.split(' ') ?? [];
  return user === userId && paths.some((pattern) => matchPath(pattern, path) !== null) ? path : undefined;
};

/**
 * Brings a user back to where they were when the screen was locked.
 * @param paths the screens they may enter
 */
export const usePlaceBefore = (userId: string, paths: readonly string[]): string | undefined => {
  const { pathname } = useLocation();
  const [before] = useState(() => placeBefore(sessionStorage.getItem(WHERE), userId, paths));
  useEffect(() => {
    if (pathname !== '/') sessionStorage.setItem(WHERE, `${userId} ${pathname}`);
  }, [userId, pathname]);
  return before;
};
