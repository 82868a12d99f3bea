import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, expectAccessible, filesWith } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { plugIn } from './support/media.ts';
import { holdMinutes, letPass } from './support/time.ts';
import { arrived } from './support/walk.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const guest = 'Elena Exemplu';
const words = 'a întrebat de unchiul din Lugoj';

const openPerson = async (page: Page, part: string): Promise<void> => {
  await page.getByRole('link', { name: t('common:nav.people'), exact: true }).click();
  await page.getByRole('row').filter({ hasText: demo.code }).click();
  await page.getByRole('tab', { name: t(part), exact: true }).click();
  await arrived(page);
};

const changeUser = async (page: Page, to: string): Promise<void> => {
  await page.keyboard.press('Control+l');
  await unlockAs(page, to);
};

test('one computer, three people: what one was typing waits through the lock, a guest reads and cannot write, and the trail tells all of it', async () => {
  test.slow();
  const { app, page, dataDir, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  try {
    await holdMinutes(app);
    await unlockAs(page, demo.head);
    await page.getByRole('link', { name: t('users:navOffice'), exact: true }).click();
    await page.getByRole('link', { name: t('users:navSettings'), exact: true }).click();
    await page.getByLabel(t('users:settings.idle')).fill('3');
    await page.getByRole('button', { name: t('common:act.save'), exact: true }).click();
    await expect(page.getByText(t('users:settings.saved'))).toBeVisible();

    await changeUser(page, demo.educator);
    await openPerson(page, 'notes:tab');
    await page.keyboard.press('Control+n');
    await page.getByRole('dialog').getByLabel(t('notes:form.text')).fill(words);
    // somebody calls from the corridor
    expect(await letPass(app, 2)).toBe(0);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await letPass(app, 3)).toBe(1);
    await expect(page.getByText(t('session:locked.idle.title'))).toBeVisible();
    expect(await page.content()).not.toContain('Lugoj');
    await expectAccessible(page, 'locked, nobody was at the screen');

    await unlockAs(page, guest);
    await openPerson(page, 'people:needs.title');
    await expect(page.getByText(demo.code, { exact: true })).toBeVisible();
    await expect(page.getByRole('tab', { name: t('notes:tab'), exact: true })).toHaveCount(0);
    await expect(page.getByRole('button', { name: t('notes:new') })).toHaveCount(0);
    await page.keyboard.press('Control+n');
    await expect(page.getByRole('button', { name: /^Continu/ })).toHaveCount(0);
    await expect(page.locator('[role="dialog"], main form, main textarea')).toHaveCount(0);

    await changeUser(page, demo.educator);
    await page.getByRole('button', { name: new RegExp(`^${t('common:drafts.continueName', { form: t('notes:new') })}`) }).click();
    const note = page.getByRole('dialog').getByLabel(t('notes:form.text'));
    await expect(note).toHaveValue(words);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(filesWith(dataDir, 'Lugoj')).toEqual([]);

    await changeUser(page, demo.head);
    const stick = join(dataDir, 'STICK');
    mkdirSync(stick);
    await plugIn(app, [stick]);
    await page.getByRole('link', { name: t('users:navOffice'), exact: true }).click();
    await page.getByRole('link', { name: t('backup:title'), exact: true }).click();
    await expect(page.getByRole('radio', { name: 'STICK' })).toBeChecked();
    await page.getByRole('button', { name: t('backup:make.go'), exact: true }).click();
    await expect.poll(() => readdirSync(stick).filter((file) => file.endsWith('.varcobackup'))).toHaveLength(1);
    await answerDialogs(app, join(stick, readdirSync(stick)[0] ?? ''));
    await page.getByRole('button', { name: t('backup:drill.open'), exact: true }).click();
    await page.getByLabel(t('session:unlock.password'), { exact: true }).fill(demo.password);
    await page.getByRole('button', { name: t('backup:drill.go'), exact: true }).click();
    await expect(page.getByText(t('backup:drill.good'))).toBeVisible();
    expect(filesWith(dataDir, 'Lugoj')).toEqual([]);

    await page.getByRole('link', { name: t('common:nav.audit') }).click();
    const trail = page.getByRole('table', { name: t('office:audit.title') });
    for (const [who, act] of [
      [demo.head, t('office:audit.action.backup.drill')],
      [demo.head, t('office:audit.action.backup.make')],
      [demo.educator, t('office:audit.action.notes.add')],
      [guest, t('office:audit.action.case.read')],
      [demo.educator, `${t('office:audit.action.session.lock')} · ${t('enums:lockReason.IDLE')}`],
      [demo.head, t('office:audit.action.settings.change')],
    ] as const) {
      await expect(trail.getByRole('row').filter({ hasText: who }).filter({ hasText: act }).first()).toBeVisible();
    }
  } finally {
    await close();
  }
});
