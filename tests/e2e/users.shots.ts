import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { goTo } from './support/walk.ts';
import { wordsIn } from './words.ts';

/** Pictures of users, the own account, settings, and the approval of a plan in the team meeting. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['ro', 'light'], ['it', 'light'], ['it', 'dark']] as const) {
  const t = wordsIn(language);
  const shot = async (page: Page, name: string): Promise<void> => {
    await page.mouse.move(2, 2);
    await page.evaluate(async () => document.fonts.ready);
    await page.screenshot({ path: join(out, `${name}-${language}-${theme}.png`), animations: 'disabled' });
  };

  test(`users, ${language}, ${theme}`, async () => {
    const { page, close } = await launchDemo('prison', { language, theme }, { country: language });
    await page.getByText(t('session:unlock.who')).first().waitFor();
    await shot(page, '70-unlock');
    await unlockAs(page, demoOf[language].head, language);
    await goTo(page, '/users');
    await page.getByRole('table').first().waitFor();
    await shot(page, '71-users');
    await page.getByRole('button', { name: t('users:list.add') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('users:form.name'), { exact: true }).fill('Exemplu Nou');
    await dialog.getByText(t('enums:userRole.EDUCATOR'), { exact: true }).click();
    await dialog.getByText(t('enums:caseScope.UNITS'), { exact: true }).click();
    await shot(page, '72-add');
    await dialog.getByText(t('enums:caseScope.OWN'), { exact: true }).click();
    await dialog.getByRole('button', { name: t('users:form.go'), exact: true }).click();
    await page.getByRole('list', { name: t('users:first.password') }).waitFor();
    await shot(page, '73-first-password');
    await page.getByRole('button', { name: t('users:first.done') }).click();
    await page.getByRole('button', { name: t('users:list.awayName', { name: demoOf[language].educator }) }).click();
    await shot(page, '74-away');
    await page.getByRole('button', { name: t('common:act.close') }).click();
    await page.getByRole('button', { name: t('users:list.dismissName', { name: 'Exemplu Nou' }) }).click();
    await shot(page, '75-dismiss');
    await page.getByRole('button', { name: t('users:dismiss.go'), exact: true }).click();
    await page.getByText(t('users:list.formerText')).waitFor();
    await shot(page, '76-dismissed');
    await goTo(page, '/account');
    await shot(page, '77-account');
    await goTo(page, '/settings');
    await shot(page, '78-settings');
    await close();
  });
}
