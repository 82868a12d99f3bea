import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Vaults made once for all stories of a run, whichever worker needs one first; each story works on a copy of its own. */

/** What a program of ours printed while it made a vault lies beside it under this name. */
export const SAID = 'said.txt';

/**
 * Makes something once for the whole run. Two workers may make it at the same time; the first to end is taken by both.
 * @param program a development program that is given the folder of the vault and these arguments
 * @param still the moment it takes for now, where that must not be another on another day
 * @returns the folder that holds `vault` and what was said
 */
export const made = async (name: string, program: string, args: readonly string[], still?: string): Promise<string> => {
  const run = process.env['VARCO_MADE'];
  if (run === undefined) throw new Error('playwright.config.ts names the folder of the run');
  const folder = join(run, name);
  if (existsSync(folder)) return folder;
  mkdirSync(run, { recursive: true });
  const making = mkdtempSync(join(run, 'making-'));
  const entry = fileURLToPath(new URL(`../../../out/core/${program}.js`, import.meta.url));
  const clock = still === undefined ? {} : { NODE_OPTIONS: `--require=${JSON.stringify(fileURLToPath(new URL('still-clock.cjs', import.meta.url)))}`, VARCO_STILL_CLOCK: still };
  const { stdout } = await promisify(execFile)(process.execPath, [entry, join(making, 'vault'), ...args], { env: { ...process.env, ...clock } });
  writeFileSync(join(making, SAID), stdout);
  try {
    renameSync(making, folder);
  } catch (error) {
    // the other worker was first, with the same
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
};
