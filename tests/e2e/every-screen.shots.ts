import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { goTo, places } from './support/walk.ts';

/** One picture of every screen of the route table, in each country's demonstration, in two sets of colours. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const language of ['it', 'ro'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every screen, ${language}, ${theme}`, async () => {
      test.setTimeout(240_000);
      const { page, close } = await launchDemo('prison', { language, theme }, { country: language });
      try {
        await unlockAs(page, demoOf[language].head, language);
        for (const { name, address } of await places(page, demoOf[language].code)) {
          await goTo(page, address);
          await page.mouse.move(2, 2);
          await page.screenshot({ path: join(out, `screen-${name}-${language}-${theme}.png`), animations: 'disabled' });
        }
      } finally {
        await close();
      }
    });
  }
}
