import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, colleagues, createPrison, describeColleague, expectAccessible, readCode } from './screens.ts';
import { launchApp } from './support/app.ts';

const unlockWith = async (page: Page, { name, password }: { readonly name: string; readonly password: string }): Promise<void> => {
  await page.getByText(name, { exact: true }).click();
  await page.getByLabel('Parolă', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
};

test('a prison is set up in Romanian: every question says what is missing, and the recovery code must come back from paper', async () => {
  test.slow();
  const { app, page, dataDir, close } = await launchApp();
  try {
    await expect(page.getByRole('heading', { name: 'Language' })).toBeVisible();
    await page.getByText('Română', { exact: true }).last().click();
    await expect(page.getByRole('heading', { name: 'Limba' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ro');
    await expectAccessible(page, 'language');
    await page.getByRole('button', { name: 'Pregătește un post de lucru nou' }).click();

    await page.getByRole('button', { name: 'Continuă' }).click();
    const summary = page.getByRole('alert');
    await expect(summary).toContainText('Există o problemă');
    await expect(summary).toBeFocused();
    await expectAccessible(page, 'kind, with an error');
    await page.getByText('Penitenciar', { exact: true }).click();
    await page.getByRole('button', { name: 'Continuă' }).click();

    await page.getByRole('button', { name: 'Continuă' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Introduceți denumirea serviciului' }).click();
    await expect(page.getByLabel('Denumirea serviciului')).toBeFocused();
    await page.keyboard.type('Penitenciarul Timișoara');
    await expectAccessible(page, 'service');
    await page.getByRole('button', { name: 'Continuă' }).click();

    await page.getByRole('combobox', { name: 'Fusul orar al serviciului' }).fill('bucha');
    await page.getByRole('option', { name: 'Europe/Bucharest' }).click();
    await expectAccessible(page, 'place');
    await page.getByRole('button', { name: 'Continuă' }).click();

    await describeColleague(page, { name: colleagues.ana.name, password: 'scurtă' }, 'Educator');
    await page.getByRole('button', { name: 'Continuă' }).click();
    await expect(page.getByRole('alert')).toContainText('15');
    await page.getByLabel('Parolă', { exact: true }).fill('Trandafir 2026!');
    await page.getByRole('button', { name: 'Continuă' }).click();
    await expect(page.getByRole('alert')).toContainText('printre primele ghicite');
    await page.getByLabel('Parolă', { exact: true }).fill(colleagues.ana.password);
    await page.getByRole('button', { name: 'Arată parola' }).click();
    await expect(page.getByLabel('Parolă', { exact: true })).toHaveAttribute('type', 'text');
    await expectAccessible(page, 'first person');
    await page.getByRole('button', { name: 'Continuă' }).click();

    await expect(page.getByRole('heading', { name: 'A doua persoană' })).toBeVisible();
    await describeColleague(page, colleagues.mihai, 'Psiholog');
    await page.getByRole('button', { name: 'Creează postul de lucru' }).click();
    await expect(page.getByRole('alert')).toContainText('nimeni nu ar putea aproba un plan');
    await describeColleague(page, colleagues.mihai, 'Director adjunct');
    await expectAccessible(page, 'second person');
    await page.getByRole('button', { name: 'Creează postul de lucru' }).click();

    await expect(page.getByRole('heading', { name: 'Cod de recuperare' })).toBeVisible();
    await expectAccessible(page, 'recovery code');
    const groups = await readCode(page);
    expect(groups).toHaveLength(9);
    const sheet = join(dataDir, 'cod.pdf');
    await answerDialogs(app, sheet);
    await page.getByRole('button', { name: 'Salvează ca fișă de tipărit' }).click();
    await expect(page.getByText('Salvat: cod.pdf')).toBeVisible();
    expect(readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-');

    await page.getByLabel('Ultimul grup al codului').fill('AAAA');
    await page.getByRole('button', { name: 'Am codul, începe' }).click();
    await expect(page.getByRole('alert')).toContainText('Nu se poate');
    await page.getByLabel('Ultimul grup al codului').fill((groups.at(-1) ?? '').toLowerCase());
    await page.getByRole('button', { name: 'Am codul, începe' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Ziua mea' })).toBeVisible();
    await page.getByRole('link', { name: 'Persoane' }).click();
    await expect(page.getByRole('heading', { name: 'Nu este încă nimeni aici' })).toBeVisible();
    await expect(page.getByText('Ana Ionescu')).toBeVisible();
    await expectAccessible(page, 'empty list');
  } finally {
    await close();
  }
});

test('a code not yet confirmed is asked for again after the page was loaded anew; after a lock who may makes another one', async () => {
  const { page, close } = await launchApp();
  try {
    await createPrison(page);
    const groups = await readCode(page);
    await page.reload();
    await expect(page.getByText('Nimeni nu a confirmat încă păstrarea codului de recuperare')).toBeVisible();
    await page.getByRole('button', { name: 'Salvează fișa și confirmă' }).click();
    await expectAccessible(page, 'reminder');
    expect(await page.locator('body').innerText()).not.toContain(groups[0]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    // the educator cannot act on it, the deputy director can
    await unlockWith(page, colleagues.ana);
    await expect(page.getByRole('heading', { level: 1, name: 'Ziua mea' })).toBeVisible();
    await expect(page.getByText('nu mai poate fi arătat')).toHaveCount(0);
    await page.keyboard.press('Control+l');
    await unlockWith(page, colleagues.mihai);
    await expect(page.getByText('nu mai poate fi arătat')).toBeVisible();
    await page.getByRole('button', { name: 'Creează un cod nou', exact: true }).first().click();
    await page.getByLabel('Parola, ca să confirmați că sunteți dumneavoastră').fill(colleagues.mihai.password);
    await expectAccessible(page, 'new recovery code');
    await page.getByRole('button', { name: 'Creează un nou cod de recuperare' }).click();
    await expect(page.getByRole('list', { name: 'Codul de recuperare' }).getByRole('listitem')).toHaveCount(9);
    const renewed = await readCode(page);
    expect(renewed).not.toEqual(groups);
    await expectAccessible(page, 'new recovery code, shown');
    await page.getByLabel('Ultimul grup al codului').fill(renewed.at(-1) ?? '');
    await page.getByRole('button', { name: 'Am codul', exact: true }).click();
    await expect(page.getByText('Noul cod de recuperare este confirmat.')).toBeVisible();
    await expect(page.getByText('nu mai poate fi arătat')).toHaveCount(0);
    await page.keyboard.press('Control+l');
    await page.getByText(colleagues.mihai.name, { exact: true }).click();
    await expect(page.getByLabel('Parolă', { exact: true })).toBeVisible();
  } finally {
    await close();
  }
});
