import type { Session } from 'electron';

/** Files leave through the core and a dialog only: what the browser would save is cancelled before its first byte. */
export const denyDownloads = (session: Session): void => {
  session.on('will-download', (event) => event.preventDefault());
};
