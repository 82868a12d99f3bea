import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs, colleagues, expectAccessible, filesWith, fillPerson, typeDate } from './screens.ts';
import { launchApp, type LaunchedApp } from './support/app.ts';
import { launchPrison } from './support/prison.ts';

const register = new URL('../fixtures/ro-register-export.csv', import.meta.url).pathname;

test('a register is read, looked at and taken over; the list searches without diacritics and keeps its filter, over a restart too', async () => {
  test.slow();
  const dataDir = mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page } = await launchPrison({ dataDir });
  let again: LaunchedApp | undefined;
  try {
    await page.getByRole('button', { name: 'Importă un registru' }).click();
    await expectAccessible(page, 'import, choose');
    await answerDialogs(app, register);
    await page.getByRole('button', { name: 'Alege un fișier' }).click();
    await expect(page.getByText('Cum se citește fiecare coloană')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'Limba maternă' }).getByText('poate arăta originea')).toBeVisible();
    await expectAccessible(page, 'import, columns');
    await page.getByRole('button', { name: 'Compară cu ce avem' }).click();
    const accept = page.getByRole('button', { name: /^Preia \d/ });
    await expect(accept).toBeVisible();
    const offered = Number(/\d+/.exec((await accept.textContent()) ?? '')?.[0]);
    expect(offered).toBeGreaterThan(50);
    await page.getByRole('checkbox', { name: /^Preia numărul/ }).first().click({ force: true });
    await expect(accept).toContainText(String(offered - 1));
    await expectAccessible(page, 'import, differences');
    await accept.click();
    await expect(page.getByText(`Adăugate: ${offered - 1}`)).toBeVisible();
    await expectAccessible(page, 'import, report');
    await page.getByRole('button', { name: 'Mergi la lista persoanelor' }).click();

    const grid = page.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', String(offered));
    await expectAccessible(page, 'list');
    await page.keyboard.press('/');
    await page.keyboard.type('baluta stefan');
    await expect(page.getByText(/^Băluță Ștefan/).first()).toBeVisible();
    const count = async (): Promise<number> => Number(await grid.getAttribute('aria-rowcount'));
    await expect(page).toHaveURL(/q=baluta\+stefan/);
    await expect(page.getByText('1 persoană', { exact: true })).toBeVisible();
    const found = await count();

    await page.getByRole('button', { name: 'Data următoare' }).click();
    await expect(page.getByRole('columnheader', { name: /Data următoare/ })).toHaveAttribute('aria-sort', 'ascending');
    await expect(grid).toHaveAttribute('aria-rowcount', String(found));
    await page.reload();
    await expect(page.getByRole('searchbox')).toHaveValue('baluta stefan');
    await expect(page.getByRole('columnheader', { name: /Data următoare/ })).toHaveAttribute('aria-sort', 'ascending');

    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /Băluță/ })).toBeVisible();
    await expectAccessible(page, 'person');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('side-by-side')?.click());
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    await expect(page.getByRole('link')).toHaveCount(0);
    await expectAccessible(page, 'side by side');
    await page.getByRole('button', { name: 'Încheie lucrul împreună' }).click();
    await page.getByRole('link', { name: 'Înapoi la listă' }).click();
    await expect(page.getByRole('searchbox')).toHaveValue('baluta stefan');
    await expect(page.locator('[aria-rowindex="2"]')).toBeFocused();
    await page.getByRole('button', { name: 'Șterge căutarea' }).click();
    await page.getByRole('button', { name: 'Nume', exact: true }).click();
    await expect(grid).toHaveAttribute('aria-rowcount', String(offered));

    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('End');
    await expect(page.locator(`[aria-rowindex="${offered}"]`)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(page.locator('[aria-rowindex="2"]')).toBeFocused();

    // letters lead to a name; going back leads to the row one left
    await page.keyboard.type('ion');
    const focused = page.locator('[role="row"]:focus');
    await expect(focused).toContainText(/^Ion/);
    const left = await focused.getAttribute('aria-rowindex');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Ion/ })).toBeVisible();
    await page.getByRole('link', { name: 'Înapoi la listă' }).click();
    await expect(page.locator(`[aria-rowindex="${left ?? ''}"]`)).toBeFocused();

    // by date those without one stand apart; filter and order outlive the program
    await page.getByRole('button', { name: 'Data următoare' }).click();
    await expect.poll(count).toBeLessThan(offered);
    const dated = await count();
    await page.getByRole('button', { name: /fără dată cunoscută, separat/ }).click();
    await expect(grid).toHaveAttribute('aria-rowcount', String(offered - dated + 1));
    await page.getByRole('checkbox', { name: 'Numai fără dată cunoscută' }).click({ force: true });
    await page.getByRole('button', { name: /Felul datei/ }).click();
    await page.getByRole('option', { name: 'Data propunerii (comisie)' }).click();
    await expect.poll(count).toBeLessThan(dated);
    const filtered = await count();
    await expectAccessible(page, 'list, filtered');
    await app.close();
    again = await launchApp({ dataDir });
    const second = again.page;
    await second.getByText(colleagues.ana.name, { exact: true }).click();
    await second.getByLabel('Parolă', { exact: true }).fill(colleagues.ana.password);
    await second.keyboard.press('Enter');
    await second.getByRole('link', { name: 'Persoane' }).click();
    await expect(second.getByRole('columnheader', { name: /Data următoare/ })).toHaveAttribute('aria-sort', 'ascending');
    await expect(second.getByRole('button', { name: /Felul datei/ })).toContainText('Data propunerii (comisie)');
    await expect(second.getByRole('grid')).toHaveAttribute('aria-rowcount', String(filtered));
    await again.close();
    again = undefined;
    expect(filesWith(dataDir, 'people.view')).toEqual([]);
  } finally {
    await again?.close();
    await app.close().catch(() => undefined);
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test('nobody under 18 is added; a date says what it is, and a corrected one keeps its history', async () => {
  test.slow();
  const { page, close } = await launchPrison();
  try {
    await page.getByRole('button', { name: 'Adaugă o persoană' }).first().click();
    await page.getByRole('button', { name: 'Adaugă', exact: true }).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
    await expectAccessible(page, 'add a person, with errors');
    await fillPerson(page, { family: 'Popescu', given: 'Ion', code: 'TM-2026-0002', born: '01062015' });
    await page.getByRole('button', { name: 'Adaugă', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('sub 18 ani');
    await typeDate(page, 'Data nașterii', '01061980');
    await page.getByRole('button', { name: 'Adaugă', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Popescu Ion' })).toBeVisible();
    await expect(page.getByText('Nicio dată cunoscută')).toBeVisible();

    await page.getByRole('tab', { name: 'Date și surse' }).click();
    for (const [year, reason] of [['2030', undefined], ['2031', 'recalcul după revizuire']] as const) {
      await page.getByRole('button', { name: 'Înregistrează o dată' }).click();
      await page.getByRole('button', { name: /Ce reprezintă data/ }).click();
      await page.getByRole('option', { name: 'Data propunerii (comisie)' }).click();
      await typeDate(page, 'Data', `0402${year}`);
      await page.getByRole('radiogroup').getByText('calculată', { exact: true }).click();
      await page.getByLabel('Sursa').fill('fișa de evidență 12');
      await page.getByRole('button', { name: 'Salvează' }).click();
      if (reason !== undefined) {
        await expect(page.getByRole('alert')).toContainText('Spuneți de ce');
        await expectAccessible(page, 'set a date');
        await page.getByLabel('Motivul modificării').fill(reason);
        await page.getByRole('button', { name: 'Salvează' }).click();
      }
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await expect(page.getByText(/zile până la data propunerii \(comisie\)/)).toBeVisible();
    await expect(page.getByText(/până la liberare/)).toHaveCount(0);
    await expect(page.getByRole('row').filter({ hasText: 'înlocuită' })).toContainText('4 feb. 2030');
    await expect(page.getByText('Motivul modificării: recalcul după revizuire')).toBeVisible();

    await page.getByRole('button', { name: 'Înregistrează propunerea' }).click();
    await page.getByLabel('Sursa').fill('PV comisie 44');
    await page.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByText('Propusă', { exact: true })).toBeVisible();
    await expectAccessible(page, 'dates and sources');
  } finally {
    await close();
  }
});
