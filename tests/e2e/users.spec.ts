import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, typeDate } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { arrived, goTo } from './support/walk.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const guest = 'Matei Inspector';
const teacher = 'Tudor Formator';
const chosen = 'patru cuvinte simple aici';

/** Days from today as they are typed into a Romanian date field. */
const digitsIn = (days: number): string => {
  const [year = '', month = '', day = ''] = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-');
  return day + month + year;
};

/** Fills in the form of a new user; the first password, once it is shown. */
const add = async (page: Page, name: string, role: 'GUEST' | 'TEACHER', lastDay?: string): Promise<string> => {
  await page.getByRole('button', { name: t('users:list.add') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('users:form.name'), { exact: true }).fill(name);
  await dialog.getByText(t(`enums:userRole.${role}`), { exact: true }).click();
  if (role === 'GUEST') {
    await dialog.getByRole('button', { name: t('users:form.go'), exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText(t('users:form.untilMissing'));
    await expectAccessible(page, 'a guest without a last day');
  }
  if (lastDay !== undefined) await typeDate(page, t('users:form.until'), lastDay);
  await dialog.getByRole('button', { name: t('users:form.go'), exact: true }).click();
  const groups = page.getByRole('list', { name: t('users:first.password') }).getByRole('listitem');
  await expect(groups).toHaveCount(4);
  const password = (await groups.allTextContents()).join('-');
  await expectAccessible(page, 'first password');
  await page.getByRole('button', { name: t('users:first.done') }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(t('users:list.given'));
  return password;
};

const unlockWith = async (page: Page, name: string, password: string): Promise<void> => {
  await page.getByText(name, { exact: true }).click();
  await page.getByLabel(t('session:unlock.password'), { exact: true }).fill(password);
  await page.keyboard.press('Enter');
};

test('a guest and a teacher are added, the teacher chooses a password, gets another role, is dismissed, and keeps the name in the trail', async () => {
  test.slow();
  const { page, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  try {
    await unlockAs(page, demo.head);
    await page.getByRole('link', { name: t('users:navOffice'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: t('users:list.title') })).toBeVisible();
    await expectAccessible(page, 'users');
    await add(page, guest, 'GUEST', digitsIn(30));
    const given = await add(page, teacher, 'TEACHER');

    await page.keyboard.press('Control+l');
    await unlockWith(page, teacher, given);
    await expect(page.getByRole('heading', { name: t('users:password.first') })).toBeVisible();
    await expectAccessible(page, 'password first');
    // no address leads around it
    await page.evaluate(() => (location.hash = '/account'));
    await expect(page.getByRole('heading', { name: t('users:password.first') })).toBeVisible();
    await page.getByLabel(t('users:password.given'), { exact: true }).fill(given);
    await page.getByLabel(t('users:password.next'), { exact: true }).fill(chosen);
    await page.getByLabel(t('users:password.again'), { exact: true }).fill(`${chosen}!`);
    await page.getByRole('button', { name: t('users:password.go') }).click();
    await expect(page.getByRole('alert')).toContainText(t('users:password.differs'));
    await page.getByLabel(t('users:password.again'), { exact: true }).fill(chosen);
    await page.getByRole('button', { name: t('users:password.go') }).click();
    await goTo(page, '/account');
    await expect(page.getByRole('heading', { level: 1, name: t('users:account.title') })).toBeVisible();
    await expect(page.getByText(t('users:may.learning.mark'), { exact: true })).toBeVisible();
    await expectAccessible(page, 'my account');
    await goTo(page, '/users');
    await expect(page.getByRole('heading', { level: 1, name: t('users:list.title') })).toHaveCount(0);

    await page.keyboard.press('Control+l');
    await unlockAs(page, demo.head);
    await goTo(page, '/users');
    await page.getByRole('button', { name: t('users:list.changeName', { name: teacher }) }).click();
    await page.getByRole('dialog').getByText(t('enums:userRole.SOCIAL_WORKER'), { exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: t('common:act.save'), exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: teacher });
    await expect(row).toContainText(t('enums:userRole.SOCIAL_WORKER'));
    await expect(row).not.toContainText(t('enums:userRole.TEACHER'));
    await page.getByRole('button', { name: t('users:list.dismissName', { name: teacher }) }).click();
    await expect(page.getByRole('alertdialog')).toContainText(t('users:dismiss.not1'));
    await expectAccessible(page, 'dismissal');
    await page.getByRole('button', { name: t('users:dismiss.go'), exact: true }).click();
    await expect(page.getByRole('region', { name: t('users:list.former') }).getByRole('row').filter({ hasText: teacher })).toBeVisible();
    await goTo(page, '/settings');
    await page.getByLabel(t('users:settings.idle'), { exact: true }).fill('31');
    await page.getByRole('button', { name: t('common:act.save'), exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(t('users:settings.idleWrong'));
    await expectAccessible(page, 'settings');
    await page.getByLabel(t('users:settings.idle'), { exact: true }).fill('5');
    await page.getByRole('button', { name: t('common:act.save'), exact: true }).click();
    await expect(page.getByText(t('users:settings.saved'))).toBeVisible();

    await page.keyboard.press('Control+l');
    await expect(page.getByText(guest, { exact: true })).toBeVisible();
    await expect(page.getByText(teacher, { exact: true })).toHaveCount(0);
    await unlockAs(page, demo.head);
    await goTo(page, '/audit');
    await arrived(page);
    await expect(page.getByRole('row').filter({ hasText: teacher }).first()).toBeVisible();
  } finally {
    await close();
  }
});
