import { expect, test } from '@playwright/test';
import { expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');

test('several people are chosen by keyboard and given a case manager; who is refused is named; the one search finds programmes', async () => {
  test.slow();
  const { page, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  try {
    await unlockAs(page, demo.educator);
    await page.getByRole('link', { name: t('common:nav.people') }).click();
    const rows = page.getByRole('grid').getByRole('row');
    await rows.nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('region', { name: t('caseload:several.title') });
    await expect(bar).toContainText(t('caseload:several.chosen', { count: 3 }));
    await expect(rows.nth(2)).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page, 'people chosen');
    // a box does the same as the space bar, and opens nobody
    await rows.nth(4).locator('[data-column="choice"]').click();
    await expect(bar).toContainText(t('caseload:several.chosen', { count: 4 }));
    await bar.getByRole('button', { name: t('caseload:assign.open') }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('list').getByRole('listitem')).toHaveCount(4);
    await expectAccessible(page, 'case manager for several');
    await dialog.getByRole('button', { name: new RegExp(t('caseload:assign.who')) }).click();
    await page.getByRole('option', { name: demo.head }).click();
    await dialog.getByRole('button', { name: t('caseload:assign.go', { count: 4 }) }).click();
    await expect(bar).toContainText(t('caseload:outcome.done', { count: 4 }));

    // the same once more changes nothing, and says so of everybody by name
    const name = (await rows.nth(1).locator('[data-column="name"]').textContent()) ?? '';
    await rows.nth(1).focus();
    await page.keyboard.press('Space');
    await bar.getByRole('button', { name: t('caseload:assign.open') }).click();
    await dialog.getByRole('button', { name: new RegExp(t('caseload:assign.who')) }).click();
    await page.getByRole('option', { name: demo.head }).click();
    await dialog.getByRole('button', { name: t('caseload:assign.go', { count: 1 }) }).click();
    await expect(bar).toContainText(t('caseload:outcome.refused', { count: 1 }));
    await expect(bar.getByRole('listitem')).toContainText([name]);
    await expectAccessible(page, 'refused for one');

    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('combobox').fill('pregat');
    await expect(page.getByRole('option', { name: /^Pregătirea pentru liberare/ })).toBeVisible();
  } finally {
    await close();
  }
});
