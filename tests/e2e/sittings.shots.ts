import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { answerDialogs, todayAt } from './screens.ts';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of sittings and of the requests of a person. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });
const register = new URL('../fixtures/', import.meta.url).pathname;

for (const [language, theme] of [['ro', 'light'], ['it', 'dark']] as const) {
  test(`sittings, ${language}, ${theme}`, async () => {
    test.slow();
    const t = wordsIn(language);
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    const { app, page, close } = await launchDemo('prison', { language, theme }, { country: language });
    const shot = (name: string) => page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
    await unlockAs(page, demoOf[language].educator, language);
    const today = await todayAt(page);
    const exported = readFileSync(join(register, language === 'ro' ? 'ro-register-export.csv' : 'it-register-export.csv'), 'latin1');
    const codes = language === 'ro' ? [...exported.matchAll(/TM-\d{4}-\d{4}/g)].map(([code]) => code) : [...exported.matchAll(/^(\d{5})[;,]/gm)].map(([, code]) => code);
    const list = join(folder, 'lista.csv');
    const day = today.split('-').toReversed().join('.');
    writeFileSync(list, ['Nr. matricol;Data udienza;Proposta;Termen', ...codes.slice(1, 7).map((code, at) => `${code};${day};${at % 3 === 1 ? 'amânare' : 'admitere'};`), 'X-1;31.02.2027;admitere;'].join('\r\n'));
    await page.getByRole('link', { name: t('sittings:title'), exact: true }).click();
    await page.getByRole('button', { name: t('sittings:list.open') }).waitFor();
    await shot('50-sittings');
    await page.getByRole('button', { name: t('sittings:list.open') }).click();
    await answerDialogs(app, list);
    await page.getByRole('button', { name: t('sittings:list.choose') }).click();
    await page.getByRole('dialog').getByRole('table').first().waitFor();
    await shot('51-sitting-list');
    await page.getByRole('dialog').locator('.v-button[data-variant="go"]').click();
    await page.getByRole('table', { name: t('sittings:day.title') }).waitFor();
    await page.getByLabel(t('sittings:day.source'), { exact: true }).fill('PV 12/2026');
    await page.getByRole('table', { name: t('sittings:day.title') }).getByRole('checkbox').first().click({ force: true });
    await shot('52-sitting-day');
    await page.locator('form .v-button[data-variant="go"]').click();
    await page.getByText(t('sittings:day.looked')).waitFor();
    await shot('53-sitting-day-follows');
    await page.getByRole('table', { name: t('sittings:day.title') }).getByRole('link').first().click();
    await page.getByRole('tab', { name: t('requests:tab') }).click();
    await page.getByRole('button', { name: t('requests:new') }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: t('requests:field.text') }).fill(language === 'ro' ? 'Doresc să lucrez la bucătărie.' : 'Chiedo di lavorare in cucina.');
    await shot('54-request-new');
    await page.getByRole('dialog').getByRole('button', { name: t('common:act.save') }).click();
    await page.locator('.v-note').first().waitFor();
    await shot('55-requests-of-a-person');
    await page.getByRole('navigation').getByRole('link', { name: t('requests:title'), exact: true }).click();
    await page.getByRole('table').waitFor();
    await shot('56-requests');
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
}
