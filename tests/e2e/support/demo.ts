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

interface DemoOptions {
  readonly country?: DemoCountry;
  readonly mounts?: boolean;
  /** the program lives at this moment, and its vault was made an hour before; the page is told by `stillPage` */
  readonly still?: string;
}

/**
 * Starts the demonstration of a prison (with `visitors` who see little of it), of one in a busy week (`ready`: hand-overs that wait to be
 * written) or the office they go to (`readyOffice`; the two trust each other), or of a probation office, on a copy of its vault.
 * `close` removes its profile.
 * @param country whose demonstration; the language of the screen is chosen apart, by `look`
 */
export const launchDemo = async (kind: 'prison' | 'visitors' | 'probation' | 'ready' | 'readyOffice', look: Appearance, { country = 'ro', mounts = false, still }: DemoOptions = {}): Promise<LaunchedApp> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'varco-'));
  await keepAppearance(join(dataDir, 'appearance.json'), look);
  const pair = kind === 'ready' || kind === 'readyOffice';
  const before = still === undefined ? undefined : new Date(Date.parse(still) - 3_600_000).toISOString();
  const name = `${pair ? 'ready' : `${kind}-${country}`}${still === undefined ? '' : '-still'}`;
  const folder = await (pair ? made(name, 'dev-ready-vault', [], before) : made(name, 'dev-demo-vault', [kind, country], before));
  cpSync(join(folder, kind === 'readyOffice' ? 'vault-office' : 'vault'), demoVault(dataDir, country), { recursive: true });
  const launched = await launchApp({ dataDir, args: [`--demo=${country}`], mounts, ...(still === undefined ? {} : { env: { VARCO_STILL_CLOCK: still } }) });
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
