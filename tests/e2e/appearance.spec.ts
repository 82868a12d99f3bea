import { expect, test, type Page } from '@playwright/test';
import { chooseLanguage, expectAccessible } from './screens.ts';
import { launchApp } from './support/app.ts';
import { launchDemo } from './support/demo.ts';

const paper = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('the demonstration says so on every screen, in every language at once, in every theme, and ends with one click', async () => {
  test.slow();
  const { page, close } = await launchApp({ args: ['--demo=ro'] });
  try {
    await expect(page.getByText('varco demo parola')).toBeVisible();
    await expect(page.getByRole('note')).toContainText('DEMONSTRATION');
    await expectAccessible(page, 'unlock of a demonstration');
    await page.getByRole('radio').first().click({ force: true });
    await page.getByLabel('Password', { exact: true }).fill('varco demo parola');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('heading', { name: 'My day', exact: true })).toBeVisible();

    await chooseLanguage(page, 'English', 'Italiano');
    await expect(page.getByRole('heading', { name: 'La mia giornata', exact: true })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'it');
    await expect(page.getByRole('note')).toContainText('DIMOSTRAZIONE');
    await chooseLanguage(page, 'Italiano', 'Română');
    await expect(page.getByRole('heading', { name: 'Ziua mea', exact: true })).toBeVisible();

    const colours = new Set<string>();
    for (const [theme, name] of [['dark', 'Întunecat'], ['contrast', 'Contrast ridicat'], ['light', 'Luminos']] as const) {
      await page.getByRole('button', { name: 'Limbă și aspect' }).click();
      await page.getByRole('menuitemradio', { name }).click();
      await page.keyboard.press('Escape');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      colours.add(await paper(page));
    }
    expect(colours.size).toBe(3);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.getByRole('heading', { name: 'Ziua mea', exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Despre Varco' }).click();
    await expect(page.getByRole('dialog')).toContainText('0.1.0');
    await expectAccessible(page, 'about');
    await page.getByRole('button', { name: 'Închide' }).click();

    await page.getByRole('button', { name: /Blochează/ }).click();
    await page.getByRole('button', { name: 'Șterge demonstrația' }).click();
    await expectAccessible(page, 'delete the demonstration');
    await page.getByRole('button', { name: 'Șterge tot' }).click();
    await expect(page.getByRole('heading', { name: 'Limba' })).toBeVisible();
  } finally {
    await close();
  }
});

test('at twice the size, on a small screen, nothing is cut off sideways', async () => {
  const { app, page, close } = await launchDemo('prison', { language: 'en', theme: 'light' });
  try {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setMinimumSize(300, 200));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(683, 384));
    await page.getByRole('radio').first().click({ force: true });
    await page.getByLabel('Password', { exact: true }).fill('varco demo parola');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'My day', exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.getByRole('link', { name: 'People' }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBe(0);
    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Brief' })).toBeVisible();
    expect(await sideways()).toBe(0);
  } finally {
    await close();
  }
});
