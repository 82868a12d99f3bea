import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { goTo } from './support/walk.ts';
import { wordsIn } from './words.ts';

/** Pictures of the book of breaches. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['it', 'light'], ['ro', 'dark']] as const) {
  const t = wordsIn(language);
  test(`the book of breaches, ${language}, ${theme}`, async () => {
    const { page, close } = await launchDemo('prison', { language, theme }, { country: language });
    const shot = async (name: string): Promise<void> => {
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
    };
    await unlockAs(page, demoOf[language].educator, language);
    await goTo(page, '/breaches');
    await shot('60-breaches-empty');
    await page.getByRole('button', { name: t('breaches:report') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: new RegExp(t('breaches:form.kind')) }).click();
    await page.getByRole('option', { name: t('enums:breachKind.PAPER') }).click();
    await dialog.getByText(t('enums:breachData.PLAN'), { exact: true }).click();
    await dialog.getByLabel(t('breaches:form.what')).fill('…');
    await shot('61-breach-report');
    await dialog.getByRole('button', { name: t('common:act.save') }).click();
    await page.getByRole('table').waitFor();
    await shot('62-breaches');
    await page.keyboard.press('Control+l');
    await unlockAs(page, language === 'ro' ? demoOf.ro.head : 'Dario Esempio', language);
    await goTo(page, '/breaches');
    await page.getByRole('link', { name: t('enums:breachKind.PAPER') }).click();
    await page.getByRole('button', { name: t('breaches:act.assess') }).waitFor();
    await shot('63-breach');
    await page.getByRole('button', { name: t('breaches:act.assess') }).click();
    await shot('64-breach-assess');
    await close();
  });
}
