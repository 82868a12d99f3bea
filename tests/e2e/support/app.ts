import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron as electron, errors, type ElectronApplication, type Page } from '@playwright/test';
import { electronRuntime, sandboxArguments } from '../../../scripts/electron-runtime.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** First arguments of every start: see hold.cjs. */
export const holdArguments: readonly string[] = ['-r', fileURLToPath(new URL('hold.cjs', import.meta.url))];

const withMounts = fileURLToPath(new URL('with-mounts.sh', import.meta.url));

export interface LaunchOptions {
  /** absolute; without it the vault lies in the run's own profile */
  readonly vaultDir?: string;
  /** a profile of an earlier run, to start the program again on the same data */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** more arguments of the program, such as `--demo` */
  readonly args?: readonly string[];
  /** in a mount name space of its own, for the media of `sticks.ts` */
  readonly mounts?: boolean;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** the profile of this run, removed by `close` unless it was given */
  readonly dataDir: string;
  /** Ends the program as a person would, so that the core closes its vault. */
  readonly close: () => Promise<void>;
}

type Launch = NonNullable<Parameters<typeof electron.launch>[0]>;

/** A start takes two to five seconds, eight on a machine with ten times more to do than it can. */
const PATIENCE = 15_000;

/**
 * Starts Electron. Should Playwright ever again wait for a page that does not come, the process is ended and started once more,
 * with more patience; what the program itself does is never repeated.
 */
const start = async (options: Launch): Promise<{ readonly app: ElectronApplication; readonly page: Page }> => {
  const app = await electron.launch({ ...options, timeout: PATIENCE }).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
    // the log of the launch tells how far it came
    process.stderr.write(`Electron did not start within ${PATIENCE / 1000} s and was started again:\n${error.message}\n`);
    return electron.launch({ ...options, timeout: 4 * PATIENCE });
  });
  return { app, page: await app.firstWindow() };
};

/** Starts the built program with a profile of its own, so that tests run side by side. Build it first. */
export const launchApp = async ({ vaultDir, dataDir, env, args = [], mounts = false }: LaunchOptions = {}): Promise<LaunchedApp> => {
  const runtime = await electronRuntime();
  const profile = dataDir ?? mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page } = await start({
    executablePath: mounts ? withMounts : runtime.executable,
    args: [
      ...holdArguments,
      // whoever is mapped to root there starts as root does
      ...(mounts ? ['--no-sandbox'] : sandboxArguments(runtime)),
      `--user-data-dir=${profile}`,
      root,
      ...(vaultDir === undefined ? [] : [`--vault=${vaultDir}`]),
      ...args,
    ],
    env: { ...(process.env as Record<string, string>), LANG: 'en_GB.UTF-8', LANGUAGE: 'en', ...(mounts ? { VARCO_ELECTRON: runtime.executable } : {}), ...env },
  });
  return {
    app,
    page,
    dataDir: profile,
    close: async () => {
      await app.close();
      if (dataDir === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
};
