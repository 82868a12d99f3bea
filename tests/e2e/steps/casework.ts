import { expect, type Page } from '@playwright/test';
import type { Newcomer } from './register.ts';
import { answerDialogs } from '../screens.ts';
import { goToPart, press, type Desk } from './office.ts';

/** From the register to a plan the person agrees to and a second person approves, by clicks, in the language of `t`. */

/** What the person of a story says; one for each language. */
export const said = {
  ro: { line: 'Nu știe unde va dormi în prima noapte.', goal: 'Vreau să lucrez ca sudor', step: 'Înscriere la curs', words: 'Vreau un nou început.', act: 'cerere 17/2026' },
  it: { line: 'Non sa dove dormirà la prima notte.', goal: 'Voglio lavorare come saldatore', step: 'Iscrizione al corso', words: 'Voglio ricominciare.', act: 'istanza 17/2026' },
} as const;
export type Said = (typeof said)[keyof typeof said];

export const importRegister = async (desk: Desk, file: string, count: number): Promise<void> => {
  const { app, page, t } = desk;
  await goToPart(desk, 'common:nav.registerImport');
  await answerDialogs(app, file);
  await press(desk, 'office:import.choose.go');
  await press(desk, 'office:import.compare');
  await page.getByRole('button', { name: t('office:import.accept', { count }), exact: true }).click();
  await expect(page.getByText(t('office:import.done.title'))).toBeVisible();
};

export const openPerson = async (desk: Desk, code: string): Promise<void> => {
  const { page } = desk;
  await goToPart(desk, 'common:nav.people');
  const search = page.getByRole('searchbox').first();
  await search.fill(code);
  await page.getByRole('row').filter({ hasText: code }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

export const part = ({ page, t }: Pick<Desk, 'page' | 't'>, key: string): Promise<void> => page.getByRole('tab', { name: t(key), exact: true }).click();

export const askNeeds = async (desk: Desk, { line }: Said): Promise<void> => {
  const { page, t } = desk;
  await part(desk, 'people:needs.title');
  await press(desk, 'needs:start.open');
  await press(desk, 'needs:start.go');
  const level = (domain: string, choice: string): Promise<void> => page.getByRole('radiogroup', { name: t(`enums:needDomain.${domain}`), exact: true }).getByText(t(`needs:choice.${choice}`), { exact: true }).click();
  await level('ACCOMMODATION', 'NEED_3');
  const field = page.getByRole('textbox', { name: t('needs:round.lineOf', { domain: t('enums:needDomain.ACCOMMODATION') }) });
  await field.fill(line);
  await field.press('Enter');
  await level('IDENTITY_DOCS', 'NONE');
  await level('EMPLOYMENT', 'NEED_2');
  await level('HEALTH', 'REFUSED');
  await press(desk, 'needs:round.close');
  await page.getByRole('dialog').getByRole('button', { name: t('needs:round.close') }).click();
  await expect(page.getByText(line).first()).toBeVisible();
};

export const makePlan = async (desk: Desk, { words, goal, step }: Said): Promise<void> => {
  const { page, t } = desk;
  await part(desk, 'people:plan.title');
  await press(desk, 'plan:new.first');
  await press(desk, 'plan:new.go');
  await page.getByRole('textbox', { name: t('plan:draft.statement'), exact: true }).fill(words);
  await page.getByRole('textbox', { name: t('plan:draft.newGoal') }).fill(goal);
  await press(desk, 'plan:draft.addGoal');
  await page.getByRole('textbox', { name: t('plan:goal.newStep', { number: 1 }) }).fill(step);
  await press(desk, 'plan:goal.addStep');
  await page.getByRole('button', { name: t('enums:planCommand.propose'), exact: true }).click();
  await press(desk, 'plan:answer.record');
  await page.getByText(t('enums:answer.AGREES'), { exact: true }).click();
  await page.getByText(t('enums:answerSignature.PAPER'), { exact: true }).click();
  await press(desk, 'common:act.save');
  await expect(page.getByText(t('enums:planStatus.AGREED')).first()).toBeVisible();
};

export const approvePlan = async (desk: Desk): Promise<void> => {
  const { page, t } = desk;
  await part(desk, 'people:plan.title');
  const approve = t('enums:planCommand.approve');
  await page.getByRole('button', { name: approve, exact: true }).click();
  const dialog = page.getByRole('dialog');
  // decided at the table of the team: its minutes are part of what is signed
  await dialog.getByText(t('plan:approve.MEETING'), { exact: true }).click();
  await dialog.getByRole('textbox', { name: t('plan:approve.reference') }).fill('14/2026');
  for (const profession of ['EDUCATOR', 'PSYCHOLOGIST'] as const) await dialog.getByText(t(`enums:teamProfession.${profession}`), { exact: true }).click();
  await dialog.getByRole('button', { name: approve, exact: true }).click();
  await expect(page.getByText(t('enums:planStatus.ACTIVE')).first()).toBeVisible();
};

/** "Mureșan Ștefan" as the page of the person has it. */
export const nameOf = ({ family, given }: Newcomer): string => `${family} ${given}`;

export const lock = (page: Page): Promise<void> => page.keyboard.press('Control+l');
