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

    // preparation begun for two: the one who has begun already is named
    await page.getByRole('searchbox').first().fill('PX-C0');
    await expect(page.getByRole('row').filter({ hasText: 'PX-C01' })).toBeVisible();
    await page.getByRole('row').filter({ hasText: 'PX-C01' }).locator('[data-column="choice"]').click();
    await page.getByRole('row').filter({ hasText: 'PX-C02' }).locator('[data-column="choice"]').click();
    await bar.getByRole('button', { name: t('caseload:start.open') }).click();
    await expectAccessible(page, 'preparation begun for several');
    await dialog.getByRole('button', { name: t('caseload:start.go', { count: 2 }) }).click();
    await expect(bar).toContainText(t('caseload:outcome.refused', { count: 1 }));
    await expect(bar.getByRole('listitem')).toContainText(['PX-C02']);

    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('combobox').fill('pregat');
    await expect(page.getByRole('option', { name: /^Pregătirea pentru liberare/ })).toBeVisible();
  } finally {
    await close();
  }
});

test('the calendar is moved in by keys alone, each day has its list; the week of a wing is printed; a case has its timeline; a caseload is handed over', async () => {
  test.slow();
  const { page, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  try {
    await unlockAs(page, demo.educator);
    await page.getByRole('link', { name: t('calendar:title') }).click();
    const grid = page.getByRole('grid');
    const day = grid.locator('[role="gridcell"][tabindex="0"]');
    await day.focus();
    const here = await day.getAttribute('data-day');
    await page.keyboard.press('ArrowRight');
    await expect(day).toBeFocused();
    await expect(day).not.toHaveAttribute('data-day', here ?? '');
    await page.keyboard.press('PageDown');
    await expect(day).toBeFocused();
    await page.keyboard.press('PageUp');
    await expectAccessible(page, 'calendar, month');
    // back to a day with a session of the demonstration's course, and to the list behind it
    const withCourse = grid.locator('[role="gridcell"]').filter({ hasText: 'Pregătirea' }).first();
    const on = await withCourse.getAttribute('data-day');
    await withCourse.click();
    const chosen = grid.locator('[aria-selected="true"]');
    await expect(chosen).toHaveAttribute('data-day', on ?? '');
    await page.keyboard.press('Enter');
    const list = page.getByRole('region', { name: (await chosen.locator('.v-hidden').textContent())?.split(',').slice(0, 2).join(',') ?? '' });
    await expect(list.getByRole('heading')).toBeFocused();
    await expect(list.getByRole('link', { name: /Pregătirea pentru liberare/ })).toBeVisible();
    await page.getByRole('checkbox', { name: t('enums:calendarKind.SESSION') }).click({ force: true });
    await expect(page).toHaveURL(/kinds=/);
    await expect(grid.getByText(/Pregătirea/)).toHaveCount(0);
    await page.getByRole('radio', { name: t('calendar:span.week') }).click();
    await expect(page.locator('.v-week-day')).toHaveCount(7);
    await expectAccessible(page, 'calendar, week');

    await page.getByRole('button', { name: t('calendar:wing.open') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: new RegExp(t('calendar:wing.unit')) }).click();
    await page.getByRole('option').first().click();
    await expectAccessible(page, 'list of a wing, choose');
    await dialog.getByRole('button', { name: t('calendar:wing.go') }).click();
    await expect(dialog.locator('[data-page="1"][data-drawn]')).toBeVisible({ timeout: 60_000 });
    await expect(dialog.getByRole('button', { name: t('handover:documents.save') })).toHaveCount(0);
    await dialog.getByRole('button', { name: t('common:act.close') }).click();

    await page.getByRole('searchbox').fill(demo.code);
    await page.getByRole('row').filter({ hasText: demo.code }).click();
    await page.getByRole('tab', { name: t('calendar:timeline.title') }).click();
    const line = page.getByRole('list', { name: t('calendar:timeline.title') });
    await expect(line).toContainText(t('enums:timelineKind.PLAN'));
    await expectAccessible(page, 'timeline');
    await page.getByRole('button', { name: new RegExp(`${t('calendar:timeline.kind')}$`) }).click();
    await page.getByRole('option', { name: new RegExp(t('enums:timelineKind.CHOICE')) }).click();
    await expect(line).not.toContainText(t('enums:timelineKind.PLAN'));

    await page.getByRole('button', { name: t('common:nav.lock') }).click();
    await unlockAs(page, demo.head);
    await page.getByRole('link', { name: t('caseload:numbers.title') }).click();
    await expectAccessible(page, 'caseload');
    await page.getByRole('link', { name: `${t('caseload:numbers.open')}: ${t('caseload:numbers.nobody')}` }).click();
    await expect(page.getByRole('button', { name: new RegExp(t('people:filter.manager')) })).toContainText(t('people:filter.managers.nobody'));
    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('Space');
    const bar = page.getByRole('region', { name: t('caseload:several.title') });
    await bar.getByRole('button', { name: t('caseload:assign.open') }).click();
    await dialog.getByRole('button', { name: new RegExp(t('caseload:assign.who')) }).click();
    await page.getByRole('option', { name: demo.educator }).click();
    await dialog.getByRole('button', { name: t('caseload:assign.go', { count: 1 }) }).click();
    await expect(bar).toContainText(t('caseload:outcome.done', { count: 1 }));
    await page.getByRole('link', { name: t('caseload:numbers.title') }).click();
    const hers = page.getByRole('row').filter({ hasText: demo.educator });
    const count = Number(await hers.getByRole('cell').first().textContent());
    await hers.getByRole('link').click();
    await expect(page.getByRole('button', { name: new RegExp(t('people:filter.manager')) })).toContainText(demo.educator);
    expect(count).toBeGreaterThan(0);
    await expect(page.getByText(t('people:count', { count }), { exact: true })).toBeVisible();
  } finally {
    await close();
  }
});
