import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { addDays, addMonths } from '../../shared/domain/dates.ts';
import { answerDialogs, expectAccessible, todayAt } from './screens.ts';
import { textOfPdf } from './steps/release-list.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';

const sample = readFileSync(new URL('../fixtures/ro-commission-list.csv', import.meta.url), 'utf8');
/** "2026-12-08" as the lists write it. */
const written = (day: string): string => day.split('-').toReversed().join('.');
const typed = (day: string): string => day.split('-').toReversed().join('');

const takeOver = async (page: Page, app: Parameters<typeof answerDialogs>[0], file: string): Promise<void> => {
  await page.getByRole('button', { name: 'Preia o listă' }).click();
  await answerDialogs(app, file);
  await page.getByRole('button', { name: 'Alege un fișier' }).click();
};

test('the list of the commission is taken over, its reports are due, and all outcomes of a day are entered by the keyboard, through a lock', async () => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  try {
    await unlockAs(page, demo.educator);
    const today = await todayAt(page);
    const day = addDays(today, 10);
    const list = join(folder, 'lista comisiei.csv');
    writeFileSync(list, sample.replaceAll('08.12.2026', written(day)).replaceAll('08.06.2027', written(addMonths(day, 6))));

    await page.getByRole('link', { name: 'Ședințe', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Ședințe', level: 1 })).toBeVisible();
    await expectAccessible(page, 'sittings');
    await takeOver(page, app, list);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Necitite: Nr. crt., Observații')).toBeVisible();
    await expect(dialog.getByRole('row').filter({ hasText: 'TM-2024-1056' })).toContainText('Amânare');
    await expectAccessible(page, 'sittings, a list');
    const accept = dialog.getByRole('button', { name: /^Preia \d+ persoane/ });
    const people = Number(/\d+/.exec((await accept.textContent()) ?? '')?.[0]);
    expect(people).toBeGreaterThan(4);
    await accept.click();
    await expect(page.getByRole('heading', { name: /^Comisie, / })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'De scris' })).toHaveCount(people);
    await expectAccessible(page, 'a sitting before its day');

    // body and place are put right; the day stays, and the one search leads here
    await page.getByRole('button', { name: 'Organul și locul …' }).click();
    await dialog.getByRole('textbox', { name: 'Locul' }).fill('Sala 3');
    await expectAccessible(page, 'body and place of a sitting');
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByText('Sala 3', { exact: true })).toBeVisible();
    // the one search does not open over a dialog that is just going away
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await dialog.getByRole('combobox').fill(`comis ${Number(day.slice(8))}`);
    await expect(page.getByRole('option').filter({ hasText: 'Sala 3' })).toBeVisible();
    await page.keyboard.press('Escape');

    // the same list again changes nothing
    await page.getByRole('link', { name: 'Toate ședințele' }).click();
    await takeOver(page, app, list);
    await expect(dialog.getByText('Nimic nou în această listă')).toBeVisible();
    await dialog.getByRole('button', { name: 'Închide' }).click();

    // the report is due on the day page, and leads to the sitting
    await page.getByRole('link', { name: 'Ziua mea' }).click();
    const due = page.getByRole('listitem').filter({ hasText: 'Caracterizare' }).first();
    await due.getByRole('link', { name: /^Deschide ședința/ }).click();
    await page.getByRole('button', { name: /^Caracterizare: / }).first().click();
    await dialog.getByRole('textbox', { name: 'Fapte' }).fill('A lucrat 212 zile la bloc alimentar, văzut de educator.');
    await expectAccessible(page, 'report for a sitting');
    await dialog.getByRole('button', { name: 'Caracterizarea este gata' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'De scris' })).toHaveCount(people - 1);

    // a sitting of today
    const now = join(folder, 'lista de azi.csv');
    const codes = ['TM-2017-1007', 'TM-2018-1014', 'TM-2019-1021'];
    writeFileSync(now, ['Nr. matricol;Data ședinței;Propunere;Termen de reanalizare', ...codes.map((code, at) => `${code};${written(today)};${at === 1 ? 'amânare' : 'admitere'};`), `TM-2024-1056;${written(today)};admitere;`].join('\r\n'));
    await page.getByRole('link', { name: 'Toate ședințele' }).click();
    await takeOver(page, app, now);
    await expect(dialog.getByRole('row').filter({ hasText: 'TM-2024-1056' })).toContainText('Este pe lista din');
    await dialog.getByRole('button', { name: 'Preia 3 persoane' }).click();
    const form = page.getByRole('table', { name: 'Rezultatele zilei' });
    await expect(form.getByRole('row')).toHaveCount(4);
    await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(0);

    // by the keyboard: the act, then every row
    await page.getByLabel('Act', { exact: true }).focus();
    await page.keyboard.type('PV 12');
    await form.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    const postponed = form.getByRole('row').filter({ hasText: 'TM-2018-1014' });
    await postponed.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await postponed.getByRole('spinbutton').first().focus();
    await page.keyboard.type(typed(addDays(addMonths(today, 12), 1)));
    await page.keyboard.press('Enter');
    await expect(postponed).toContainText('Cel mult un an după ședință.');
    await expectAccessible(page, 'the day, a wrong term');

    await page.keyboard.press('Control+l');
    await unlockAs(page, demo.educator);
    await expect(page.getByLabel('Act', { exact: true })).toHaveValue('PV 12');
    await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await postponed.getByRole('spinbutton').first().focus();
    await page.keyboard.type(typed(addMonths(today, 6)));
    await page.keyboard.press('Enter');
    await expect(postponed).toContainText('Pregătirea pentru liberare se oprește până la');
    await expect(page.getByText('Încă nu s-a salvat nimic.')).toBeVisible();
    await expectAccessible(page, 'the day, what follows');
    await page.keyboard.press('Enter');
    const heard = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Ce a rezultat' }) });
    await expect(heard.getByRole('row').filter({ hasText: 'TM-2018-1014' })).toContainText('Amânat');
    await expect(heard.getByRole('row').filter({ hasText: 'PV 12' })).toHaveCount(2);
    await expect(form.getByRole('row')).toHaveCount(2);
    await expectAccessible(page, 'the day, recorded');

    await heard.getByRole('row').filter({ hasText: 'TM-2018-1014' }).getByRole('link').click();
    await expect(page.getByText('Amânată', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('PV 12').first()).toBeVisible();

    // a written request of the same person: taken in, answered, delivered
    await page.getByRole('tab', { name: 'Cereri' }).click();
    await page.getByRole('button', { name: 'Înregistrează o cerere' }).click();
    await expectAccessible(page, 'a request to take in');
    await dialog.getByRole('textbox', { name: 'În cuvintele persoanei' }).fill('Doresc să lucrez la bucătărie.');
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Cereri', exact: true }).click();
    const waiting = page.getByRole('row').filter({ hasText: 'TM-2018-1014' });
    await expect(waiting).toContainText('Primită');
    await expectAccessible(page, 'open requests');
    await waiting.getByRole('link').click();
    await page.getByRole('button', { name: /^Răspunde: / }).click();
    await dialog.getByRole('textbox', { name: 'Ce i se răspunde persoanei' }).fill('Veți începe luni.');
    await expectAccessible(page, 'answer to a request');
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    // the slip the person gets: looked at and saved, without a name of staff
    await page.getByRole('button', { name: 'Vezi foaia răspunsului' }).click();
    await page.locator('[data-page="1"][data-drawn]').waitFor({ timeout: 60_000 });
    await expectAccessible(page, 'the answer slip');
    const slip = join(folder, 'raspuns.pdf');
    await answerDialogs(app, slip);
    await dialog.getByRole('button', { name: 'Salvează ca PDF' }).click();
    await expect(dialog.getByRole('status').filter({ hasText: 'raspuns.pdf' })).toBeVisible();
    await page.keyboard.press('Escape');
    const words = textOfPdf(slip);
    for (const told of ['Veți începe luni.', 'Doresc să lucrez la bucătărie.', 'TM-2018-1014', 'judecătorul de supraveghere']) expect(words).toContain(told);
    expect(words).not.toContain(demo.educator);
    await page.getByRole('button', { name: /^Înmânează răspunsul: / }).click();
    await dialog.getByText('Citită cu voce tare').click();
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByText('Răspuns înmânat', { exact: true })).toBeVisible();
    await expect(page.getByText('Veți începe luni.')).toBeVisible();
    await expectAccessible(page, 'requests of a person');
    await page.getByRole('navigation').getByRole('link', { name: 'Cereri', exact: true }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'TM-2018-1014' })).toHaveCount(0);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
