import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect, test } from '@playwright/test';
import { START_URL } from '../../electron/main/security/origin.ts';
import { fuses } from '../../electron/main/security/fuses.ts';
import { sandboxArguments } from '../../scripts/electron-runtime.mjs';
import { askStatus, portCount, watchBridge } from './support/ports.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist', 'development', 'linux-unpacked');
const executable = join(dist, 'varco');
const resources = join(dist, 'resources');

test.describe('the packaged program', () => {
  test.describe.configure({ mode: 'default', timeout: 300_000 });
  let folder: string;
  let common: string[];

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'varco-'));
    common = [...sandboxArguments({ dist }), `--user-data-dir=${join(folder, 'profile')}`];
    await run(process.execPath, ['scripts/package.mjs', '--development'], { cwd: root, maxBuffer: 16 * 1024 * 1024 });
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has every fuse as decided, read from the bytes', async () => {
    const wire = await getCurrentFuseWire(executable);
    const found = Object.keys(fuses('linux')).map((name) => [name, wire[FuseV1Options[name as keyof typeof FuseV1Options]] === '1'.codePointAt(0)]);
    expect(Object.fromEntries(found)).toEqual(fuses('linux'));
  });

  test('holds the built program and what it needs, no source, no map, nothing of the tests', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'));
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/out/main/main.js', '/out/preload/preload.cjs', '/out/core/process.js', '/out/renderer/index.html']));
    expect(files.filter((file) => /^\/(?!out(\/|$)|node_modules(\/|$)|package\.json$)/.test(file))).toEqual([]);
    expect(files.filter((file) => /^\/out\/.*(\.map|\.tsx?|\/dev-[^/]*)$/.test(file))).toEqual([]);
    expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
  });

  test('opens its window with a port to the core', async () => {
    const program: ChildProcess = spawn(executable, [...common, '--remote-debugging-port=0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    try {
      let said = '';
      program.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()));
      await expect.poll(() => /DevTools listening on (ws:\S+)/.exec(said)?.[1]).toBeDefined();
      const browser = await chromium.connectOverCDP(/DevTools listening on (ws:\S+)/.exec(said)?.[1] ?? '');
      const context = browser.contexts()[0];
      await expect.poll(() => context?.pages().map((page) => page.url().replace(/#.*$/, ''))).toEqual([START_URL]);
      const [page] = context?.pages() ?? [];
      if (page === undefined) throw new Error('no page');
      await page.waitForLoadState('load'); // the page may have been found in the middle of its first loading
      await watchBridge(page);
      await page.evaluate(() => window.varco.connect());
      await expect.poll(() => portCount(page)).toBeGreaterThan(0);
      expect(await askStatus(page)).toContain('"state":"none"');
      await browser.close();
    } finally {
      const exit = once(program, 'exit');
      program.kill();
      await exit;
    }
  });

  const command = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ stdout: string; stderr: string }> => {
    const { DISPLAY: _screen, ...rest } = process.env;
    return run(executable, [...common, ...args], { env: { ...rest, LANG: 'en_GB.UTF-8', ...env } });
  };

  test('is the command line too, without a screen', async () => {
    expect((await command(['--cli', '--help'])).stdout).toContain('varco verify FILE');
    await expect(command(['--cli', 'verify'])).rejects.toMatchObject({ code: 2 });
  });

  test('is no Node for whoever sets a variable', async () => {
    const mark = join(folder, 'mark');
    const intruder = join(folder, 'intruder.cjs');
    writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'x')`);
    const { stdout } = await command(['--cli', '--help'], { ELECTRON_RUN_AS_NODE: '1' });
    expect(stdout).toContain('varco verify FILE');
    await command(['--cli', '--help'], { NODE_OPTIONS: `--require ${intruder}` });
    expect(existsSync(mark)).toBe(false);
  });

  test('lets no debugger in', async () => {
    const { stderr } = await command(['--inspect=0', '--cli', '--help']);
    expect(stderr).not.toContain('Debugger listening');
  });
});
