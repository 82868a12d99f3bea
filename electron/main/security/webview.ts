import type { WebContents } from 'electron';

/** `webviewTag` is off; should an element appear all the same, it gets no contents. */
export const denyWebview = (contents: WebContents): void => {
  contents.on('will-attach-webview', (event) => event.preventDefault());
};
