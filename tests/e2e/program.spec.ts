import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { electronRuntime, sandboxArguments } from '../../scripts/electron-runtime.mjs';
import { launchApp, type LaunchedApp } from './support/app.ts';
import { loadEmptyPage } from './support/empty-page.ts';
import { askStatus, bridgeEvents, coreCount, corePid, isRunning, portCount, portsClosed, watchBridge } from './support/ports.ts';

/** Gives the window an empty page that listens to the program and has a port; one loaded before is forgotten with all it heard. */
const freshPage = async (varco: LaunchedApp): Promise<void> => {
  await loadEmptyPage(varco);
  await watchBridge(varco.page);
  await varco.page.evaluate(() => window.varco.connect());
  await expect.poll(() => portCount(varco.page)).toBe(1);
};

/** What the kernel says of the size a core file of this process may have. */
const coreLimit = (pid: number): string => /^Max core file size\s+(\S+\s+\S+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.[1]?.replace(/\s+/, ' ') ?? '';

test('no process leaves a core file, even where the system would allow one; a core that crashes leaves nothing in the profile', async () => {
  // as on a computer that keeps core files: what we start inherits it
  spawnSync('prlimit', ['--pid', String(process.pid), `--core=${coreLimit(process.pid).split(' ')[1] ?? '0'}`]);
  const varco = await launchApp();
  try {
    await expect.poll(() => corePid(varco.app)).not.toBe(0);
    const pids = await varco.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
    expect(pids.length).toBeGreaterThan(2);
    expect(pids.map(coreLimit)).toEqual(pids.map(() => '1 1'));
    const before = await corePid(varco.app);
    process.kill(before, 'SIGSEGV');
    await expect.poll(() => isRunning(before)).toBe(false);
    expect(readdirSync(varco.dataDir, { recursive: true }).map(String).filter((name) => /(?:^|\/)core(?:\.\d+)?$|\.dmp$/.test(name))).toEqual([]);
  } finally {
    await varco.close();
  }
});

/** Sockets on which a process waits for somebody to connect. */
const listening = (pid: number): number => {
  const waiting = new Set(
    ['tcp', 'tcp6'].flatMap((kind) =>
      readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').split('\n').map((line) => line.trim().split(/\s+/)).flatMap((words) => (words[3] === '0A' ? [`socket:[${words[9] ?? ''}]`] : [])),
    ),
  );
  return readdirSync(`/proc/${pid}/fd`).filter((fd) => {
    try {
      return waiting.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
    } catch {
      return false;
    }
  }).length;
};

const runtimeArguments = async (profile: string, ...more: string[]): Promise<[string, string[]]> => {
  const runtime = await electronRuntime();
  return [runtime.executable, [...sandboxArguments(runtime), `--user-data-dir=${profile}`, fileURLToPath(new URL('../..', import.meta.url)), ...more]];
};

test.describe('one program, each time with a fresh page', () => {
  // one after the other, so that they share one start
  test.describe.configure({ mode: 'default' });
  let varco: LaunchedApp;

  test.beforeAll(async () => {
    varco = await launchApp();
  });
  test.beforeEach(() => freshPage(varco));
  test.afterAll(() => varco.close());

  test('the signal with which Node opens a debugger opens none in the core', async () => {
    const pid = await corePid(varco.app);
    // one that answers has taken the signal over; before that it holds no key
    expect(await askStatus(varco.page)).toContain('"state"');
    process.kill(pid, 'SIGUSR1');
    for (let time = 0; time < 20; time += 1) expect(await askStatus(varco.page)).toContain('"state"');
    expect(listening(pid)).toBe(0);
    expect(isRunning(pid)).toBe(true);
  });

  test('the page reaches the core over its port', async () => {
    expect(await askStatus(varco.page)).toContain('"state":"none"');
  });

  test('locking ends the core with its ports and gives the page a new one', async () => {
    const before = await corePid(varco.app);
    await varco.page.evaluate(() => window.varco.lock());
    // the page that asks has hidden everything by itself
    expect(await bridgeEvents(varco.page)).toEqual([{ type: 'locked', by: 'person' }]);
    await expect.poll(() => portCount(varco.page)).toBe(2);
    await expect.poll(() => portsClosed(varco.page)).toBe(1);
    await expect.poll(() => isRunning(before)).toBe(false);
    await expect.poll(() => corePid(varco.app)).not.toBe(before);
    expect(await askStatus(varco.page)).toContain('"state"');
  });

  test('locking twice at once locks once and leaves one core', async () => {
    await varco.page.evaluate(() => Promise.all([window.varco.lock(), window.varco.lock()]));
    // the list of processes forgets a dead one a moment later
    await expect.poll(() => coreCount(varco.app)).toBe(1);
    expect(await askStatus(varco.page)).toContain('"state"');
  });

  test('locking again while the new core is only just starting ends that one too', async () => {
    await varco.page.evaluate(async () => {
      for (let time = 0; time < 6; time += 1) await window.varco.lock();
    });
    await expect.poll(() => coreCount(varco.app)).toBe(1);
    await expect.poll(() => portCount(varco.page)).toBe(7);
    expect(await askStatus(varco.page)).toContain('"state"');
  });

  test('the key of the menu locks, and its other key asks for side-by-side mode', async () => {
    await varco.app.evaluate(({ Menu }) => {
      for (const id of ['side-by-side', 'lock']) Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
    });
    await expect.poll(() => bridgeEvents(varco.page)).toEqual([{ type: 'side-by-side' }, { type: 'hide' }, { type: 'locked', by: 'person' }]);
    await expect.poll(() => portCount(varco.page)).toBe(2);
  });

  test('the computer going to sleep or locking its screen locks', async () => {
    await varco.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await expect.poll(() => portCount(varco.page)).toBe(2);
    await varco.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
    await expect.poll(() => bridgeEvents(varco.page)).toEqual([
      { type: 'hide' },
      { type: 'locked', by: 'suspend' },
      { type: 'hide' },
      { type: 'locked', by: 'screen-lock' },
    ]);
    await expect.poll(() => portCount(varco.page)).toBe(3);
  });

  test('a core that dies is started again, and the page is told', async () => {
    process.kill(await corePid(varco.app), 'SIGKILL');
    await expect.poll(() => bridgeEvents(varco.page)).toMatchObject([{ type: 'core-gone', restarting: true }]);
    await expect.poll(() => portCount(varco.page)).toBe(2);
    expect(await askStatus(varco.page)).toContain('"state"');
  });

  test('a chosen path reaches the core, the page only a token and a name', async () => {
    await varco.app.evaluate(({ dialog }) => {
      Object.assign(dialog, {
        showOpenDialog: async () => ({ canceled: false, filePaths: ['/media/usb/registru.csv'] }),
        showSaveDialog: async () => ({ canceled: true, filePath: '' }),
      });
    });
    const [file, folder, save] = await varco.page.evaluate(() =>
      Promise.all([window.varco.chooseFile('table'), window.varco.chooseFolder(), window.varco.saveFile('plan.pdf')]),
    );
    expect(file).toEqual({ token: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'registru.csv' });
    expect(folder?.token).not.toBe(file?.token);
    expect(save).toBeNull();
  });

  test('the title of the window never says whom somebody works with', async () => {
    await varco.page.evaluate(() => (document.title = 'Popescu, Ion'));
    await expect.poll(() => varco.page.title()).toBe('Popescu, Ion');
    expect(await varco.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()))).toEqual(['Varco']);
  });

  test('the menu follows the language of the screen', async () => {
    await varco.page.evaluate(() => window.varco.setLanguage('ro'));
    expect(await varco.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.label)).toBe('Blochează');
  });

  test('no crash report is ever written', async () => {
    expect(await varco.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
  });

  test('a second start with the same data ends at once and leaves the first alone', async () => {
    const [exitCode] = (await once(spawn(...(await runtimeArguments(varco.dataDir)), { stdio: 'ignore' }), 'exit')) as [number];
    expect(exitCode).toBe(0);
    expect(await askStatus(varco.page)).toContain('"state"');
  });

  test('a vault folder that depends on where the program was started is refused', async () => {
    const [exitCode] = (await once(spawn(...(await runtimeArguments(`${varco.dataDir}-other`, '--vault=vault')), { stdio: 'ignore' }), 'exit')) as [number];
    expect(exitCode).toBe(2);
  });
});

test('a core that dies over and over is left alone, and asking for a port says so', async () => {
  const varco = await launchApp();
  await freshPage(varco);
  for (let death = 1; death <= 4; death += 1) {
    await expect.poll(() => corePid(varco.app)).not.toBe(0);
    process.kill(await corePid(varco.app), 'SIGKILL');
    await expect.poll(async () => (await bridgeEvents(varco.page)).length).toBe(death);
  }
  expect((await bridgeEvents(varco.page)).at(-1)).toMatchObject({ type: 'core-gone', restarting: false });
  expect(await varco.page.evaluate(() => window.varco.connect().then(() => 'connected', String))).toMatch(/failed$/);
  await varco.close();
});

test('leaving ends the core', async () => {
  const varco = await launchApp();
  await expect.poll(() => corePid(varco.app)).not.toBe(0);
  const pid = await corePid(varco.app);
  await varco.close();
  await expect.poll(() => isRunning(pid)).toBe(false);
});
