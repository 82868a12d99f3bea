import { join } from 'node:path';
import { BrowserWindow, Menu } from 'electron';
import { EVENT_CHANNEL, type BridgeEvent } from '../../shared/contract/bridge.ts';
import { afterDeath } from './deaths.ts';
import { editTemplate } from './menu.ts';
import { START_URL } from './security/origin.ts';
import { webPreferences } from './security/preferences.ts';

/** The same on every screen: a task bar must not show whom somebody works with. */
const TITLE = 'Varco';

export interface WindowOptions {
  /** absolute folder of the application */
  readonly appPath: string;
  readonly development: boolean;
  readonly text: (key: string) => string;
  /** somebody typed, clicked or scrolled */
  readonly onInput: () => void;
}

/** Opens the window; it shows itself when the page has something to show, and loads the page again if its process dies. */
export const openWindow = ({ appPath, development, text, onInput }: WindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    title: TITLE,
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    webPreferences: webPreferences(join(appPath, 'out/preload/preload.cjs'), development),
  });
  const { webContents } = window;
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  webContents.on('input-event', onInput);
  webContents.on('context-menu', (_event, { isEditable, editFlags }) => {
    if (isEditable) Menu.buildFromTemplate(editTemplate(text, editFlags)).popup({ window });
  });
  let deaths: readonly number[] = [];
  webContents.on('render-process-gone', (_event, { reason }) => {
    const after = afterDeath(deaths, Date.now());
    deaths = after.deaths;
    if (reason !== 'clean-exit' && after.restart) void window.loadURL(START_URL);
  });
  void window.loadURL(START_URL);
  return window;
};

/** Tells the page something, if it is still there. */
export const tellPage = (window: BrowserWindow, event: BridgeEvent): void => {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
};
