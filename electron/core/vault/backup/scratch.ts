import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const DRILL = /^drill-[0-9a-f]{16}\.tmp$/;

/** A folder for a drill, inside the vault's own: as well protected as that. Not there yet. */
export const newDrillFolder = (dir: string): string => join(dir, `drill-${randomBytes(8).toString('hex')}.tmp`);

/** Removes what drills left that were interrupted. Only for the holder of the vault's lock. */
export const removeDrills = async (dir: string): Promise<void> => {
  for (const name of await readdir(dir)) if (DRILL.test(name)) await rm(join(dir, name), { recursive: true, force: true });
};

/** A folder beside a vault's place, to be moved there as a whole. Not there yet. */
export const newBeside = (dir: string): string => join(dirname(dir), `.${basename(dir)}.${randomBytes(6).toString('hex')}.new`);

/** Removes what interrupted restores left beside a vault's place. */
export const removeBeside = async (dir: string): Promise<void> => {
  const start = `.${basename(dir)}.`;
  const names = await readdir(dirname(dir)).catch((): string[] => []);
  const left = names.filter((name) => name.startsWith(start) && /^[0-9a-f]{12}\.new$/.test(name.slice(start.length)));
  for (const name of left) await rm(join(dirname(dir), name), { recursive: true, force: true });
};
