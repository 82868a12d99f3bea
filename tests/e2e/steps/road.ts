import { expect } from '@playwright/test';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { NeedDomain } from '../../../shared/domain/needs.ts';
import type { PlanLine } from '../../../shared/domain/plan-lines.ts';
import { typeDate } from '../screens.ts';
import type { Newcomer } from './register.ts';
import { part } from './casework.ts';
import { goToPart, press, type Desk } from './office.ts';

/** The road to release by clicks: a plan of several professions, commission and court, the list, the first days. */

/** A day as it is typed into a field of day, month and year. */
export const digits = (date: CivilDate): string => date.split('-').toReversed().join('');

export interface Wish {
  readonly goal: string;
  readonly step: string;
  readonly domain: NeedDomain;
}

/** What the person wishes with each profession, and the step that is missing when they refuse; one for each language. */
export const wishes = {
  ro: {
    psychological: { goal: 'Vreau să mă pot opri la timp', step: 'Grup de gestionare a furiei', domain: 'ATTITUDES' },
    social: { goal: 'Vreau acte valabile', step: 'Programare la SPCLEP', domain: 'IDENTITY_DOCS' },
    second: 'Vizită la angajator',
  },
  it: {
    psychological: { goal: 'Voglio sapermi fermare in tempo', step: 'Gruppo sulla gestione della rabbia', domain: 'ATTITUDES' },
    social: { goal: 'Voglio documenti validi', step: 'Appuntamento all’anagrafe', domain: 'IDENTITY_DOCS' },
    second: 'Visita dal datore di lavoro',
  },
} as const satisfies Record<string, { readonly psychological: Wish; readonly social: Wish; readonly second: string }>;

/** Writes a goal with one step into the own line of the plan, and signs it where another one proposes. */
export const writeLine = async ({ page, t }: Desk, { goal, step, domain }: Wish, sign?: PlanLine): Promise<void> => {
  const newGoal = page.getByRole('textbox', { name: t('plan:draft.newGoal') });
  await newGoal.fill(goal);
  await page.getByRole('button', { name: new RegExp(t('plan:goal.domain')) }).last().click();
  await page.getByRole('option', { name: t(`enums:needDomain.${domain}`), exact: true }).click();
  await press({ page, t }, 'plan:draft.addGoal');
  await page.getByRole('textbox', { name: new RegExp(`^${t('plan:goal.newStep', { number: '\\d' })}$`) }).last().fill(step);
  await page.getByRole('button', { name: t('plan:goal.addStep'), exact: true }).last().click();
  if (sign === undefined) return;
  await page.getByRole('button', { name: t('plan:lines.signName', { line: t(`enums:planLine.${sign}`) }) }).click();
  await expect(page.getByRole('list', { name: t('plan:lines.title') }).getByRole('listitem').filter({ hasText: t(`enums:planLine.${sign}`) })).toContainText(t('plan:lines.state.SIGNED'));
};

/** Proposes the draft and records what the person says to it, on paper. */
export const proposeAndAnswer = async (desk: Desk, answer: 'AGREES' | 'DISAGREES'): Promise<void> => {
  const { page, t } = desk;
  await page.getByRole('button', { name: t('enums:planCommand.propose'), exact: true }).click();
  await press(desk, 'plan:answer.record');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(t(`enums:answer.${answer}`), { exact: true }).click();
  await dialog.getByText(t('enums:answerSignature.PAPER'), { exact: true }).click();
  await dialog.getByRole('button', { name: t('common:act.save'), exact: true }).click();
  await expect(page.getByText(t(`enums:planStatus.${answer === 'AGREES' ? 'AGREED' : 'NOT_AGREED'}`)).first()).toBeVisible();
};

export interface Heard {
  readonly kind: 'COMMISSION' | 'HEARING';
  readonly on: CivilDate;
  readonly outcome: 'propose' | 'postpone' | 'grant';
  readonly term?: CivilDate;
  readonly source: string;
}

/** Makes the list of a sitting by hand, and enters what came of it: shown first, then recorded. */
export const hear = async (desk: Desk, { family, given, code }: Newcomer, { kind, on, outcome, term, source }: Heard): Promise<void> => {
  const { page, t } = desk;
  await goToPart(desk, 'sittings:title');
  await press(desk, 'sittings:add.open');
  const dialog = page.getByRole('dialog');
  const kinds = dialog.getByRole('button', { name: t('sittings:add.kind') });
  if (!((await kinds.textContent()) ?? '').includes(t(`enums:sittingKind.${kind}`))) {
    await kinds.click();
    await page.getByRole('option', { name: t(`enums:sittingKind.${kind}`), exact: true }).click();
  }
  await typeDate(page, t('sittings:add.on'), digits(on));
  await dialog.getByRole('textbox', { name: t('people:dates.source') }).fill(source);
  await dialog.getByRole('combobox', { name: t('sittings:choose.label') }).or(dialog.getByRole('searchbox', { name: t('sittings:choose.label') })).or(dialog.getByRole('textbox', { name: t('sittings:choose.label') })).first().fill(code);
  await page.getByRole('option', { name: new RegExp(family) }).click();
  await dialog.getByRole('button', { name: t('common:act.save'), exact: true }).click();

  const name = `${family} ${given}`;
  await page.getByRole('button', { name: t('sittings:day.outcomeOf', { name }) }).click();
  await page.getByRole('option', { name: t(`enums:sittingOutcome.${outcome}`), exact: true }).click();
  if (term !== undefined) await typeDate(page, t('sittings:day.term'), digits(term));
  await page.getByRole('textbox', { name: t('sittings:day.source') }).fill(source);
  await page.getByRole('button', { name: t('sittings:day.look', { count: 1 }) }).click();
  await expect(page.getByText(t('sittings:day.looked'))).toBeVisible();
  if (outcome === 'postpone') await expect(page.getByText(t('sittings:effect.PAUSES', { date: '' }).trim())).toBeVisible();
  await page.getByRole('button', { name: t('sittings:day.record', { count: 1 }) }).click();
  await expect(page.getByText(t('sittings:heard.title'))).toBeVisible();
};

/** The grant becomes final: a step of the release decision by itself, from its act. */
export const becomeFinal = async (desk: Desk, source: string): Promise<void> => {
  const { page, t } = desk;
  await part(desk, 'people:dates.title');
  await press(desk, 'enums:decisionCommand.becomeFinal');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t('people:dates.source') }).fill(source);
  await dialog.getByRole('button', { name: t('common:act.save'), exact: true }).click();
  await expect(page.getByText(t('enums:decisionState.FINAL')).first()).toBeVisible();
};
