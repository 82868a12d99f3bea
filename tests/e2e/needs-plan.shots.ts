import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { keepAppearance } from '../../electron/main/appearance.ts';
import { answerDialogs } from './screens.ts';
import { launchApp } from './support/app.ts';
import { demo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

/** Pictures of the needs and the plan of the demonstration's person, also at twice the size. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const language of ['it', 'ro'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    const t = wordsIn(language);
    const shot = async (page: Page, name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
    };
    const last = (page: Page): Promise<void> => page.locator('.v-card').last().evaluate((card) => card.scrollIntoView({ block: 'end' }));

    test(`needs and plan, ${language}, ${theme}`, async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'varco-'));
      await keepAppearance(join(dataDir, 'appearance.json'), { language, theme });
      const { page, app } = await launchApp({ dataDir, args: ['--demo=ro', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding'] });
      const zoom = (factor: number): Promise<void> =>
        app.evaluate(({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by), factor);
      // Playwright's own picture shows only a part of an enlarged page
      const enlarged = async (name: string): Promise<void> => {
        await page.evaluate(async () => {
          for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
        });
        const png = await app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'));
        writeFileSync(join(out, `${name}-${language}-${theme}.png`), Buffer.from(png ?? '', 'base64'));
      };
      await page.getByText('varco demo parola').waitFor();
      await unlockAs(page, demo.educator, language);
      await page.getByRole('heading', { name: t('home:title') }).waitFor();
      await page.getByRole('searchbox').fill('TM-2025-1063');
      await page.getByRole('row').filter({ hasText: 'TM-2025-1063' }).click();
      await page.getByRole('button', { name: t('needs:openTab') }).click();
      await page.getByRole('button', { name: t('needs:start.open') }).waitFor();
      await shot(page, '60-needs');
      await page.getByRole('button', { name: t('needs:start.open') }).click();
      await shot(page, '61-round-start');
      await page.getByRole('button', { name: t('needs:start.go') }).click();
      await page.getByRole('list', { name: t('needs:round.domains') }).waitFor();
      await shot(page, '62-round-empty');
      for (const key of ['3', 'ArrowDown', '0', 'ArrowDown', '4', 'ArrowDown', '1', 'Enter']) await page.keyboard.press(key);
      await page.keyboard.type('Fără loc de muncă de trei ani.');
      await page.keyboard.press('Enter');
      await page.getByText('Fără loc de muncă de trei ani.').waitFor();
      await shot(page, '63-round');
      await page.getByRole('button', { name: t('needs:long.open'), exact: true }).click();
      for (const key of ['Tab', 'Tab', 'ArrowDown', '3', 'ArrowDown', '0', 'ArrowDown', '4']) await page.keyboard.press(key);
      await shot(page, '63-long-step');
      await last(page);
      await shot(page, '63-long-step-end');
      await page.getByRole('button', { name: t('needs:long.overview') }).click();
      await zoom(2);
      await page.getByRole('list', { name: t('needs:round.domains') }).evaluate((list) => list.scrollIntoView({ block: 'start' }));
      await enlarged('64-round-twice-the-size');
      await zoom(1);
      await page.getByRole('button', { name: t('needs:round.close') }).click();
      await shot(page, '65-round-close');
      await page.getByRole('dialog').getByRole('button', { name: t('needs:round.close') }).click();
      await page.getByRole('button', { name: t('needs:correct.open') }).first().waitFor();
      await shot(page, '65-round-closed');
      await page.getByRole('button', { name: t('needs:correct.open') }).first().click();
      await shot(page, '65-correct');
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: t('needs:diff.open') }).getByRole('button').click();
      await last(page);
      await shot(page, '65-rounds-compared');
      await page.getByRole('tab', { name: t('people:person.brief'), exact: true }).click();
      await page.getByRole('checkbox').first().press('Space');
      await page.getByRole('button', { name: t('common:mark.undo'), exact: true }).waitFor();
      await shot(page, '66-brief');
      await page.getByRole('button', { name: t('choices:openName') }).click();
      await shot(page, '66-choices');
      await page.getByRole('dialog').locator('.v-question').first().getByRole('button').first().click();
      await shot(page, '66-choice');
      await page.keyboard.press('Escape');

      await page.getByRole('tab', { name: t('people:plan.title'), exact: true }).click();
      await page.getByRole('button', { name: t('plan:new.next') }).waitFor();
      await shot(page, '70-plan');
      await last(page);
      await shot(page, '71-plan-end');
      await page.getByRole('button', { name: t('plan:new.next') }).click();
      await shot(page, '72-new-version');
      await page.getByRole('button', { name: t('plan:new.go') }).click();
      await page.getByRole('button', { name: t('plan:goal.domain') }).last().click();
      await page.getByRole('option', { name: t('enums:needDomain.EDUCATION') }).click();
      const goalName = page.getByRole('textbox', { name: t('plan:draft.newGoal') });
      await goalName.fill('Vreau să învăț o meserie');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: t('enums:planCommand.propose') }).click();
      await page.getByRole('alert').waitFor();
      await shot(page, '73-draft-refused');
      await page.getByRole('alert').getByRole('link').click();
      await shot(page, '74-draft-goal');
      await page.keyboard.type('Curs de sudor');
      await page.keyboard.press('Enter');
      await page.getByText(t('common:saved'), { exact: true }).waitFor();
      await zoom(2);
      await page.getByRole('region').filter({ hasText: t('plan:step.owner') }).last().evaluate((goal) => goal.scrollIntoView({ block: 'start' }));
      await enlarged('75-draft-twice-the-size');
      await zoom(1);
      await page.getByRole('button', { name: t('plan:versions.compare') }).click();
      await last(page);
      await shot(page, '76-comparison');
      await page.getByRole('button', { name: t('enums:planCommand.propose') }).click();
      await page.getByRole('button', { name: t('plan:answer.record') }).click();
      await shot(page, '77-answer');
      await page.keyboard.press('Escape');
      await shot(page, '78-proposed');
      await page.getByRole('button', { name: t('plan:reading.open') }).click();
      await shot(page, '79-reading-words');
      await page.keyboard.press('ArrowRight');
      await shot(page, '79-reading-goal');
      await page.keyboard.press('End');
      await shot(page, '79-reading-answer');
      await page.keyboard.press('Escape');
      const register = join(dataDir, 'registru.csv');
      writeFileSync(register, ['Nr. matricol;Nume;Prenume;Data nașterii', 'X-1;Mureșan;Ștefan;31.02.1990', 'X-2;=A1&B1;Ana;12.03.1985', 'X-3;Pop;Ion;12.03.1985'].join('\r\n'));
      await answerDialogs(app, register);
      await page.getByRole('link', { name: t('common:nav.registerImport') }).click();
      await page.getByRole('button', { name: t('office:import.choose.go') }).click();
      await page.getByRole('button', { name: t('registers:repair.open') }).first().waitFor();
      await last(page);
      await shot(page, '80-rows-refused');
      await page.getByRole('button', { name: t('registers:repair.open') }).nth(1).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
      await shot(page, '81-row-formula');
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }
}
