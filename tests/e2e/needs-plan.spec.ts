import { expect, test } from '@playwright/test';
import { expectAccessible, fillPerson, startPrison } from './screens.ts';
import { launchApp } from './support/app.ts';

test('needs asked by keyboard become a plan that the person agrees to and a second person approves', async () => {
  const { page, close } = await launchApp();
  try {
    await startPrison(page);
    await page.getByRole('button', { name: 'Adaugă o persoană' }).first().click();
    await fillPerson(page, { family: 'Mureșan', given: 'Ștefan', code: 'TM-2026-0007', born: '12031990' });
    await page.getByRole('button', { name: 'Adaugă', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Mureșan Ștefan' })).toBeVisible();

    await page.getByRole('button', { name: 'Deschide nevoile' }).click();
    await page.getByRole('button', { name: 'Evaluare nouă' }).click();
    await page.getByRole('dialog').getByText('Dosar individual').click();
    await expectAccessible(page, 'start of a round');
    await page.getByRole('button', { name: 'Începe' }).click();
    await expect(page.getByText('Domenii parcurse: 0 din 12')).toBeVisible();
    // by keyboard alone from here
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nu știe unde va dormi.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('0');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('4');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Vrea un curs de sudor.');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Domenii parcurse: 4 din 12')).toBeVisible();
    await expect(page.getByRole('radiogroup', { name: 'Școlarizare și formare profesională' }).getByRole('radio', { name: 'Neevaluat' })).toBeFocused();
    await expect(page.getByText('Vrea un curs de sudor.')).toBeVisible();
    await expect(page.getByText('(declarat de persoană').first()).toBeVisible();
    await expect(page.getByRole('radiogroup', { name: 'Locuință / cazare' }).getByRole('radio', { name: 'Nevoie urgentă' })).toBeChecked();
    await expectAccessible(page, 'short round');
    await page.getByRole('button', { name: 'Încheie evaluarea' }).click();
    await page.getByLabel('Limitele evaluării').fill('Fără interpret.');
    await page.getByRole('dialog').getByRole('button', { name: 'Încheie evaluarea' }).click();
    await expect(page.getByText('Fără interpret.')).toBeVisible();
    await expect(page.getByText('Nu știe unde va dormi.')).toBeVisible();
    await expectAccessible(page, 'needs');
  } finally {
    await close();
  }
});
