import { dirname, join } from 'node:path';
import { app, ipcMain, Menu, powerMonitor, session, type BrowserWindow } from 'electron';
import { PORT_CHANNEL, DROP_LIMIT, SCAN_FILES, type BridgeEvent, type ChosenFile, type Dropped, type FilePurpose, type KnownPlace } from '../../shared/contract/bridge.ts';
import type { LockReason } from '../../shared/domain/audit.ts';
import type { Language } from '../../shared/domain/base.ts';
import { demoCountryFor } from '../core/demo/countries.ts';
import { keepAppearance, readAppearance } from './appearance.ts';
import { demoVault, type Place } from './arguments.ts';
import { CoreHost } from './core-host.ts';
import { askForFile, askForFolder, askForScans, askWhereToSave, shownName } from './dialogs.ts';
import { Hiding } from './hiding.ts';
import { IdleLock } from './idle.ts';
import { dropRefusal } from './dropped.ts';
import { registerCalls } from './ipc/handle.ts';
import { languageOf, shellTexts } from './language.ts';
import { menuTemplate } from './menu.ts';
import { printPage } from './print.ts';
import { isOnMedium, listMedia } from './media.ts';
import { Places } from './places.ts';
import { PARTITION } from './security/preferences.ts';
import { serveScheme } from './security/scheme.ts';
import { watchScreenLock } from './screen-lock.ts';
import { openWindow, tellPage } from './window.ts';

type LockedBy = Extract<BridgeEvent, { type: 'locked' }>['by'];

/** How the audit trail calls what locked. */
const lockReasons: Readonly<Record<LockedBy, LockReason>> = { person: 'PERSON', idle: 'IDLE', suspend: 'SUSPEND', 'screen-lock': 'SCREEN_LOCK' };

/** Runs the program once the browser is ready: the core, one window, the menu, and what locks it. */
export const run = (place: Place): void => {
  const appPath = app.getAppPath();
  const userData = app.getPath('userData');
  const systemLanguage = languageOf(app.getPreferredSystemLanguages());
  const texts = shellTexts(systemLanguage);
  const appearanceFile = join(userData, 'appearance.json');
  const demoCountry = (place.kind === 'demo' ? place.chosen : undefined) ?? demoCountryFor(readAppearance(appearanceFile)?.language ?? systemLanguage);
  const text = (key: string): string => texts.t(key);

  serveScheme(session.fromPartition(PARTITION).protocol, join(appPath, 'out', 'renderer'));

  let connected = false;
  const core = new CoreHost({
    entry: join(appPath, 'out', 'core', 'process.js'),
    start: {
      ...(place.kind === 'live' ? { vaultDir: place.vaultDir, demo: false } : { vaultDir: demoVault(userData, demoCountry), demo: true, demoCountry }),
      version: app.getVersion(),
      runtime: { electron: process.versions.electron, origin: app.isPackaged ? 'package' : 'development' },
    },
    onGone: (exitCode, restarting) => {
      tellPage(window, { type: 'core-gone', exitCode, restarting });
      if (restarting) void givePort();
    },
    onSession: (unlocked, minutes) => idle.set(unlocked, minutes),
  });

  /** Gives the page a port, if it ever asked for one: before that nobody listens. */
  const givePort = async (): Promise<void> => {
    if (!connected) return;
    const port = await core.connect(window.id);
    if (!window.isDestroyed()) window.webContents.postMessage(PORT_CHANNEL, null, [port]);
  };
  const lock = async (by: LockedBy): Promise<void> => {
    tellPage(window, { type: 'locked', by });
    places.forget();
    await core.end(true, lockReasons[by]);
    await givePort();
  };
  const hiding = new Hiding(() => tellPage(window, { type: 'hide' }));
  /** A page that never asked for its line, or died, shows nothing and types nothing. */
  const hidden = (): Promise<void> => (connected ? hiding.done() : Promise.resolve());
  /** Locks from outside the page: it first hides everything and saves what is being typed. */
  const hideAndLock = async (by: LockedBy): Promise<void> => {
    await hidden();
    await lock(by);
  };
  const places = new Places();
  const placed = (path: string): KnownPlace => ({ place: places.keep(path), name: shownName(path) });
  const give = async (path: string | null, purpose: FilePurpose): Promise<ChosenFile | null> =>
    path === null ? null : { token: await core.grant(path, purpose), name: shownName(path), ...(purpose === 'envelope' ? { folder: placed(dirname(path)) } : {}) };
  const drop = async (path: string, at: number): Promise<Dropped> => {
    const refused = at < DROP_LIMIT ? await dropRefusal(path) : 'tooMany';
    if (refused !== undefined) return { name: shownName(path), refused };
    // the page says what was dropped, and could say anything: it may have the file opened as an envelope, but a folder to
    // write the answer to only where `listMedia` would offer one as well
    const token = await core.grant(path, 'envelope');
    return { file: { token, name: shownName(path), ...((await isOnMedium(path)) ? { folder: placed(dirname(path)) } : {}) } };
  };
  const showMenu = (): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(text, { lock: () => void hideAndLock('person'), sideBySide: () => tellPage(window, { type: 'side-by-side' }) })),
    );

  const idle = new IdleLock(() => void hideAndLock('idle'));
  showMenu();
  const window: BrowserWindow = openWindow({ appPath, development: !app.isPackaged, text, onInput: () => idle.touch() });

  registerCalls(ipcMain, (contents) => !window.isDestroyed() && contents === window.webContents, {
    connect: async () => {
      connected = true;
      await givePort();
    },
    lock: () => lock('person'),
    hidden: () => Promise.resolve(hiding.answered()),
    setLanguage: async (language: Language) => {
      await texts.changeLanguage(language);
      showMenu();
    },
    keptAppearance: () => Promise.resolve(readAppearance(appearanceFile)),
    keepAppearance: (appearance) => keepAppearance(appearanceFile, appearance),
    chooseFile: async (kind) => give(await askForFile(window, kind, text), kind),
    chooseScans: async () => {
      // one more than are taken, so that the page sees that there were more
      const given = await Promise.all((await askForScans(window, text)).slice(0, SCAN_FILES + 1).map((path) => give(path, 'scan')));
      return given.flatMap((file) => file ?? []);
    },
    chooseFolder: async () => give(await askForFolder(window), 'folder'),
    saveFile: async (suggestedName) => give(await askWhereToSave(window, suggestedName), 'save'),
    print: async (ticket, contents) => {
      if (!(await core.mayPrint(ticket))) throw new Error('no ticket');
      const result = await printPage(contents);
      core.printed(ticket, result);
      return result;
    },
    listMedia: async () =>
      (await listMedia()).map(({ path, envelopes, ...medium }) => ({
        ...medium,
        ...placed(path),
        envelopes: envelopes.map(({ path: file, ...envelope }) => ({ ...envelope, ...placed(file) })),
      })),
    takeFolder: (known) => give(places.pathOf(known) ?? null, 'folder'),
    takeEnvelope: (known) => give(places.pathOf(known) ?? null, 'envelope'),
    droppedEnvelopes: (paths) => Promise.all(paths.map(drop)),
  });

  window.webContents.on('render-process-gone', () => {
    connected = false;
    hiding.answered();
  });
  powerMonitor.on('suspend', () => void hideAndLock('suspend'));
  watchScreenLock(powerMonitor, process.platform, () => void hideAndLock('screen-lock'));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void hidden()
      .then(() => core.end(false, 'QUIT'))
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
  // closing the window leaves the program by the same way, so that what is being typed is saved first
  window.on('close', (event) => {
    if (ended) return;
    event.preventDefault();
    app.quit();
  });
};
