import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { keepAppearance } from '../../../electron/main/appearance.ts';
import type { Appearance } from '../../../shared/contract/bridge.ts';
import { launchApp, type LaunchedApp } from './app.ts';

const varco = fileURLToPath(new URL('../../../out/core/varco.js', import.meta.url));

/**
 * Starts the probation office of a story told to its end: the case of a prison arrived, was imported and answered.
 * `close` removes everything.
 */
export const launchToldOffice = async (look: Appearance): Promise<LaunchedApp> => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  await promisify(execFile)(process.execPath, [varco, 'demo', '--out', join(folder, 'out'), '--vaults', join(folder, 'vaults')], { maxBuffer: 1 << 24 });
  const dataDir = join(folder, 'profile');
  mkdirSync(dataDir);
  await keepAppearance(join(dataDir, 'appearance.json'), look);
  const launched = await launchApp({ dataDir, vaultDir: join(folder, 'vaults', 'office') });
  return {
    ...launched,
    close: async () => {
      await launched.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
