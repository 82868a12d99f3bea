import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { transferStory } from './steps/transfer.ts';

/** Pictures of a transfer on both sides, in two languages and two sets of colours. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['it', 'dark'], ['ro', 'light']] as const) {
  test(`transfer, ${language}, ${theme}`, async () => {
    test.setTimeout(240_000);
    await transferStory({ language, theme }, async (page, name) => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `${name.replaceAll(/\W+/g, '-')}-${language}-${theme}.png`), animations: 'disabled' });
    });
  });
}
