import type { App } from 'electron';
import { noCoreDumps } from './core-dumps.ts';
import { denyDownloads } from './downloads.ts';
import { denyNavigation } from './navigation.ts';
import { blockNetwork } from './network.ts';
import { denyCredentials, denyPermissions } from './permissions.ts';
import { denySpelling } from './spelling.ts';
import { setSwitches } from './switches.ts';
import { denyWebrtc } from './webrtc.ts';
import { denyWebview } from './webview.ts';
import { denyWindows } from './windows.ts';

/**
 * Puts every rule on everything that will exist: each session and each web contents at its birth, ours or not.
 * Called once, before the browser is ready. Crash reports are never started: a dump would hold keys and names.
 */
export const harden = (app: App, development: boolean): void => {
  noCoreDumps();
  // Node would open a debugger for whoever may send the signal; the fuse that stops it is on in packages only
  process.on('SIGUSR1', () => undefined);
  setSwitches(app.commandLine);
  // where the system cannot give a sandbox (root, some containers) the program is started with --no-sandbox, and this would end it
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  denyCredentials(app);
  app.on('session-created', (session) => {
    denyPermissions(session);
    denyDownloads(session);
    denySpelling(session);
    blockNetwork(session, development);
  });
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyWindows(contents);
    denyWebview(contents);
    denyWebrtc(contents);
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault();
      choose('');
    });
  });
};
