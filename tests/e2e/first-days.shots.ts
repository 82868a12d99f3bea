import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of the packs of the duty officer and of the cards about the first days. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [country, theme] of [['ro', 'light'], ['it', 'dark']] as const) {
  test(`first days, ${country}, ${theme}`, async () => {
    const t = wordsIn(country);
    const { page, close } = await launchDemo('prison', { language: country, theme }, { country });
    const shot = async (name: string, fullPage = false): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `first-days-${name}-${country}-${theme}.png`), animations: 'disabled', fullPage });
    };
    await unlockAs(page, demoOf[country].educator, country);
    await page.getByRole('link', { name: t('documents:packs.nav'), exact: true }).click();
    await page.getByRole('table').waitFor();
    await shot('packs');
    await page.getByRole('button', { name: t('documents:packs.other') }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByLabel(t('documents:packs.who')).fill('po');
    await shot('open');
    await page.getByRole('button', { name: t('common:act.cancel') }).click();
    await page.getByRole('button', { name: new RegExp(t('documents:packs.emergency')) }).first().click();
    await page.locator('[data-page="1"][data-drawn]').waitFor({ timeout: 60_000 });
    await shot('preview');
    await page.getByRole('button', { name: t('common:act.close') }).click();
    await page.getByRole('link', { name: t('people:told.nav'), exact: true }).click();
    await page.locator('.v-told a').first().click();
    await page.getByRole('tab', { name: t('release:tab'), exact: true }).click();
    await page.getByRole('heading', { name: t('firstDays:itinerary.card') }).waitFor();
    await page.getByRole('heading', { name: t('firstDays:appointment.card') }).scrollIntoViewIfNeeded();
    await shot('cards');
    await page.getByRole('heading', { name: t('firstDays:itinerary.card') }).scrollIntoViewIfNeeded();
    await shot('itinerary');
    await page.getByRole('button', { name: t('firstDays:appointment.add') }).click();
    await page.getByRole('dialog').waitFor();
    await shot('appointment');
    await page.getByRole('button', { name: t('common:act.cancel') }).click();
    await page.getByRole('button', { name: t('firstDays:application.add') }).click();
    await page.getByRole('dialog').waitFor();
    await shot('application');
    await page.getByRole('button', { name: t('common:act.cancel') }).click();
    await close();
  });
}
