import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of the twelve told cases, each in the language of its place. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [country, theme] of [['ro', 'light'], ['it', 'dark']] as const) {
  test(`told cases, ${country}, ${theme}`, async () => {
    const t = wordsIn(country);
    const { page, close } = await launchDemo('prison', { language: country, theme }, { country });
    const shot = async (name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `cases-${name}-${country}-${theme}.png`), animations: 'disabled' });
    };
    const list = async (on: Page): Promise<void> => {
      await on.getByRole('link', { name: t('people:told.nav'), exact: true }).click();
      await on.getByRole('heading', { level: 1, name: t('people:told.title') }).waitFor();
      await on.getByRole('listitem').nth(11).waitFor();
    };
    await unlockAs(page, demoOf[country].educator, country);
    await list(page);
    await shot('00-list');
    for (let at = 0; at < 12; at += 1) {
      await page.locator('.v-told a').nth(at).click();
      await page.getByText(t('people:choices.title'), { exact: true }).waitFor();
      await page.getByText(t('common:reading')).first().waitFor({ state: 'hidden' });
      await shot(String(at + 1).padStart(2, '0'));
      if (at === 5 || at === 9) {
        await page.getByRole('tab', { name: t('people:details.title'), exact: true }).click();
        await page.getByRole('heading', { name: t('people:details.bans') }).waitFor();
        await shot(`${at + 1}-details`);
      }
      if (at === 7) {
        await page.getByRole('tab', { name: t('people:details.title'), exact: true }).click();
        await page.getByRole('button', { name: t('people:details.edit').replace('{{what}}', t('people:details.situation')) }).click();
        await page.getByRole('dialog').waitFor();
        await shot('08-situation');
        await page.getByRole('button', { name: t('common:act.cancel') }).click();
      }
      await list(page);
    }
    await close();
  });
}
