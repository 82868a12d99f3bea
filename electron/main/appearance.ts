import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Appearance } from '../../shared/contract/bridge.ts';
import { Language } from '../../shared/domain/base.ts';

/** What may be kept of the screen's look: two words out of short lists, so that nothing else can be stored this way. */
export const AppearanceShape: z.ZodType<Appearance> = z.strictObject({
  language: Language,
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
});

/**
 * The appearance chosen last on this computer. It lies outside the vault, because it holds before anybody unlocks.
 * @returns null when none was kept, or what lies there is not one
 */
export const readAppearance = (file: string): Appearance | null => {
  try {
    return AppearanceShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

/** Keeps an appearance for the next start; a disk that cannot be written to costs nothing but the choice. */
export const keepAppearance = async (file: string, appearance: Appearance): Promise<void> => {
  try {
    await writeFile(`${file}.new`, JSON.stringify(AppearanceShape.parse(appearance)), { mode: 0o600 });
    await rename(`${file}.new`, file);
  } catch {
    // chosen again after the next start
  }
};
