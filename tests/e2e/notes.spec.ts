import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';

/** Numbers of people of the demonstration, read off the list. */
const numbers = async (page: Page, count: number): Promise<readonly string[]> => {
  const cells = page.locator('[role="gridcell"][data-column="code"]');
  await expect(cells.nth(count)).toBeVisible();
  return (await cells.allTextContents()).slice(0, count);
};

const said = 'A întrebat când începe cursul.';

test('a note is written, corrected and taken back by the keyboard; one text for twelve lies in each file; the palette leads anywhere', async () => {
  test.slow();
  const { page, app, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  const dialog = page.getByRole('dialog');
  const log = page.getByRole('region', { name: 'Convorbiri și observații' });
  const goTo = async (typed: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  };
  try {
    await unlockAs(page, demo.educator);
    await goTo('persoane');
    const twelve = await numbers(page, 12);

    await page.keyboard.press('Control+k');
    await page.keyboard.type(demo.code);
    // their open request is found with them, and stands below
    await expect(page.getByRole('option')).toHaveCount(2);
    await expect(page.getByRole('option').first()).toContainText(demo.code);
    await expectAccessible(page, 'palette, somebody found');
    await page.keyboard.press('Enter');
    await expect(page.getByText(demo.code).first()).toBeVisible();
    await expect(page).toHaveURL(/#\/people\/[^/]+$/);

    // one person: whoever the page is about, nothing but keys
    await page.keyboard.press('Control+n');
    await expect(dialog.getByRole('textbox', { name: 'Ce s-a întâmplat' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('Scrieți ce s-a întâmplat');
    await dialog.getByRole('textbox', { name: 'Ce s-a întâmplat' }).focus();
    await page.keyboard.type(said);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(/^Notă salvată: /)).toBeVisible();
    await page.getByRole('tab', { name: 'Note', exact: true }).click();
    await expect(log.getByText(said)).toBeVisible();

    // undone, its words are back in the form and in nobody's file
    await page.getByRole('button', { name: 'Anulează' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Ce s-a întâmplat' })).toHaveValue(said);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(log.getByRole('article')).toHaveCount(1);

    // a correction keeps the old words
    await log.getByRole('button', { name: /^Rectifică/ }).click();
    await dialog.getByRole('textbox', { name: 'Ce s-a întâmplat' }).fill('A întrebat dacă mai sunt locuri la curs.');
    await dialog.getByLabel('De ce se rectifică').fill('am auzit greșit');
    await expectAccessible(page, 'correct a note');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(log.getByText('A întrebat dacă mai sunt locuri la curs.')).toBeVisible();
    await expect(log.getByRole('button', { name: /^Retrage/ })).toHaveCount(0);
    await log.getByText('1 text anterior').click();
    await expect(log.getByText(said)).toBeVisible();
    await expect(log.getByText(/am auzit greșit/)).toBeVisible();
    await log.getByRole('button', { name: /^Înregistrează o contestare/ }).click();
    await dialog.getByLabel('Cu vorbele persoanei').fill('Nu am întrebat eu, a întrebat altcineva.');
    await page.keyboard.press('Control+Enter');
    await expect(log.getByText('Nu am întrebat eu, a întrebat altcineva.')).toBeVisible();
    await expectAccessible(page, 'log');

    // twelve at once, from the list of numbers
    await page.keyboard.press('Control+n');
    await dialog.getByRole('button', { name: /^Scoate/ }).click();
    await dialog.getByRole('combobox', { name: 'Pentru cine' }).focus();
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), [...twelve, 'X-404'].join('\n'));
    await page.keyboard.press('Control+v');
    await expect(dialog.getByText('Negăsite, lăsate deoparte: X-404')).toBeVisible();
    await expect(dialog.getByRole('row')).toHaveCount(12);
    await dialog.getByRole('textbox', { name: 'Ce s-a întâmplat' }).fill(`Au lucrat bine împreună. Vezi și ${twelve[3] ?? ''}.`);
    await expect(dialog.getByText(/^Textul numește: /)).toBeVisible();
    await expectAccessible(page, 'note for twelve, with a warning');
    await dialog.getByRole('textbox', { name: 'Ce s-a întâmplat' }).fill('Au lucrat bine împreună la curs.');
    await expect(dialog.getByText(/^Textul numește: /)).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Notă salvată pentru 12 persoane')).toBeVisible();
    for (const code of [twelve[0], twelve[11]]) {
      await goTo(code ?? '');
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.getByText(code ?? '', { exact: true }).first()).toBeVisible();
      await page.getByRole('tab', { name: 'Note', exact: true }).click();
      await expect(log.getByText('Au lucrat bine împreună la curs.')).toBeVisible();
      await expect(log.getByText('scrisă pentru mai multe persoane')).toBeVisible();
    }

    // beside the person: no log, nobody else, but a note
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('side-by-side')?.click());
    await expect(page.getByText('Jurnalul este închis în timpul lucrului împreună')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(demo.code);
    await expect(page.getByText('Nimic nu se potrivește.', { exact: false })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+n');
    await expect(dialog.getByRole('row')).toHaveCount(1);
    await expect(dialog.getByRole('button', { name: /^Scoate/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await goTo('incheie lucrul');
    await expect(page.getByRole('searchbox').first()).toBeVisible();

    await page.keyboard.press('F1');
    await expect(page.getByRole('heading', { name: 'Taste de comandă rapidă' })).toBeVisible();
    await expectAccessible(page, 'keys');
    await page.keyboard.press('Escape');
    await goTo('servicii');
    await expect(page).toHaveURL(/#\/services$/);
  } finally {
    await close();
  }
});
