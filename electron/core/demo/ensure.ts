import { mkdtemp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DEMO_READY } from '../../../shared/domain/first-hour.ts';
import { peekVault } from '../vault/vault.ts';
import { demoWorkplace, type DemoWorkplace } from './client.ts';
import type { DemoCountry } from './countries.ts';
import { sampleRegisters } from './registers.ts';
import { admitOthers } from './others.ts';
import { courseFrom, createPrison, importRegister, personWithCode, planToApprove } from './story.ts';
import { tellDayWork } from './told/day-work.ts';
import { itCourse } from './told/it-course.ts';
import { itCountry } from './told/it.ts';
import { prepareRelease } from './told/prepare.ts';
import { roCountry } from './told/ro.ts';
import { bringIntoForce, tellCase, toldClock, type WaitingPlan } from './told/tell.ts';
import type { ToldCountry } from './told/told-case.ts';

const countries: Readonly<Record<DemoCountry, ToldCountry>> = { ro: roCountry, it: itCountry };
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

const tell = async (vaultDir: string, version: string, present: () => number, country: DemoCountry): Promise<void> => {
  const { story, cases } = countries[country];
  const clock = toldClock(present);
  const workplace = demoWorkplace(vaultDir, version, clock.now);
  const { core } = workplace;
  try {
    await createPrison(workplace, story);
    await readRegister(workplace, registers[country]);
    const { today } = core.session.work();
    const course = country === 'ro' ? await courseFrom(workplace, sampleRegisters['ro-attendance-register.csv']) : await itCourse(workplace, today);
    const telling = { workplace, clock, country, today, educatorId: core.session.vault.user.id };
    const personId = await personWithCode(workplace, story.code);
    const { contentId } = await planToApprove(workplace, personId, today, story);
    await prepareRelease(workplace, { personId, country, today, supervised: true });
    const waiting: WaitingPlan[] = [{ contentId, marks: [] }];
    for (const told of cases) waiting.push(await tellCase(telling, told));
    await tellDayWork(workplace, { country, today, personId });
    await workplace.changeUser(story.names.coordinator);
    await bringIntoForce(workplace, waiting);
    await admitOthers(workplace, story, course.runId);
    await core.session.vault.commit([], { action: DEMO_READY });
  } finally {
    await core.close();
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
