import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of the trail with its filters and of the disclosure book, in two languages and two sets of colours. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['it', 'light'], ['ro', 'dark']] as const) {
  test(`audit, ${language}, ${theme}`, async () => {
    const t = wordsIn(language);
    const { page, close } = await launchDemo('prison', { language, theme });
    const shot = async (name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
    };
    try {
      await unlockAs(page, demo.head, language);
      await page.getByRole('link', { name: t('common:nav.audit') }).click();
      await page.getByRole('button', { name: t('office:audit.older') }).waitFor();
      await page.getByRole('button', { name: t('office:audit.verify') }).click();
      await page.getByRole('status').filter({ hasText: /\d/ }).first().waitFor();
      await shot('60-audit');
      await page.getByRole('button', { name: t('office:audit.export.open') }).click();
      await shot('61-audit-export');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.keyboard.type(t('disclosures:palette').slice(0, 12));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('combobox').fill(demo.code);
      await page.getByRole('option').first().waitFor();
      await shot('62-asked-about');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('disclosures:form.asker')).fill('Test');
      await shot('63-call');
      await dialog.getByText(t('enums:identification.NOT_IDENTIFIED')).click();
      await shot('64-call-nobody');
      await dialog.getByRole('button', { name: t('disclosures:form.go') }).click();
      await page.getByRole('table', { name: t('disclosures:title') }).waitFor();
      await page.locator('.v-main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
      await shot('65-book');
    } finally {
      await close();
    }
  });
}
