import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { personPath, screenPaths } from '../../renderer/app/shell/screen-paths.ts';
import { toldCaseCode } from '../../shared/domain/told-cases.ts';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { arrived, goTo } from './support/walk.ts';

/** Pictures of the preparation of one release, each in the language of its place. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

const idOf = async (page: Page, code: string): Promise<string> => {
  await goTo(page, screenPaths.people);
  await page.getByRole('searchbox').first().fill(code);
  await page.getByRole('row').filter({ hasText: code }).click();
  await page.waitForURL(/#\/people\/[^/?]+/);
  return /#\/people\/([^/?]+)/.exec(page.url())?.[1] ?? '';
};

for (const [country, theme] of [['ro', 'light'], ['it', 'dark']] as const) {
  test(`the preparation of a release, ${country}, ${theme}`, async () => {
    const { page, close } = await launchDemo('prison', { language: country, theme }, { country });
    await unlockAs(page, demoOf[country].educator, country);
    const shot = async (name: string): Promise<void> => {
      await arrived(page);
      await page.screenshot({ path: join(out, `release-${name}-${country}-${theme}.png`), animations: 'disabled' });
    };
    await shot('day');
    for (const [name, number] of [['ban', 6], ['papers', 3]] as const) {
      await goTo(page, personPath(await idOf(page, toldCaseCode(country, number)), 'release'));
      await page.locator('.v-step-line').first().waitFor();
      await shot(name);
      await page.getByRole('tablist').first().evaluate((element) => element.scrollIntoView());
      await shot(`${name}-1`);
      await page.evaluate(() => document.querySelectorAll('.v-step-line')[9]?.scrollIntoView());
      await shot(`${name}-2`);
      await page.evaluate(() => document.querySelectorAll('.v-step-line')[24]?.scrollIntoView());
      await shot(`${name}-3`);
    }
    await close();
  });
}
