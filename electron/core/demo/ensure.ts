import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peekVault } from '../vault/vault.ts';
import { demoWorkplace } from './client.ts';
import { sampleRegisters } from './registers.ts';
import { courseFrom, createPrison, importRegister, personWithCode, planWith } from './story.ts';

/** The person of the sample register whose story the demonstrations tell. */
export const STORY_CODE = 'TM-2025-1063';

/** Makes the demo vault of a prison when there is none: the sample register imported, one course, one plan in force. */
export const ensureDemo = async (vaultDir: string, version: string, clock: () => number): Promise<void> => {
  if ((await peekVault(vaultDir)).exists) return;
  const workplace = demoWorkplace(vaultDir, version, clock);
  const folder = await mkdtemp(join(tmpdir(), 'varco-demo-'));
  try {
    await createPrison(workplace);
    const register = join(folder, 'ro-register-export.csv');
    await writeFile(register, sampleRegisters['ro-register-export.csv']);
    await importRegister(workplace, register);
    await courseFrom(workplace, sampleRegisters['ro-attendance-register.csv']);
    await planWith(workplace, await personWithCode(workplace, STORY_CODE), workplace.core.session.work().today);
  } finally {
    await workplace.core.close();
    await rm(folder, { recursive: true, force: true });
  }
};
