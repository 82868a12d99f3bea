import { mkdtemp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { peekVault } from '../vault/vault.ts';
import { demoWorkplace, type DemoWorkplace } from './client.ts';
import type { DemoCountry } from './countries.ts';
import { sampleRegisters } from './registers.ts';
import { itStory } from './story-texts-it.ts';
import { roStory, type StoryTexts } from './story-texts.ts';
import { courseFrom, createPrison, importRegister, personWithCode, planToApprove } from './story.ts';

const stories: Readonly<Record<DemoCountry, StoryTexts>> = { ro: roStory, it: itStory };
const registers = { ro: 'ro-register-export.csv', it: 'it-register-export.csv' } as const;

/** A demonstration being made lies beside the folder it is for; an interrupted one is swept away by the next. */
const making = (vaultDir: string): string => `.${basename(vaultDir)}.making`;

/**
 * Makes the demo vault of a prison when there is none: the sample register imported, one course, one plan in force,
 * the told cases. Made beside and moved into place as a whole: an interruption leaves nothing half.
 */
export const ensureDemo = async (vaultDir: string, version: string, clock: () => number, country: DemoCountry = 'ro'): Promise<void> => {
  if ((await peekVault(vaultDir)).exists) return;
  const parent = dirname(vaultDir);
  await mkdir(parent, { recursive: true });
  for (const left of await readdir(parent)) {
    if (left.startsWith(making(vaultDir))) await rm(join(parent, left), { recursive: true, force: true });
  }
  const folder = await mkdtemp(join(parent, `${making(vaultDir)}-`));
  try {
    await tell(join(folder, 'vault'), version, clock, country);
    await rm(vaultDir, { recursive: true, force: true });
    await rename(join(folder, 'vault'), vaultDir);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const tell = async (vaultDir: string, version: string, clock: () => number, country: DemoCountry): Promise<void> => {
  const story = stories[country];
  const workplace = demoWorkplace(vaultDir, version, clock);
  try {
    await createPrison(workplace, story);
    await readRegister(workplace, registers[country]);
    if (country === 'ro') await courseFrom(workplace, sampleRegisters['ro-attendance-register.csv']);
    const { contentId } = await planToApprove(workplace, await personWithCode(workplace, story.code), workplace.core.session.work().today, story);
    await workplace.changeUser(story.names.coordinator);
    await workplace.calls.plans.approve({ contentId });
  } finally {
    await workplace.core.close();
  }
};

const readRegister = async (workplace: DemoWorkplace, name: keyof typeof sampleRegisters): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'varco-demo-'));
  try {
    const register = join(folder, name);
    await writeFile(register, sampleRegisters[name]);
    await importRegister(workplace, register);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
