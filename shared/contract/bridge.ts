/**
 * What the preload gives the page as `window.varco`: the few things only the operating system's side can do.
 * Types and plain names only, so that the sandboxed preload stays a few lines; the payloads are checked in
 * `electron/main/ipc/payloads.ts`.
 */

/** Kinds of files a person can choose for reading; also what the grant's purpose is called in the core. */
export const fileKinds = ['table', 'envelope', 'card', 'backup', 'key-file', 'scan'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a chosen path may be used for: reading one kind of file, working in a folder, writing one file. */
export type FilePurpose = FileKind | 'folder' | 'save';

/** What the page learns of a file somebody chose: a token that works once, and the name to show. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
  /** the folder an envelope lies in, so that the answer can go back to the same medium */
  readonly folder?: KnownPlace;
}

/** A folder or file the main process knows; the page asks for work on it by a name that means nothing elsewhere. */
export interface KnownPlace {
  readonly place: string;
  readonly name: string;
}

/** A stick, card or disc that is there now. */
export interface Medium extends KnownPlace {
  /** bytes */
  readonly free: number;
  readonly readOnly: boolean;
  /** sealed envelopes in its top folder, newest first; `changedAt` in milliseconds since 1970 */
  readonly envelopes: readonly (KnownPlace & { readonly bytes: number; readonly changedAt: number })[];
}

/** Files of scanned papers chosen at once; what is chosen beyond is left for the next time, and the page says so. */
export const SCAN_FILES = 20;

/** Files dropped at once that are looked at; as many as the quarantine holds. */
export const DROP_LIMIT = 16;

/** Why a dropped file is not opened; the end of a code of the `refusals` catalogue, `file.…`. */
export type DropRefusal = 'notAFile' | 'link' | 'gone' | 'tooLarge' | 'tooMany';

/** One dropped file: chosen, or refused. */
export type Dropped = { readonly file: ChosenFile } | { readonly name: string; readonly refused: DropRefusal };

/** What came of a printing dialog, as far as the system tells: DONE means given to the printer's queue. */
export type PrintResult = 'DONE' | 'CANCELLED' | 'FAILED';

/** How the screen looks: chosen by whoever sits there, known before anybody unlocks, nothing personal. */
export interface Appearance {
  readonly language: 'en' | 'it' | 'ro';
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
}

/** What the main process tells the page without being asked. */
export type BridgeEvent =
  /** the core is about to be ended, or the window closed: hide everything, save what is typed, then call `hidden` */
  | { readonly type: 'hide' }
  /** the core was ended on purpose; a new port follows. `by` says who asked */
  | { readonly type: 'locked'; readonly by: 'person' | 'idle' | 'suspend' | 'screen-lock' }
  /** the core ended by itself. `restarting: false` means it died too often and only a new start of the program helps */
  | { readonly type: 'core-gone'; readonly exitCode: number; readonly restarting: boolean }
  /** the menu's key for side-by-side mode */
  | { readonly type: 'side-by-side' };

/** Calls of the page, one argument each; `undefined` where there is none. */
export interface BridgeCalls {
  /** asks for a port to the core; it arrives as a window message (see `PORT_MESSAGE`) */
  connect: (nothing?: undefined) => Promise<void>;
  /** ends the core, which forgets every key; a new one starts, locked */
  lock: (nothing?: undefined) => Promise<void>;
  /** the answer to `hide`; whoever does not give it is not waited for long */
  hidden: (nothing?: undefined) => Promise<void>;
  /** language of menu and dialogs, told by the screen */
  setLanguage: (language: 'en' | 'it' | 'ro') => Promise<void>;
  /** what was chosen at an earlier start; the page itself keeps nothing on the disk */
  keptAppearance: (nothing?: undefined) => Promise<Appearance | null>;
  keepAppearance: (appearance: Appearance) => Promise<void>;
  /** null when the person cancelled */
  chooseFile: (kind: FileKind) => Promise<ChosenFile | null>;
  /** scanned papers, several at once, as many as `SCAN_FILES`; empty when the person cancelled */
  chooseScans: (nothing?: undefined) => Promise<readonly ChosenFile[]>;
  chooseFolder: (nothing?: undefined) => Promise<ChosenFile | null>;
  /** `suggestedName`: a plain file name without folders */
  saveFile: (suggestedName: string) => Promise<ChosenFile | null>;
  /**
   * prints what the page shows to printers, with the system's dialog. `ticket`: what `documents.print` answered;
   * without a good one nothing is printed
   */
  print: (ticket: string) => Promise<PrintResult>;
  /** sticks, cards and discs that are there now */
  listMedia: (nothing?: undefined) => Promise<readonly Medium[]>;
  /** a folder of `listMedia` or of an envelope chosen before, to be written to; null when it is no longer known */
  takeFolder: (place: string) => Promise<ChosenFile | null>;
  /** an envelope of `listMedia`; null when it is no longer known */
  takeEnvelope: (place: string) => Promise<ChosenFile | null>;
  /** never given to the page: only the preload learns the path of a dropped file, and only for envelopes */
  droppedEnvelopes: (paths: readonly string[]) => Promise<readonly Dropped[]>;
}

export type BridgeCall = keyof BridgeCalls;

export interface Bridge extends Omit<BridgeCalls, 'droppedEnvelopes'> {
  /** files somebody dropped on the window, as the browser gave them: one made up by a script has no path and is refused */
  dropEnvelopes: (files: readonly File[]) => Promise<readonly Dropped[]>;
  /** hears every event of the main process; returns what ends the listening */
  onEvent: (listener: (event: BridgeEvent) => void) => () => void;
}

/** Every call's channel. Typed by the calls, so that none can be forgotten. */
export const bridgeChannels: Readonly<Record<BridgeCall, string>> = {
  connect: 'varco:connect',
  lock: 'varco:lock',
  hidden: 'varco:hidden',
  setLanguage: 'varco:set-language',
  keptAppearance: 'varco:kept-appearance',
  keepAppearance: 'varco:keep-appearance',
  chooseFile: 'varco:choose-file',
  chooseScans: 'varco:choose-scans',
  chooseFolder: 'varco:choose-folder',
  saveFile: 'varco:save-file',
  print: 'varco:print',
  listMedia: 'varco:list-media',
  takeFolder: 'varco:take-folder',
  takeEnvelope: 'varco:take-envelope',
  droppedEnvelopes: 'varco:dropped-envelopes',
};

/** Main to preload: an event, and a port. */
export const EVENT_CHANNEL = 'varco:event';
export const PORT_CHANNEL = 'varco:port';

/** `data` of the window message whose only port leads to the core; `event.source` is the page's own window. */
export const PORT_MESSAGE = 'varco:port';
