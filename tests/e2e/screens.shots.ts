import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, type Page } from '@playwright/test';
import { keepAppearance } from '../../electron/main/appearance.ts';
import { answerDialogs, colleagues } from './screens.ts';
import { launchApp } from './support/app.ts';
import { wordsIn } from './words.ts';

/** Pictures of every screen in two languages and two sets of colours, to be looked at before a change is called done. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
const register = fileURLToPath(new URL('../fixtures/ro-register-export-week2.csv', import.meta.url));
mkdirSync(out, { recursive: true });

for (const language of ['it', 'ro'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    const t = wordsIn(language);
    const shot = async (page: Page, name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
    };
    const profile = async (): Promise<string> => {
      const folder = mkdtempSync(join(tmpdir(), 'varco-'));
      await keepAppearance(join(folder, 'appearance.json'), { language, theme });
      return folder;
    };

    test(`first run, ${language}, ${theme}`, async () => {
      const dataDir = await profile();
      const { page, app } = await launchApp({ dataDir });
      const go = () => page.getByRole('button', { name: t('common:act.continue') }).click();
      await page.getByRole('heading', { name: t('session:language.title') }).waitFor();
      await shot(page, '01-language');
      await page.getByRole('button', { name: t('backup:begin.new') }).click();
      await go();
      await page.getByRole('alert').waitFor();
      await shot(page, '02-kind');
      await page.getByText(t('enums:workplaceKind.prison'), { exact: true }).click();
      await go();
      await page.getByLabel(t('session:service.name')).fill('Penitenciarul Timișoara');
      await shot(page, '03-service');
      await go();
      await shot(page, '04-place');
      await go();
      for (const [at, colleague] of [colleagues.ana, colleagues.mihai].entries()) {
        await page.getByRole('heading', { name: t(at === 0 ? 'session:first.title' : 'session:second.title') }).waitFor();
        await page.getByLabel(t('session:user.name'), { exact: true }).fill(colleague.name);
        await page.getByRole('button', { name: t('session:user.roleChoose') }).click();
        await page.getByRole('option', { name: t(at === 0 ? 'enums:userRole.EDUCATOR' : 'enums:userRole.COORDINATOR') }).click();
        await page.getByLabel(t('session:user.password'), { exact: true }).fill(colleague.password);
        await shot(page, at === 0 ? '05-first-person' : '06-second-person');
        await page.getByRole('button', { name: t(at === 0 ? 'common:act.continue' : 'session:making.go') }).click();
      }
      await page.getByRole('heading', { name: t('session:recovery.title') }).waitFor();
      await shot(page, '07-recovery-code');
      const group = await page.getByRole('listitem').last().textContent();
      await page.getByLabel(t('session:recovery.lastGroup')).fill(group ?? '');
      await page.getByRole('button', { name: t('session:recovery.confirm') }).click();
      await page.getByRole('heading', { name: t('home:empty.title') }).waitFor();
      await shot(page, '08-empty-day');
      await page.getByRole('link', { name: t('common:nav.people') }).click();
      await page.getByRole('heading', { name: t('people:empty.title') }).waitFor();
      await shot(page, '08-empty-list');
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    });

    test(`demonstration, ${language}, ${theme}`, async () => {
      const dataDir = await profile();
      const { page, app } = await launchApp({ dataDir, args: ['--demo=ro'] });
      await page.getByText('varco demo parola').waitFor();
      await shot(page, '10-unlock');
      await page.getByRole('radio').first().click({ force: true });
      await page.getByLabel(t('session:unlock.password'), { exact: true }).fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await shot(page, '11-wrong-password');
      await page.getByRole('button', { name: t('session:unlock.forgot') }).click();
      await shot(page, '12-recover');
      await page.getByRole('button', { name: t('common:act.back') }).click();
      await page.getByRole('radio').first().click({ force: true });
      await page.getByLabel(t('session:unlock.password'), { exact: true }).fill('varco demo parola');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: t('home:title') }).waitFor();
      await page.getByRole('link', { name: t('common:nav.people') }).click();
      await page.getByRole('grid').waitFor();
      await page.getByRole('row').nth(3).waitFor();
      await shot(page, '20-people');
      await page.getByRole('button', { name: t('people:column.nearest') }).click();
      await page.getByRole('columnheader', { name: t('people:column.nearest') }).and(page.locator('[aria-sort=ascending]')).waitFor();
      await shot(page, '21-people-by-date');
      await page.getByRole('searchbox').fill('nimeni nu e asa');
      await page.getByRole('heading', { name: t('people:none.title') }).waitFor();
      await shot(page, '22-nobody');
      await page.getByRole('searchbox').fill('TM-2025-1063');
      await page.getByRole('row').filter({ hasText: 'TM-2025-1063' }).click();
      await page.getByRole('tab', { name: t('people:person.brief') }).waitFor();
      await page.getByText(t('people:choices.title')).waitFor();
      await shot(page, '30-person');
      await page.getByRole('tab', { name: t('people:dates.title') }).click();
      await shot(page, '31-dates');
      await page.getByRole('button', { name: t('people:dates.set') }).click();
      await page.getByRole('button', { name: t('common:act.save') }).click();
      await page.getByRole('alert').waitFor();
      await shot(page, '32-set-date');
      await page.getByRole('button', { name: t('common:act.cancel') }).click();
      await page.getByRole('link', { name: t('people:person.back') }).click();
      await page.getByRole('button', { name: t('people:add.open') }).first().click();
      await page.getByRole('button', { name: t('people:add.go'), exact: true }).click();
      await page.getByRole('alert').waitFor();
      await shot(page, '33-add-person');
      await page.getByRole('button', { name: t('common:act.cancel') }).click();
      await page.getByRole('link', { name: t('common:nav.registerImport') }).click();
      await shot(page, '40-import');
      await answerDialogs(app, register);
      await page.getByRole('button', { name: t('office:import.choose.go') }).click();
      await page.getByText(t('office:import.columns.title')).waitFor();
      await shot(page, '41-import-columns');
      await page.getByRole('button', { name: t('office:import.compare') }).click();
      await page.getByRole('button', { name: t('office:import.backToColumns') }).waitFor();
      await shot(page, '42-import-differences');
      await page.getByRole('link', { name: t('common:nav.services') }).click();
      await page.getByRole('list', { name: t('office:own.fingerprint') }).waitFor();
      await shot(page, '43-services');
      await page.getByRole('button', { name: t('common:nav.about') }).click();
      await shot(page, '50-about');
      await page.getByRole('button', { name: t('common:act.close') }).click();
      await page.getByRole('button', { name: t('common:preferences.title') }).click();
      await page.getByRole('menu').waitFor();
      await shot(page, '51-language-and-theme');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+l');
      await page.getByRole('radio').nth(1).click({ force: true });
      await page.getByLabel(t('session:unlock.password'), { exact: true }).fill('varco demo parola');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: t('common:nav.audit') }).click();
      await page.getByRole('button', { name: t('office:audit.verify') }).click();
      await page.getByRole('status').waitFor();
      await shot(page, '60-audit');
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }
}
