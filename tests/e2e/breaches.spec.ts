import { expect, test } from '@playwright/test';
import { expectAccessible, typeDate } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';

test('a paper left behind is written down by the educator in a minute; the coordinator is told of the deadline, assesses it and decides', async () => {
  test.slow();
  const { page, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  try {
    await unlockAs(page, demo.educator);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('registrul incalcarilor');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Registrul încălcărilor' })).toBeVisible();
    await page.getByRole('button', { name: 'Înregistrează o încălcare' }).click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page, 'breach report');
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Alegeți ce s-a întâmplat');
    await dialog.getByRole('button', { name: /Ce s-a întâmplat/ }).click();
    await page.getByRole('option', { name: 'Act lăsat nesupravegheat' }).click();
    // long ago, so that the deadline is over at any hour the story is told
    await typeDate(page, 'Constatată la', '01102026');
    await dialog.getByText('Plan', { exact: true }).click();
    await dialog.getByLabel('Cu cuvintele dumneavoastră').fill('Planul tipărit a rămas pe masa din sala de curs.');
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByText('Înscrisă în registrul încălcărilor')).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.getByRole('link', { name: 'Act lăsat nesupravegheat' }).click();
    await expect(page.getByText('o evaluează și decid', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Evaluează riscul' })).toHaveCount(0);

    // who runs the office has no day of cases, and is told on the screen they begin with
    await page.keyboard.press('Control+l');
    await unlockAs(page, 'Vlad Exemplu');
    await expect(page.getByText('Încălcări ale securității datelor de decis')).toBeVisible();
    await expectAccessible(page, 'first screen of the administrator');

    await page.keyboard.press('Control+l');
    await unlockAs(page, demo.head);
    await expect(page.getByText('Încălcări ale securității datelor de decis')).toBeVisible();
    await page.getByRole('link', { name: 'Act lăsat nesupravegheat' }).click();
    await expect(page.getByRole('alert')).toContainText('ANSPDCP: termenul de notificare a expirat');
    await expectAccessible(page, 'breach', { everyTheme: true });
    await page.getByRole('button', { name: 'Evaluează riscul' }).click();
    await dialog.getByText('Risc', { exact: true }).click();
    await dialog.getByLabel('De ce').fill('Putea fi citit de oricine intra în sală.');
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByRole('button', { name: 'Nu se notifică' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Autoritatea a fost notificată' }).click();
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await expect(dialog.getByRole('alert')).toContainText('de ce este după 72 de ore');
    await dialog.getByLabel('De ce după 72 de ore').fill('A fost găsit abia acum.');
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByText('ANSPDCP: notificare făcută', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Încheie', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Redeschide' })).toBeVisible();
    await expect(page.getByText('Putea fi citit de oricine', { exact: false })).toHaveCount(2);
  } finally {
    await close();
  }
});
