import { expect, test, type Page } from '@playwright/test';
import { TOLD_CASES, type ToldCaseName } from '../../shared/domain/told-cases.ts';
import { expectAccessible, typeDate } from './screens.ts';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

for (const country of ['ro', 'it'] as const) {
  test(`the twelve told cases say what is true, ${country}`, async () => {
    const t = wordsIn(country);
    const { page, close } = await launchDemo('prison', { language: country, theme: 'light' }, { country });
    const main = page.getByRole('main');
    const card = (title: string) => page.getByRole('region', { name: title });
    /** Opens a case from the list and waits until its page is drawn. */
    const open = async (name: ToldCaseName): Promise<void> => {
      await page.getByRole('link', { name: t('people:told.nav'), exact: true }).click();
      await page.getByRole('link', { name: new RegExp(`^${t(`people:told.case.${name}.name`)}:`) }).click();
      await expect(main.getByText(t(`people:told.case.${name}.shows`))).toBeVisible();
      await expect(card(t('people:choices.title'))).toBeVisible();
      await expect(main.getByText(t('common:reading'))).toHaveCount(0);
    };
    const days = page.locator('.v-days');
    const says = (key: string) => expect(main.getByText(t(key)).first()).toBeVisible();
    try {
      await unlockAs(page, demoOf[country].educator, country);
      await page.getByRole('link', { name: t('people:told.nav'), exact: true }).click();
      await expect(page.locator('.v-told > li')).toHaveCount(TOLD_CASES.length);
      if (country === 'it') await expectAccessible(page, 'told cases');

      await open('POSTPONED');
      await expect(days).toContainText('140');
      await expect(days).toContainText(t('people:days.until.NEW_TERM'));
      await expect(days).not.toContainText(t('people:days.until.RELEASE'));
      await says('people:notice.POSTPONED.title');

      await open('NO_ADDRESS');
      await expect(missingCard(page, t('enums:criticalThing.BED'))).toContainText(t('enums:missingState.IN_PLAN'));

      await open('NO_PAPERS');
      await expect(missingCard(page, t('enums:criticalThing.IDENTITY_PAPER'))).toBeVisible();

      await open('CANNOT_READ');
      await expect(main.getByText(t('people:person.interpreter').replace('{{language}}', country === 'ro' ? 'maghiară' : 'wolof'))).toBeVisible();
      await expect(main.getByText(t('enums:readingSupport.PICTOGRAMS'))).toBeVisible();

      await open('REFUSES_SHARING');
      await expect(card(t('people:choices.title'))).toContainText(t('enums:consentPurpose.PLAN_SHARING'));
      await expect(card(t('people:choices.title')).locator('[data-tone="danger"]')).toHaveCount(0);
      await expect(card(t('people:missing.title'))).toContainText(t('people:missing.nothing'));
      if (country === 'it') await expectAccessible(page, 'a person with choices');

      await open('CONTACT_BAN');
      await expect(main.getByText('412/2023').first()).toBeVisible();
      if (country === 'it') await expectAccessible(page, 'a person with a prohibition');

      await open('FRIDAY_EVENING');
      await says('people:notice.RELEASE_DAY.FRIDAY');
      await expect(main.getByText('19:30').first()).toBeVisible();

      await open('SEMI_LIBERTY');
      await expect(main.getByText('20:30')).toBeVisible();
      await expect(main.getByText(t(`enums:custodyStatus.${country === 'ro' ? 'WORK_OUTSIDE' : 'SEMI_LIBERTY'}`)).first()).toBeVisible();

      await open('PERMIT_EXPIRES');
      await says('people:notice.PERMIT.near');

      await open('TRANSFERRED_BACK');
      await says('people:notice.RETURNED.title');

      await open('NO_PROBATION');
      await says('people:notice.UNSUPERVISED.title');
      await expect(page.getByRole('button', { name: t('people:person.prepare') })).toHaveCount(0);

      await open('LIFE_SENTENCE');
      await expect(days).toHaveText(t('people:days.endless'));
      await expect(page.locator('.v-road-gate')).toHaveCount(0);
      await expect(card(t('people:missing.title'))).toContainText(t('people:missing.endless'));

      if (country === 'ro') await details(page, t);
    } finally {
      await close();
    }
  });
}

/** The line of something critical, in the card that counts what is missing. */
const missingCard = (page: Page, what: string) => page.getByRole('listitem').filter({ hasText: what }).filter({ has: page.locator('[data-tone="warn"], [data-tone="danger"]') }).first();

/** Details are changed by hand: wrong input is told in words, right input shows at once and is there after a lock. */
const details = async (page: Page, t: ReturnType<typeof wordsIn>): Promise<void> => {
  const save = () => page.getByRole('button', { name: t('common:act.save'), exact: true }).click();
  await page.getByRole('tab', { name: t('people:details.title'), exact: true }).click();
  await expectAccessible(page, 'details');
  await page.getByRole('button', { name: t('people:details.banAdd') }).click();
  await page.getByLabel(t('people:details.banAct')).fill('fosta soție');
  await save();
  await expect(page.getByRole('alert').getByText(t('people:details.banActMissing'))).toBeVisible();
  await expectAccessible(page, 'prohibition, with errors');
  await page.getByRole('button', { name: new RegExp(t('people:details.banKind')) }).click();
  await page.getByRole('option', { name: t('enums:contactBanKind.NO_PLACES') }).click();
  await page.getByLabel(t('people:details.banAct')).fill('Sentința nr. 5/2021');
  await save();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: t('people:notice.title') })).toContainText('5/2021');

  await page.getByRole('button', { name: t('people:details.moveAdd') }).click();
  await page.getByRole('button', { name: new RegExp(t('people:details.moveKind')) }).click();
  await page.getByRole('option', { name: t('enums:movementKind.COURT') }).click();
  await page.getByLabel(t('people:details.movePlace')).fill('Judecătoria Pilda');
  await page.getByLabel(t('people:dates.source')).fill('citație 11/2026');
  await save();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(t('enums:personStatus.AWAY')).first()).toBeVisible();

  const permit = t('people:details.edit').replace('{{what}}', t('people:details.permit'));
  await page.getByRole('button', { name: permit }).click();
  await typeDate(page, t('people:details.permitUntil'), '01012020');
  await save();
  await expect(page.getByText(t('people:notice.PERMIT.passed'))).toBeVisible();

  await page.keyboard.press('Control+l');
  await unlockAs(page, demoOf.ro.educator, 'ro');
  await expect(page.getByRole('region', { name: t('people:notice.title') })).toContainText('Judecătoria Pilda');
  await expect(page.getByRole('region', { name: t('people:notice.title') })).toContainText('5/2021');
};
