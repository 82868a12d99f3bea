import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { addDays, type CivilDate } from '../../shared/domain/dates.ts';
import { answerDialogs, expectAccessible, typeDate } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { corePid } from './support/ports.ts';

/** Three people of the demonstration's register. */
const codes = [demo.code, 'TM-2026-1301', 'TM-2022-1273'] as const;
const today: CivilDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Bucharest' }).format(new Date());
const lastWeek = addDays(today, -7);
const weekday = new Intl.DateTimeFormat('ro-RO', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${lastWeek}T12:00:00Z`));
const digits = (date: CivilDate): string => date.split('-').toReversed().join('');
const written = (date: CivilDate): string => date.split('-').toReversed().join('.');

/** A cell as a screen reader tells it: who, when, what. */
const cell = (page: Page, row: number, column: number) => page.getByRole('grid').getByRole('row').nth(row + 1).getByRole('gridcell').nth(column);
const letters = (page: Page) => page.getByRole('gridcell').allTextContents();
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test('a course from nothing to the sums of a person, marked by keyboard; a killed core loses no mark', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  try {
    await unlockAs(page, demo.educator);
    await page.getByRole('link', { name: 'Educație și formare' }).click();
    await page.getByRole('button', { name: 'Adaugă un program' }).click();
    await page.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(5);
    await expectAccessible(page, 'programme, with errors');
    await page.getByLabel('Program', { exact: true }).fill('Sudură');
    await page.getByLabel('Cod', { exact: true }).fill('SUD');
    await page.getByLabel('Ore', { exact: true }).fill('12,5');
    await page.getByRole('button', { name: /Domeniu/ }).click();
    await page.getByRole('option', { name: 'Formare și calificare profesională' }).click();
    await page.getByLabel('Furnizor').fill('Școala profesională');
    await page.getByRole('button', { name: 'Salvează' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Sudură' })).toBeVisible();
    await page.getByRole('button', { name: 'Curs nou' }).first().click();
    await page.getByLabel('Denumirea cursului').fill('Grupa de toamnă');
    await page.getByRole('button', { name: weekday, exact: true }).click();
    await typeDate(page, 'De la', digits(addDays(lastWeek, -21)));
    await typeDate(page, 'Până la', digits(lastWeek));
    await page.getByRole('group', { name: '4 ședințe' }).getByRole('button').first().click();
    await expectAccessible(page, 'new course');
    await page.getByRole('button', { name: 'Creează cu 3 ședințe' }).click();

    await page.getByRole('button', { name: 'Înscrie persoane' }).first().click();
    await page.getByLabel('Numere matricole sau nume').fill([...codes, 'nimeni'].join('\n'));
    await page.getByRole('button', { name: 'Caută 4 rânduri' }).click();
    await expect(page.getByText('Nimeni aici cu acest număr sau nume')).toHaveCount(1);
    await expectAccessible(page, 'enrol people');
    await page.getByRole('button', { name: 'Înscrie 3 persoane' }).click();
    await expect(page.getByRole('tab', { name: 'Persoane (3)' })).toBeVisible();
    await expectAccessible(page, 'people on the course');
    await page.getByRole('tab', { name: 'Prezență' }).click();

    const grid = page.getByRole('grid');
    await grid.focus();
    // a letter marks and goes down, a digit marks, minutes are a part of the session, Space goes through the marks
    await press(page, 'Control+Home', 'p', 'a', 'm', 'ArrowUp', 'ArrowUp', 'ArrowRight', '4', '5', 'Enter', '4', 'ArrowDown', 'Space', 'Space');
    await expect.poll(() => letters(page)).toEqual(['P', '45', '', 'A', 'R', '', 'M', 'A', '']);
    await expect(page.getByRole('status').filter({ hasText: 'Absent nemotivat' })).toBeVisible();
    // everybody present in the third session but who is marked there already, and back, and again
    await press(page, 'End', 'h', 's', 'Shift+P');
    await expect.poll(() => letters(page)).toEqual(['P', '45', 'P', 'A', 'R', 'P', 'M', 'A', 'S']);
    await press(page, 'Control+z');
    await expect.poll(() => letters(page)).toEqual(['P', '45', '', 'A', 'R', '', 'M', 'A', 'S']);
    await press(page, 'Control+y', 'Control+Home', 'Shift+ArrowDown', 'Delete');
    await expect.poll(() => letters(page)).toEqual(['', '45', 'P', '', 'R', 'P', 'M', 'A', 'S']);
    await press(page, 'Control+z', '2', '0', '0', 'Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Mai multe minute decât are ședința' })).toBeVisible();
    await expect(cell(page, 0, 1)).toHaveAccessibleName(/, Prezent, 45 de minute$|: Prezent, 45 de minute$/);
    await expect(page.getByText('Salvat', { exact: true })).toBeVisible();
    await expectAccessible(page, 'attendance');

    process.kill(await corePid(app), 'SIGKILL');
    await unlockAs(page, demo.educator);
    if (!(await grid.isVisible())) {
      await page.getByRole('link', { name: 'Educație și formare' }).click();
      await page.getByRole('link', { name: /Grupa de toamnă/ }).or(page.getByRole('link', { name: 'Sudură' })).first().click();
      await page.getByRole('link', { name: 'Grupa de toamnă' }).or(grid).first().waitFor();
      if (!(await grid.isVisible())) await page.getByRole('link', { name: 'Grupa de toamnă' }).click();
    }
    await expect.poll(() => letters(page)).toEqual(['P', '45', 'P', 'A', 'R', 'P', 'M', 'A', 'S']);

    await page.getByRole('tab', { name: /Ședințe/ }).click();
    await page.getByRole('button', { name: /^Anulează ședința/ }).nth(1).click();
    await page.getByLabel('De ce nu se ține').fill('fără curent');
    await page.getByRole('dialog').getByRole('button', { name: 'Anulează ședința' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'fără curent' })).toHaveCount(1);
    await expectAccessible(page, 'sessions');
    await page.getByRole('tab', { name: 'Prezență' }).click();
    await grid.focus();
    await press(page, 'Control+Home', 'ArrowRight', 'p');
    await expect(page.getByRole('status').filter({ hasText: 'Această ședință a fost anulată' })).toBeVisible();
    await expect(cell(page, 0, 1)).toHaveAttribute('aria-disabled', 'true');

    const sheet = join(folder, 'foaie.csv');
    writeFileSync(sheet, `Nr. matricol;${written(addDays(lastWeek, -14))};;${written(addDays(lastWeek, -21))}\n${codes[0]};R;P;P\nTM-2018-1245;P;;A\nTM-9999-0001;P;;P\n`);
    await answerDialogs(app, sheet);
    await page.getByRole('button', { name: 'Importă o foaie de prezență' }).click();
    await page.getByRole('button', { name: 'Alege un fișier' }).click();
    await expect(page.getByText('Coloanele 3 conțin marcaje')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'TM-9999-0001' })).toContainText('nimeni aici nu are acest număr');
    await expectAccessible(page, 'attendance sheet');
    await page.getByRole('button', { name: 'Preia 2 persoane' }).click();
    await expect(page.getByText(/Persoane înscrise: 1. Ședințe adăugate: 1./)).toBeVisible();
    await page.getByRole('button', { name: 'Închide' }).click();

    await page.getByRole('tab', { name: 'Persoane (4)' }).click();
    await page.getByRole('row').filter({ hasText: codes[1] }).getByRole('checkbox').click({ force: true });
    await page.getByRole('button', { name: 'Înregistrează un pas pentru cele alese' }).click();
    await page.getByRole('dialog').getByText('Suspendă', { exact: true }).click();
    await page.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByRole('alert')).toContainText('Acest pas are nevoie de un motiv');
    await expectAccessible(page, 'step of an enrolment');
    await page.getByRole('button', { name: /Motivul/ }).click();
    await page.getByRole('option', { name: 'Transfer' }).click();
    await page.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByRole('row').filter({ hasText: codes[1] })).toContainText('Suspendat');

    await page.getByRole('row').filter({ hasText: codes[0] }).getByRole('link').click();
    await expect(page.getByRole('tab', { name: 'Educație și formare' })).toHaveAttribute('aria-selected', 'true');
    const course = page.getByRole('region', { name: /Grupa de toamnă/ });
    await expect(course).toContainText('Ședințe ținute');
    await expectAccessible(page, 'learning of a person');
    await page.getByRole('button', { name: 'Înregistrează un pas' }).first().click();
    await page.getByRole('dialog').getByText('Finalizează', { exact: true }).click();
    await page.getByLabel('Rezultat').fill('nota 9');
    await page.getByRole('button', { name: 'Salvează' }).click();
    await expect(course).toContainText('Finalizat · nota 9');
    await page.getByRole('tab', { name: 'Pe scurt' }).click();
    await page.getByRole('button', { name: 'Toate cursurile' }).click();
    await expect(course).toBeVisible();
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
