import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { launchDemo, demo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of programmes, a course and a person's learning in the demonstration. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['ro', 'light'], ['it', 'dark'], ['en', 'contrast']] as const) {
  test(`learning, ${language}, ${theme}`, async () => {
    const t = wordsIn(language);
    const { page, close } = await launchDemo('prison', { language, theme });
    const shot = async (name: string, on: Page = page): Promise<void> => {
      await on.mouse.move(2, 2);
      await on.evaluate(async () => document.fonts.ready);
      await on.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
    };
    try {
      await unlockAs(page, demo.educator, language);
      await page.getByRole('link', { name: t('common:nav.programmes') }).click();
      await page.getByRole('table').first().waitFor();
      await shot('80-programmes');
      await page.getByRole('button', { name: t('learning:programmes.add') }).click();
      await page.getByRole('button', { name: t('common:act.save') }).click();
      await page.getByRole('alert').first().waitFor();
      await shot('81-programme-form');
      await page.keyboard.press('Escape');
      await page.getByRole('table').last().getByRole('link').first().click();
      await page.getByRole('button', { name: t('learning:run.add') }).first().click();
      await page.getByRole('dialog').getByRole('button').nth(1).click();
      await page.getByRole('dialog').getByRole('button').nth(3).click();
      await page.getByRole('group', { name: t('learning:plan.to') }).getByRole('spinbutton').first().click();
      await page.keyboard.type(language === 'en' ? '28022027' : '28022027');
      await shot('82-new-run');
      await page.keyboard.press('Escape');
      await page.getByRole('table').last().getByRole('link').first().click();
      const grid = page.getByRole('grid');
      await grid.waitFor();
      await grid.focus();
      await shot('83-marks');
      await page.keyboard.press('Shift+ArrowUp');
      for (const key of ['ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowLeft']) await page.keyboard.press(key);
      await shot('84-marks-area');
      await page.getByRole('tab').nth(1).click();
      await shot('85-people');
      await page.getByRole('button', { name: t('learning:people.step'), exact: false }).nth(1).click();
      await shot('86-step');
      await page.keyboard.press('Escape');
      await page.getByRole('tab').nth(2).click();
      await shot('87-sessions');
      await page.getByRole('button', { name: t('learning:enrol.open') }).first().click();
      await page.getByRole('textbox', { name: t('learning:enrol.list') }).fill('TM-2025-1063\nPopa\nNimeni');
      await page.getByRole('dialog').getByRole('button').last().click();
      await page.getByRole('list', { name: t('learning:enrol.found') }).waitFor();
      await shot('88-enrol');
      await page.keyboard.press('Escape');
      await page.getByRole('tab').nth(1).click();
      await page.getByRole('rowheader').first().getByRole('link').click();
      await page.getByRole('list', { name: t('learning:person.record') }).first().waitFor();
      await shot('89-person-learning');
    } finally {
      await close();
    }
  });
}
