import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { plugIn } from './support/media.ts';
import { wordsIn } from './words.ts';

/** Pictures of a week's envelopes before and after writing, of the look at their medium, and of the seven words. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['it', 'dark'], ['ro', 'light']] as const) {
  test(`media, ${language}, ${theme}`, async () => {
    const t = wordsIn(language);
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    const stick = join(folder, 'STICK');
    mkdirSync(stick);
    const { app, page, close } = await launchDemo('ready', { language, theme });
    const shot = async (name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `media-${name}-${language}-${theme}.png`), animations: 'disabled', fullPage: true });
    };
    try {
      await unlockAs(page, demo.educator, language);
      await page.getByRole('link', { name: t('home:releases.title') }).click();
      const card = page.getByRole('region', { name: t('handover:batch.title', { name: demo.office }) });
      await card.getByRole('checkbox').first().waitFor();
      await card.scrollIntoViewIfNeeded();
      await shot('folder');
      await plugIn(app, [stick]);
      await card.getByRole('radio', { name: /^STICK/ }).waitFor();
      await card.getByRole('button', { name: t('handover:batch.write', { count: 3 }), exact: true }).click();
      await card.getByText(t('handover:batch.written', { count: 3 })).waitFor();
      await card.getByRole('button', { name: t('handover:medium.check', { name: 'STICK' }) }).click();
      await card.getByText(t('enums:mediumResult.WHOLE')).first().waitFor();
      await card.getByRole('button', { name: t('handover:batch.showPapers') }).click();
      await card.getByLabel(t('handover:batch.firstNumber')).fill('P-1021/2026');
      await card.scrollIntoViewIfNeeded();
      await shot('written');
      await page.getByRole('link', { name: /Albu/i }).first().click();
      await page.getByRole('tab', { name: t('handover:tab') }).click();
      await page.getByText(t('handover:medium.text.WHOLE')).waitFor();
      await shot('checked');
      await page.getByRole('link', { name: t('home:releases.title') }).click();
      await page.getByRole('link', { name: /Dinu/i }).first().click();
      await page.getByRole('tab', { name: t('handover:tab') }).click();
      await page.getByRole('button', { name: t('handover:words.show'), exact: true }).click();
      await page.getByRole('list', { name: t('handover:words.title') }).waitFor();
      await shot('words');
      await page.getByRole('link', { name: t('common:nav.services') }).click();
      await page.getByRole('heading', { name: t('handover:words.cardless') }).scrollIntoViewIfNeeded();
      await shot('cardless');
    } finally {
      await close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
