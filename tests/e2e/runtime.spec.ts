import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, expect, test } from '@playwright/test';
import { electronRuntime, sandboxArguments } from '../../scripts/electron-runtime.mjs';

const MAIN = `
import { app, BrowserWindow } from 'electron';
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<title>ready</title>');
});
`;

test('the Electron runtime starts an application folder and is the version it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'smoke', version: '1.2.3', type: 'module', main: 'main.js' }));
  writeFileSync(join(folder, 'main.js'), MAIN);
  const runtime = await electronRuntime();
  const app = await electron.launch({
    executablePath: runtime.executable,
    args: [...sandboxArguments(runtime), `--user-data-dir=${join(folder, 'profile')}`, folder],
  });
  try {
    const page = await app.firstWindow();
    await expect(page).toHaveTitle('ready');
    const found = await app.evaluate(({ app: it }) => ({ version: process.versions.electron, name: it.getName(), own: it.getVersion() }));
    expect(found).toEqual({ version: runtime.version, name: 'smoke', own: '1.2.3' });
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
