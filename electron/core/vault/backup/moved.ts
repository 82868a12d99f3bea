/** The mark of a vault that goes on working elsewhere. Not part of a backup: what is restored is not marked. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { removeFile, writeFileAtomic } from '../atomic-file.ts';

const Moved = z.object({ format: z.literal('varco-moved'), movedAt: z.iso.datetime() });
const movedFile = (dir: string): string => join(dir, 'moved.json');

/** Since when the vault of a folder works elsewhere; undefined when it does not. A mark that cannot be read still counts. */
export const movedAt = async (dir: string): Promise<string | undefined> => {
  const text = await readFile(movedFile(dir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return Moved.parse(JSON.parse(text)).movedAt;
  } catch {
    return new Date(0).toISOString();
  }
};

/** Durable when resolved. */
export const markMoved = (dir: string, at: string): Promise<void> =>
  writeFileAtomic(movedFile(dir), Buffer.from(`${JSON.stringify({ format: 'varco-moved', movedAt: at }, null, 2)}\n`));

export const unmarkMoved = (dir: string): Promise<void> => removeFile(movedFile(dir));
