import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const varco = fileURLToPath(new URL('../../out/core/varco.js', import.meta.url));

/** Chooses what kind of act is looked for. */
const kind = async (page: Page, key: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`\\b${t('office:audit.filter.kind')}\\b`) }).click();
  await page.getByRole('option', { name: t(key), exact: true }).click();
};

test('a call is answered and entered; who looked and who was refused is found in the trail; an inspector verifies the export', async () => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  try {
    await unlockAs(page, demo.educator);
    // somebody calls: nobody knows who it is
    await page.keyboard.press('Control+k');
    await page.keyboard.type('un telefon');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(t('disclosures:aboutHint'));
    await dialog.getByRole('combobox').fill(demo.code);
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await dialog.getByLabel(t('disclosures:form.asker')).fill('Un bărbat, spune că e de la o primărie');
    await dialog.getByText(t('enums:identification.NOT_IDENTIFIED')).click();
    await expect(dialog.getByRole('status').filter({ hasText: t('disclosures:form.tellNothing') })).toBeVisible();
    await expect(dialog.getByText(t('disclosures:form.told'))).toHaveCount(0);
    await expectAccessible(page, 'a call, not identified');
    await dialog.getByRole('button', { name: t('disclosures:form.go') }).click();
    await expect(dialog).toHaveCount(0);
    const book = page.getByRole('table', { name: t('disclosures:title') });
    await expect(book.getByRole('row').nth(1)).toContainText(t('enums:disclosureAnswer.REFUSED'));

    // called back on the known number: now it is told, with its ground
    await page.getByRole('button', { name: t('disclosures:new') }).click();
    await dialog.getByLabel(t('disclosures:form.asker')).fill('Doamna Exemplu, Serviciul de Probațiune');
    await dialog.getByText(t('enums:identification.CALLED_BACK')).click();
    await dialog.getByText(t('enums:disclosureTopic.RELEASE_DATES')).click();
    await dialog.getByRole('button', { name: new RegExp(t('disclosures:form.ground')) }).click();
    await page.getByRole('option', { name: t('enums:disclosureGround.LEGAL_DUTY') }).click();
    await dialog.getByRole('button', { name: t('disclosures:form.go') }).click();
    await expect(dialog.getByRole('alert')).toContainText(t('disclosures:form.actMissing'));
    await dialog.getByLabel(t('disclosures:form.act')).fill('art. 101 Cod penal');
    await expectAccessible(page, 'a call, told');
    await dialog.getByRole('button', { name: t('disclosures:form.go') }).click();
    await expect(book.getByRole('row')).toHaveCount(3);
    await expect(book.getByRole('row').nth(1)).toContainText('art. 101 Cod penal');
    await expectAccessible(page, 'disclosure book');

    await page.keyboard.press('Control+l');
    await unlockAs(page, demo.head);
    await page.getByRole('link', { name: t('common:nav.audit') }).click();
    const trail = page.getByRole('table', { name: t('office:audit.title') });
    const locked = trail.getByRole('row').filter({ hasText: `${t('office:audit.action.session.lock')} · ${t('enums:lockReason.PERSON')}` });
    await expect(locked).toContainText(demo.educator);
    await kind(page, 'enums:auditKind.READ');
    await expect(trail.getByRole('row').nth(1)).toContainText(t('office:audit.action.case.read'));
    await expect(locked).toHaveCount(0);
    await expect(trail.getByRole('row').nth(1)).toContainText(demo.educator);
    await kind(page, 'enums:auditKind.DISCLOSURE');
    await expect(trail.getByRole('row').filter({ hasText: t('enums:disclosureGround.LEGAL_DUTY') })).toContainText(t('enums:disclosureWay.PHONE'));
    await expect(trail).not.toContainText('Doamna');
    await kind(page, 'office:audit.filter.anything');
    // everything about this one person, by the mark of an entry
    const mark = (await trail.getByRole('button').first().getAttribute('aria-label')) ?? '';
    await trail.getByRole('button', { name: mark }).first().click();
    await expect(trail.getByRole('button', { name: mark }).first()).toBeVisible();
    await expectAccessible(page, 'audit, one person');
    await page.getByRole('button', { name: t('office:audit.filter.clear') }).click();
    await page.getByRole('button', { name: t('office:audit.verify') }).click();
    await expect(page.getByText('Jurnalul este integru')).toBeVisible();

    const file = join(folder, 'trail.jsonl');
    await answerDialogs(app, file);
    await page.getByRole('button', { name: t('office:audit.export.open') }).click();
    await dialog.getByRole('button', { name: t('office:audit.export.go') }).click();
    const done = dialog.getByRole('status');
    await expect(done).toContainText('trail.jsonl');
    await expectAccessible(page, 'audit, exported');
    const signer = (await done.locator('.v-number').textContent()) ?? '';
    const verdict = JSON.parse(execFileSync(process.execPath, [varco, 'audit', 'verify', file, '--signer', signer, '--json'], { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '') as object;
    expect(verdict).toMatchObject({ intact: true, complete: true, range: { from: 1 }, exportedBy: { name: demo.head } });
    expect(readFileSync(file, 'utf8')).not.toContain(demo.code);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
