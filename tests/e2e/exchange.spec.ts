import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { answerDialogs, expectAccessible, typeDate } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { dropFiles, plugIn } from './support/media.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const look = { language: 'ro', theme: 'light' } as const;
const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();

/** Saves the own card into a file and reads the fingerprint off the screen, as it would be read out. */
const giveCard = async (app: ElectronApplication, page: Page, file: string): Promise<string> => {
  await page.getByRole('link', { name: t('common:nav.services') }).click();
  const groups = page.getByRole('list', { name: t('office:own.fingerprint') }).getByRole('listitem');
  await expect(groups).toHaveCount(8);
  await answerDialogs(app, file);
  await press(page, 'office:own.save');
  await expect(page.getByRole('status').filter({ hasText: 'varco-card.json' })).toBeVisible();
  return (await groups.allTextContents()).join(' ');
};

const takeCard = async (app: ElectronApplication, page: Page, file: string, heard: string): Promise<void> => {
  await answerDialogs(app, file);
  await press(page, 'office:contacts.read');
  await page.getByLabel(t('office:contacts.fingerprint')).fill(heard);
  await page.getByLabel(t('office:contacts.with')).fill('la telefon');
  await press(page, 'office:contacts.trust');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: t('enums:trustState.TRUSTED') })).toBeVisible();
};

const openHandover = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: t('common:nav.people') }).click();
  await page.getByRole('searchbox').fill(demo.code);
  await page.getByRole('row').filter({ hasText: demo.code }).click();
  await page.getByRole('tab', { name: t('handover:tab') }).click();
};

const fileIn = (folder: string): string => join(folder, readdirSync(folder).find((name) => name.endsWith('.zip.age')) ?? '');

test('a case goes from a prison to a probation office and the answer comes back, by clicks alone', async () => {
  // two programs at once, each deriving keys and looked at by axe
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const [stick, cards] = ['stick', 'cards'].map((name) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  }) as [string, string];
  const [prison, office] = await Promise.all([launchDemo('prison', look), launchDemo('probation', look)]);
  const [inside, outside] = [prison.page, office.page];
  try {
    await Promise.all([unlockAs(inside, demo.educator), unlockAs(outside, demo.officer)]);
    const [ourCard, theirCard] = [join(cards, 'a.varco-card.json'), join(cards, 'b.varco-card.json')];
    const [ours, theirs] = await Promise.all([giveCard(prison.app, inside, ourCard), giveCard(office.app, outside, theirCard)]);
    await Promise.all([takeCard(prison.app, inside, theirCard, theirs), takeCard(office.app, outside, ourCard, ours)]);

    // a service for exercises, marked wherever it stands
    await press(inside, 'handover:practice.add');
    await expect(inside.getByRole('row').filter({ hasText: t('handover:practice.noKey') })).toContainText(t('handover:practice.tag'));
    await expectAccessible(inside, 'services');

    // first act: without a ground nothing, with one the whole preview
    await openHandover(inside);
    await expect(inside.getByText(t('handover:none.text'))).toBeVisible();
    // other people leave only with their own yes: the host said it, the friend was never asked
    const form = inside.getByRole('dialog');
    for (const [name, kind] of [['Gazdă Exemplu', 'HOST'], ['Prieten Exemplu', 'OTHER']] as const) {
      await press(inside, 'choices:third.add');
      await form.getByText(t(`enums:thirdPersonKind.${kind}`), { exact: true }).click();
      await form.getByLabel(t('choices:third.form.name')).fill(name);
      await form.getByRole('button', { name: t('common:act.save') }).click();
      await expect(form).toHaveCount(0);
    }
    await inside.getByRole('button', { name: t('choices:third.actName', { act: t('enums:thirdPersonCommand.give'), name: 'Gazdă Exemplu' }) }).click();
    await form.getByRole('button', { name: t('common:act.save') }).click();
    await expect(form.getByRole('alert')).toContainText(t('choices:third.form.toldMissing'));
    await form.getByLabel(t('choices:third.form.told')).fill('numele, serviciului de probațiune');
    await expectAccessible(inside, 'answer of another person');
    await form.getByRole('button', { name: t('common:act.save') }).click();
    await expect(form).toHaveCount(0);
    await press(inside, 'handover:prepareOpen');
    await inside.getByText(t('handover:prepare.noGround'), { exact: true }).click();
    await expect(inside.getByText(t('handover:prepare.noGroundTitle'))).toBeVisible();
    await expect(inside.getByRole('button', { name: t('handover:prepare.toPreview') })).toHaveCount(0);
    await inside.getByText(t('enums:mandateKind.PRACTICE'), { exact: true }).click();
    await expect(inside.getByText(t('handover:practice.groundTitle'))).toBeVisible();
    await inside.getByText(t('enums:mandateKind.VOLUNTARY_AFTERCARE'), { exact: true }).click();
    await expect(inside.getByText(t('handover:practice.serviceName'))).toHaveCount(0);
    await press(inside, 'handover:prepare.toPreview');
    await expect(inside.getByRole('alert').getByRole('link')).toHaveCount(5);
    await expectAccessible(inside, 'prepare, with errors');
    await inside.getByLabel(t('handover:prepare.act')).fill('cerere 17/2026');
    await typeDate(inside, t('handover:prepare.actDate'), '20112026');
    await inside.getByText(demo.office, { exact: true }).click();
    await inside.getByText(t('handover:prepare.numberNow'), { exact: true }).click();
    await inside.getByRole('textbox', { name: t('handover:prepare.number') }).fill('P-1021/2026');
    await inside.getByRole('radiogroup', { name: t('handover:prepare.language') }).getByText(t('enums:language.ro'), { exact: true }).click();
    await press(inside, 'handover:prepare.toPreview');
    await expect(inside.getByText('Vreau să lucrez ca sudor și să-mi plătesc chiria').first()).toBeVisible();
    await expect(inside.getByText(t('documents:notIncluded.HEALTH_RECORDS'))).toBeVisible();
    await expect(inside.getByText('Gazdă Exemplu')).toBeVisible();
    await expect(inside.getByText(t('documents:notIncluded.OTHER_PEOPLE'))).toBeVisible();
    await expect(inside.getByText('Prieten Exemplu')).toHaveCount(0);
    await press(inside, 'handover:prepare.confirm');
    await expect(inside.getByText(t('handover:prepare.readMissing'))).toBeVisible();
    await expectAccessible(inside, 'preview');
    await inside.getByText(t('handover:prepare.read')).click();
    await press(inside, 'handover:prepare.confirm');

    // second act: not by the one who prepared it
    await expect(inside.getByText(t('handover:state.waiting'))).toBeVisible();
    await expect(inside.getByText(demo.head)).toBeVisible();
    await expect(inside.getByRole('button', { name: t('handover:state.readFirst') })).toHaveCount(0);
    await expectAccessible(inside, 'waiting for a second person');
    await press(inside, 'handover:state.lockFor');
    await unlockAs(inside, demo.head);
    await openHandover(inside);
    await press(inside, 'handover:state.readFirst');
    await inside.getByText(t('handover:prepare.read')).click();
    await inside.getByRole('button', { name: new RegExp(`^Autorizează .*${demo.office}`) }).click();

    // third act
    await expect(inside.getByText(t('handover:state.authorised'))).toBeVisible();
    await plugIn(prison.app, [stick]);
    await expect(inside.getByRole('radio', { name: /^stick/ })).toBeChecked();
    await expectAccessible(inside, 'where to write');
    await press(inside, 'handover:state.writeHere');
    await expect(inside.getByText(t('handover:state.written'), { exact: true })).toBeVisible();
    // the state is recorded before the last byte is on the medium
    await expect.poll(() => readdirSync(stick).some((name) => name.endsWith('.zip.age'))).toBe(true);
    const envelope = fileIn(stick);
    await expect(inside.getByText(envelope.slice(stick.length + 1))).toBeVisible();
    await expect(inside.getByText(/nu poate fi chemat înapoi/)).toBeVisible();
    // the slip that goes with the medium; documents.spec.ts looks at it and saves it
    await expect(inside.getByRole('button', { name: t('documents:screen.lookSlip'), exact: true })).toBeVisible();

    // the other office: a damaged copy is refused in words, the whole one read
    await outside.getByRole('link', { name: t('handover:arrivals.nav') }).click();
    const damaged = join(folder, 'damaged.zip.age');
    writeFileSync(damaged, readFileSync(envelope).subarray(0, -40));
    // dropped together with a folder, which is refused by itself
    await outside.getByRole('button', { name: t('handover:arrivals.choose') }).waitFor();
    await dropFiles(outside, [damaged, cards]);
    await expect(outside.getByRole('alert').filter({ hasText: t('handover:arrivals.failed') })).toBeVisible();
    await expect(outside.getByRole('alert').filter({ hasText: t('refusals:file.notAFile.what') })).toContainText('cards');
    await expect(outside.getByRole('button', { name: t('handover:arrivals.writeRECEIVED') })).toHaveCount(0);
    await expectAccessible(outside, 'damaged envelope');
    await plugIn(office.app, [stick]);
    await outside.getByRole('button', { name: new RegExp(`VARCO-handover-`) }).click();
    await expect(outside.getByText(t('handover:arrivals.verified'))).toBeVisible();
    await expect(outside.getByText(/la telefon/)).toBeVisible();
    await press(outside, 'handover:arrivals.showChecks');
    await expect(outside.getByText('Vreau să lucrez ca sudor și să-mi plătesc chiria').first()).toBeVisible();
    await expect(outside.locator('[data-state="passed"]')).toHaveCount(10);
    await expectAccessible(outside, 'arrival');
    const printed = join(folder, 'plan.pdf');
    await answerDialogs(office.app, printed);
    await press(outside, 'handover:arrivals.print');
    await expect(outside.getByRole('status').filter({ hasText: 'plan.pdf' })).toBeVisible();
    expect(readFileSync(printed).subarray(0, 5).toString()).toBe('%PDF-');
    await expect(outside.getByText(t('handover:arrivals.matchNew'))).toBeVisible();
    await outside.getByLabel(t('handover:arrivals.numberIn'), { exact: true }).fill('I-204/2026');
    await press(outside, 'handover:arrivals.importGo');
    await expect(outside.getByText(t('handover:arrivals.imported'))).toBeVisible();
    // imported, and the sender knows nothing yet
    await expect(outside.getByRole('region', { name: t('handover:list.open') })).toContainText('I-204/2026');
    await outside.getByLabel(t('handover:arrivals.numberOut')).fill('C-77/2026');
    // back to the stick it came on, without asking again
    await press(outside, 'handover:arrivals.writeACCEPTED');
    await expect(outside.getByText(/^Confirmare scrisă: VARCO-receipt-/)).toBeVisible();
    await expect(outside.getByRole('region', { name: t('handover:list.done') })).toContainText('C-77/2026');
    expect(readdirSync(stick).filter((name) => name.includes('receipt'))).toHaveLength(1);
    await answerDialogs(office.app, envelope);
    await press(outside, 'handover:arrivals.chooseOther');
    await expect(outside.getByText(t('handover:arrivals.repeated'))).toBeVisible();
    await expect(outside.getByRole('button', { name: t('handover:arrivals.importGo') })).toHaveCount(0);
    await press(outside, 'handover:arrivals.toPerson');
    await expect(outside.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(outside.getByRole('tab', { name: t('handover:tab') })).toHaveCount(0);

    // the answer
    await inside.getByRole('link', { name: t('handover:arrivals.navPrison') }).click();
    await expect(inside.getByRole('region', { name: t('handover:list.waiting') })).toContainText('P-1021/2026');
    await inside.getByRole('button', { name: /VARCO-receipt-/ }).click();
    await expect(inside.getByText(t('handover:receipt.ACCEPTED'))).toBeVisible();
    await expect(inside.getByRole('region', { name: t('handover:list.answeredThere') })).toContainText('P-1021/2026');
    await inside.getByRole('button', { name: new RegExp(t('handover:fact.receiptIn')) }).click();
    await inside.getByRole('textbox', { name: t('handover:fact.receiptIn') }).fill('P-1100/2026');
    await press(inside, 'common:act.save');
    await expect(inside.getByRole('region', { name: t('handover:list.answeredThere') })).toContainText('P-1100/2026');
    await expectAccessible(inside, 'receipts');
    await press(inside, 'handover:receipt.toPerson');
    await expect(inside.getByText(t('handover:state.accepted'))).toBeVisible();
    await press(inside, 'handover:showHistory');
    for (const number of ['P-1021/2026', 'I-204/2026', 'C-77/2026', 'P-1100/2026']) await expect(inside.getByText(new RegExp(number)).first()).toBeVisible();
    await expectAccessible(inside, 'accepted');

    // it goes on outside with the same goals, and what became of it comes back
    await outside.getByRole('tab', { name: t('people:plan.title') }).click();
    await expect(outside.getByText('Vreau să lucrez ca sudor și să-mi plătesc chiria').first()).toBeVisible();
    await outside.getByRole('tab', { name: t('outcomes:tab') }).click();
    await press(outside, 'outcomes:record.open');
    const dialog = outside.getByRole('dialog');
    const answers = ['checkpoint.DAY_1', 'outcomeAccommodation.CUSTODY', 'outcomeOccupation.CUSTODY', 'outcomeCompliance.NOT_SUPERVISED', 'outcomeTreatment.NOT_PLANNED', 'outcomeFamily.KEPT', 'outcomeCustody.YES'];
    for (const [at, answer] of answers.entries()) {
      await dialog.locator('.v-select').nth(at).click();
      await outside.getByRole('option', { name: t(`enums:${answer}`), exact: true }).click();
    }
    await press(outside, 'common:act.save');
    await expect(dialog).toHaveCount(0);
    await press(outside, 'outcomes:tell.go');
    await expect(outside.getByText(/VARCO-return-/).first()).toBeVisible();
    await expect.poll(() => readdirSync(stick).some((name) => name.startsWith('VARCO-return-') && name.endsWith('.zip.age'))).toBe(true);
    await inside.getByRole('link', { name: t('handover:arrivals.navPrison') }).click();
    await inside.getByRole('button', { name: /VARCO-return-/ }).click();
    await expect(inside.getByText(t('outcomes:taken.named', { count: 1 }))).toBeVisible();
    await press(inside, 'handover:receipt.toPerson');
    await expect(inside.getByRole('heading', { name: t('outcomes:card.title') })).toBeVisible();
    await expect(inside.getByText(t('enums:handoverStatus.RETURNED')).first()).toBeVisible();
    await expectAccessible(inside, 'what came back');

    // papers
    await inside.getByRole('tab', { name: t('handover:documents.title') }).click();
    await expectAccessible(inside, 'documents');
    for (const [button, name] of [['handover:documents.saveCopy', 'copie.pdf'], ['handover:documents.savePlan', 'dosar.pdf']] as const) {
      await answerDialogs(prison.app, join(folder, name));
      await press(inside, button);
      await expect(inside.getByText(new RegExp(`Salvat: ${name}`))).toBeVisible();
      expect(readFileSync(join(folder, name)).subarray(0, 5).toString()).toBe('%PDF-');
    }
  } finally {
    await Promise.all([prison.close(), office.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
});
