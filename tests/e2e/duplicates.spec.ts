import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { colleagues, expectAccessible, fillPerson } from './screens.ts';
import { launchApp, type LaunchedApp } from './support/app.ts';
import { launchPrison } from './support/prison.ts';
import { goTo } from './support/walk.ts';

const unlock = async (page: Page): Promise<void> => {
  await page.getByText(colleagues.ana.name, { exact: true }).click();
  await page.getByLabel('Parolă', { exact: true }).fill(colleagues.ana.password);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Persoane', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Persoane', exact: true })).toBeVisible();
};

test('somebody entered twice is hinted at, found, made one, over a restart still one, and put apart again', async () => {
  test.slow();
  const dataDir = mkdtempSync(join(tmpdir(), 'varco-'));
  const open: LaunchedApp[] = [await launchPrison({ dataDir })];
  const restarted = async (): Promise<Page> => {
    await open.pop()?.close();
    const next = await launchApp({ dataDir });
    open.push(next);
    await unlock(next.page);
    return next.page;
  };
  try {
    let page = open[0]!.page;
    const dialog = page.getByRole('dialog');
    const add = async (person: Parameters<typeof fillPerson>[1], unit: string) => {
      await page.getByRole('button', { name: 'Adaugă o persoană' }).first().click();
      await fillPerson(page, person);
      await dialog.getByLabel('Secție').fill(unit);
    };
    await add({ family: 'Mureșan', given: 'Ștefan', code: 'TM-2026-0001', born: '05011980' }, 'S2');
    await page.getByRole('button', { name: 'Adaugă', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Mureșan Ștefan', level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Înapoi la listă' }).click();

    // the hint comes while one types: other letters, other order, the same day
    await add({ family: 'Stefan', given: 'Mureșean', code: 'AR-7', born: '05011980' }, 'S4');
    const hint = dialog.getByRole('status').filter({ hasText: 'Cineva asemănător este poate deja aici' });
    await expect(hint).toContainText('TM-2026-0001');
    await expectAccessible(page, 'add a person, somebody alike');
    // whoever looks at the other one first finds the form as it was
    await hint.getByRole('link', { name: 'Mureșan Ștefan' }).click();
    await expect(page.getByRole('heading', { name: 'Mureșan Ștefan', level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Înapoi la listă' }).click();
    await page.getByRole('button', { name: 'Adaugă o persoană' }).first().click();
    await expect(dialog.getByLabel('Nume de familie')).toHaveValue('Stefan');
    await page.getByRole('button', { name: 'Adaugă', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Stefan Mureșean', level: 1 })).toBeVisible();
    const gone = /#(\/people\/[0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
    await page.getByRole('tab', { name: 'Note', exact: true }).click();
    await page.getByRole('button', { name: 'Notă nouă' }).first().click();
    await dialog.getByRole('textbox', { name: 'Ce s-a întâmplat' }).fill('A întrebat de cursul de sudură.');
    await dialog.getByRole('button', { name: /^Salvează/ }).click();
    await expect(page.getByText('A întrebat de cursul de sudură.').first()).toBeVisible();

    // told apart, with a reason that is kept while it is typed; and looked at again
    await page.getByRole('link', { name: 'Înapoi la listă' }).click();
    await page.getByRole('link', { name: '1 posibilă dublură' }).click();
    await expect(page.getByText('Nume care sună la fel, născuți în aceeași zi.')).toBeVisible();
    await expectAccessible(page, 'possible duplicates');
    await page.getByRole('button', { name: /^Două persoane diferite/ }).click();
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Scrieți de unde știți');
    await dialog.getByLabel('De unde știți?').fill('gemeni, acte văzute');
    await dialog.getByRole('button', { name: 'Renunță' }).click();
    await page.getByRole('button', { name: /^Două persoane diferite/ }).click();
    await expect(dialog.getByLabel('De unde știți?')).toHaveValue('gemeni, acte văzute');
    await dialog.getByRole('button', { name: 'Salvează' }).click();
    await expect(page.getByRole('heading', { name: 'Nicio posibilă dublură' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Marcate ca două persoane' })).toContainText('gemeni, acte văzute');
    await expectAccessible(page, 'told apart');
    await page.getByRole('button', { name: /^Reexaminează/ }).click();

    // side by side: what differs is chosen, what goes along is told
    await page.getByRole('button', { name: /^Compară și unește/ }).click();
    await expect(dialog.getByText('Note: 1')).toBeVisible();
    await dialog.getByRole('radiogroup', { name: 'Secția' }).getByText('S4').click();
    await expectAccessible(page, 'merge');
    await dialog.getByRole('button', { name: 'Fă o singură fișă' }).click();
    await expect(page.getByRole('heading', { name: 'Mureșan Ștefan', level: 1 })).toBeVisible();
    await expect(page.locator('.v-meta')).toContainText('și AR-7');
    await expect(page.locator('.v-meta')).toContainText('S4');
    await page.getByRole('tab', { name: 'Note', exact: true }).click();
    await expect(page.getByText('A întrebat de cursul de sudură.').first()).toBeVisible();
    await goTo(page, gone);
    await expect(page.getByRole('heading', { name: 'Această fișă a fost unită' })).toBeVisible();
    await expectAccessible(page, 'a merged record');
    await page.getByRole('button', { name: 'Deschide acea fișă' }).click();
    await expect(page.getByRole('heading', { name: 'Mureșan Ștefan', level: 1 })).toBeVisible();

    page = await restarted();
    await page.getByRole('searchbox').first().fill('AR-7');
    await page.getByRole('row').filter({ hasText: 'Mureșan Ștefan' }).click();
    await page.getByRole('tab', { name: 'Detalii', exact: true }).click();
    const card = page.getByRole('region', { name: 'Fișe unite cu aceasta' });
    await expect(card).toContainText('Stefan Mureșean');
    await card.getByText('Ce spunea').click();
    await expectAccessible(page, 'details with a merged record');
    await card.getByRole('button', { name: /^Separă din nou/ }).click();
    await expect(page.getByRole('dialog')).toContainText('Ambele fișe stau din nou cum erau.');
    await page.getByRole('dialog').getByRole('button', { name: 'Separă din nou' }).click();
    await expect(page.getByRole('heading', { name: 'Stefan Mureșean', level: 1 })).toBeVisible();
    await page.getByRole('tab', { name: 'Note', exact: true }).click();
    await expect(page.getByText('A întrebat de cursul de sudură.').first()).toBeVisible();

    page = await restarted();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');
    await expect(page.getByRole('row').filter({ hasText: 'TM-2026-0001' })).toContainText('S2');
    await expect(page.getByRole('row').filter({ hasText: 'AR-7' })).toContainText('Stefan Mureșean');
    await expect(page.getByRole('link', { name: '1 posibilă dublură' })).toBeVisible();
  } finally {
    for (const { close } of open) await close().catch(() => undefined);
    rmSync(dataDir, { recursive: true, force: true });
  }
});
