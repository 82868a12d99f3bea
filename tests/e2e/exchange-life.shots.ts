import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { demo, unlockAs } from './support/demo.ts';
import { launchTwoOffices, openHandover } from './support/two-offices.ts';
import { wordsIn } from './words.ts';

/** Pictures of what comes after sealing: custody, answers, the emergency, the notice, the follow-up and the counts. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['it', 'light'], ['en', 'dark']] as const) {
  test(`after sealing, ${language}, ${theme}`, async () => {
    test.setTimeout(240_000);
    const t = wordsIn(language);
    const { prison, office, close } = await launchTwoOffices({ language, theme });
    const [inside, outside] = [prison.page, office.page];
    const shot = async (page: Page, name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `after-${name}-${language}-${theme}.png`), animations: 'disabled' });
    };
    const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).first().click();
    const dialogShot = async (key: 'dispatch' | 'paper' | 'revoke' | 'alone'): Promise<void> => {
      await press(inside, `handover:life.${key}`);
      await inside.getByRole('dialog').waitFor();
      await shot(inside, key);
    };
    try {
      await Promise.all([unlockAs(inside, demo.educator, language), unlockAs(outside, demo.officer, language)]);
      await openHandover(inside, 'RD-1', language);
      await press(inside, 'handover:state.writeHere');
      await inside.getByText(t('handover:state.written'), { exact: true }).first().waitFor();
      for (const key of ['dispatch', 'paper'] as const) {
        await dialogShot(key);
        await inside.getByRole('dialog').getByRole('button', { name: t('common:act.cancel'), exact: true }).click();
      }
      await outside.getByRole('link', { name: t('handover:arrivals.nav') }).click();
      await outside.getByRole('button', { name: /VARCO-handover-/ }).first().click();
      await press(outside, 'handover:arrivals.importGo');
      await outside.getByText(t('handover:arrivals.imported')).first().waitFor();
      await press(outside, 'handover:arrivals.toPerson');
      await shot(outside, 'person');
      await outside.getByRole('tab', { name: t('outcomes:tab') }).click();
      await outside.getByRole('button', { name: t('outcomes:record.open'), exact: true }).waitFor();
      await shot(outside, 'follow-up');
      await press(outside, 'outcomes:record.open');
      await outside.getByRole('dialog').waitFor();
      await shot(outside, 'outcome');
      await outside.getByRole('dialog').getByRole('button', { name: t('common:act.cancel'), exact: true }).click();
      await outside.getByRole('link', { name: t('outcomes:nav') }).click();
      await outside.getByRole('heading', { level: 1 }).waitFor();
      await shot(outside, 'outcomes-office');
      await dialogShot('revoke');
      await inside.getByRole('dialog').getByText(t('enums:revocationReason.WRONG_CONTENT'), { exact: true }).click();
      await inside.getByRole('dialog').getByRole('button', { name: t('common:act.save'), exact: true }).click();
      await inside.getByText(t('handover:revoked.open', { name: demo.office })).waitFor();
      await inside.getByText(t('handover:revoked.open', { name: demo.office })).scrollIntoViewIfNeeded();
      await shot(inside, 'revoked');
      await press(inside, 'handover:revoked.write');
      await inside.getByText(t('handover:revoked.sent', { name: demo.office })).waitFor();
      await outside.getByRole('link', { name: t('handover:arrivals.nav') }).click();
      await outside.getByRole('button', { name: /VARCO-revocation-/ }).first().click();
      await outside.getByText(t('arrivals:revoked.title')).first().waitFor();
      await shot(outside, 'notice');
      await outside.getByRole('link', { name: t('common:nav.people') }).click();
      await outside.getByRole('searchbox').first().fill('RD-1');
      await outside.getByRole('row').filter({ hasText: 'RD-1' }).click();
      await outside.getByRole('tab', { name: t('outcomes:tab') }).click();
      await outside.getByText(t('people:notice.CASE_REVOKED.title')).waitFor();
      await shot(outside, 'revoked-person');
      await inside.getByRole('link', { name: t('outcomes:nav') }).click();
      await shot(inside, 'outcomes-prison');
      await openHandover(inside, 'RD-2', language);
      await press(inside, 'handover:state.again');
      await press(inside, 'handover:prepare.toPreview');
      await inside.getByText(t('handover:prepare.read')).click();
      await press(inside, 'handover:prepare.confirm');
      await inside.getByText(t('handover:state.waiting')).waitFor();
      await dialogShot('alone');
    } finally {
      await close();
    }
  });
}
