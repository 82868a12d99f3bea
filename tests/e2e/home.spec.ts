import { expect, test, type Page } from '@playwright/test';
import { addDays } from '../../shared/domain/dates.ts';
import { expectAccessible, fillPerson, todayAt, typeDate } from './screens.ts';
import { launchApp, type LaunchedApp } from './support/app.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { launchPrison } from './support/prison.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');

/** The acts of the guide: a list whose entries have headings. */
const steps = (page: Page) => page.getByRole('list').filter({ has: page.getByRole('heading', { level: 3 }) }).getByRole('listitem');

test('the day opens the right place, the week of releases is found by keyboard, and the first hour goes on after a restart', async () => {
  test.slow();
  const first = await launchDemo('prison', { language: 'ro', theme: 'light' });
  let second: LaunchedApp | undefined;
  try {
    const { page } = first;
    await unlockAs(page, demo.educator);
    await expect(page.getByRole('heading', { name: t('home:title'), level: 1 })).toBeVisible();
    const now = page.getByRole('list', { name: t('enums:dueGroup.NOW') });
    await expect(now.getByRole('listitem').first()).toBeVisible();
    // the number in the menu is the number of the group
    const waiting = await page.getByRole('region', { name: t('enums:dueGroup.NOW') }).locator('.v-card-head .v-tag').textContent();
    await expect(page.getByRole('navigation').locator('.v-badge').first()).toContainText(waiting ?? '');
    await expectAccessible(page, 'my day');

    // arrows lead from act to act, Enter opens the part of the person that is meant
    const acts = now.locator('.v-due > .v-button');
    await acts.first().focus();
    await page.keyboard.press('End');
    const last = acts.last();
    await expect(last).toBeFocused();
    const [act = '', who = ''] = ((await last.getAttribute('aria-label')) ?? '').split(': ');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: who })).toBeVisible();
    const parts = { plan: 'people:plan.title', dates: 'people:dates.title', needs: 'people:needs.title', release: 'release:tab', handover: 'handover:tab' } as const;
    const part = Object.entries(parts).find(([place]) => act === t(`enums:duePlace.${place}`))?.[1] ?? act;
    await expect(page.getByRole('tab', { name: t(part), exact: true })).toHaveAttribute('aria-selected', 'true');

    await page.getByRole('link', { name: t('home:nav.releases') }).click();
    await expect(page.getByRole('heading', { name: t('home:releases.decisions') })).toBeVisible();
    await expectAccessible(page, 'releases of this week');
    const week = page.getByRole('status').filter({ hasText: /Săptămâna/ });
    const here = (await week.textContent())?.split(' · ')[0] ?? '';
    await page.keyboard.press('Control+ArrowRight');
    await expect(week).not.toContainText(here);
    await page.keyboard.press('Control+ArrowLeft');
    await expect(week).toContainText(here);
    // on to the next week in which somebody leaves, however far it is
    const table = page.getByRole('table', { name: t('home:releases.table') });
    const onward = page.getByRole('button', { name: /Mergi la următoarea săptămână/ });
    await expect(table.or(onward)).toBeVisible();
    if (await onward.isVisible()) await onward.click();
    await expect(table.getByRole('row').nth(1)).toBeVisible();
    await page.getByRole('button', { name: t('home:releases.missing') }).click();
    await expect(page.getByRole('columnheader', { name: t('home:releases.missing') })).toHaveAttribute('aria-sort', 'ascending');
    await expectAccessible(page, 'releases of a week with people');
    const name = (await table.getByRole('row').nth(1).getByRole('link').first().textContent()) ?? '';
    await table.getByRole('row').nth(1).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

    // the first hour: what was done before this demonstration was ready does not count, but for the code
    await page.getByRole('link', { name: t('home:nav.day') }).click();
    const guide = page.getByRole('region', { name: t('home:first.title') });
    await expect(guide).toContainText('1 făcută din 8');
    await guide.getByRole('link', { name: t('home:first.whole') }).click();
    await expect(steps(page)).toHaveCount(8);
    await expectAccessible(page, 'first hour');
    await page.getByRole('button', { name: `${t('home:first.skip')}: ${t('enums:firstHourStep.REGISTER')}` }).click();
    await expect(steps(page).nth(1)).toContainText(t('home:first.skipped'));
    await page.getByRole('button', { name: t('home:first.go.NEEDS') }).click();
    await page.getByRole('button', { name: t('needs:start.open') }).click();
    await page.getByRole('button', { name: t('needs:start.go') }).click();
    await page.getByRole('list', { name: t('needs:round.domains') }).waitFor();
    await page.keyboard.press('0');
    await page.getByRole('button', { name: t('needs:round.close') }).click();
    await page.getByRole('dialog').getByRole('button', { name: t('needs:round.close') }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('link', { name: t('home:nav.day') }).click();
    await expect(guide).toContainText('2 făcute din 8');
    await expect(guide).toContainText(t('enums:firstHourStep.REPAIR'));
    await first.app.close();

    second = await launchApp({ dataDir: first.dataDir, args: ['--demo=ro'] });
    await unlockAs(second.page, demo.head);
    const again = second.page.getByRole('region', { name: t('home:first.title') });
    await expect(again).toContainText('2 făcute din 8');
    await again.getByRole('button', { name: t('home:first.away') }).click();
    await expect(again).toHaveCount(0);
    await second.page.getByRole('button', { name: t('common:nav.about') }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: t('home:first.title') }).click();
    await second.page.getByRole('button', { name: t('home:first.back') }).click();
    await second.page.getByRole('link', { name: t('home:nav.day') }).click();
    await expect(again).toBeVisible();
  } finally {
    await second?.app.close();
    await first.close();
  }
});

test('an empty workplace says where to begin; somebody who leaves soon appears at once, and is missed when nothing is prepared', async () => {
  test.slow();
  const { page, close } = await launchPrison();
  try {
    await page.getByRole('link', { name: t('home:nav.day') }).click();
    await expect(page.getByRole('heading', { name: t('home:empty.title') })).toBeVisible();
    await expectAccessible(page, 'my day, nothing due');
    await page.getByRole('link', { name: t('home:nav.releases') }).click();
    await expect(page.getByText(t('home:releases.noNext'))).toBeVisible();

    await page.getByRole('link', { name: t('common:nav.people') }).click();
    await page.getByRole('button', { name: t('people:add.open') }).first().click();
    await fillPerson(page, { family: 'Mureșan', given: 'Ștefan', code: 'TM-2026-0009', born: '12031990' });
    const soon = addDays(await todayAt(page), 3);
    await typeDate(page, t('people:add.endOfSentence'), soon.split('-').toReversed().join(''));
    await page.getByRole('button', { name: t('people:add.go'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Mureșan Ștefan' })).toBeVisible();
    await page.getByRole('link', { name: t('home:nav.day') }).click();
    await expect(page.getByRole('list', { name: t('enums:dueGroup.WEEK') })).toContainText('3 zile până la liberare');
    await expect(page.getByRole('list', { name: t('enums:dueGroup.NOW') })).toContainText(t('home:line.PLAN_MISSING'));
    await page.getByText(t('home:whose.mine'), { exact: true }).click();
    await expect(page.getByText(t('home:whose.nobody'))).toBeVisible();
  } finally {
    await close();
  }
});
