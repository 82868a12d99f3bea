import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { keepAppearance } from '../../electron/main/appearance.ts';
import { answerDialogs, colleagues } from './screens.ts';
import { launchApp } from './support/app.ts';
import { demo, demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { launchPrison } from './support/prison.ts';
import { goTo } from './support/walk.ts';
import { wordsIn } from './words.ts';

/** Pictures of backups: the screen with everything done on it, the move, the door of a moved workplace, the restore. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['ro', 'light'], ['it', 'dark']] as const) {
  const t = wordsIn(language);
  const shot = async (page: Page, name: string, fullPage = false): Promise<void> => {
    await page.mouse.move(2, 2);
    await page.evaluate(async () => document.fonts.ready);
    await page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled', fullPage });
  };
  const press = (page: Page, key: string): Promise<void> => page.getByRole('button', { name: t(key), exact: true }).click();

  test(`backup, ${language}, ${theme}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    const { app, page, close } = await launchDemo('prison', { language, theme }, { country: language });
    await unlockAs(page, demoOf[language].head, language);
    await goTo(page, '/backup');
    await shot(page, '80-backup');
    await answerDialogs(app, join(folder, 'pulled-out'));
    await press(page, 'backup:make.go');
    await page.getByRole('alert').waitFor();
    await shot(page, '80b-pulled-out');
    await answerDialogs(app, folder);
    await press(page, 'backup:make.go');
    await page.getByText(t('backup:make.next')).waitFor();
    await shot(page, '81-made');
    const file = join(folder, readdirSync(folder)[0] ?? '');
    await answerDialogs(app, file);
    await press(page, 'backup:check.go');
    await page.getByText(t('backup:check.whole')).waitFor();
    await shot(page, '81b-checked', true);
    await press(page, 'backup:drill.open');
    await page.getByLabel(t('session:unlock.password'), { exact: true }).fill(demo.password);
    await page.getByLabel(t('session:unlock.password'), { exact: true }).scrollIntoViewIfNeeded();
    await shot(page, '82-drill');
    await press(page, 'backup:drill.go');
    await page.getByRole('alertdialog').waitFor();
    await shot(page, '82b-drilling');
    await page.getByText(t('backup:drill.good')).waitFor();
    await page.getByText(t('backup:drill.good')).scrollIntoViewIfNeeded();
    await shot(page, '83-drilled');
    await press(page, 'backup:move.open');
    await shot(page, '84-move');
    await answerDialogs(app, folder);
    await press(page, 'backup:move.go');
    await press(page, 'backup:moved.open');
    await shot(page, '85-moved');
    await close();

    const dataDir = mkdtempSync(join(tmpdir(), 'varco-'));
    await keepAppearance(join(dataDir, 'appearance.json'), { language, theme });
    const there = await launchApp({ dataDir });
    await there.page.getByRole('button', { name: t('backup:begin.restore') }).waitFor();
    await shot(there.page, '86-language');
    await press(there.page, 'backup:begin.restore');
    await shot(there.page, '87-restore');
    await there.close();
  });

  test(`restore, ${language}, ${theme}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    const profile = mkdtempSync(join(tmpdir(), 'varco-'));
    await (await launchPrison({ dataDir: profile, daysAgo: 9 })).close();
    await keepAppearance(join(profile, 'appearance.json'), { language, theme });
    const prison = await launchApp({ dataDir: profile });
    await prison.page.getByText(colleagues.mihai.name, { exact: true }).click();
    await prison.page.getByLabel(t('session:unlock.password'), { exact: true }).fill(colleagues.mihai.password);
    await prison.page.keyboard.press('Enter');
    await prison.page.getByRole('link', { name: t('backup:due') }).waitFor();
    await shot(prison.page, '88-due');
    await goTo(prison.page, '/backup');
    await prison.page.getByText(t('backup:dueNever')).waitFor();
    await shot(prison.page, '88b-due-screen');
    await answerDialogs(prison.app, folder);
    await press(prison.page, 'backup:make.go');
    await prison.page.getByText(t('backup:make.next')).waitFor();
    await prison.close();
    const dataDir = mkdtempSync(join(tmpdir(), 'varco-'));
    await keepAppearance(join(dataDir, 'appearance.json'), { language, theme });
    const there = await launchApp({ dataDir });
    await press(there.page, 'backup:begin.restore');
    await answerDialogs(there.app, join(folder, readdirSync(folder)[0] ?? ''));
    await press(there.page, 'backup:restore.choose');
    await there.page.getByText(t('backup:restore.only')).waitFor();
    await shot(there.page, '89-restore-who');
    await shot(there.page, '89b-restore-who-whole', true);
    await there.page.getByText(t('backup:open.codeNew'), { exact: true }).click();
    await press(there.page, 'backup:restore.go');
    await shot(there.page, '90-restore-missing');
    await there.page.getByText(t('backup:open.password'), { exact: true }).click();
    await there.page.getByText(colleagues.mihai.name, { exact: true }).last().click();
    await there.page.getByLabel(t('session:unlock.password'), { exact: true }).fill('alta');
    await press(there.page, 'backup:restore.go');
    await there.page.getByText(t('errors:vault.WRONG_PASSWORD.what')).waitFor();
    await shot(there.page, '91-restore-wrong');
    await there.page.getByLabel(t('session:unlock.password'), { exact: true }).fill(colleagues.mihai.password);
    await press(there.page, 'backup:restore.go');
    await there.page.getByRole('button', { name: t('backup:step.stop') }).waitFor();
    await shot(there.page, '92-restoring');
    await there.page.getByRole('navigation').waitFor();
    await shot(there.page, '93-restored');
    await there.close();
  });
}
