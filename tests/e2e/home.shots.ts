import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of the home screen, the week's releases and the first hour. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const language of ['it', 'ro'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    const t = wordsIn(language);
    const shot = async (page: Page, name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
    };

    test(`my day, ${language}, ${theme}`, async () => {
      const { page, close } = await launchDemo('prison', { language, theme }, { country: language });
      await unlockAs(page, demoOf[language].educator, language);
      await page.getByRole('heading', { name: t('enums:dueGroup.NOW') }).or(page.getByRole('heading', { name: t('home:empty.title') })).waitFor();
      await shot(page, '40-my-day');
      await page.locator('.v-card').last().evaluate((card) => card.scrollIntoView({ block: 'end' }));
      await shot(page, '41-my-day-end');
      await page.getByText(t('home:whose.mine'), { exact: true }).click();
      await page.locator('.v-card').last().evaluate((card) => card.scrollIntoView({ block: 'end' }));
      await shot(page, '42-my-people');
      await page.getByRole('link', { name: t('home:first.whole') }).click();
      await page.getByRole('heading', { name: t('home:first.title'), level: 1 }).waitFor();
      await shot(page, '43-first-hour');
      await page.getByRole('link', { name: t('home:nav.releases') }).click();
      await page.getByRole('heading', { name: t('home:releases.decisions') }).waitFor();
      await shot(page, '44-releases');
      const next = page.locator('.v-empty .v-button');
      if ((await next.count()) > 0) {
        await next.click();
        await page.getByRole('table').waitFor();
        await shot(page, '45-releases-of-a-week');
      }
      await close();
    });
  }
}
