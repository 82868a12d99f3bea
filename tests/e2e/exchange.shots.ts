import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type ElectronApplication, type Page } from '@playwright/test';
import { answerDialogs, typeDate } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of the hand-over on both sides, in two languages and two sets of colours. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const language of ['it', 'ro'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`hand-over, ${language}, ${theme}`, async () => {
      const t = wordsIn(language);
      const folder = mkdtempSync(join(tmpdir(), 'varco-'));
      const stick = join(folder, 'stick');
      mkdirSync(stick);
      const shot = async (page: Page, name: string): Promise<void> => {
        await page.mouse.move(2, 2);
        await page.evaluate(async () => document.fonts.ready);
        await page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
      };
      const twice = async (app: ElectronApplication, page: Page, name: string): Promise<void> => {
        const zoom = (factor: number) => app.evaluate(({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by), factor);
        await zoom(2);
        await page.waitForFunction(() => window.devicePixelRatio === 2);
        await page.locator('.v-card').last().evaluate((card) => card.scrollIntoView({ block: 'start' }));
        // Playwright's own picture shows only a part of an enlarged page
        const png = await app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'));
        writeFileSync(join(out, `${name}-${language}-${theme}.png`), Buffer.from(png ?? '', 'base64'));
        await zoom(1);
      };
      const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
      const scroll = (page: Page, to: 'top' | 'bottom') => page.locator('.v-main').evaluate((main, where) => main.scrollTo({ top: where === 'top' ? 0 : main.scrollHeight }), to);
      const [prison, office] = await Promise.all([launchDemo('prison', { language, theme }), launchDemo('probation', { language, theme })]);
      const [inside, outside] = [prison.page, office.page];
      const tab = async () => {
        await inside.getByRole('searchbox').fill(demo.code);
        await inside.getByRole('row').filter({ hasText: demo.code }).click();
        await inside.getByRole('tab', { name: t('handover:tab') }).click();
      };
      try {
        await Promise.all([unlockAs(inside, demo.educator, language), unlockAs(outside, demo.officer, language)]);
        await tab();
        await inside.getByText(t('handover:none.text')).waitFor();
        await shot(inside, '70-handover-empty');
        await inside.getByRole('tab', { name: t('handover:documents.title') }).click();
        await shot(inside, '71-documents-without');
        const cards = [join(folder, 'a.json'), join(folder, 'b.json')] as const;
        const heard: string[] = [];
        for (const [at, [app, page]] of [[prison.app, inside], [office.app, outside]].entries() as Iterable<[number, [typeof prison.app, Page]]>) {
          await page.getByRole('link', { name: t('common:nav.services') }).click();
          await answerDialogs(app, cards[at] ?? '');
          await press(page, 'office:own.save');
          heard.push((await page.getByRole('list', { name: t('office:own.fingerprint') }).getByRole('listitem').allTextContents()).join(' '));
          await page.getByRole('status').filter({ hasText: '.json' }).waitFor();
        }
        for (const [at, [app, page]] of [[prison.app, inside], [office.app, outside]].entries() as Iterable<[number, [typeof prison.app, Page]]>) {
          await answerDialogs(app, cards[1 - at] ?? '');
          await press(page, 'office:contacts.read');
          await page.getByLabel(t('office:contacts.fingerprint')).fill(heard[1 - at] ?? '');
          await page.getByLabel(t('office:contacts.with')).fill('tel.');
          await press(page, 'office:contacts.trust');
          await page.getByRole('row').filter({ hasText: t('enums:trustState.TRUSTED') }).waitFor();
        }
        await shot(outside, '69-services');
        await inside.getByRole('link', { name: t('common:nav.people') }).click();
        await tab();
        await press(inside, 'handover:prepareOpen');
        await press(inside, 'handover:prepare.toPreview');
        await shot(inside, '72-prepare-errors');
        await inside.getByText(t('handover:prepare.noGround'), { exact: true }).click();
        await shot(inside, '73-no-ground');
        await inside.getByText(t('enums:mandateKind.VOLUNTARY_AFTERCARE'), { exact: true }).click();
        await inside.getByLabel(t('handover:prepare.act')).fill('cerere 17/2026');
        await typeDate(inside, t('handover:prepare.actDate'), '20112026');
        await inside.getByText(demo.office, { exact: true }).click();
        await inside.getByText(t('handover:prepare.numberLater'), { exact: true }).click();
        await inside.getByRole('radiogroup', { name: t('handover:prepare.language') }).getByText(t('enums:language.it'), { exact: true }).click();
        await shot(inside, '74-prepare');
        await press(inside, 'handover:prepare.toPreview');
        await inside.getByText(t('handover:prepare.read')).waitFor();
        await shot(inside, '75-preview');
        await scroll(inside, 'bottom');
        await shot(inside, '76-preview-end');
        await inside.getByText(t('handover:prepare.read')).click();
        await press(inside, 'handover:prepare.confirm');
        await inside.getByText(t('handover:state.waiting')).waitFor();
        await shot(inside, '77-waiting');
        await twice(prison.app, inside, '77-waiting-twice');
        await press(inside, 'handover:state.lockFor');
        await unlockAs(inside, demo.head, language);
        await tab();
        await press(inside, 'handover:state.readFirst');
        await shot(inside, '78-authorise');
        await inside.getByText(t('handover:prepare.read')).click();
        await inside.getByRole('button', { name: new RegExp(`${demo.office}$`) }).click();
        await inside.getByText(t('handover:state.authorised')).waitFor();
        await shot(inside, '79-write');
        await answerDialogs(prison.app, stick);
        await press(inside, 'handover:state.write');
        await inside.getByText(t('handover:state.written'), { exact: true }).waitFor();
        await scroll(inside, 'top');
        await shot(inside, '80-written');
        await scroll(inside, 'bottom');
        await shot(inside, '81-written-facts');
        await inside.getByRole('tab', { name: t('handover:documents.title') }).click();
        await shot(inside, '82-documents');
        await inside.getByRole('link', { name: t('handover:arrivals.navPrison') }).click();
        await shot(inside, '83-receipts');

        await outside.getByRole('link', { name: t('handover:arrivals.nav') }).click();
        await shot(outside, '84-arrivals');
        const damaged = join(folder, 'damaged.zip.age');
        writeFileSync(damaged, 'not an envelope');
        await answerDialogs(office.app, damaged);
        await press(outside, 'handover:arrivals.choose');
        await outside.getByText(t('handover:arrivals.failed')).waitFor();
        await shot(outside, '85-damaged');
        await answerDialogs(office.app, join(stick, readdirSync(stick).find((name) => name.endsWith('.zip.age')) ?? ''));
        await press(outside, 'handover:arrivals.chooseOther');
        await outside.getByText(t('handover:arrivals.verified')).waitFor();
        await shot(outside, '86-arrival');
        await twice(office.app, outside, '86-arrival-twice');
        await scroll(outside, 'bottom');
        await shot(outside, '87-arrival-end');
        await press(outside, 'handover:arrivals.reject');
        await press(outside, 'handover:arrivals.writeREJECTED');
        await outside.getByRole('dialog').getByRole('alert').waitFor();
        await shot(outside, '88-reject');
        await press(outside, 'common:act.cancel');
        await press(outside, 'handover:arrivals.importGo');
        await outside.getByText(t('handover:arrivals.imported')).waitFor();
        await scroll(outside, 'top');
        await shot(outside, '89-imported');
      } finally {
        await Promise.all([prison.close(), office.close()]);
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
}
