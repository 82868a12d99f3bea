import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { makeSlots, namesOn, pullOut, putIn, putInEmpty } from './support/sticks.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();

test('a week’s envelopes go onto one medium; full, protected and pulled-out media say so and change nothing; a faulty one is found and replaced', async () => {
  // two programs one after the other, each deriving keys and looked at by axe
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  const { app, page, close } = await launchDemo('ready', { language: 'ro', theme: 'light' }, { mounts: true });
  const told = async (key: string): Promise<void> => {
    await expect(page.getByRole('alert').filter({ hasText: t(`${key}.do`) })).toContainText(t(`${key}.safe`));
  };
  const writeAll = (count: number) => page.getByRole('button', { name: t('handover:batch.write', { count }), exact: true }).click();
  try {
    await makeSlots(app);
    await unlockAs(page, demo.educator);
    await page.getByRole('link', { name: t('home:releases.title') }).click();
    const card = page.getByRole('region', { name: t('handover:batch.title', { name: demo.office }) });
    await expect(card.getByRole('checkbox')).toHaveCount(3);

    // full: nothing written, everything as it was
    await putInEmpty(app, 'PLIN', 'size=4m,nr_inodes=1');
    await expect(card.getByRole('radio', { name: /^PLIN/ })).toBeChecked();
    await expectAccessible(page, 'a week to write');
    await writeAll(3);
    await told('errors:envelope.MEDIUM_FULL');
    await expect(card.getByText(t('handover:batch.left', { count: 3 }))).toBeVisible();
    await expect(card.getByRole('checkbox')).toHaveCount(3);
    expect(await namesOn(app, 'PLIN')).toEqual([]);
    await pullOut(app, 'PLIN');

    // write-protected: named and not offered; chosen in the dialog nevertheless, it refuses
    const locked = await putInEmpty(app, 'PROTEJAT', 'size=4m,ro');
    await expect(card.getByText(t('handover:target.protected', { names: 'PROTEJAT' }))).toBeVisible();
    await answerDialogs(app, locked);
    await writeAll(3);
    await told('errors:envelope.MEDIUM_READ_ONLY');
    await pullOut(app, 'PROTEJAT');

    // pulled out between choosing and writing
    const gone = await putInEmpty(app, 'SCOS', 'size=4m');
    await expect(card.getByRole('radio', { name: /^SCOS/ })).toBeChecked();
    await pullOut(app, 'SCOS');
    await answerDialogs(app, gone);
    await writeAll(3);
    await told('errors:envelope.MEDIUM_REMOVED');

    // one is kept back, two go onto a good one
    await putIn(app, 'STICK', stick);
    await expect(card.getByRole('radio', { name: /^STICK/ })).toBeChecked();
    await card.getByRole('checkbox', { name: /Costea/ }).click({ force: true });
    await writeAll(2);
    await expect(card.getByText(t('handover:batch.written', { count: 2 }))).toBeVisible();
    const written = readdirSync(stick).filter((name) => name.endsWith('.zip.age'));
    expect(written).toHaveLength(2);
    expect(readdirSync(stick).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await expect(card.getByRole('checkbox')).toHaveCount(1);

    // numbers in one go, and the papers
    await card.getByLabel(t('handover:batch.firstNumber')).fill('P-0041/2026');
    await expect(card.getByText('P-0041/2026, P-0042/2026')).toBeVisible();
    await card.getByRole('button', { name: t('handover:batch.numberAll', { count: 2 }) }).click();
    await expect(card.getByRole('cell', { name: /P-0042\/2026/ })).toBeVisible();
    await press(page, 'handover:batch.showPapers');
    await expectAccessible(page, 'a week written');
    for (const [save, name] of [['documents:screen.saveSlip', 'proces-verbal.pdf'], ['documents:screen.saveLetter', 'adresa.pdf']] as const) {
      await answerDialogs(app, join(folder, name));
      await press(page, save);
      await expect(page.getByText(t('handover:documents.saved', { name, count: 1 }))).toBeVisible();
    }

    // put in again: whole; then one bit is another
    await pullOut(app, 'STICK');
    const again = card.getByRole('button', { name: t('handover:medium.check', { name: 'STICK' }) });
    await expect(again).toHaveCount(0);
    await putIn(app, 'STICK', stick);
    await again.click();
    await expect(card.getByText(t('enums:mediumResult.WHOLE'))).toHaveCount(2);
    writeFileSync(join(stick, written[0] ?? ''), 'X', { flag: 'r+' });
    await again.click();
    await expect(card.getByText(t('enums:mediumResult.DIFFERS'))).toHaveCount(1);
    await card.getByRole('row').filter({ hasText: t('enums:mediumResult.DIFFERS') }).getByRole('link').click();
    await expect(page.getByText(t('handover:medium.text.DIFFERS'))).toBeVisible();
    await expectAccessible(page, 'a faulty medium');
    await press(page, 'handover:medium.writeAgain');
    await expect(page.getByText(t('handover:state.authorised'))).toBeVisible();

    // to somebody without a card: words on paper first, then the file
    await page.getByRole('link', { name: t('home:releases.title') }).click();
    await page.getByRole('link', { name: /Dinu/ }).first().click();
    await page.getByRole('tab', { name: t('handover:tab') }).click();
    const write = page.getByRole('button', { name: t('handover:state.writeHere'), exact: true });
    await expect(write).toBeDisabled();
    await press(page, 'handover:words.show');
    const words = await page.getByRole('list', { name: t('handover:words.title') }).getByRole('listitem').allTextContents();
    expect(words).toHaveLength(7);
    await expectAccessible(page, 'seven words');
    await press(page, 'handover:words.onPaper');
    for (const word of words) await expect(page.getByText(word, { exact: true })).toHaveCount(0);
    const typed = page.getByLabel(t('handover:words.typed'));
    await typed.fill(words.slice(1).join(' '));
    await write.click();
    await told('refusals:handover.passphraseDiffers');
    await typed.fill(words.join('-'));
    await write.click();
    await expect(page.getByText(t('handover:words.told'))).toBeVisible();
    const sealed = readdirSync(stick).filter((name) => name.endsWith('.zip.age') && !written.includes(name));
    expect(sealed).toHaveLength(1);
    expect(readdirSync(stick)).toContain('README.txt');

    // the other side is asked for them, and only then learns that it does not know the sender
    const office = await launchDemo('probation', { language: 'ro', theme: 'light' });
    try {
      await unlockAs(office.page, demo.officer);
      await office.page.getByRole('link', { name: t('handover:arrivals.nav') }).click();
      await answerDialogs(office.app, join(stick, sealed[0] ?? ''));
      await press(office.page, 'handover:arrivals.choose');
      await office.page.getByLabel(t('handover:words.openField')).fill(words.join(' '));
      await expectAccessible(office.page, 'asked for words');
      await press(office.page, 'handover:words.open');
      await expect(office.page.getByRole('alert').filter({ hasText: t('errors:envelope.UNKNOWN_SENDER.do') })).toBeVisible();
    } finally {
      await office.close();
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
