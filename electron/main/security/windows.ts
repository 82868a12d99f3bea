import type { WebContents } from 'electron';

/** No window is ever opened by the page, and no address is handed to the operating system. */
export const openWindow = (_request: { readonly url: string }): { action: 'deny' } => ({ action: 'deny' });

export const denyWindows = (contents: WebContents): void => contents.setWindowOpenHandler(openWindow);
