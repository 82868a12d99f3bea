import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { plugIn } from './support/media.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).first().click();

const openHandover = async (page: Page, code: string): Promise<void> => {
  await page.getByRole('link', { name: t('common:nav.people') }).click();
  await page.getByRole('searchbox').fill(code);
  await page.getByRole('row').filter({ hasText: code }).click();
  await page.getByRole('tab', { name: t('handover:tab') }).click();
};

test('a hand-over after it was written: carried, answered on paper, corrected, sent on one signature, refused and revoked, lost', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  const { app, page, close } = await launchDemo('ready', { language: 'ro', theme: 'light' });
  const written = (kind: string): string[] => readdirSync(stick).filter((name) => name.startsWith(`VARCO-${kind}-`));
  const write = async (): Promise<void> => {
    await press(page, 'handover:state.writeHere');
    await expect(page.getByText(t('handover:state.written'), { exact: true }).first()).toBeVisible();
  };
  try {
    await unlockAs(page, demo.educator);
    await plugIn(app, [stick]);
    await openHandover(page, 'RD-1');
    await write();
    await expect.poll(() => written('handover')).toHaveLength(1);

    // the custody log
    await press(page, 'handover:life.dispatch');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t('enums:carrier.DELEGATE'), { exact: true }).click();
    await dialog.getByLabel(t('handover:life.label'), { exact: true }).fill('USB 7, sigiliu 112');
    await press(page, 'common:act.save');
    await expect(dialog.getByRole('alert').getByRole('link')).toHaveCount(1);
    await dialog.getByLabel(t('handover:life.carrierName'), { exact: true }).fill('Radu Exemplu');
    await expectAccessible(page, 'who carries it');
    await press(page, 'common:act.save');
    await expect(page.getByText(/USB 7, sigiliu 112/)).toBeVisible();

    // a receipt on paper
    await press(page, 'handover:life.paper');
    await dialog.getByText(t('enums:receiptDecision.ACCEPTED'), { exact: true }).click();
    await dialog.getByLabel(t('handover:life.number'), { exact: true }).fill('C-9/2026');
    await expectAccessible(page, 'a receipt on paper');
    await press(page, 'common:act.save');
    await expect(page.getByText(t('handover:state.accepted'))).toBeVisible();
    await expectAccessible(page, 'accepted on paper');

    // nothing to add; then the whole case again, on one signature
    await press(page, 'handover:life.supplement');
    await expect(page.getByRole('alert').filter({ hasText: t('refusals:handover.nothingChanged.what') })).toBeVisible();
    await press(page, 'common:act.back');
    await press(page, 'handover:life.correct');
    await press(page, 'handover:prepare.toPreview');
    await page.getByText(t('handover:prepare.read')).click();
    await press(page, 'handover:prepare.confirm');
    await expect(page.getByText(t('handover:state.waiting'))).toBeVisible();
    await press(page, 'handover:life.alone');
    await dialog.getByText(t('enums:emergencyWhy.RELEASE_NOW'), { exact: true }).click();
    await dialog.getByLabel(t('handover:life.words'), { exact: true }).fill('Vineri seara, nimeni de găsit');
    await expectAccessible(page, 'emergency');
    await press(page, 'common:act.save');
    await expect(page.getByText(t('handover:state.authorised'))).toBeVisible();
    await write();
    await expect(page.getByText(t('enums:handoverStatus.SUPERSEDED'), { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/^În așteptarea celei de-a doua semnături/)).toBeVisible();
    await expectAccessible(page, 'awaiting the second signature');

    // a lost medium, into the book of breaches; it is prepared again
    await openHandover(page, 'RD-2');
    await write();
    await press(page, 'breaches:lost.open');
    await dialog.getByRole('button', { name: t('common:act.save'), exact: true }).click();
    await expect(page.getByText(t('breaches:lost.state'), { exact: true }).last()).toBeVisible();

    // the second person finds it on the first screen, refuses, and writes the notice
    await page.keyboard.press('Control+l');
    await unlockAs(page, demo.head);
    await expect(page.getByText(t('home:line.HANDOVER_COUNTERSIGN')).first()).toBeVisible();
    await openHandover(page, 'RD-1');
    await press(page, 'handover:owed.refuse');
    await expect(page.getByText(t('handover:revoked.open', { name: demo.office }))).toBeVisible();
    await expectAccessible(page, 'revoked');
    await press(page, 'handover:revoked.write');
    await expect(page.getByText(t('handover:revoked.sent', { name: demo.office }))).toBeVisible();
    await expect.poll(() => written('revocation')).toHaveLength(1);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
