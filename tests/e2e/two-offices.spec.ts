import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, typeDate } from './screens.ts';
import { demo, unlockAs } from './support/demo.ts';
import { dropFiles } from './support/media.ts';
import { envelopesIn, launchTwoOffices, newEnvelope, openHandover } from './support/two-offices.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const look = { language: 'ro', theme: 'light' } as const;
const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).first().click();

/** The case is read again and confirmed; whoever leads authorises it at their own unlock. Ends with the one who writes. */
const readAndAuthorise = async (page: Page, code: string): Promise<void> => {
  await page.getByText(t('handover:prepare.read')).click();
  await press(page, 'handover:prepare.confirm');
  await expect(page.getByText(t('handover:state.waiting'))).toBeVisible();
  await press(page, 'handover:state.lockFor');
  await unlockAs(page, demo.head);
  await openHandover(page, code);
  await press(page, 'handover:state.readFirst');
  await page.getByText(t('handover:prepare.read')).click();
  await page.getByRole('button', { name: new RegExp(`^Autorizează .*${demo.office}`) }).click();
  await expect(page.getByText(t('handover:state.authorised'))).toBeVisible();
};

/** Writes what is authorised to the stick and tells the name of the envelope. */
const write = async (page: Page, stick: string, kind: 'handover' | 'supplement'): Promise<string> => {
  const before = envelopesIn(stick, kind);
  await expect(page.getByRole('radio', { name: /^STICK/ })).toBeChecked();
  await press(page, 'handover:state.writeHere');
  await expect(page.getByText(t('handover:state.written'), { exact: true }).first()).toBeVisible();
  return newEnvelope(stick, kind, before);
};

/** The office opens what lies on the stick under this name. */
const open = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: t('handover:arrivals.nav') }).click();
  await page.getByRole('button', { name: `${t('handover:found.open.handover')} ${name}` }).click();
};

/** Imports what is open, and answers that it was accepted. Tells the name of the receipt. */
const takeAndAnswer = async (page: Page, stick: string): Promise<string> => {
  const before = envelopesIn(stick, 'receipt');
  await press(page, 'handover:arrivals.importGo');
  await expect(page.getByText(t('handover:arrivals.imported')).first()).toBeVisible();
  await press(page, 'handover:arrivals.writeACCEPTED');
  return newEnvelope(stick, 'receipt', before);
};

/** The prison takes an answer in and goes to the hand-over it belongs to. */
const takeReceipt = async (page: Page, name: string, says: string): Promise<void> => {
  await page.getByRole('link', { name: t('handover:arrivals.navPrison') }).click();
  await page.getByRole('button', { name: `${t('handover:found.open.receipt')} ${name}` }).click();
  await expect(page.getByText(t(`handover:receipt.${says}`))).toBeVisible();
};

/** A date is put right, with its source. */
const putRight = async (page: Page, code: string): Promise<void> => {
  await openHandover(page, code);
  await page.getByRole('tab', { name: t('people:dates.title') }).click();
  await press(page, 'people:dates.set');
  await page.getByRole('button', { name: new RegExp(t('people:dates.kind')) }).click();
  await page.getByRole('option', { name: t('enums:releaseDateKind.END_OF_SENTENCE'), exact: true }).click();
  await typeDate(page, t('people:dates.date'), '04022031');
  await page.getByRole('dialog').getByText(t('enums:certainty.CALCULATED'), { exact: true }).click();
  await page.getByLabel(t('people:dates.source')).fill('recalcul 44/2026');
  await page.getByLabel(t('people:dates.reason')).fill('zile deduse de două ori');
  await press(page, 'common:act.save');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

test('what was wrong in a case that was taken over is sent again and takes its place; the last changes land in the same case', async () => {
  test.setTimeout(240_000);
  const { prison, office, stick, close } = await launchTwoOffices(look);
  const [inside, outside] = [prison.page, office.page];
  try {
    await Promise.all([unlockAs(inside, demo.educator), unlockAs(outside, demo.officer)]);
    await openHandover(inside, 'RD-1');
    const first = await write(inside, stick, 'handover');
    await open(outside, first);
    await expect(outside.getByText(t('handover:arrivals.matchNew'))).toBeVisible();
    await takeReceipt(inside, await takeAndAnswer(outside, stick), 'ACCEPTED');

    // the prison learns that a date was wrong, and sends the whole case again
    await putRight(inside, 'RD-1');
    await inside.getByRole('tab', { name: t('handover:tab') }).click();
    await press(inside, 'handover:life.correct');
    await press(inside, 'handover:prepare.toPreview');
    await readAndAuthorise(inside, 'RD-1');
    const second = await write(inside, stick, 'handover');
    await expect(inside.getByText(t('enums:handoverStatus.SUPERSEDED'), { exact: true }).first()).toBeVisible();

    // the office is told what it replaces and where the two differ
    await open(outside, second);
    // it was opened from the list at the end of the screen
    await expect(outside.getByText(t('arrivals:supersedes.title'))).toBeInViewport();
    await expect(outside.getByText(t('arrivals:supersedes.text', { reference: first.slice('VARCO-handover-'.length, -'.zip.age'.length) }))).toBeVisible();
    await expect(outside.getByRole('heading', { name: t('arrivals:differ.title', { count: 1 }) })).toBeVisible();
    await expectAccessible(outside, 'an envelope that replaces another');
    const answer = await takeAndAnswer(outside, stick);
    await press(outside, 'handover:arrivals.toPerson');
    await expect(outside.getByText('4 feb. 2031').first()).toBeVisible();
    // the first one, found once more, is known and changes nothing
    await open(outside, first);
    await expect(outside.getByText(t('handover:arrivals.repeated'))).toBeVisible();
    await expect(outside.getByRole('button', { name: t('handover:arrivals.importGo') })).toHaveCount(0);
    await takeReceipt(inside, answer, 'ACCEPTED');
    await press(inside, 'handover:receipt.toPerson');
    await expect(inside.getByText(t('enums:handoverStatus.ACCEPTED'), { exact: true }).first()).toBeVisible();
    await expect(inside.getByText(t('enums:handoverStatus.SUPERSEDED'), { exact: true }).first()).toBeVisible();

    // the last day: one more thing, in an envelope of its own, prepared again by the educator
    await inside.keyboard.press('Control+l');
    await unlockAs(inside, demo.educator);
    await openHandover(inside, 'RD-1');
    await inside.getByRole('tab', { name: t('people:details.title') }).click();
    await inside.getByRole('button', { name: t('people:details.edit', { what: t('people:details.language') }) }).click();
    await inside.getByRole('button', { name: new RegExp(t('people:details.readingSupport')) }).click();
    await inside.getByRole('option', { name: t('enums:readingSupport.READ_ALOUD') }).click();
    await press(inside, 'common:act.save');
    await expect(inside.getByRole('dialog')).toHaveCount(0);
    await inside.getByRole('tab', { name: t('handover:tab') }).click();
    await press(inside, 'handover:life.supplement');
    await expect(inside.getByText(t('handover:life.part.person'), { exact: true })).toBeVisible();
    await expectAccessible(inside, 'last-day changes');
    await readAndAuthorise(inside, 'RD-1');
    const supplement = await write(inside, stick, 'supplement');
    await open(outside, supplement);
    await expect(outside.getByText(t('enums:readingSupport.READ_ALOUD')).first()).toBeVisible();
    await expect(outside.getByRole('heading', { name: t('arrivals:differ.title', { count: 1 }) })).toBeVisible();
    await takeReceipt(inside, await takeAndAnswer(outside, stick), 'ACCEPTED');
    // one person, not two
    await outside.getByRole('link', { name: t('common:nav.people') }).click();
    await expect(outside.getByRole('row').filter({ hasText: 'RD-1' })).toHaveCount(1);
  } finally {
    await close();
  }
});

test('a lost stick is made good and turns up too late; what was revoked is not used; what is for others is not opened, and who is not ours is sent back', async () => {
  test.setTimeout(240_000);
  const { prison, office, stick, folder, close } = await launchTwoOffices(look);
  const [inside, outside] = [prison.page, office.page];
  const found = join(folder, 'found');
  mkdirSync(found);
  try {
    await Promise.all([unlockAs(inside, demo.educator), unlockAs(outside, demo.officer)]);

    // lost on the way: into the book of breaches, and sealed anew
    await openHandover(inside, 'RD-1');
    const lost = await write(inside, stick, 'handover');
    renameSync(join(stick, lost), join(found, lost));
    await press(inside, 'breaches:lost.open');
    await inside.getByRole('dialog').getByRole('button', { name: t('common:act.save'), exact: true }).click();
    await expect(inside.getByText(t('breaches:lost.state'), { exact: true }).last()).toBeVisible();
    await press(inside, 'handover:state.again');
    await press(inside, 'handover:prepare.toPreview');
    await readAndAuthorise(inside, 'RD-1');
    await inside.keyboard.press('Control+k');
    await inside.keyboard.type('registrul incalcarilor');
    await inside.keyboard.press('Enter');
    await expect(inside.getByRole('link', { name: t('enums:breachKind.LOST_MEDIUM') })).toBeVisible();
    await openHandover(inside, 'RD-1');
    const again = await write(inside, stick, 'handover');
    await open(outside, again);
    await expect(outside.getByText(t('arrivals:supersedes.unknown'))).toBeVisible();
    await takeReceipt(inside, await takeAndAnswer(outside, stick), 'ACCEPTED');

    // the lost stick turns up: a newer state is here, and nothing of the older is taken
    await dropFiles(outside, [join(found, lost)]);
    await expect(outside.getByRole('alert').filter({ hasText: t('errors:envelope.OLDER_THAN_KNOWN.do') })).toContainText(t('errors:envelope.OLDER_THAN_KNOWN.safe'));
    await expect(outside.getByRole('button', { name: t('handover:arrivals.importGo') })).toHaveCount(0);
    await expectAccessible(outside, 'an older state turns up');

    // revoked after it was taken over: marked, deleted, confirmed
    await openHandover(inside, 'RD-2');
    const wrong = await write(inside, stick, 'handover');
    await open(outside, wrong);
    await expect(outside.getByText(t('handover:arrivals.matchNew'))).toBeVisible();
    await takeReceipt(inside, await takeAndAnswer(outside, stick), 'ACCEPTED');
    await press(inside, 'handover:receipt.toPerson');
    await press(inside, 'handover:life.revoke');
    await inside.getByRole('dialog').getByText(t('enums:revocationReason.WRONG_CONTENT'), { exact: true }).click();
    await press(inside, 'common:act.save');
    await expect(inside.getByText(t('handover:revoked.open', { name: demo.office }))).toBeVisible();
    await press(inside, 'handover:revoked.write');
    const notice = await newEnvelope(stick, 'revocation', []);
    await open(outside, notice);
    await expect(outside.getByText(t('arrivals:notice.title', { name: demo.prison }))).toBeVisible();
    await expectAccessible(outside, 'do not use, delete, confirm');
    await press(outside, 'arrivals:notice.delete');
    await expect(outside.getByText(t('arrivals:notice.deletedOn').split('{{')[0] ?? '')).toBeVisible();
    const receipts = envelopesIn(stick, 'receipt');
    await press(outside, 'handover:arrivals.writeACCEPTED');
    const confirmed = await newEnvelope(stick, 'receipt', receipts);
    await takeReceipt(inside, confirmed, 'notice.ACCEPTED');
    await open(outside, wrong);
    await expect(outside.getByText(t('arrivals:revoked.title')).last()).toBeVisible();
    await expect(outside.getByRole('button', { name: t('handover:arrivals.importGo') })).toHaveCount(0);

    // for another service: not even opened
    await openHandover(inside, 'RD-5');
    const foreign = await write(inside, stick, 'handover');
    await open(outside, foreign);
    await expect(outside.getByRole('alert').filter({ hasText: t('errors:envelope.NOT_FOR_US.do') })).toContainText(t('errors:envelope.NOT_FOR_US.what'));

    // for us, and not ours: answered with its reason, and nothing is kept
    await openHandover(inside, 'RD-3');
    const strange = await write(inside, stick, 'handover');
    await open(outside, strange);
    await press(outside, 'handover:arrivals.reject');
    await outside.getByText(t('handover:reason.NOT_OURS'), { exact: true }).click();
    const answers = envelopesIn(stick, 'receipt');
    await press(outside, 'handover:arrivals.writeREJECTED');
    await takeReceipt(inside, await newEnvelope(stick, 'receipt', answers), 'REJECTED');
    await press(inside, 'handover:receipt.toPerson');
    await expect(inside.getByText(t('handover:state.rejectedText', { reason: t('handover:reason.NOT_OURS') }))).toBeVisible();
  } finally {
    await close();
  }
});
