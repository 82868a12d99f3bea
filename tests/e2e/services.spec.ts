import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, colleagues, expectAccessible, startPrison } from './screens.ts';
import { launchApp } from './support/app.ts';
import { launchPrison } from './support/prison.ts';

const readFingerprint = async (page: Page): Promise<readonly string[]> => {
  await page.getByRole('link', { name: 'Servicii' }).click();
  const groups = page.getByRole('list', { name: 'Amprenta, de citit cu voce tare' }).getByRole('listitem');
  await expect(groups).toHaveCount(8);
  return groups.allTextContents();
};

test('two offices exchange cards; a service is trusted only after its fingerprint was typed as heard; the trail tells it', async () => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const card = join(folder, 'other.varco-card.json');
  const [here, there] = await Promise.all([launchApp(), launchPrison()]);
  try {
    const heard = await readFingerprint(there.page);
    await answerDialogs(there.app, card);
    await there.page.getByRole('button', { name: 'Salvează fișa' }).click();
    await expect(there.page.getByText('Salvată: other.varco-card.json')).toBeVisible();
    expect(readFileSync(card, 'utf8')).toContain('varco-card');

    const { app, page } = here;
    await startPrison(page);
    await readFingerprint(page);
    await expectAccessible(page, 'services, empty');
    await answerDialogs(app, card);
    await page.getByRole('button', { name: 'Citește fișa unui serviciu' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Compararea amprentei');
    for (const group of heard) expect(await page.content()).not.toContain(`>${group}<`);

    await dialog.getByLabel('Comparată cu cine').fill('D. Pop, la telefon');
    await dialog.getByLabel('Amprenta așa cum este citită').fill(heard.slice(0, 7).join(' '));
    await dialog.getByRole('button', { name: 'Corespunde' }).click();
    await expect(dialog.getByRole('alert')).toContainText('una lipsește sau este greșită');
    await expectAccessible(page, 'compare');
    await dialog.getByLabel('Amprenta așa cum este citită').fill(heard.join(' '));
    await dialog.getByRole('button', { name: 'Corespunde' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('row').filter({ hasText: 'De încredere' })).toBeVisible();
    await expectAccessible(page, 'services');

    await page.keyboard.press('Control+l');
    await page.getByText(colleagues.mihai.name).click();
    await page.getByLabel('Parolă', { exact: true }).fill(colleagues.mihai.password);
    await page.getByRole('button', { name: 'Deblochează' }).click();
    await page.getByRole('link', { name: 'Jurnal de audit' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'Amprenta unui serviciu comparată' })).toContainText(colleagues.ana.name);
    await page.getByRole('button', { name: 'Verifică integritatea' }).click();
    await expect(page.getByText('Jurnalul este integru')).toBeVisible();
    await expectAccessible(page, 'audit');
  } finally {
    await Promise.all([here.close(), there.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
});
