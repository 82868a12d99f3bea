import { basename } from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { FileKind } from '../../shared/contract/bridge.ts';

type Text = (key: string) => string;

/** File name endings of each kind, with the key of the kind's name in the `shell` catalogue. */
export const endings: Readonly<Record<FileKind, readonly string[]>> = {
  table: ['csv', 'txt', 'tsv', 'xlsx'],
  envelope: ['age'],
  card: ['varco-card.json', 'json'],
  backup: ['varcobackup'],
  'key-file': ['txt'],
  scan: ['pdf', 'jpg', 'jpeg', 'png'],
};

const filtersFor = (kind: FileKind, text: Text): FileFilter[] => [{ name: text(`files.${kind}`), extensions: [...endings[kind]] }];

/** The path somebody chose to read, or null when they cancelled. */
export const askForFile = async (window: BrowserWindow, kind: FileKind, text: Text): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'dontAddToRecent'],
    filters: filtersFor(kind, text),
  });
  return canceled ? null : (filePaths[0] ?? null);
};

/** The paths of scanned papers somebody chose; none when they cancelled. */
export const askForScans = async (window: BrowserWindow, text: Text): Promise<readonly string[]> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile', 'multiSelections', 'dontAddToRecent'], filters: filtersFor('scan', text) });
  return canceled ? [] : filePaths;
};

/** The folder somebody chose, or null. */
export const askForFolder = async (window: BrowserWindow): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] });
  return canceled ? null : (filePaths[0] ?? null);
};

/** Where somebody wants a file written, or null. The dialog asks before an existing file is chosen. */
export const askWhereToSave = async (window: BrowserWindow, suggestedName: string): Promise<string | null> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName,
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  });
  return canceled || filePath === '' ? null : filePath;
};

/** What the page may show of a path. */
export const shownName = (path: string): string => basename(path);
