import { isOurs } from './origin.ts';

/** What is known of the frame a message came from. */
export interface Sender {
  /** address of the frame now, or null when it is gone */
  readonly url: string | null;
  readonly isMainFrame: boolean;
  readonly isOurWindow: boolean;
}

/** Only the page itself may speak: the main frame of a window we made, showing our own address. */
export const maySpeak = (sender: Sender): boolean => sender.url !== null && sender.isMainFrame && sender.isOurWindow && isOurs(sender.url);
