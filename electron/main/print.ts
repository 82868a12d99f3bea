import type { WebContents, WebContentsPrintOptions } from 'electron';
import type { PrintResult } from '../../shared/contract/bridge.ts';

/** Pages bring their own margins; the person chooses the printer in the dialog of the system. */
export const printOptions: WebContentsPrintOptions = { silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize: 'A4' };

/** What the browser's answer to a printing means. A reason is a sentence of the browser's, in English. */
export const resultOf = (success: boolean, reason: string): PrintResult => (success ? 'DONE' : /cancel/i.test(reason) ? 'CANCELLED' : 'FAILED');

/** Opens the printing dialog on what the page shows to printers, and waits for what comes of it. */
export const printPage = (contents: WebContents): Promise<PrintResult> =>
  new Promise((done) => {
    contents.print(printOptions, (success, reason) => done(resultOf(success, reason)));
  });
