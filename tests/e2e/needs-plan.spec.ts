import { rmSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { colleagues, expectAccessible, fillPerson, startPrison, typeDate } from './screens.ts';
import { launchApp, type LaunchedApp } from './support/app.ts';

const unlock = async (page: Page, who: { readonly name: string; readonly password: string }): Promise<void> => {
  await page.getByText(who.name).click();
  await page.getByLabel('Parolă', { exact: true }).fill(who.password);
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: 'Mureșan Ștefan' }).click();
  await page.getByRole('tab', { name: 'Plan' }).click();
};

/** The keys go where the eye is: to the domain that holds the focus. */
const standsIn = (page: Page, domain: string): Promise<void> => expect(page.getByRole('radiogroup', { name: domain }).locator(':focus')).toHaveCount(1);

const askByKeyboard = async (page: Page): Promise<void> => {
  const line = (domain: RegExp) => page.getByRole('textbox', { name: domain });
  await standsIn(page, 'Locuință / cazare');
  await page.keyboard.press('3');
  await expect(line(/Locuință/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(line(/Locuință/)).toBeFocused();
  await page.keyboard.type('Nu știe unde va dormi.');
  await page.keyboard.press('Enter');
  await standsIn(page, 'Acte de identitate și domiciliu');
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowDown');
  await standsIn(page, 'Venituri, prestații sociale și datorii');
  await page.keyboard.press('4');
  await page.keyboard.press('ArrowDown');
  await standsIn(page, 'Loc de muncă');
  await page.keyboard.press('1');
  await expect(line(/Loc de muncă/)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(line(/Loc de muncă/)).toBeFocused();
  await page.keyboard.type('Vrea un curs de sudor.');
  await page.keyboard.press('Tab');
};

const compose = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Cuvintele persoanei', exact: true }).fill('Vreau să nu mai ajung aici.');
  await page.getByRole('button', { name: 'Propune persoanei' }).click();
  await expect(page.getByRole('alert')).toContainText('cel puțin un obiectiv');
  await page.getByRole('textbox', { name: 'Obiectiv nou' }).fill('Vreau un loc al meu');
  await page.keyboard.press('Enter');
  const goal = page.getByRole('region', { name: 'Obiectivul 1' });
  await expect(goal.getByRole('button', { name: /Domeniu/ })).toContainText('Locuință / cazare');
  await expect(goal.getByRole('textbox', { name: 'Pas nou' })).toBeFocused();
  await expect(goal.getByText('O sugestie, nu o obligație')).toBeVisible();
  await page.getByRole('button', { name: 'Propune persoanei' }).click();
  await expect(goal.getByText('Obiectivul 1 nu are încă niciun pas')).toBeVisible();
  await page.getByRole('alert').getByRole('link').click();
  await page.keyboard.type('Cerere la primărie');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Vizită la adăpost');
  await page.keyboard.press('Enter');
  await typeDate(page, 'De atins până la', '01122026');
  await goal.getByText('continuă după liberare').first().click();
  await page.getByRole('button', { name: 'Scoate: Pasul 1' }).click();
  await expect(goal.getByRole('group', { name: /^Pasul/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Anulează ultima modificare' }).click();
  await expect(goal.getByRole('group', { name: 'Pasul 1' }).getByRole('textbox').first()).toHaveValue('Cerere la primărie');
  await expect(page.getByText('Salvat', { exact: true })).toBeVisible();
};

test('needs asked by keyboard become a plan that the person agrees to and a second person approves', async () => {
  const first = await launchApp();
  const { page, dataDir } = first;
  let second: LaunchedApp | undefined;
  try {
    await startPrison(page);
    await page.getByRole('button', { name: 'Adaugă o persoană' }).first().click();
    await fillPerson(page, { family: 'Mureșan', given: 'Ștefan', code: 'TM-2026-0007', born: '12031990' });
    await page.getByRole('button', { name: 'Adaugă', exact: true }).click();

    await page.getByRole('button', { name: 'Deschide nevoile' }).click();
    await page.getByRole('button', { name: 'Evaluare nouă' }).click();
    await page.getByRole('dialog').getByText('Dosar individual').click();
    await page.getByRole('button', { name: 'Începe' }).click();
    await expect(page.getByText('Domenii parcurse: 0 din 12')).toBeVisible();
    await askByKeyboard(page);
    await expect(page.getByText('Domenii parcurse: 4 din 12 · Salvat')).toBeVisible();
    await expect(page.getByRole('radiogroup', { name: 'Școlarizare și formare profesională' }).getByRole('radio', { name: 'Neevaluat' })).toBeFocused();
    await expect(page.getByText('Vrea un curs de sudor.')).toBeVisible();
    await expect(page.getByRole('radiogroup', { name: 'Locuință / cazare' }).getByRole('radio', { name: 'Nevoie urgentă' })).toBeChecked();
    await expectAccessible(page, 'short round');
    await page.getByRole('button', { name: 'Încheie evaluarea' }).click();
    await page.getByLabel('Limitele evaluării').fill('Fără interpret.');
    await page.getByRole('dialog').getByRole('button', { name: 'Încheie evaluarea' }).click();
    await expect(page.getByText('Fără interpret.')).toBeVisible();
    await expect(page.getByText('Nu știe unde va dormi.')).toBeVisible();
    await expectAccessible(page, 'needs');

    await page.getByRole('tab', { name: 'Plan' }).click();
    await page.getByRole('button', { name: 'Începe planul' }).click();
    await page.getByRole('button', { name: 'Deschide ciorna' }).click();
    await compose(page);
    await expectAccessible(page, 'draft');
    // leaving the tab loses nothing
    await page.getByRole('tab', { name: 'Pe scurt' }).click();
    await page.getByRole('button', { name: 'Deschide planul' }).click();
    await expect(page.getByRole('group', { name: 'Pasul 2' }).getByRole('textbox').first()).toHaveValue('Vizită la adăpost');
    await page.getByRole('button', { name: 'Propune persoanei' }).click();
    await page.getByRole('button', { name: 'Înregistrează răspunsul persoanei' }).click();
    await page.getByText('De acord', { exact: true }).click();
    await page.getByText('Semnat pe hârtie', { exact: true }).click();
    await page.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByText('Asumat (angajament semnat)').first()).toBeVisible();
    await expect(page.getByText('niciodată cine a scris planul')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Aprobă' })).toHaveCount(0);

    await page.keyboard.press('Control+l');
    await unlock(page, colleagues.mihai);
    await page.getByRole('button', { name: 'Aprobă' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Aprobă' }).click();
    await expect(page.getByText('În derulare').first()).toBeVisible();
    await page.getByRole('button', { name: /Starea pasului: Cerere la primărie/ }).click();
    await page.getByRole('option', { name: 'În curs' }).click();
    await expect(page.getByRole('button', { name: /Starea pasului: Cerere la primărie/ })).toContainText('În curs');
    await first.app.close();

    second = await launchApp({ dataDir });
    await unlock(second.page, colleagues.ana);
    await expect(second.page.getByRole('button', { name: /Starea pasului: Cerere la primărie/ })).toContainText('În curs');
    await expect(second.page.getByText('Mihai Popa, ').first()).toBeVisible();
    await second.page.getByRole('button', { name: 'Versiune nouă' }).click();
    await second.page.getByRole('button', { name: 'Deschide ciorna' }).click();
    await second.page.getByRole('button', { name: 'Scoate: Pasul 2' }).click();
    await expect(second.page.getByText('Salvat', { exact: true })).toBeVisible();
    await second.page.getByRole('button', { name: 'Compară două versiuni' }).click();
    await expect(second.page.getByRole('row').filter({ hasText: 'Obiectiv schimbat: pași' })).toContainText('Scos: Vizită la adăpost');
    await second.page.getByRole('button', { name: 'Arată versiunea 1' }).click();
    await expect(second.page.getByRole('button', { name: /Starea pasului/ })).toHaveCount(2);
    await expectAccessible(second.page, 'plan in force, with the comparison');
    await second.page.getByRole('button', { name: 'Arată versiunea 2' }).click();

    // what was typed a moment before locking is there afterwards
    await second.page.getByRole('textbox', { name: 'Cuvintele persoanei', exact: true }).fill('Vreau să îmi văd fata.');
    await second.page.keyboard.press('Control+l');
    await unlock(second.page, colleagues.ana);
    await expect(second.page.getByRole('textbox', { name: 'Cuvintele persoanei', exact: true })).toHaveValue('Vreau să îmi văd fata.');
  } finally {
    await (second ?? first).app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
