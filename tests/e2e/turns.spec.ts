import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './screens.ts';
import { launchApp, type LaunchedApp } from './support/app.ts';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('it');

test('an escape stops everything until the recapture, a new sentence opens a new period, and a death ends it all; over a restart too', async () => {
  test.slow();
  const first = await launchDemo('prison', { language: 'it', theme: 'light' }, { country: 'it' });
  let second: LaunchedApp | undefined;
  try {
    const { page } = first;
    const name = 'Tramonti Pietro';
    const dialog = page.getByRole('dialog');
    const home = async (at: Page): Promise<ReturnType<Page['locator']>> => {
      await at.getByRole('link', { name: t('home:nav.day') }).click();
      await expect(at.getByRole('heading', { name: t('home:title'), level: 1 })).toBeVisible();
      await expect(at.getByRole('list', { name: t('enums:dueGroup.NOW') }).getByRole('listitem').first()).toBeVisible();
      return at.getByRole('main').getByRole('listitem').filter({ hasText: name });
    };
    const open = async (at: Page, tab: string): Promise<void> => {
      await at.getByRole('link', { name: t('people:told.nav'), exact: true }).click();
      await at.getByRole('link', { name: new RegExp(`^${t('people:told.case.FRIDAY_EVENING.name')}:`) }).click();
      await expect(at.getByRole('heading', { name, level: 1 })).toBeVisible();
      await at.getByRole('tab', { name: t(tab), exact: true }).click();
    };
    const standing = page.getByRole('region', { name: t('people:turn.title') });
    const record = async (kind: 'ESCAPE' | 'RECAPTURE' | 'RELEASE' | 'NEW_ROUND' | 'DEATH', source: string): Promise<void> => {
      await standing.getByRole('button', { name: t(`people:turn.open.${kind}`) }).click();
      await expect(dialog).toContainText(t(`people:turn.follows.${kind}`));
      if (kind === 'RELEASE') {
        await dialog.getByRole('button', { name: new RegExp(t('people:turn.releaseType')) }).click();
        await page.getByRole('option', { name: 'Fine pena', exact: true }).click();
      }
      await dialog.getByLabel(t('people:dates.source')).fill(source);
      await expectAccessible(page, `turn ${kind}`);
      await dialog.getByRole('button', { name: t('common:act.save') }).click();
      await expect(dialog).toHaveCount(0);
      await expect(standing).toContainText(source);
    };
    const notice = page.getByRole('region', { name: t('people:notice.title') });
    /** No letter leaves: the sheet for the person is refused, in words. */
    const refused = async (words: string): Promise<void> => {
      await page.getByRole('tab', { name: t('handover:documents.title'), exact: true }).click();
      await page.getByRole('button', { name: t('documents:screen.lookCopy') }).click();
      await expect(page.getByRole('alert').filter({ hasText: t(words).split('.')[0] ?? '' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(page.getByRole('button', { name: t('people:person.prepare') })).toHaveCount(0);
    };

    await unlockAs(page, demoOf.it.educator, 'it');
    await expect((await home(page)).first()).toBeVisible();

    await open(page, 'people:details.title');
    await record('ESCAPE', 'Verbale 12/2026');
    await expect(notice).toContainText(t('people:notice.ESCAPED.title'));
    await expect(standing.getByRole('button')).toHaveText([t('people:turn.open.RECAPTURE'), t('people:turn.open.DEATH')]);
    await expectAccessible(page, 'details after an escape');
    await refused('refusals:person.escaped');
    await expect(await home(page)).toHaveCount(0);

    await open(page, 'people:details.title');
    await record('RECAPTURE', 'Verbale 13/2026');
    await expect(notice).not.toContainText(t('people:notice.ESCAPED.title'));
    await expect((await home(page)).first()).toBeVisible();

    // out at the end of the sentence, and back with a new one: the old period stands apart and can be read
    await open(page, 'people:details.title');
    await record('RELEASE', 'Ordine di scarcerazione 7/2026');
    await record('NEW_ROUND', 'Ordine di esecuzione 91/2026');
    const stays = page.getByRole('region', { name: t('people:stays.title') });
    await expect(stays).toContainText('Ordine di esecuzione n. 330');
    await expectAccessible(page, 'details in a new period');
    await page.getByRole('tab', { name: t('people:dates.title'), exact: true }).click();
    await expect(page.getByText(t('people:dates.none'))).toBeVisible();
    await page.getByRole('tab', { name: t('people:plan.title'), exact: true }).click();
    await expect(page.getByText('Avere dove dormire venerdì e sabato').first()).toBeVisible();
    await expectAccessible(page, 'plan of the period before');

    await page.getByRole('tab', { name: t('people:details.title'), exact: true }).click();
    await record('DEATH', 'Certificato 44/2026');
    await expect(notice).toContainText(t('people:notice.DECEASED.title'));
    // nothing follows a death; only what was recorded of the wrong person is taken back
    await expect(standing.getByRole('button')).toHaveText([t('people:turn.open.DEATH_MISTAKEN')]);
    await expectAccessible(page, 'details after a death');
    await refused('refusals:person.deceased');
    await expect(await home(page)).toHaveCount(0);
    await first.app.close();

    second = await launchApp({ dataDir: first.dataDir, args: ['--demo=it'] });
    await unlockAs(second.page, demoOf.it.educator, 'it');
    await expect(await home(second.page)).toHaveCount(0);
    await open(second.page, 'people:details.title');
    await expect(second.page.getByRole('region', { name: t('people:notice.title') })).toContainText(t('people:notice.DECEASED.title'));
    await expect(second.page.getByRole('region', { name: t('people:turn.title') })).toContainText('Certificato 44/2026');
    await expect(second.page.getByRole('region', { name: t('people:stays.title') })).toContainText('Ordine di esecuzione n. 330');
  } finally {
    await second?.app.close();
    await first.close();
  }
});
