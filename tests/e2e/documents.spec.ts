import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { canonicalHash } from '../../electron/core/canonical.ts';
import { richCaseFile } from '../../electron/core/documents/testing/case-file.ts';
import { cardFile } from '../../electron/core/envelope/card.ts';
import { cardFingerprint } from '../../electron/core/envelope/fingerprint.ts';
import { newId } from '../../electron/core/services/work.ts';
import { ServiceCard } from '../../shared/domain/card.ts';
import type { CaseFile } from '../../shared/domain/casefile.ts';
import { planFromCase } from '../../shared/domain/import-rules.ts';
import { frozenPart } from '../../shared/domain/plan-rules.ts';
import { otherOffice, type OtherOffice } from '../offices/other-office.ts';
import { answerDialogs, expectAccessible, filesWith } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { brokenPdf, hugePdf, lockedPdf, scriptedPdf } from './support/hostile-pdfs.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const look = { language: 'ro', theme: 'light' } as const;
const press = (page: Page | Locator, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();

/** Waits until the first page is drawn and says how many of its points are not white. */
const inkOf = async (page: Page): Promise<number> => {
  const first = page.locator('[data-page="1"][data-drawn]');
  // made, sent, parsed and drawn: on a busy machine that takes a while the first time
  await first.waitFor({ timeout: 60_000 });
  return first.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 600) ink += 1;
    return ink;
  });
};

const textOf = (page: Page): Promise<string> => page.locator('.v-pdf-text').first().innerText();

/** Answers the printing dialog: keeps what a printer would have got as a PDF, or says why there is nothing. */
const answerPrinting = async (app: ElectronApplication, answer: 'print' | 'cancel'): Promise<void> =>
  app.evaluate(({ BrowserWindow }, what) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    const { webContents } = window;
    webContents.print = (_options, done) => {
      const print = async (): Promise<void> => {
        const pdf = await webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, margins: { top: 0, bottom: 0, left: 0, right: 0 } });
        Reflect.set(globalThis, 'sheets', pdf.toString('base64'));
        done?.(true, '');
      };
      if (what === 'cancel') done?.(false, 'Print job canceled');
      else void print();
    };
  }, answer);

test('a document is looked at, turned into another language, printed and saved without leaving the program', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page, dataDir, close } = await launchDemo('prison', look);
  try {
    await unlockAs(page, demo.educator);
    await page.getByRole('searchbox').fill(demo.code);
    await page.getByRole('row').filter({ hasText: demo.code }).click();
    await page.getByRole('tab', { name: t('handover:documents.title') }).click();
    await expect(page.getByText(t('documents:screen.issuedNone'))).toBeVisible();
    await expect(page.getByText(t('documents:screen.slipNone'))).toBeVisible();

    // the preview: a picture, and its text over it
    await press(page, 'documents:screen.lookCopy');
    const dialog = page.getByRole('dialog');
    expect(await inkOf(page)).toBeGreaterThan(2000);
    expect(await textOf(page)).toContain('Planul meu');
    await expectAccessible(page, 'preview');

    // keys alone
    const pages = dialog.getByRole('region', { name: /Copia persoanei/ });
    await expect(pages).toBeFocused();
    const width = () => page.locator('[data-page="1"]').evaluate((element) => element.getBoundingClientRect().width);
    const before = await width();
    await page.keyboard.press('-');
    await expect.poll(width).toBeLessThan(before);
    await page.keyboard.press('0');
    await expect.poll(width).toBe(before);
    await page.keyboard.press('PageDown');
    await expect(dialog.getByRole('status').filter({ hasText: /^Pagina 2 din/ })).toBeVisible();
    await page.keyboard.press('Home');
    await expect(dialog.getByRole('status').filter({ hasText: /^Pagina 1 din/ })).toBeVisible();

    // another language is another document
    await dialog.getByRole('button', { name: new RegExp(t('handover:documents.language')) }).click();
    await page.getByRole('option', { name: t('enums:language.it') }).click();
    await expect(dialog.getByRole('region', { name: t('enums:language.it') })).toBeVisible({ timeout: 60_000 });
    await inkOf(page);
    expect(await textOf(page)).toContain('Il mio piano');
    const count = await page.locator('[data-page]').count();

    // printed: exactly these pages, and nothing of the screen
    await answerPrinting(app, 'print');
    await dialog.getByRole('region', { name: /Copia persoanei/ }).focus();
    await page.keyboard.press('Control+p');
    await expect(dialog.getByText(t('documents:screen.result.DONE'))).toBeVisible();
    const sheets = join(folder, 'sheets.pdf');
    writeFileSync(sheets, Buffer.from(await app.evaluate(() => String(Reflect.get(globalThis, 'sheets'))), 'base64'));
    const info = execFileSync('pdfinfo', [sheets], { encoding: 'utf8' });
    expect(info).toMatch(new RegExp(`Pages:\\s+${count}\\n`));
    expect(info).toMatch(/Page size:\s+59[45][\d.]* x 84[12][\d.]* pts \(A4\)/);
    expect(execFileSync('pdftotext', [sheets, '-'], { encoding: 'utf8' }).trim()).toBe('');
    expect(execFileSync('pdfimages', ['-list', sheets], { encoding: 'utf8' }).split('\n').filter((row) => /image/.test(row)).length).toBeGreaterThanOrEqual(count);
    expect(await page.locator('.v-sheets').count()).toBe(0);

    const saved = join(folder, 'copie.pdf');
    await answerDialogs(app, saved);
    await press(dialog, 'handover:documents.save');
    await expect(dialog.getByText(/^Salvat: copie\.pdf/)).toBeVisible();
    expect(readFileSync(saved).subarray(0, 5).toString()).toBe('%PDF-');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    // what left stands there: newest first, by whom, no name of a file
    const rows = page.getByRole('row').filter({ hasText: t('enums:documentKind.person-copy') });
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText(t('enums:issueAct.SAVED'));
    await expect(rows.nth(1)).toContainText(t('enums:issueAct.PRINTED'));
    await expect(rows.nth(1)).toContainText(demo.educator);
    await expect(page.getByText('copie.pdf')).toHaveCount(0);

    // locking in the middle of reading leaves nothing on the screen, and nothing on the disk
    await press(page, 'documents:screen.lookCopy');
    await inkOf(page);
    await page.keyboard.press('Control+l');
    await page.getByLabel(t('session:unlock.password'), { exact: true }).or(page.getByText(demo.educator, { exact: true })).first().waitFor();
    expect(await page.locator('canvas').count()).toBe(0);
    expect(filesWith(dataDir, '%PDF-')).toEqual([]);
    expect(filesWith(dataDir, 'Planul meu')).toEqual([]);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A case as another office would seal it, with its plan. */
const caseFrom = (sender: OtherOffice, to: ServiceCard, familyName: string): CaseFile => {
  const draft: CaseFile = { ...richCaseFile, sender: { serviceId: sender.card.serviceId, name: sender.card.name }, recipient: { serviceId: to.serviceId, name: to.name }, person: { ...richCaseFile.person, id: newId(), familyName } };
  return { ...draft, plan: { ...draft.plan, contentHash: canonicalHash(frozenPart(planFromCase(draft))) } };
};

test('a plan that came from outside is shown without being believed: nothing in it runs, and what cannot be shown says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page, close } = await launchDemo('probation', look);
  try {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (opened) => asked.push(`dialog ${opened.message()}`));
    const stranger = await otherOffice('prison', 'Penitenciarul Ostil');
    const [ours, theirs] = [join(folder, 'ours.varco-card.json'), join(folder, 'theirs.varco-card.json')];
    writeFileSync(theirs, cardFile(stranger.card));
    await unlockAs(page, demo.officer);
    await page.getByRole('link', { name: t('common:nav.services') }).click();
    await answerDialogs(app, ours);
    await press(page, 'office:own.save');
    await expect(page.getByRole('status').filter({ hasText: 'varco-card.json' })).toBeVisible();
    const own = ServiceCard.parse(JSON.parse(readFileSync(ours, 'utf8')));
    await answerDialogs(app, theirs);
    await press(page, 'office:contacts.read');
    await page.getByLabel(t('office:contacts.fingerprint')).fill(cardFingerprint(stranger.card).groups.join(' '));
    await page.getByLabel(t('office:contacts.with')).fill('la telefon');
    await press(page, 'office:contacts.trust');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.getByRole('link', { name: t('handover:arrivals.nav') }).click();
    let sequence = 0;
    const openPlan = async (plan: Buffer): Promise<Locator> => {
      sequence += 1;
      const button = sequence === 1 ? 'handover:arrivals.choose' : 'handover:arrivals.chooseOther';
      const name = `Încercarea-${sequence}`;
      await answerDialogs(app, await stranger.send(own, { folder, kind: 'handover', caseFile: caseFrom(stranger, own, name), plan, sequence }));
      await press(page, button);
      // until the new envelope is read, the one before it stands there
      await expect(page.getByText(name).first()).toBeVisible();
      await press(page, 'documents:screen.lookPlan');
      return page.getByRole('dialog');
    };
    const closed = async (dialog: Locator): Promise<void> => {
      await press(dialog, 'common:act.close');
      await expect(dialog).toHaveCount(0);
    };

    const scripted = await openPlan(scriptedPdf());
    expect(await inkOf(page)).toBeGreaterThan(100);
    expect(await textOf(page)).toContain('Plan cu scripturi');
    await page.locator('[data-page="1"]').click();
    await answerPrinting(app, 'cancel');
    await press(scripted, 'documents:screen.print');
    await expect(scripted.getByText(t('documents:screen.result.CANCELLED'))).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'hostile'))).toBeUndefined();
    await closed(scripted);

    for (const [plan, why] of [[hugePdf(), 'damaged'], [brokenPdf(), 'damaged'], [lockedPdf(folder), 'password']] as const) {
      const dialog = await openPlan(plan);
      await expect(dialog.getByRole('alert')).toContainText(t(`documents:screen.why.${why}`));
      await expect(dialog.getByRole('button', { name: t('documents:screen.print') })).toBeDisabled();
      await expect(dialog.locator('canvas')).toHaveCount(0);
      await closed(dialog);
    }
    expect(asked.filter((url) => !/^(app|blob|data):/.test(url))).toEqual([]);
    expect(app.windows()).toHaveLength(1);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
