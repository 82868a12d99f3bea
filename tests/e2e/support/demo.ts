import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DemoCountry } from '../../../electron/core/demo/countries.ts';
import { keepAppearance } from '../../../electron/main/appearance.ts';
import { demoVault } from '../../../electron/main/arguments.ts';
import type { Appearance } from '../../../shared/contract/bridge.ts';
import { wordsIn } from '../words.ts';
import { launchApp, type LaunchedApp } from './app.ts';
import { made } from './made.ts';

/** Users of the Romanian demonstrations and the password the screen tells. */
export const demo = { educator: 'Ana Exemplu', head: 'Dan Exemplu', psychologist: 'Petra Exemplu', socialWorker: 'Ilie Exemplu', dutyOfficer: 'Radu Exemplu', officer: 'Ioana Exemplu', officeHead: 'Mihai Exemplu', office: 'Serviciul de Probațiune Exemplu', prison: 'Penitenciarul Exemplu', code: 'TM-2025-1063', password: 'varco demo parola' } as const;

/** The demonstrations of each country: the same password, other people. */
export const demoOf = {
  ro: demo,
  it: { educator: 'Anna Esempio', head: 'Dario Esempio', psychologist: 'Paola Esempio', socialWorker: 'Ivo Esempio', dutyOfficer: 'Renato Esempio', officer: 'Ilaria Esempio', office: 'UEPE Esempio', prison: 'Istituto Esempio', code: '20338', password: demo.password },
} as const;

/**
 * Starts the demonstration of a prison (with `visitors` who see little of it), of one in a busy week (`ready`: hand-overs that wait to be
 * written), or of a probation office, on a copy of its vault. `close` removes its profile.
 * @param country whose demonstration; the language of the screen is chosen apart, by `look`
 */
export const launchDemo = async (kind: 'prison' | 'visitors' | 'probation' | 'ready', look: Appearance, { country = 'ro', mounts = false }: { readonly country?: DemoCountry; readonly mounts?: boolean } = {}): Promise<LaunchedApp> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'varco-'));
  await keepAppearance(join(dataDir, 'appearance.json'), look);
  const vault = kind === 'ready' ? made('ready', 'dev-ready-vault', []) : made(`${kind}-${country}`, 'dev-demo-vault', [kind, country]);
  cpSync(join(await vault, 'vault'), demoVault(dataDir, country), { recursive: true });
  const launched = await launchApp({ dataDir, args: [`--demo=${country}`], mounts });
  return {
    ...launched,
    close: async () => {
      await launched.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** Unlocks for a user of the demonstration, from the unlock screen. */
export const unlockAs = async (page: Page, name: string, language: Appearance['language'] = 'ro'): Promise<void> => {
  const t = wordsIn(language);
  // the name also stands in the menu of the screen that is just going away
  await page.getByText(t('session:unlock.who')).first().waitFor();
  await page.getByText(name, { exact: true }).click();
  await page.getByLabel(t('session:unlock.password'), { exact: true }).fill(demo.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').getByRole('link').first().waitFor();
  // the first screen is gone to a moment after the menu is drawn; a press in between would be overtaken. Who reads no cases stays where they are
  await page.waitForFunction(() => location.hash.length > '#/'.length || document.querySelector('main') !== null);
};
