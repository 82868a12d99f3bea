import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs, expectAccessible } from './screens.ts';
import { launchPrison } from './support/prison.ts';

const rows = [
  'Nr. matricol;Nume;Prenume;Data nașterii;Data expirării pedepsei',
  'TM-1;Mureșan;Ștefan;31.02.1990;01.02.2030',
  'TM-2;"=HYPERLINK(""http://exemplu"")";Ana;12.03.1985;01.02.2031',
  ...Array.from({ length: 1500 }, (_, at) => `TM-${at + 10};Exemplu;Ion;01.01.1980;01.02.2032`),
];

test('a bad row is put right by the keyboard, a formula stays text, and a long register can be stopped and taken up again', async () => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const file = join(folder, 'evidenta.csv');
  writeFileSync(file, rows.join('\r\n'));
  const { app, page, close } = await launchPrison();
  try {
    await page.getByRole('button', { name: 'Importă un registru' }).click();
    await answerDialogs(app, file);
    await page.getByRole('button', { name: 'Alege un fișier' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'Mureșan Ștefan' })).toContainText('Data nașterii nu poate fi corectă');
    await expectAccessible(page, 'import, refused rows');

    await page.getByRole('button', { name: 'Îndreaptă rândul 2' }).focus();
    await page.keyboard.press('Enter');
    const born = page.getByRole('dialog').getByRole('textbox', { name: /Data nașterii/ });
    await expect(born).toBeFocused();
    await expect(born).toHaveAccessibleDescription(/nu există această zi|nu poate fi corectă/);
    await expectAccessible(page, 'import, a row to put right');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30.02.1990');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Rândul 2 tot nu se poate citi')).toBeVisible();
    await expect(born).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('28.02.1990');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Rândul 2 se poate citi acum.')).toBeVisible();

    // the focus goes on to the next row that needs it: there a formula stands where a name should
    await expect(page.getByRole('button', { name: 'Îndreaptă rândul 3' })).toBeFocused();
    await page.keyboard.press('Enter');
    const name = page.getByRole('dialog').getByRole('textbox', { name: /^Nume/ });
    await expect(name).toHaveValue('=HYPERLINK("http://exemplu")');
    await expect(name).toHaveAccessibleDescription(/niciodată calculată/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Ionescu');
    await page.keyboard.press('Enter');
    await expect(page.getByText('2 rânduri îndreptate de mână')).toBeVisible();
    await page.getByRole('button', { name: 'Adu rândul 3 la ce spune fișierul' }).click();
    await expect(page.getByText('1 rând îndreptat de mână')).toBeVisible();

    await page.getByRole('button', { name: 'Compară cu ce avem' }).click();
    await page.getByRole('button', { name: /^Preia 1501 / }).click();
    await page.getByRole('button', { name: 'Oprește' }).click();
    const left = page.getByText(/^Oprit:/);
    await expect(left).toBeVisible();
    await expectAccessible(page, 'import, stopped');
    await page.getByRole('button', { name: 'Mergi la lista persoanelor' }).click();
    await page.getByRole('searchbox').fill('muresan stefan');
    await expect(page.getByRole('row').filter({ hasText: 'Mureșan Ștefan' })).toBeVisible();
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
