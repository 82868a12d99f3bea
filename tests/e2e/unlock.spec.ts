import { expect, test } from '@playwright/test';
import { chooseLanguage, colleagues, expectAccessible, filesWith, fillPerson } from './screens.ts';
import { launchApp, type LaunchedApp } from './support/app.ts';
import { launchPrison } from './support/prison.ts';

test('a person added in Romanian is there after a restart, unlocked in Italian; a lock leaves nothing readable', async () => {
  test.slow();
  const first = await launchPrison();
  const { dataDir } = first;
  let second: LaunchedApp | undefined;
  try {
    await first.page.getByRole('button', { name: 'Adaugă o persoană' }).first().click();
    await fillPerson(first.page, { family: 'Țîrlea', given: 'Ștefan', code: 'TM-2026-0001', born: '12031990' });
    await first.page.getByRole('button', { name: 'Adaugă', exact: true }).click();
    await expect(first.page.getByRole('heading', { name: 'Țîrlea Ștefan' })).toBeVisible();
    await first.app.close();

    second = await launchApp({ dataDir });
    const { page } = second;
    await chooseLanguage(page, 'Română', 'Italiano');
    await expect(page.getByText('Chi è lei?')).toBeVisible();
    await expectAccessible(page, 'unlock');
    await page.getByRole('button', { name: 'Sblocca' }).click();
    await expect(page.getByRole('alert')).toContainText('Scelga il suo nome');

    await page.getByText(colleagues.mihai.name).click();
    await page.getByLabel('Password', { exact: true }).fill('non è questa la parola');
    await page.getByRole('button', { name: 'Sblocca' }).click();
    await expect(page.getByRole('alert')).toContainText('password');
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
    await page.keyboard.type(colleagues.mihai.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'La mia giornata', exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Persone', exact: true }).click();
    await expect(page.getByRole('row').filter({ hasText: 'Țîrlea Ștefan' })).toBeVisible();

    await page.getByRole('row').filter({ hasText: 'Țîrlea Ștefan' }).click();
    await expect(page.getByRole('heading', { name: 'Țîrlea Ștefan' })).toBeVisible();
    await page.keyboard.press('Control+l');
    await expect(page.getByText('Chi è lei?')).toBeVisible();
    expect(await page.content()).not.toContain('Țîrlea');
    expect(page.url()).not.toContain('/people/');
    await page.goBack();
    await expect(page.getByText('Chi è lei?')).toBeVisible();
    expect(await page.content()).not.toContain('Țîrlea');
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('irlea');
    await second.close();
    expect(filesWith(dataDir, 'irlea')).toEqual([]);
    expect(filesWith(dataDir, colleagues.ana.password)).toEqual([]);
  } finally {
    await second?.close();
  }
});

test('a forgotten password is replaced with the printed code, and only that one', async () => {
  const { page, code, close } = await launchPrison();
  try {
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: /codul de recuperare/ }).click();
    await expectAccessible(page, 'recover');
    await page.getByLabel('Cod de recuperare').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByText(colleagues.ana.name).click();
    await page.getByLabel('Parolă nouă').fill('un tren către munte');
    await page.getByRole('button', { name: 'Stabilește parola nouă' }).click();
    await expect(page.getByRole('heading', { name: 'Persoane', exact: true })).toBeVisible();

    await page.keyboard.press('Control+l');
    await page.getByText(colleagues.ana.name).click();
    for (const _ of [1, 2, 3]) {
      await page.getByLabel('Parolă', { exact: true }).fill(colleagues.ana.password);
      await page.getByRole('button', { name: 'Deblochează' }).click();
      await expect(page.getByRole('alert')).toContainText('parola acestui utilizator');
      await expect(page.getByLabel('Parolă', { exact: true })).toHaveValue('');
    }
    await page.getByLabel('Parolă', { exact: true }).fill('un tren către munte');
    await page.getByRole('button', { name: 'Deblochează' }).click();
    await expect(page.getByRole('timer')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Deblochează' })).toBeDisabled();
    await expectAccessible(page, 'unlock-wait');
    await expect(page.getByRole('button', { name: 'Deblochează' })).toBeEnabled();
    await page.getByText(colleagues.mihai.name).click();
    await page.getByLabel('Parolă', { exact: true }).fill(colleagues.mihai.password);
    await page.getByRole('button', { name: 'Deblochează' }).click();
    await expect(page.getByRole('heading', { name: 'Ziua mea', exact: true })).toBeVisible();
  } finally {
    await close();
  }
});
