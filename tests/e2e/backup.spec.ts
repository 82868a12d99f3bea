import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, chooseLanguage, colleagues, expectAccessible, fillPerson } from './screens.ts';
import { launchApp } from './support/app.ts';
import { plugIn } from './support/media.ts';
import { launchPrison } from './support/prison.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const person = { family: 'Munteanu', given: 'Radu', code: 'TM-2026-0007', born: '01061980' };

/** A drill and a restore hash a password twice, on a machine that may have ten times more to do than it can. */
const hashed = { timeout: 60_000 };

const button = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true });
const typePassword = (page: Page, password: string): Promise<void> => page.getByLabel(t('session:unlock.password'), { exact: true }).fill(password);

/** Locks, and unlocks as the one who may make backups. */
const becomeMihai = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+l');
  await page.getByText(colleagues.mihai.name, { exact: true }).click();
  await typePassword(page, colleagues.mihai.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ziua mea' })).toBeVisible();
};

test('a backup that was due is made, checked, drilled and restored on a fresh computer; a workplace that moved is taken back, and then opens with a key file only', async () => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const stick = join(folder, 'STICK');
  mkdirSync(stick);
  const here = await launchPrison({ daysAgo: 9 });
  try {
    const { app, page, code } = here;
    await expect(page.getByRole('link', { name: t('backup:due') })).toHaveCount(0);
    await page.getByRole('button', { name: 'Adaugă o persoană' }).first().click();
    await fillPerson(page, person);
    await page.getByRole('button', { name: 'Adaugă', exact: true }).click();
    await expect(page.getByRole('heading', { name: `${person.family} ${person.given}` })).toBeVisible();
    await becomeMihai(page);

    await page.getByRole('link', { name: t('backup:due') }).click();
    await expect(page.getByRole('heading', { level: 1, name: t('backup:title') })).toBeVisible();
    await expect(page.getByText(t('backup:dueNever'))).toBeVisible();
    await expectAccessible(page, 'backup, due', { everyTheme: true });
    await answerDialogs(app, join(folder, 'pulled-out'));
    await button(page, 'backup:make.go').click();
    await expect(page.getByRole('alert')).toContainText(t('errors:envelope.MEDIUM_REMOVED.what'));
    await plugIn(app, [stick]);
    await expect(page.getByRole('radio', { name: 'STICK' })).toBeChecked();
    await button(page, 'backup:make.go').click();
    const [name = ''] = await expect.poll(() => readdirSync(stick).filter((file) => file.endsWith('.varcobackup'))).toHaveLength(1).then(() => readdirSync(stick));
    await expect(page.getByText(t('backup:make.done', { file: name }))).toBeVisible();
    await expect(page.getByRole('link', { name: t('backup:due') })).toHaveCount(0);
    await expect(page.getByText(t('backup:dueNever'))).toHaveCount(0);
    await expectAccessible(page, 'backup, made');
    const file = join(stick, name);

    await answerDialogs(app, file);
    await button(page, 'backup:check.go').click();
    await expect(page.getByText(t('backup:check.whole'), { exact: true })).toBeVisible();
    const cut = join(folder, 'cut.varcobackup');
    writeFileSync(cut, readFileSync(file).subarray(0, -10));
    await answerDialogs(app, cut);
    await button(page, 'backup:check.go').click();
    await expect(page.getByRole('alert')).toContainText(t('errors:vault.BACKUP_CUT.what'));
    await expectAccessible(page, 'backup, cut off');

    await answerDialogs(app, file);
    await button(page, 'backup:drill.open').click();
    await button(page, 'backup:drill.go').click();
    await expect(page.getByRole('alert').filter({ hasText: t('session:unlock.passwordMissing') })).toBeVisible();
    await typePassword(page, colleagues.ana.password);
    await button(page, 'backup:drill.go').click();
    await expect(page.getByRole('alert').filter({ hasText: t('errors:vault.WRONG_PASSWORD.what') })).toBeVisible();
    await expectAccessible(page, 'drill, wrong password');
    await typePassword(page, colleagues.mihai.password);
    await button(page, 'backup:drill.go').click();
    await expect(page.getByText(t('backup:drill.good'))).toBeVisible(hashed);
    await expect(page.getByText(t('backup:drill.casesRead'))).toBeVisible();
    await button(page, 'backup:drill.open').click();
    await page.getByText(t('backup:open.code'), { exact: true }).click();
    await page.getByLabel(t('session:recover.code'), { exact: true }).fill(code);
    await button(page, 'backup:drill.go').click();
    await expect(page.getByText(t('backup:drill.good'))).toBeVisible(hashed);
    await expectAccessible(page, 'drill, done');

    await button(page, 'backup:move.open').click();
    await expect(page.getByRole('alertdialog')).toContainText(t('backup:move.2'));
    await expectAccessible(page, 'move');
    await button(page, 'backup:move.go').click();
    await expect(page.getByRole('heading', { level: 1, name: t('backup:moved.title') })).toBeVisible();
    expect(readdirSync(stick)).toHaveLength(2);
    await button(page, 'backup:moved.open').click();
    await page.getByText(colleagues.mihai.name, { exact: true }).click();
    await typePassword(page, colleagues.ana.password);
    await button(page, 'backup:moved.go').click();
    await expect(page.getByRole('alert')).toContainText(t('errors:vault.WRONG_PASSWORD.what'));
    await expectAccessible(page, 'moved', { everyTheme: true });
    await typePassword(page, colleagues.mihai.password);
    await button(page, 'backup:moved.go').click();
    await expect(page.getByRole('navigation')).toContainText(colleagues.mihai.name);

    await page.getByRole('navigation').getByRole('link', { name: colleagues.mihai.name }).click();
    await answerDialogs(app, join(folder, 'key.txt'));
    await page.getByLabel(t('users:keyFile.password'), { exact: true }).fill(colleagues.mihai.password);
    await button(page, 'users:keyFile.make').click();
    await expect(page.getByText(t('users:keyFile.on'))).toBeVisible(hashed);
    await page.keyboard.press('Control+l');
    await page.getByText(colleagues.mihai.name, { exact: true }).click();
    await typePassword(page, colleagues.mihai.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(t('errors:vault.KEY_FILE_MISSING.what'));
    await button(page, 'session:keyFile.choose').click();
    await expect(page.getByText(t('session:keyFile.chosen', { name: 'key.txt' }))).toBeVisible();
    await expectAccessible(page, 'unlock, key file chosen');
    await typePassword(page, colleagues.mihai.password);
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('users:keyFile.on'))).toBeVisible(hashed);

    const there = await launchApp();
    try {
      await chooseLanguage(there.page, 'English', 'Română');
      await button(there.page, 'backup:begin.restore').click();
      await expectAccessible(there.page, 'restore, which file');
      await answerDialogs(there.app, cut);
      writeFileSync(cut, 'no backup');
      await button(there.page, 'backup:restore.choose').click();
      await expect(there.page.getByRole('alert')).toContainText(t('errors:vault.BACKUP_INVALID.what'));
      await answerDialogs(there.app, file);
      await button(there.page, 'backup:restore.choose').click();
      await expect(there.page.getByRole('main')).toContainText('Penitenciarul Timișoara');
      await there.page.getByText(colleagues.mihai.name, { exact: true }).last().click();
      await typePassword(there.page, colleagues.mihai.password);
      await button(there.page, 'backup:restore.go').click();
      // hashing the password twice takes longer than a hand
      await button(there.page, 'backup:step.stop').click();
      await expect(there.page.getByText(t('refusals:backup.stopped.what'))).toBeVisible();
      await expect(there.page.getByRole('button', { name: t('backup:restore.go') })).toBeVisible();
      expect(readdirSync(there.dataDir).filter((entry) => entry.includes('vault'))).toEqual([]);
      await there.page.getByText(colleagues.ana.name, { exact: true }).last().click();
      await button(there.page, 'backup:restore.go').click();
      await expect(there.page.getByRole('alert')).toContainText(t('errors:vault.WRONG_PASSWORD.what'));
      await expectAccessible(there.page, 'restore, wrong password', { everyTheme: true });
      await there.page.getByText(t('backup:open.codeNew'), { exact: true }).click();
      await there.page.getByLabel(t('session:recover.code'), { exact: true }).fill(code);
      await there.page.getByLabel(t('session:recover.newPassword'), { exact: true }).fill('scurtă');
      await button(there.page, 'backup:restore.go').click();
      await expect(there.page.getByRole('alert').first()).toContainText('Există o problemă');
      await there.page.getByLabel(t('session:recover.newPassword'), { exact: true }).fill('patru cuvinte simple aici');
      await button(there.page, 'backup:restore.go').click();
      await expect(there.page.getByRole('heading', { level: 1, name: 'Ziua mea' })).toBeVisible(hashed);
      await there.page.getByRole('link', { name: 'Persoane' }).click();
      await expect(there.page.getByRole('row').filter({ hasText: person.code })).toBeVisible();
      // the trail goes on where the backup was made, and says what happened since
      await becomeMihai(there.page);
      await there.page.getByRole('link', { name: t('common:nav.audit') }).click();
      for (const act of ['office:audit.action.vault.restore', 'office:audit.action.people.add']) {
        await expect(there.page.getByRole('row').filter({ hasText: t(act) }).first()).toBeVisible();
      }
    } finally {
      await there.close();
    }
  } finally {
    await here.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
