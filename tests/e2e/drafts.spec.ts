import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, filesWith } from './screens.ts';
import { launchApp, type LaunchedApp } from './support/app.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

const look = { language: 'en', theme: 'light' } as const;
const t = wordsIn('en');

/** Everything somebody could read in the window or find in what the page keeps. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.title,
      window.location.href,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
      JSON.stringify({ ...sessionStorage, ...localStorage, state: window.history.state as unknown }),
    ].join('\n'),
  );

const locked = (page: Page) => page.getByText(t('session:unlock.who'));

/** Nothing of what was typed, of whom it was about, or of their number is left in the window. */
const expectNothingReadable = async (page: Page, typed: readonly string[]): Promise<void> => {
  await expect(locked(page)).toBeVisible();
  const left = await readable(page);
  for (const text of [...typed, demo.code]) expect([text, left.includes(text)]).toEqual([text, false]);
};

/** Goes to a part of the demonstration's person, from any screen. */
const openPart = async (page: Page, part: string): Promise<void> => {
  await page.getByRole('link', { name: t('common:nav.people'), exact: true }).click();
  await page.getByRole('row').filter({ hasText: demo.code }).click();
  await page.getByRole('tab', { name: part, exact: true }).click();
};

const kill = async (program: ChildProcess): Promise<void> => {
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
};

const goOn = (page: Page, form: string) => page.getByRole('button', { name: `Continue: ${form}` });
/** Only the newest forms are told at once. */
const showMore = (page: Page) => page.getByRole('button', { name: /^Show \d more/ });
const source = (page: Page) => page.getByRole('dialog').getByLabel(t('people:dates.source'));

/** Escape closes a dialog once the focus is in it, which is a moment after it is drawn. */
const closeDialog = async (page: Page): Promise<void> =>
  expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 3000 });
  }).toPass({ timeout: 20_000 });

test('what is typed survives a kill, every way of locking and the end of the program, is seen by its writer only, and leaves nothing readable', async () => {
  test.slow();
  const first = await launchDemo('prison', look);
  const { dataDir } = first;
  let again: LaunchedApp | undefined;
  try {
    let { page } = first;
    await unlockAs(page, demo.educator, 'en');
    await openPart(page, t('people:dates.title'));
    await page.getByRole('button', { name: t('people:dates.set'), exact: true }).click();
    await source(page).fill('act 4711 al comisiei');
    await source(page).press('Tab');
    // a wrong click: what was typed waits, and the vault says so
    await page.keyboard.press('Escape');
    await expect(goOn(page, t('people:dates.set'))).toBeVisible();
    await goOn(page, t('people:dates.set')).click();
    await expect(source(page)).toHaveValue('act 4711 al comisiei');
    await kill(first.app.process());

    again = await launchApp({ dataDir, args: ['--demo=ro'] });
    ({ page } = again);
    await unlockAs(page, demo.educator, 'en');
    await expect(page.getByText(t('common:drafts.waiting_one'))).toBeVisible();
    await expectAccessible(page, 'an unfinished form waits');
    await page.getByRole('button', { name: new RegExp(`^Continue: ${t('people:dates.set')}`) }).click();
    await expect(source(page)).toHaveValue('act 4711 al comisiei');
    await expect(page.getByRole('dialog').getByText(/^Draft of .* restored/)).toBeVisible();
    await expectAccessible(page, 'a restored draft');

    // locked in the middle of a word: by the key, by the computer's own lock, by the menu
    const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
      [' tasta', () => page.keyboard.press('Control+l')],
      [' ecran', () => again?.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')) ?? Promise.resolve()],
      [' meniu', () => again?.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.click()) ?? Promise.resolve()],
    ];
    let typed = 'act 4711 al comisiei';
    for (const [more, lock] of ways) {
      await source(page).press('End');
      await page.keyboard.insertText(more);
      await lock();
      typed += more;
      await expectNothingReadable(page, ['4711', more]);
      await unlockAs(page, demo.educator, 'en');
      // back on the same screen, where the form is offered again
      await expect(page.getByText(demo.code, { exact: true })).toBeVisible();
      await expect(page.getByRole('tab', { name: t('people:dates.title') })).toHaveAttribute('aria-selected', 'true');
      await goOn(page, t('people:dates.set')).click();
      await expect(source(page)).toHaveValue(typed);
    }

    // typed and locked before the form read what it had kept: both are there
    await closeDialog(page);
    await goOn(page, t('people:dates.set')).click();
    await source(page).press('End');
    await page.keyboard.insertText(' iute');
    await page.keyboard.press('Control+l');
    typed += ' iute';
    await expect(locked(page)).toBeVisible();
    await unlockAs(page, demo.educator, 'en');
    await goOn(page, t('people:dates.set')).click();
    await expect(source(page)).toHaveValue(typed);

    // a form that stands in the page, locked by the button; a note; a line that was not entered yet
    await closeDialog(page);
    await page.getByRole('tab', { name: t('handover:tab'), exact: true }).click();
    await page.getByRole('button', { name: t('handover:prepareOpen') }).click();
    await page.getByLabel(t('handover:prepare.act')).fill('cerere 5822');
    await page.getByRole('button', { name: /^Lock/ }).click();
    await expectNothingReadable(page, ['5822']);
    await unlockAs(page, demo.educator, 'en');
    await goOn(page, t('handover:prepare.title')).click();
    await expect(page.getByLabel(t('handover:prepare.act'))).toHaveValue('cerere 5822');

    await page.getByRole('tab', { name: t('notes:tab'), exact: true }).click();
    await page.keyboard.press('Control+n');
    await page.getByRole('dialog').getByLabel(t('notes:form.text')).fill('a vorbit despre atelier');
    await page.keyboard.press('Control+l');
    await expectNothingReadable(page, ['atelier']);
    await unlockAs(page, demo.educator, 'en');
    await goOn(page, t('notes:new')).click();
    await expect(page.getByRole('dialog').getByLabel(t('notes:form.text'))).toHaveValue('a vorbit despre atelier');
    await closeDialog(page);

    await page.getByRole('tab', { name: t('people:needs.title'), exact: true }).click();
    await page.getByRole('button', { name: t('needs:start.open') }).click();
    await page.getByRole('dialog').getByRole('button', { name: t('needs:start.go') }).click();
    await page.getByRole('radio', { name: t('needs:choiceFull.NEED_2') }).first().focus();
    await page.keyboard.press('2');
    const line = page.getByRole('textbox', { name: /^In one line/ }).first();
    await line.fill('doarme la fratele mare');
    await page.keyboard.press('Control+l');
    await expectNothingReadable(page, ['fratele']);
    await unlockAs(page, demo.educator, 'en');
    await goOn(page, t('common:drafts.form.needsLine')).click();
    await expect(line).toHaveValue('doarme la fratele mare');
    for (const words of ['4711', '5822', 'atelier', 'fratele']) expect([words, filesWith(dataDir, words)]).toEqual([words, []]);

    // a colleague at the same screen starts at the first one and sees nothing of it
    await page.keyboard.press('Control+l');
    await unlockAs(page, demo.head, 'en');
    await expect(page.getByText(demo.code, { exact: true })).toHaveCount(0);
    await openPart(page, t('people:dates.title'));
    await expect(page.getByRole('button', { name: t('people:dates.set'), exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Continue: / })).toHaveCount(0);
    await page.getByRole('button', { name: t('people:dates.set'), exact: true }).click();
    await expect(source(page)).toHaveValue('');
    await page.keyboard.press('Control+l');

    // closing the window saves what was typed a moment before
    await unlockAs(page, demo.educator, 'en');
    await showMore(page).click();
    await page.getByRole('button', { name: new RegExp(`^Continue: ${t('people:dates.set')}`) }).click();
    await source(page).press('End');
    await page.keyboard.insertText(' sfârșit');
    const closed = again.app.waitForEvent('close');
    await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    again = await launchApp({ dataDir, args: ['--demo=ro'] });
    ({ page } = again);
    await unlockAs(page, demo.educator, 'en');
    await page.getByRole('button', { name: new RegExp(`^Continue: ${t('people:dates.set')}`) }).click();
    await expect(source(page)).toHaveValue(`${typed} sfârșit`);

    // thrown away on purpose, it is gone
    await page.getByRole('dialog').getByRole('button', { name: t('common:drafts.discard') }).click();
    await expect(source(page)).toHaveValue('');
    await closeDialog(page);
    await expect(goOn(page, t('people:dates.set'))).toHaveCount(0);
  } finally {
    await again?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
