import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { arrived, goTo, places, type Place } from './support/walk.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const menu = (page: Page): Promise<string[]> => page.getByRole('navigation').getByRole('link').allInnerTexts();
const lock = (page: Page): Promise<void> => page.getByRole('button', { name: t('common:nav.lock') }).click();

/** What nobody who only reads is offered: something to fill in. What stands there from the start (the choice of a week) only looks. */
const fields = 'main form, [role="dialog"] form, [role="dialog"] input, main textarea, main [contenteditable="true"]';
const only = { people: 'filters of the list', calendar: 'what is shown of the month' } as Readonly<Record<string, string>>;

/** Counts from now on every click and every Enter. */
const countPresses = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Reflect.set(globalThis, 'presses', 0);
    const count = (): boolean => Reflect.set(globalThis, 'presses', Number(Reflect.get(globalThis, 'presses')) + 1);
    document.addEventListener('click', count, true);
    document.addEventListener('keydown', ({ key }) => key === 'Enter' && count(), true);
  });

/** Presses everything on a screen that can be pressed, each on a fresh screen. */
const pressAll = async (page: Page, { address, name }: Place): Promise<string[]> => {
  const faults: string[] = [];
  await goTo(page, address);
  const buttons = page.getByRole('main').getByRole('button');
  const boxes = await page.getByRole('main').getByRole('checkbox').count();
  if (boxes > 0 && only[name] === undefined) faults.push(`${name}: ${boxes} boxes to tick`);
  const count = await buttons.count();
  const before = await page.locator(fields).count();
  for (let at = 0; at < count; at += 1) {
    const button = buttons.nth(at);
    if (!(await button.isVisible()) || (await button.isDisabled())) continue;
    const label = ((await button.getAttribute('aria-label')) ?? (await button.innerText())).trim();
    await button.click();
    await arrived(page);
    if ((await page.locator(fields).count()) > before) faults.push(`${name}: "${label}" opens something to fill in`);
    await page.keyboard.press('Escape');
    await goTo(page, '/people');
    await goTo(page, address);
  }
  return faults;
};

test('a teacher sees the own course, somebody on duty what is prepared, a guest reads and is offered no act, and nobody sees more', async () => {
  test.setTimeout(300_000);
  const { app, page, close } = await launchDemo('visitors', { language: 'ro', theme: 'light' });
  try {
    await unlockAs(page, 'Tudor Exemplu');
    expect((await menu(page))[0]).toBe(t('learning:own.nav'));
    expect(await menu(page)).not.toContain(t('common:nav.people'));
    await expect(page.getByRole('heading', { level: 1, name: t('learning:own.title') })).toBeVisible();
    await expectAccessible(page, 'own courses');
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page.getByRole('grid')).toBeVisible();
    await arrived(page);
    await expectAccessible(page, 'own course');
    const course = page.url().split('#')[1] ?? '';
    // no name leads to a person
    expect(await page.getByRole('main').getByRole('link').allInnerTexts()).toEqual([t('learning:own.back')]);
    const cell = page.getByRole('grid').getByRole('gridcell').first();
    await cell.click();
    await page.keyboard.press('2');
    await expect(page.getByText(t('common:saved'), { exact: true })).toBeVisible();
    await goTo(page, '/people');
    await expect(page.getByRole('heading', { level: 1, name: t('learning:own.title') })).toBeVisible();
    await lock(page);

    await countPresses(page);
    await unlockAs(page, 'Sorin Exemplu');
    expect((await menu(page))[0]).toBe(t('documents:packs.nav'));
    expect(await menu(page)).not.toContain(t('common:nav.people'));
    const papers = page.getByRole('main').getByRole('row').getByRole('button');
    await expect(papers.first()).toHaveText(t('documents:packs.emergency'));
    await expectAccessible(page, 'prepared packs');
    await papers.first().click();
    await expect(page.getByRole('dialog').getByRole('button', { name: t('documents:screen.print') })).toBeEnabled({ timeout: 60_000 });
    await expect(page.getByRole('dialog').getByRole('button', { name: t('handover:documents.save') })).toHaveCount(0);
    // a Friday evening: from the locked screen to the printed emergency pack in a handful of presses
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window !== undefined) window.webContents.print = (_options, done) => done?.(true, '');
    });
    await page.getByRole('dialog').getByRole('button', { name: t('documents:screen.print') }).click();
    await expect(page.getByText(t('documents:screen.result.DONE'))).toBeVisible({ timeout: 60_000 });
    expect(await page.evaluate(() => Reflect.get(globalThis, 'presses'))).toBeLessThanOrEqual(12);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t('documents:packs.other') }).click();
    await expectAccessible(page, 'a pack is opened with a reason');
    await page.keyboard.press('Escape');
    await goTo(page, course);
    await expect(page.getByRole('heading', { level: 1, name: t('documents:packs.title') })).toBeVisible();
    await lock(page);

    await unlockAs(page, 'Olga Exemplu');
    await goTo(page, '/people');
    await expect(page.getByText(demo.code)).toHaveCount(0);
    expect(await menu(page)).not.toContain(t('common:nav.registerImport'));
    await lock(page);

    await unlockAs(page, 'Gina Exemplu');
    const faults: string[] = [];
    const all = await places(page);
    const person = all.find(({ name }) => name === 'person-brief')?.address ?? '';
    for (const place of all) faults.push(...(await pressAll(page, place)));
    expect(faults).toEqual([]);
    await goTo(page, person);
    await expect(page.getByRole('tab', { name: t('notes:tab') })).toHaveCount(0);
    await lock(page);

    // the educator with a scope names somebody else: told so, and the attempt stands in the trail
    await unlockAs(page, 'Olga Exemplu');
    await goTo(page, person);
    await expect(page.getByText(t('refusals:scope.notYours.what'))).toBeVisible();
    await lock(page);
    await unlockAs(page, demo.head);
    await goTo(page, '/audit');
    const refused = page.getByRole('row').filter({ hasText: t('office:audit.action.refused') });
    await expect(refused.filter({ hasText: 'Olga Exemplu' }).first()).toBeVisible();
    await expect(refused.filter({ hasText: 'Gina Exemplu' })).toHaveCount(0);
  } finally {
    await close();
  }
});
