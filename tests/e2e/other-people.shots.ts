import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of the five questions before a hand-over and of other people's own answers, in two languages and two sets of colours. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['it', 'light'], ['ro', 'dark']] as const) {
  test(`five questions and other people, ${language}, ${theme}`, async () => {
    const t = wordsIn(language);
    const { page, close } = await launchDemo('prison', { language, theme });
    let top = 0;
    const shot = async (name: string, to?: number): Promise<void> => {
      if (to !== undefined) await page.locator('.v-main').evaluate((main, y) => main.scrollTo({ top: y }), (top = to));
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `${name}-${top}-${language}-${theme}.png`), animations: 'disabled' });
    };
    try {
      await unlockAs(page, demo.educator, language);
      await page.getByRole('link', { name: t('common:nav.people') }).click();
      await page.getByRole('searchbox').fill(demo.code);
      await page.getByRole('row').filter({ hasText: demo.code }).click();
      await page.getByRole('tab', { name: t('handover:tab') }).click();
      await page.getByRole('button', { name: t('choices:third.add'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('choices:third.form.name')).fill('Exemplu Maria');
      await shot('90-other-add');
      await dialog.getByRole('button', { name: t('common:act.save') }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: t('choices:third.actName', { act: t('enums:thirdPersonCommand.give'), name: 'Exemplu Maria' }) }).click();
      await dialog.getByLabel(t('choices:third.form.told')).fill('nume, telefon');
      await shot('91-other-answer');
      await dialog.getByRole('button', { name: t('common:act.save') }).click();
      await dialog.waitFor({ state: 'detached' });
      await shot('92-others');
      await page.getByRole('button', { name: t('handover:prepareOpen') }).click();
      await page.getByText(t('enums:mandateKind.SUPERVISION'), { exact: true }).click();
      await shot('93-ground', 0);
      await shot('93-ground', 500);
      await shot('93-ground', 1000);
      await shot('93-ground', 1500);
    } finally {
      await close();
    }
  });
}
