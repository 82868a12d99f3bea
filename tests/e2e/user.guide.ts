import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { answerDialogs } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { draw } from './support/drawing.ts';
import { dropFiles, plugIn } from './support/media.ts';
import { STILL, STILL_DAY, stillEnvelopes, stillPage } from './support/still.ts';
import { envelopesIn, newEnvelope, openHandover } from './support/two-offices.ts';
import { arrived } from './support/walk.ts';
import { wordsIn } from './words.ts';

/**
 * Draws the pictures of docs/user: one case walks from a prison to a probation office and back, in two programs. The words on the
 * screens are English, what people wrote is that of the demonstration.
 */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/guide';
mkdirSync(out, { recursive: true });

const t = wordsIn('en');
const look = { language: 'en', theme: 'light' } as const;
const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).first().click();

/** Draws what is seen now, with this at the top of the screen where it is named. */
const picture = async (page: Page, name: string, top?: ReturnType<Page['locator']>): Promise<void> => {
  await arrived(page);
  await top?.evaluate((element) => {
    (element as HTMLElement).style.scrollMarginTop = '16px';
    element.scrollIntoView({ block: 'start' });
  });
  await draw(page, join(out, `${name}.svg`));
};
const heading = (page: Page, key: string) => page.getByRole('heading', { name: t(key), exact: true }).first();

/** The own card goes into a file, and its fingerprint is read off the screen. */
const giveCard = async (app: ElectronApplication, page: Page, file: string): Promise<string> => {
  await page.getByRole('link', { name: t('common:nav.services') }).click();
  const groups = page.getByRole('list', { name: t('office:own.fingerprint') }).getByRole('listitem');
  await expect(groups).toHaveCount(8);
  await answerDialogs(app, file);
  await press(page, 'office:own.save');
  await page.getByRole('status').filter({ hasText: 'varco-card.json' }).waitFor();
  return (await groups.allTextContents()).join(' ');
};

const takeCard = async (app: ElectronApplication, page: Page, file: string, heard: string): Promise<void> => {
  await answerDialogs(app, file);
  await press(page, 'office:contacts.read');
  await page.getByLabel(t('office:contacts.fingerprint')).fill(heard);
  await page.getByLabel(t('office:contacts.with')).fill('by phone');
};

/** The second person authorises at their own unlock; afterwards the educator is back. */
const authorise = async (page: Page, drawn: boolean): Promise<void> => {
  await page.getByText(t('handover:prepare.read')).click();
  await press(page, 'handover:prepare.confirm');
  await heading(page, 'handover:state.waiting').or(page.getByText(t('handover:state.waiting'))).first().waitFor();
  if (drawn) await picture(page, 'second-person-waits');
  await press(page, 'handover:state.lockFor');
  await unlockAs(page, demo.head, 'en');
  await openHandover(page, demo.code, 'en');
  await press(page, 'handover:state.readFirst');
  if (drawn) await picture(page, 'second-person-reads');
  await page.getByText(t('handover:prepare.read')).click();
  await page.getByRole('button', { name: new RegExp(`^Authorise .*${demo.office}`) }).click();
  await page.getByText(t('handover:state.authorised')).waitFor();
  await page.keyboard.press('Control+l');
  await unlockAs(page, demo.educator, 'en');
  await openHandover(page, demo.code, 'en');
};

const write = async (page: Page, stick: string, kind: 'handover' | 'supplement'): Promise<string> => {
  const before = envelopesIn(stick, kind);
  await expect(page.getByRole('radio', { name: /^STICK/ }).first()).toBeChecked();
  await press(page, 'handover:state.writeHere');
  await page.getByText(t('handover:state.written'), { exact: true }).first().waitFor();
  await page.getByRole('button', { name: t('handover:medium.check', { name: 'STICK' }) }).first().waitFor();
  const name = await newEnvelope(stick, kind, before);
  stillEnvelopes(stick);
  return name;
};

/** The button for a file on the stick, once the screen knows it is of the day. */
const found = async (page: Page, kind: 'handover' | 'receipt', name: string): Promise<ReturnType<Page['locator']>> => {
  await page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: STILL_DAY }).first().waitFor();
  return page.getByRole('button', { name: `${t(`handover:found.open.${kind}`)} ${name}` });
};

const openEnvelope = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: t('handover:arrivals.nav') }).click();
  await (await found(page, 'handover', name)).click();
  await page.getByText(t('handover:arrivals.answer'), { exact: true }).waitFor();
};

const importAndAnswer = async (page: Page, stick: string): Promise<string> => {
  const before = envelopesIn(stick, 'receipt');
  await press(page, 'handover:arrivals.importGo');
  await page.getByText(t('handover:arrivals.imported')).first().waitFor();
  await press(page, 'handover:arrivals.writeACCEPTED');
  await page.getByText(new RegExp(`^${t('handover:arrivals.receiptWritten', { name: 'VARCO-receipt' })}`)).waitFor();
  const name = await newEnvelope(stick, 'receipt', before);
  stillEnvelopes(stick);
  return name;
};

const takeReceipt = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: t('handover:arrivals.navPrison') }).click();
  await (await found(page, 'receipt', name)).click();
  await page.getByText(t('handover:receipt.ACCEPTED')).waitFor();
};

test('pictures of both offices', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const [stick, elsewhere] = ['STICK', 'elsewhere'].map((name) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  }) as [string, string];
  const [prison, office] = await Promise.all([launchDemo('prison', look, { still: STILL }), launchDemo('probation', look, { still: STILL })]);
  const [inside, outside] = [prison.page, office.page];
  const bothSee = () => Promise.all([prison, office].map(({ app }) => plugIn(app, [stick])));
  try {
    await Promise.all([stillPage(inside), stillPage(outside)]);
    await Promise.all([unlockAs(inside, demo.educator, 'en'), unlockAs(outside, demo.officer, 'en')]);

    // cards, once
    const [ourCard, theirCard] = [join(folder, 'prison.varco-card.json'), join(folder, 'office.varco-card.json')];
    const [ours, theirs] = await Promise.all([giveCard(prison.app, inside, ourCard), giveCard(office.app, outside, theirCard)]);
    await picture(inside, 'own-card');
    await takeCard(prison.app, inside, theirCard, theirs);
    await picture(inside, 'compare-fingerprint');
    await takeCard(office.app, outside, ourCard, ours);
    await Promise.all([inside, outside].map(async (page) => {
      await press(page, 'office:contacts.trust');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }));

    // preparing
    await openHandover(inside, demo.code, 'en');
    await press(inside, 'handover:prepareOpen');
    await inside.getByText(t('enums:mandateKind.SUPERVISION'), { exact: true }).click();
    await picture(inside, 'ground');
    await inside.getByLabel(t('handover:prepare.act')).fill('sentința 17/2026');
    await inside.getByRole('group', { name: t('handover:prepare.actDate') }).getByRole('spinbutton').first().click();
    await inside.keyboard.type('20112026');
    await inside.getByText(demo.office, { exact: true }).click();
    await inside.getByText(t('handover:prepare.numberNow'), { exact: true }).click();
    await inside.getByRole('textbox', { name: t('handover:prepare.number') }).fill('P-1021/2026');
    await inside.getByRole('radiogroup', { name: t('handover:prepare.language') }).getByText(t('enums:language.ro'), { exact: true }).click();
    await picture(inside, 'five-questions', inside.getByRole('region', { name: t('handover:questions.title') }));
    await press(inside, 'handover:prepare.toPreview');
    await inside.getByText(t('handover:prepare.read')).waitFor();
    await picture(inside, 'preview', inside.getByRole('heading', { name: t('handover:prepare.previewTitle', { name: demo.office }) }));
    await picture(inside, 'not-included', inside.getByText(t('handover:prepare.read')));

    // second person, then three acts on one screen
    await authorise(inside, true);
    await bothSee();
    await expect(inside.getByRole('radio', { name: /^STICK/ })).toBeChecked();
    await picture(inside, 'write');
    const first = await write(inside, stick, 'handover');
    await picture(inside, 'written');
    await press(inside, 'handover:life.dispatch');
    const dialog = inside.getByRole('dialog');
    await dialog.getByText(t('enums:carrier.DELEGATE'), { exact: true }).click();
    await dialog.getByLabel(t('handover:life.label'), { exact: true }).fill('USB 7, seal 112');
    await dialog.getByLabel(t('handover:life.carrierName'), { exact: true }).fill('Radu Exemplu');
    await picture(inside, 'custody');
    await press(inside, 'common:act.save');
    await dialog.waitFor({ state: 'detached' });

    // arrival
    await outside.getByRole('link', { name: t('handover:arrivals.nav') }).click();
    await found(outside, 'handover', first);
    await picture(outside, 'stick-found');
    await openEnvelope(outside, first);
    await outside.getByText(t('handover:arrivals.verified')).waitFor();
    await picture(outside, 'arrival');
    await press(outside, 'handover:arrivals.showChecks');
    await picture(outside, 'checks', outside.getByRole('button', { name: t('handover:arrivals.hideChecks') }));
    await press(outside, 'handover:arrivals.hideChecks');
    await outside.getByLabel(t('handover:arrivals.numberIn'), { exact: true }).fill('I-204/2026');
    await picture(outside, 'import', outside.getByRole('region', { name: t('handover:arrivals.answer') }));
    const answer = await importAndAnswer(outside, stick);
    await picture(outside, 'receipt-written', outside.getByRole('region', { name: t('handover:arrivals.answer') }));

    // the answer
    await takeReceipt(inside, answer);
    await picture(inside, 'receipt');
    await press(inside, 'handover:receipt.toPerson');
    await inside.getByText(t('handover:state.accepted')).waitFor();
    await picture(inside, 'after-acceptance');

    // what was wrong is put right
    await inside.getByRole('tab', { name: t('people:details.title') }).click();
    await inside.getByRole('button', { name: t('people:details.edit', { what: t('people:details.language') }) }).click();
    await inside.getByRole('button', { name: new RegExp(t('people:details.readingSupport')) }).click();
    await inside.getByRole('option', { name: t('enums:readingSupport.LARGE_PRINT') }).click();
    await press(inside, 'common:act.save');
    await inside.getByRole('dialog').waitFor({ state: 'detached' });
    await inside.getByRole('tab', { name: t('handover:tab') }).click();
    await press(inside, 'handover:life.correct');
    await press(inside, 'handover:prepare.toPreview');
    await authorise(inside, false);
    const second = await write(inside, stick, 'handover');
    await picture(inside, 'replaced', inside.locator('.v-card').filter({ hasText: t('enums:handoverStatus.SUPERSEDED') }).first());
    await openEnvelope(outside, second);
    await outside.getByText(t('arrivals:supersedes.title')).waitFor();
    await picture(outside, 'replaces', outside.getByText(t('arrivals:supersedes.title')));
    await picture(outside, 'whose-case', outside.getByRole('region', { name: t('handover:arrivals.import') }));
    await takeReceipt(inside, await importAndAnswer(outside, stick));

    // the last day
    await press(inside, 'handover:receipt.toPerson');
    await inside.getByRole('tab', { name: t('people:details.title') }).click();
    await inside.getByRole('button', { name: t('people:details.edit', { what: t('people:details.language') }) }).click();
    await inside.getByRole('button', { name: new RegExp(t('people:details.readingSupport')) }).click();
    await inside.getByRole('option', { name: t('enums:readingSupport.READ_ALOUD') }).click();
    await press(inside, 'common:act.save');
    await inside.getByRole('dialog').waitFor({ state: 'detached' });
    await inside.getByRole('tab', { name: t('handover:tab') }).click();
    await press(inside, 'handover:life.supplement');
    await inside.getByText(t('handover:life.partsTitle')).waitFor();
    await picture(inside, 'last-day-changes', inside.getByText(t('handover:life.partsTitle')));
    await authorise(inside, false);
    const supplement = await write(inside, stick, 'supplement');

    // how it goes on outside
    await openEnvelope(outside, supplement);
    await importAndAnswer(outside, stick);
    await press(outside, 'handover:arrivals.toPerson');
    await outside.getByRole('tab', { name: t('outcomes:tab') }).click();
    await outside.getByRole('button', { name: t('outcomes:record.open'), exact: true }).waitFor();
    await picture(outside, 'follow-up');
    await press(outside, 'outcomes:record.open');
    const answers = ['checkpoint.DAY_1', 'outcomeAccommodation.CUSTODY', 'outcomeOccupation.CUSTODY', 'outcomeCompliance.NOT_SUPERVISED', 'outcomeTreatment.NOT_PLANNED', 'outcomeFamily.KEPT', 'outcomeCustody.YES'];
    for (const [at, chosen] of answers.entries()) {
      await outside.getByRole('dialog').locator('.v-select').nth(at).click();
      await outside.getByRole('option', { name: t(`enums:${chosen}`), exact: true }).click();
    }
    await picture(outside, 'checkpoint');
    await press(outside, 'common:act.save');
    await outside.getByRole('dialog').waitFor({ state: 'detached' });
    await press(outside, 'outcomes:tell.go');
    await outside.getByText(/VARCO-return-/).first().waitFor();
    await picture(outside, 'return-written');
    await expect.poll(() => readdirSync(stick).some((name) => name.startsWith('VARCO-return-') && name.endsWith('.zip.age'))).toBe(true);
    stillEnvelopes(stick);
    await inside.getByRole('link', { name: t('handover:arrivals.navPrison') }).click();
    await inside.getByRole('button', { name: /VARCO-return-/ }).click();
    await inside.getByText(t('outcomes:taken.named', { count: 1 })).waitFor();
    await press(inside, 'handover:receipt.toPerson');
    await inside.getByRole('heading', { name: t('outcomes:card.title') }).waitFor();
    await picture(inside, 'what-became', inside.getByRole('region', { name: t('outcomes:card.title') }));

    // something was wrong altogether
    await press(inside, 'handover:life.revoke');
    await inside.getByRole('dialog').getByText(t('enums:revocationReason.WRONG_CONTENT'), { exact: true }).click();
    await picture(inside, 'revoke');
    await press(inside, 'common:act.save');
    await press(inside, 'handover:revoked.write');
    const notice = await newEnvelope(stick, 'revocation', []);
    stillEnvelopes(stick);
    await openEnvelope(outside, notice);
    const asked = outside.getByText(t('arrivals:notice.title', { name: demo.prison }));
    await asked.waitFor();
    await picture(outside, 'notice', asked);

    // a stick that does not arrive, and turns up too late
    await press(inside, 'handover:prepareOpen');
    await inside.getByText(t('enums:mandateKind.SUPERVISION'), { exact: true }).click();
    await inside.getByLabel(t('handover:prepare.act')).fill('sentința 17/2026');
    await inside.getByRole('group', { name: t('handover:prepare.actDate') }).getByRole('spinbutton').first().click();
    await inside.keyboard.type('20112026');
    await inside.getByText(demo.office, { exact: true }).click();
    await inside.getByText(t('handover:prepare.numberLater'), { exact: true }).click();
    await inside.getByRole('radiogroup', { name: t('handover:prepare.language') }).getByText(t('enums:language.ro'), { exact: true }).click();
    await press(inside, 'handover:prepare.toPreview');
    await authorise(inside, false);
    const lost = await write(inside, stick, 'handover');
    renameSync(join(stick, lost), join(elsewhere, lost));
    await press(inside, 'breaches:lost.open');
    await picture(inside, 'lost');
    await inside.getByRole('dialog').getByRole('button', { name: t('common:act.save'), exact: true }).click();
    await inside.getByText(t('breaches:lost.state'), { exact: true }).last().waitFor();
    await press(inside, 'handover:state.again');
    await press(inside, 'handover:prepare.toPreview');
    await authorise(inside, false);
    await openEnvelope(outside, await write(inside, stick, 'handover'));
    await importAndAnswer(outside, stick);
    await dropFiles(outside, [join(elsewhere, lost)]);
    await outside.getByText(t('errors:envelope.OLDER_THAN_KNOWN.do')).waitFor();
    await picture(outside, 'refused');
  } finally {
    await Promise.all([prison.close(), office.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
});
