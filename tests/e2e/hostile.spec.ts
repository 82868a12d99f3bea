import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { START_URL } from '../../electron/main/security/origin.ts';
import { launchApp, type LaunchedApp } from './support/app.ts';
import { openCanary, type Canary } from './support/canary.ts';
import { launchUnprotected } from './support/control.ts';
import { loadEmptyPage } from './support/empty-page.ts';
import { networkAttempts, type Target } from './support/network-attempts.ts';
import { intrusions, journeys, requests, type PageAttempt } from './support/page-attempts.ts';
import { expectReport, expectStopped, sightings, watchMain, watchPolicy } from './support/witness.ts';

const targetOf = (canary: Canary): Target => ({
  http: `http://127.0.0.1:${canary.tcpPort}`,
  ws: `ws://127.0.0.1:${canary.tcpPort}`,
  udp: `127.0.0.1:${canary.udpPort}`,
});
const withoutHash = (url: string): string => url.replace(/#.*$/, '');

test.describe('from the page of the real program', () => {
  test.describe.configure({ mode: 'default' });
  let canary: Canary;
  let target: Target;
  let varco: LaunchedApp;
  let folder: string;

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'varco-'));
    // what the desktop would call for a mail or search address: it leaves a mark
    const opener = join(folder, 'xdg-open');
    writeFileSync(opener, `#!/bin/sh\ntouch ${join(folder, 'opened')}\n`);
    chmodSync(opener, 0o755);
    canary = await openCanary();
    target = targetOf(canary);
    // a camera and a microphone that could be given, where the machine has none
    varco = await launchApp({ args: ['--use-fake-device-for-media-stream'], env: { PATH: `${folder}:${process.env['PATH']}` } });
    await watchMain(varco.app);
    await watchPolicy(varco.page);
  });
  test.afterAll(async () => {
    await varco.close();
    // the program has ended: nothing can arrive any more
    expect(canary.arrivals()).toEqual([]);
    expect(existsSync(join(folder, 'opened'))).toBe(false);
    await canary.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** After each attempt: same page, one window, and nothing heard outside. */
  const expectStill = async (): Promise<void> => {
    expect(withoutHash(varco.page.url())).toBe(START_URL);
    expect(withoutHash(await varco.page.evaluate(() => window.location.href))).toBe(START_URL);
    expect(varco.app.windows()).toHaveLength(1);
    expect(await varco.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(canary.arrivals()).toEqual([]);
  };

  for (const attempt of networkAttempts) {
    test(`network: ${attempt.name}`, async () => {
      expect(await varco.page.evaluate(attempt.inPage, target)).toMatch(attempt.outcome);
      if (attempt.directive !== null) await expectReport(varco.page, attempt.directive);
      await expectStill();
    });
  }

  const tryInPage = async (attempt: PageAttempt): Promise<void> => {
    await sightings(varco.app);
    expect(await varco.page.evaluate(attempt.inPage, target)).toMatch(attempt.outcome);
    if (attempt.directive !== undefined) await expectReport(varco.page, attempt.directive);
    if (attempt.prevented !== undefined) await expectStopped(varco.app, attempt.prevented, /./);
    await expectStill();
  };
  for (const attempt of journeys) test(`journey: ${attempt.name}`, () => tryInPage(attempt));
  for (const attempt of intrusions) test(`intrusion: ${attempt.name}`, () => tryInPage(attempt));
  for (const attempt of requests) test(`request: ${attempt.name}`, () => tryInPage(attempt));

  test('a dropped file does not replace the page', async () => {
    const file = join(folder, 'dropped.html');
    writeFileSync(file, '<h1>dropped</h1>');
    const session = await varco.page.context().newCDPSession(varco.page);
    await varco.page.evaluate(() => {
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      for (const type of ['dragenter', 'drop', 'dragleave']) window.addEventListener(type, () => heard.push(type), true);
    });
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data: { items: [], files: [file], dragOperationsMask: 1 } });
    // a file nobody asked for is refused: it leaves the page again instead of being opened by the browser
    await expect.poll(() => varco.page.evaluate(() => Reflect.get(window, 'heard') as string[])).toEqual(['dragenter', 'dragleave']);
    await expectStill();
  });

  for (const [call, payload] of [
    ['connect', 'now'],
    ['lock', {}],
    ['hidden', 1],
    ['setLanguage', 'xx'],
    ['chooseFile', '../../etc'],
    ['chooseFile', { kind: 'table' }],
    ['chooseFolder', '/etc'],
    ['saveFile', '../escape.pdf'],
    ['saveFile', 'C:\\escape.pdf'],
    ['saveFile', '.bashrc'],
    ['saveFile', ''],
    ['saveFile', 'x'.repeat(400)],
    ['listMedia', 1],
    ['takeFolder', '/etc'],
    ['takeEnvelope', '/etc/passwd'],
    ['print', {}],
    ['print', 'every page'],
  ] as const) {
    test(`bridge: ${call}(${JSON.stringify(payload).slice(0, 40)}) is refused before any dialog`, async () => {
      await varco.app.evaluate(({ dialog }) => {
        const opened = async (): Promise<never> => Promise.reject(new Error('a dialog was opened'));
        Object.assign(dialog, { showOpenDialog: opened, showSaveDialog: opened });
      });
      const outcome = await varco.page.evaluate(
        async ([name, value]) => (window.varco[name] as (payload: unknown) => Promise<unknown>)(value).then(() => 'answered', String),
        [call, payload] as const,
      );
      expect(outcome).toMatch(/refused: payload$/);
    });
  }

  test('a file made up by a script has no path, and a place nobody was shown leads nowhere', async () => {
    const outcome = await varco.page.evaluate(async () => [
      await window.varco.dropEnvelopes([new File(['x'], '/etc/passwd')]),
      await window.varco.takeEnvelope('018f5a10-0000-4000-8000-000000000001'),
      await window.varco.takeFolder('018f5a10-0000-4000-8000-000000000001'),
      'droppedEnvelopes' in window.varco,
    ]);
    expect(outcome).toEqual([[{ name: '', refused: 'notAFile' }], null, null, false]);
  });

  test('nothing is printed with a ticket the core never gave', async () => {
    await varco.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window !== undefined) window.webContents.print = () => Reflect.set(globalThis, 'printed', true);
    });
    const outcome = await varco.page.evaluate(() => window.varco.print('018f5a10-0000-4000-8000-000000000001').then(String, String));
    expect(outcome).toMatch(/failed$/);
    expect(await varco.app.evaluate(() => Reflect.get(globalThis, 'printed'))).toBeUndefined();
  });

  test('a window that is not ours gets no port, although it shows our page with our preload', async () => {
    const outcome = await varco.app.evaluate(async ({ app, BrowserWindow }) => {
      const other = new BrowserWindow({
        show: false,
        webPreferences: { partition: 'varco', sandbox: true, preload: `${app.getAppPath()}/out/preload/preload.cjs` },
      });
      await other.loadURL('app://varco/index.html');
      const answer = (await other.webContents.executeJavaScript(`window.varco.connect().then(() => 'connected', String)`)) as string;
      other.destroy();
      return answer;
    });
    expect(outcome).toMatch(/refused: sender$/);
  });

  for (const path of [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/%252e%252e%252fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../main/main.js',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/index.html%00.js',
    '/%ff',
  ]) {
    test(`scheme: ${path} is not served`, async () => {
      const status = await varco.app.evaluate(
        async ({ session }, url) => session.fromPartition('varco').fetch(url).then((answer) => answer.status, () => 0),
        `app://varco${path}`,
      );
      expect([0, 403, 404]).toContain(status);
    });
  }

  test('what the page stores is never on the disk', async () => {
    const { app, page, dataDir } = await launchApp({ dataDir: mkdtempSync(join(tmpdir(), 'varco-')) });
    const mark = `mark-${crypto.randomUUID()}`;
    await page.evaluate(async (text) => {
      localStorage.setItem('mark', text);
      await new Promise((resolve) => {
        const request = indexedDB.open(text);
        request.addEventListener('success', resolve);
        request.addEventListener('error', resolve);
      });
    }, mark);
    await app.close();
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    const holding = files.filter((entry) => ['latin1', 'utf16le'].some((encoding) => readFileSync(join(entry.parentPath, entry.name)).toString(encoding as BufferEncoding).includes(mark)));
    expect(holding.map(({ name }) => name)).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });
});

test.describe('with the policy of the page taken away', () => {
  test.describe.configure({ mode: 'default' });
  let canary: Canary;
  let target: Target;
  let varco: LaunchedApp;

  test.beforeAll(async () => {
    canary = await openCanary();
    target = targetOf(canary);
    varco = await launchApp();
    await watchMain(varco.app);
    await loadEmptyPage(varco, target.http);
  });
  test.afterAll(async () => {
    await varco.close();
    expect(canary.arrivals()).toEqual([]);
    await canary.close();
  });

  for (const attempt of networkAttempts) {
    test(`the program itself stops: ${attempt.name}`, async () => {
      await sightings(varco.app);
      const noticed = varco.page.evaluate(attempt.inPage, target);
      if (attempt.silent) {
        noticed.catch(() => {});
        await expectStopped(varco.app, 'will-frame-navigate', /127\.0\.0\.1/);
      } else if (attempt.name.startsWith('Web')) expect(await noticed).toMatch(attempt.outcome);
      else {
        await noticed;
        await expectStopped(varco.app, 'request-error', new RegExp(String(canary.tcpPort)));
      }
      expect(canary.arrivals()).toEqual([]);
    });
  }

  test('the program itself stops: redirect', async () => {
    await varco.page.evaluate((start) => (window.location.href = `${start}?redirect`), START_URL);
    await expectStopped(varco.app, 'will-redirect', /redirect/);
    expect(withoutHash(varco.page.url())).toBe(START_URL);
    expect(canary.arrivals()).toEqual([]);
  });
});

test.describe('from an Electron without our rules', () => {
  test.describe.configure({ mode: 'default' });
  let canary: Canary;
  let unprotected: Awaited<ReturnType<typeof launchUnprotected>>;

  test.beforeAll(async () => {
    canary = await openCanary();
    unprotected = await launchUnprotected();
  });
  test.afterAll(async () => {
    await unprotected.close();
    await canary.close();
  });

  for (const attempt of networkAttempts) {
    test(`the same attempt gets out: ${attempt.name}`, async () => {
      const before = canary.arrivals().length;
      unprotected.page.evaluate(attempt.inPage, targetOf(canary)).catch(() => {});
      await expect.poll(() => canary.arrivals().length).toBeGreaterThan(before);
    });
  }
});
