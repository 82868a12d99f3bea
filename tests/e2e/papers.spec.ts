import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, expectAccessible, filesWith } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');

const toDocuments = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: t('common:nav.people'), exact: true }).click();
  await page.getByRole('searchbox').first().fill(demo.code);
  await page.getByRole('row').filter({ hasText: demo.code }).click();
  await page.getByRole('tab', { name: t('handover:documents.title') }).click();
};

test('a form with the name is saved and printed on paper, comes back signed, is known by its square, and typed in with the paper beside', async () => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page, dataDir, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  try {
    await unlockAs(page, demo.educator);
    await toDocuments(page);
    await expect(page.getByText(t('documents:scan.none'))).toBeVisible();
    const forms = page.locator('.v-card').filter({ hasText: t('documents:form.what') });
    await forms.getByRole('button', { name: new RegExp(t('documents:form.kind')) }).first().click();
    await page.getByRole('option', { name: t('enums:paperFormKind.REQUEST') }).click();
    await forms.getByRole('button', { name: t('documents:form.look') }).click();
    const dialog = page.getByRole('dialog');
    await page.locator('[data-page="1"][data-drawn]').waitFor({ timeout: 60_000 });
    const saved = join(folder, 'formular.pdf');
    await answerDialogs(app, saved);
    await dialog.getByRole('button', { name: t('handover:documents.save'), exact: true }).click();
    await expect(dialog.getByText(/^Salvat: formular\.pdf/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    // what is no scan is refused in words, and nothing is kept
    await page.getByRole('link', { name: t('documents:scan.bring') }).click();
    await expect(page.getByRole('heading', { name: t('documents:scan.title'), level: 1 })).toBeVisible();
    const foreign = join(folder, 'scrisoare.jpg');
    writeFileSync(foreign, 'not a picture');
    await answerDialogs(app, foreign);
    await page.getByRole('button', { name: t('documents:scan.choose') }).click();
    await expect(page.getByText(t('refusals:scan.notAScan.what'))).toBeVisible();

    // the form as a scanner gives it back
    execFileSync('pdftoppm', ['-r', '150', '-gray', '-jpeg', '-singlefile', saved, join(folder, 'scan')]);
    await answerDialogs(app, join(folder, 'scan.jpg'));
    await page.getByRole('button', { name: t('documents:scan.choose') }).click();
    const read = page.getByRole('region', { name: new RegExp(`^${t('enums:paperFormKind.REQUEST')}`) });
    await expect(read.getByText(t('enums:scanState.MATCHED'), { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(read).toContainText(demo.code);
    await expectAccessible(page, 'scanned papers');
    await page.getByRole('button', { name: t('documents:scan.keepKnown', { count: 1 }) }).click();
    await expect(read.getByText(t('documents:scan.kept'), { exact: true })).toBeVisible();

    // after a lock it is still there, waiting to be typed in
    await page.keyboard.press('Control+l');
    await unlockAs(page, demo.educator);
    await toDocuments(page);
    const papers = page.locator('.v-card').filter({ hasText: t('documents:scan.card') });
    await expect(papers.getByText(t('documents:scan.notTyped'))).toBeVisible();
    await papers.getByRole('button', { name: new RegExp(`^${t('documents:scan.look')}`) }).click();
    await expect(dialog.getByRole('img')).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, 'a scanned paper');
    await dialog.getByRole('button', { name: t('common:act.close') }).click();

    await papers.getByRole('link', { name: new RegExp(`^${t('documents:scan.typeIn')}`) }).click();
    await page.getByRole('button', { name: t('requests:new') }).first().click();
    await expect(dialog.getByRole('region', { name: t('documents:scan.beside') }).getByRole('img')).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, 'typed in beside the paper');
    await dialog.getByLabel(t('requests:field.text')).fill('Cer o audiență la educator.');
    await dialog.getByRole('button', { name: t('common:act.save') }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(/^Din hârtia semnată la /)).toBeVisible();
    expect(filesWith(dataDir, 'audiență la educator')).toEqual([]);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
