import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of the papers of one person and of the preview, in two languages and two sets of colours. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['it', 'light'], ['ro', 'dark']] as const) {
  test(`documents, ${language}, ${theme}`, async () => {
    const t = wordsIn(language);
    const { app, page, close } = await launchDemo('prison', { language, theme });
    const shot = async (name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
    };
    const press = (key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
    const drawn = (on: Page) => on.locator('[data-page="1"][data-drawn]').waitFor();
    try {
      await unlockAs(page, demo.educator, language);
      await page.getByRole('searchbox').fill(demo.code);
      await page.getByRole('row').filter({ hasText: demo.code }).click();
      await page.getByRole('tab', { name: t('handover:documents.title') }).click();
      await page.getByText(t('documents:screen.issuedNone')).waitFor();
      await shot('95-documents');
      await page.locator('.v-main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
      await shot('96-documents-empty');
      await press('documents:screen.lookCopy');
      await drawn(page);
      await shot('97-preview');
      for (let step = 0; step < 6; step += 1) await page.keyboard.press('-');
      await drawn(page);
      await page.locator('[data-page="2"][data-drawn]').waitFor();
      await shot('98-preview-small');
      await app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        if (window !== undefined) window.webContents.print = (_options, done) => done?.(false, 'Print job failed');
      });
      await press('documents:screen.print');
      await page.getByText(t('documents:screen.result.FAILED')).waitFor();
      await shot('99-not-printed');
      await page.setViewportSize({ width: 800, height: 560 });
      await shot('99-preview-narrow');
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.keyboard.press('Escape');
      await page.locator('.v-main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
      await page.getByText(t('enums:issueAct.PRINTED')).first().waitFor();
      await shot('99-issued');
    } finally {
      await close();
    }
  });
}
