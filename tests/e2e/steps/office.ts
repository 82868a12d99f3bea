import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { answerDialogs } from '../screens.ts';
import type { Words } from '../words.ts';

/** What two offices do before the first hand-over, by clicks, in the language of `t`. */

/** One program at one workplace, with the words of its screen. */
export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly t: Words;
}

export const press = ({ page, t }: Pick<Desk, 'page' | 't'>, key: string): Promise<void> => page.getByRole('button', { name: t(key), exact: true }).click();

export const goToPart = ({ page, t }: Pick<Desk, 'page' | 't'>, key: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name: t(key) }).first().click();

/** Saves the own card into a file and reads the fingerprint off the screen, as it would be read out. */
export const giveCard = async (desk: Desk, file: string): Promise<string> => {
  const { app, page, t } = desk;
  await goToPart(desk, 'common:nav.services');
  const groups = page.getByRole('list', { name: t('office:own.fingerprint') }).getByRole('listitem');
  await expect(groups).toHaveCount(8);
  await answerDialogs(app, file);
  await press(desk, 'office:own.save');
  await expect(page.getByRole('status').filter({ hasText: 'varco-card.json' })).toBeVisible();
  return (await groups.allTextContents()).join(' ');
};

/** Reads the other office's card and compares the fingerprint it read out. */
export const takeCard = async (desk: Desk, file: string, heard: string): Promise<void> => {
  const { app, page, t } = desk;
  await answerDialogs(app, file);
  await press(desk, 'office:contacts.read');
  await page.getByLabel(t('office:contacts.fingerprint')).fill(heard);
  await page.getByLabel(t('office:contacts.with')).fill('tel. 0256');
  await press(desk, 'office:contacts.trust');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: t('enums:trustState.TRUSTED') }).first()).toBeVisible();
};
