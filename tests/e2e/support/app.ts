import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron as electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronRuntime, sandboxArguments } from '../../../scripts/electron-runtime.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface LaunchOptions {
  /** absolute; without it the vault lies in the run's own profile */
  readonly vaultDir?: string;
  /** a profile of an earlier run, to start the program again on the same data */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** more arguments of the program, such as `--demo` */
  readonly args?: readonly string[];
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** the profile of this run, removed by `close` unless it was given */
  readonly dataDir: string;
  /** Ends the program as a person would, so that the core closes its vault. */
  readonly close: () => Promise<void>;
}

/** Starts the built program with a profile of its own, so that tests run side by side. Build it first. */
export const launchApp = async ({ vaultDir, dataDir, env, args = [] }: LaunchOptions = {}): Promise<LaunchedApp> => {
  const runtime = await electronRuntime();
  const profile = dataDir ?? mkdtempSync(join(tmpdir(), 'varco-'));
  const app = await electron.launch({
    executablePath: runtime.executable,
    args: [
      ...sandboxArguments(runtime),
      `--user-data-dir=${profile}`,
      root,
      ...(vaultDir === undefined ? [] : [`--vault=${vaultDir}`]),
      ...args,
    ],
    env: { ...(process.env as Record<string, string>), LANG: 'en_GB.UTF-8', LANGUAGE: 'en', ...env },
  });
  const page = await app.firstWindow();
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
