import { expect } from '@playwright/test';
import type { NeedDomain } from '../../../shared/domain/needs.ts';
import type { PlanLine } from '../../../shared/domain/plan-lines.ts';
import { expectAccessible } from '../screens.ts';
import { demo } from '../support/demo.ts';
import type { Said } from './casework.ts';
import { chooseByKey, inDialog, pickByKey, pressByKey, tabTo, toTab } from './keys.ts';
import type { Desk } from './office.ts';
import type { Newcomer } from './register.ts';
import type { Wish } from './road.ts';

/** A plan of three professions, refused, revised, agreed and approved, without a mouse. */

/** From the locked screen to the own first screen. */
export const unlockByKeys = async ({ page, t }: Desk, user: string): Promise<void> => {
  await page.getByText(t('session:unlock.who')).first().waitFor();
  await pickByKey(page, user);
  await tabTo(page, t('session:unlock.password'));
  await page.keyboard.type(demo.password);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: t('common:nav.people') }).first().waitFor();
};

/** Finds somebody by their number and opens their page. */
export const findByKeys = async ({ page, t }: Desk, { code, family }: Newcomer): Promise<void> => {
  await pressByKey(page, new RegExp(`^${t('common:nav.people')}( \\d+)?$`));
  await page.getByRole('grid').waitFor();
  await tabTo(page, t('common:search.people'));
  // what was sought for last may still stand there
  await page.keyboard.press('Control+a');
  await page.keyboard.type(code);
  await page.getByRole('row').filter({ hasText: code }).waitFor();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
  await tabTo(page, family);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(family) }).waitFor();
};

/** Another user comes to the plan of somebody, from the lock to the draft. */
export const comeToPlan = async (desk: Desk, user: string, person: Newcomer): Promise<void> => {
  await desk.page.keyboard.press('Control+l');
  await unlockByKeys(desk, user);
  await findByKeys(desk, person);
  await toTab(desk.page, desk.t('people:plan.title'));
};

/** The educator begins: the words of the person, and the first goal with its step. */
export const beginPlan = async (desk: Desk, { words, goal, step }: Said): Promise<void> => {
  const { page, t } = desk;
  await toTab(page, t('people:plan.title'));
  await pressByKey(page, t('plan:new.first'));
  await inDialog(page);
  await expectAccessible(page, 'a plan begun by keyboard');
  await pressByKey(page, t('plan:new.go'));
  await page.getByRole('textbox', { name: t('plan:draft.statement'), exact: true }).waitFor();
  await tabTo(page, t('plan:draft.statement'));
  await page.keyboard.type(words);
  await writeGoal(desk, { goal, step, domain: 'EMPLOYMENT' });
};

/** A goal of the own line with one step. The domain is chosen where the goal is written. */
export const writeGoal = async ({ page, t }: Desk, { goal, step, domain }: { readonly goal: string; readonly step: string; readonly domain: NeedDomain }): Promise<void> => {
  await tabTo(page, t('plan:draft.newGoal'));
  // the domain stands before the words of the goal
  await page.keyboard.press('Shift+Tab');
  await chooseByKey(page, t(`enums:needDomain.${domain}`));
  await tabTo(page, t('plan:draft.newGoal'));
  await page.keyboard.type(goal);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: new RegExp(`^${t('plan:goal.newStep', { number: '\\d' })}$`) }).last()).toBeFocused();
  await page.keyboard.type(step);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: t('plan:step.text'), exact: true }).last()).toHaveValue(step);
};

/** Writes the goal of the own profession and signs its line. */
export const writeAndSign = async (desk: Desk, wish: Wish, line: PlanLine): Promise<void> => {
  const { page, t } = desk;
  await writeGoal(desk, wish);
  await pressByKey(page, t('plan:lines.signName', { line: t(`enums:planLine.${line}`) }));
  await expect(page.getByRole('list', { name: t('plan:lines.title') }).getByRole('listitem').filter({ hasText: t(`enums:planLine.${line}`) })).toContainText(t('plan:lines.state.SIGNED'));
  await expectAccessible(page, `the line ${line} signed by keyboard`);
};

/** Proposes, and records on paper what the person says. */
export const answerByKeys = async ({ page, t }: Desk, answer: 'AGREES' | 'DISAGREES'): Promise<void> => {
  await pressByKey(page, t('enums:planCommand.propose'));
  await page.getByRole('button', { name: t('plan:answer.record'), exact: true }).waitFor();
  await pressByKey(page, t('plan:answer.record'));
  await inDialog(page);
  // each answer stands as high as the others: arrows go from one to the next
  await pickByKey(page, t(`enums:answer.${answer}`));
  await pickByKey(page, t('enums:answerSignature.PAPER'));
  await expectAccessible(page, `the answer ${answer} by keyboard`);
  await pressByKey(page, t('common:act.save'));
  await expect(page.getByText(t(`enums:planStatus.${answer === 'AGREES' ? 'AGREED' : 'NOT_AGREED'}`)).first()).toBeVisible();
};

/** The refused plan is a draft again, with one more step. */
export const reviseByKeys = async ({ page, t }: Desk, step: string): Promise<void> => {
  await pressByKey(page, t('plan:revise'));
  await page.getByRole('textbox', { name: t('plan:goal.newStep', { number: 1 }) }).waitFor();
  await tabTo(page, t('plan:goal.newStep', { number: 1 }));
  await page.keyboard.type(step);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: t('plan:step.number', { number: 2 }), exact: true })).toBeVisible();
};

/** Approved at the table of the team, by its minutes. */
export const approveByKeys = async ({ page, t }: Desk): Promise<void> => {
  const approve = t('enums:planCommand.approve');
  await pressByKey(page, approve);
  await inDialog(page);
  await pickByKey(page, t('plan:approve.MEETING'));
  await tabTo(page, t('plan:approve.reference'));
  await page.keyboard.type('14/2026');
  for (const profession of ['EDUCATOR', 'PSYCHOLOGIST'] as const) {
    await tabTo(page, t(`enums:teamProfession.${profession}`));
    await page.keyboard.press('Space');
  }
  await expectAccessible(page, 'the approval by keyboard');
  await pressByKey(page, approve);
  await expect(page.getByText(t('enums:planStatus.ACTIVE')).first()).toBeVisible();
  await expectAccessible(page, 'a plan in force, reached by keyboard');
};
