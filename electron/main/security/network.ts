import type { Session } from 'electron';
import { isOurs } from './origin.ts';

/**
 * Whether a request may go on. Our own files, and what the page made itself (blob:, data:); in development the
 * browser's own tools.
 */
export const mayRequest = (address: string, development: boolean): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return isOurs(address) || protocol === 'blob:' || protocol === 'data:' || (development && protocol === 'devtools:');
};

/** Cancels every other request of a session before it leaves the process, whatever the page's policy says. */
export const blockNetwork = (session: Session, development: boolean): void =>
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url, development) }));
