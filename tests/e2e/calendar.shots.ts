import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { goTo } from './support/walk.ts';
import { wordsIn } from './words.ts';

/** Pictures of the calendar, the timeline and of people chosen for one act. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['ro', 'light'], ['it', 'dark']] as const) {
  test(`calendar, ${language}, ${theme}`, async () => {
    const t = wordsIn(language);
    const { page, close } = await launchDemo('prison', { language, theme }, { country: language });
    const shot = async (of: Page, name: string): Promise<void> => {
      await of.mouse.move(2, 2);
      await of.evaluate(async () => document.fonts.ready);
      await of.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
    };
    await unlockAs(page, demoOf[language].educator, language);
    await goTo(page, '/calendar');
    await page.getByRole('grid').waitFor();
    await shot(page, '90-calendar-month');
    await page.getByRole('radio', { name: t('calendar:span.week') }).click();
    await page.locator('.v-week').waitFor();
    await shot(page, '91-calendar-week');
    await goTo(page, '/people');
    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('region', { name: t('caseload:several.title') }).getByText(t('caseload:several.chosen', { count: 3 })).waitFor();
    await shot(page, '92-people-chosen');
    await page.getByRole('button', { name: t('caseload:assign.open') }).click();
    await page.getByRole('dialog').waitFor();
    await shot(page, '93-case-manager');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t('caseload:print.open') }).click();
    await page.getByRole('dialog').waitFor();
    await shot(page, '94-copies');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill(demoOf[language].code);
    await page.getByRole('row').filter({ hasText: demoOf[language].code }).click();
    await page.getByRole('tab', { name: t('calendar:timeline.title') }).click();
    await page.getByRole('list', { name: t('calendar:timeline.title') }).waitFor();
    await page.getByRole('tab', { name: t('calendar:timeline.title') }).evaluate((tab) => tab.scrollIntoView({ block: 'start' }));
    await shot(page, '95-timeline');
    await page.getByRole('button', { name: t('common:nav.lock') }).click();
    await unlockAs(page, language === 'ro' ? demoOf.ro.head : 'Dario Esempio', language);
    await goTo(page, '/caseload');
    await page.getByRole('table').waitFor();
    await shot(page, '96-caseload');
    await close();
  });
}
