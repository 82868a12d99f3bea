import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Appearance } from '../../../shared/contract/bridge.ts';
import { answerDialogs, typeDate } from '../screens.ts';
import { demo, demoOf, launchDemo, unlockAs } from '../support/demo.ts';
import { plugIn } from '../support/media.ts';
import { wordsIn } from '../words.ts';

/** Looks at a screen of the story: with axe, or through a camera. */
export type Look = (page: Page, name: string) => Promise<void>;

interface Office {
  readonly app: ElectronApplication;
  readonly page: Page;
}

const goal = 'Vreau să lucrez ca sudor și să-mi plătesc chiria';

/** Each takes the card of the other and compares its fingerprint, as read out. */
const knowEachOther = async (offices: readonly [Office, Office], folder: string, t: ReturnType<typeof wordsIn>): Promise<void> => {
  const heard: string[] = [];
  for (const [at, { app, page }] of offices.entries()) {
    await page.getByRole('link', { name: t('common:nav.services') }).click();
    const groups = page.getByRole('list', { name: t('office:own.fingerprint') }).getByRole('listitem');
    await expect(groups).toHaveCount(8);
    await answerDialogs(app, join(folder, `${at}.varco-card.json`));
    await page.getByRole('button', { name: t('office:own.save'), exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'varco-card.json' })).toBeVisible();
    heard.push((await groups.allTextContents()).join(' '));
  }
  for (const [at, { app, page }] of offices.entries()) {
    await answerDialogs(app, join(folder, `${1 - at}.varco-card.json`));
    await page.getByRole('button', { name: t('office:contacts.read'), exact: true }).click();
    await page.getByLabel(t('office:contacts.fingerprint')).fill(heard[1 - at] ?? '');
    await page.getByLabel(t('office:contacts.with')).fill('tel.');
    await page.getByRole('button', { name: t('office:contacts.trust'), exact: true }).click();
    await expect(page.getByRole('row').filter({ hasText: t('enums:trustState.TRUSTED') })).toBeVisible();
  }
};

/** Two prisons, one stick between them: ordered tonight, sealed on one signature, arrived, accepted, answered, and the sender's copy closed. */
export const transferStory = async (look: Appearance, at: Look): Promise<void> => {
  const t = wordsIn(look.language);
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  const [first, second] = await Promise.all([launchDemo('prison', look), launchDemo('prison', look, { country: 'it' })]);
  const [here, there] = [first.page, second.page];
  const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
  const open = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: t('common:nav.people') }).click();
    await page.getByRole('searchbox').fill(demo.code);
    await page.getByRole('row').filter({ hasText: demo.code }).click();
    await page.getByRole('tab', { name: t('handover:tab') }).click();
  };
  try {
    await Promise.all([unlockAs(here, demo.educator, look.language), unlockAs(there, demoOf.it.head, look.language)]);
    await knowEachOther([first, second], folder, t);

    // first act: the order and the prison, then everything that leaves
    await open(here);
    await press(here, 'handover:transfer.open');
    await press(here, 'handover:prepare.toPreview');
    await expect(here.getByText(t('handover:transfer.actMissing')).first()).toBeVisible();
    await here.getByLabel(t('handover:transfer.act')).fill('dispoziția 7/2026');
    await typeDate(here, t('handover:transfer.date'), '20112026');
    await here.getByText(demoOf.it.prison, { exact: true }).click();
    await here.getByText(t('handover:prepare.numberLater'), { exact: true }).click();
    await here.getByRole('radiogroup', { name: t('handover:transfer.language') }).getByText(t('enums:language.it'), { exact: true }).click();
    await at(here, 'transfer order');
    await press(here, 'handover:prepare.toPreview');
    await expect(here.getByText(goal).first()).toBeVisible();
    await expect(here.getByText(t('documents:notIncluded.NOTES'))).toBeVisible();
    await at(here, 'transfer preview');
    await press(here, 'handover:transfer.showWritten');
    await expect(here.getByText('"varco-transfer"')).toBeVisible();
    await at(here, 'transfer as written');
    await here.getByText(t('handover:prepare.read')).click();
    await press(here, 'handover:prepare.confirm');
    await expect(here.getByText(t('handover:state.waiting'))).toBeVisible();

    // tonight: one signature now, the second within 72 hours
    await press(here, 'handover:life.alone');
    const dialog = here.getByRole('dialog');
    await dialog.getByText(t('enums:emergencyWhy.TRANSFER_NOW'), { exact: true }).click();
    await dialog.getByLabel(t('handover:life.words')).fill('escorta pleacă la 20');
    await dialog.getByRole('button', { name: t('common:act.save'), exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await plugIn(first.app, [stick]);
    await expect(here.getByRole('radio', { name: /^stick/ })).toBeChecked();
    await press(here, 'handover:state.writeHere');
    await expect(here.getByText(t('handover:state.written'), { exact: true })).toBeVisible();
    await expect.poll(() => readdirSync(stick).some((name) => name.startsWith('VARCO-transfer-') && name.endsWith('.zip.age'))).toBe(true);
    await at(here, 'transfer written');

    // the other prison opens it, sees what is in it, and goes on with the case
    await there.getByRole('link', { name: t('handover:arrivals.navPrison') }).click();
    await plugIn(second.app, [stick]);
    await there.getByRole('button', { name: /VARCO-transfer-/ }).click();
    await expect(there.getByText(t('handover:transfer.arrivedFrom', { name: demo.prison }))).toBeVisible();
    await expect(there.getByText(goal).first()).toBeVisible();
    await at(there, 'transfer arrived');
    await there.getByLabel(t('handover:arrivals.numberIn'), { exact: true }).fill('I-204/2026');
    await press(there, 'handover:arrivals.importGo');
    await expect(there.getByText(t('handover:arrivals.imported'))).toBeVisible();
    await press(there, 'handover:arrivals.writeACCEPTED');
    await expect.poll(() => readdirSync(stick).filter((name) => name.startsWith('VARCO-receipt-') && name.endsWith('.zip.age')).length).toBe(1);
    await at(there, 'transfer accepted');
    await press(there, 'handover:arrivals.toPerson');
    await there.getByRole('tab', { name: t('people:plan.title') }).click();
    await expect(there.getByText(goal).first()).toBeVisible();
    await at(there, 'plan that goes on');

    // the answer closes the case here: a copy, which says where it went and until when it is kept
    await here.getByRole('link', { name: t('handover:arrivals.navPrison') }).click();
    await here.getByRole('button', { name: /VARCO-receipt-/ }).click();
    await expect(here.getByText(t('handover:receipt.ACCEPTED'))).toBeVisible();
    await press(here, 'handover:receipt.toPerson');
    await expect(here.getByRole('region', { name: t('people:notice.title') })).toContainText(demoOf.it.prison);
    await expect(here.getByRole('button', { name: t('handover:prepareOpen') })).toHaveCount(0);
    await expect(here.getByRole('button', { name: t('handover:transfer.open') })).toHaveCount(0);
    // the emergency still owes its second signature, and can be revoked
    await expect(here.getByRole('button', { name: t('handover:life.revoke'), exact: true })).toBeVisible();
    await at(here, 'copy');
    await here.getByRole('tab', { name: t('people:details.title') }).click();
    await expect(here.getByRole('button', { name: t('people:turn.open.REOPEN'), exact: true })).toBeVisible();
    await at(here, 'copy, details');
  } finally {
    await Promise.all([first.close(), second.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
};
