import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { keepAppearance } from '../../../electron/main/appearance.ts';
import type { CreateWorkplace } from '../../../shared/contract/session.ts';
import { colleagues } from '../screens.ts';
import { launchApp, type LaunchedApp } from './app.ts';
import { made, SAID } from './made.ts';

const workplace: CreateWorkplace = {
  kind: 'prison',
  serviceName: 'Penitenciarul Timișoara',
  timeZone: 'Europe/Bucharest',
  phone: '0256 000 000',
  documentLanguage: 'ro',
  users: [
    { ...colleagues.ana, role: 'EDUCATOR' },
    { ...colleagues.mihai, role: 'COORDINATOR' },
  ],
};

/**
 * Starts a prison whose first run is over: what `startPrison` does by clicks was done once for all stories, and Ana unlocks
 * a copy of it. At the end the empty list of people stands there. All copies are one workplace: two programs that are to
 * be two offices need one of them started by `startPrison`.
 * @param dataDir a profile to keep; without it `close` removes the profile
 * @param daysAgo when it was founded
 * @returns the program, and the printed recovery code of the workplace
 */
export const launchPrison = async ({ dataDir, daysAgo = 0 }: { readonly dataDir?: string; readonly daysAgo?: number } = {}): Promise<LaunchedApp & { readonly code: string }> => {
  const profile = dataDir ?? mkdtempSync(join(tmpdir(), 'varco-'));
  const folder = await made(`new-prison-${daysAgo}`, 'dev-new-vault', [JSON.stringify(workplace), String(daysAgo)]);
  cpSync(join(folder, 'vault'), join(profile, 'vault'), { recursive: true });
  await keepAppearance(join(profile, 'appearance.json'), { language: 'ro', theme: 'light' });
  const launched = await launchApp({ dataDir: profile });
  const { page } = launched;
  await page.getByText(colleagues.ana.name, { exact: true }).click();
  await page.getByLabel('Parolă', { exact: true }).fill(colleagues.ana.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ziua mea', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Persoane' }).click();
  await expect(page.getByRole('heading', { name: 'Persoane', exact: true })).toBeVisible();
  return {
    ...launched,
    code: readFileSync(join(folder, SAID), 'utf8'),
    close: async () => {
      await launched.close();
      if (dataDir === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
};
