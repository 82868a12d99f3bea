import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, type Page } from '@playwright/test';
import { electronRuntime, sandboxArguments } from '../../../scripts/electron-runtime.mjs';
import { holdArguments } from './app.ts';

const MAIN = `
import { app, BrowserWindow, protocol } from 'electron';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
app.whenReady().then(() => {
  protocol.handle('app', () => new Response('<!doctype html><title>unprotected</title><body>', { headers: { 'content-type': 'text/html' } }));
  void new BrowserWindow({ show: false }).loadURL('app://varco/index.html');
});
`;

/** An Electron without any rule of ours on a page without a policy: what reaches the canary from here is a real attempt. */
export const launchUnprotected = async (): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'unprotected', version: '1.0.0', type: 'module', main: 'main.js' }));
  writeFileSync(join(folder, 'main.js'), MAIN);
  const runtime = await electronRuntime();
  const app = await electron.launch({
    executablePath: runtime.executable,
    args: [...holdArguments, ...sandboxArguments(runtime), `--user-data-dir=${join(folder, 'profile')}`, folder],
  });
  return {
    page: await app.firstWindow(),
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
