import { z } from 'zod';
import type { GoalRow } from '../../../shared/contract/goals.ts';
import { Language } from '../../../shared/domain/base.ts';
import type { GoalTemplateContent } from '../../../shared/domain/goal-template.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';
import { isPlainText } from '../../../shared/domain/plain-text.ts';
import { Horizon, OwnerKind } from '../../../shared/domain/plan.ts';
import { PlanLine } from '../../../shared/domain/plan-lines.ts';

/** So many steps are asked for; a template of another office may bring more, which stay. */
export const STEPS = 3;

const text = z.string().trim().max(200, 'common:form.tooLong').refine(isPlainText, 'sharedPacks:directory.plain');
const chosen = <const T extends readonly [string, ...string[]]>(options: T) => z.enum(options, 'sharedPacks:goals.chooseMissing');

export const goalForm = z.object({
  title: text.min(1, 'sharedPacks:goals.titleMissing'),
  measure: text.min(1, 'sharedPacks:goals.measureMissing'),
  lang: Language,
  domain: chosen(NeedDomain.options as [NeedDomain, ...NeedDomain[]]),
  line: chosen(PlanLine.options as [PlanLine, ...PlanLine[]]),
  horizon: chosen(Horizon.options as [Horizon, ...Horizon[]]),
  step1: text.min(1, 'sharedPacks:goals.stepMissing'),
  owner1: OwnerKind,
  step2: text,
  owner2: OwnerKind,
  step3: text,
  owner3: OwnerKind,
});
export type GoalForm = z.infer<typeof goalForm>;

/** What is sent; whether a step goes on after release, and steps beyond the third, stay as they were. */
export const contentOf = ({ title, measure, lang, domain, line, horizon, ...rest }: GoalForm, before: GoalRow | undefined): GoalTemplateContent => {
  const asked = [
    { text: rest.step1, owner: rest.owner1 },
    { text: rest.step2, owner: rest.owner2 },
    { text: rest.step3, owner: rest.owner3 },
  ];
  const steps = asked.flatMap((step, at) => (step.text === '' ? [] : [{ ...step, carriesOver: before?.steps[at]?.carriesOver ?? false }]));
  return { title, measure, lang, domain, line, horizon, steps: [...steps, ...(before?.steps.slice(STEPS) ?? [])] };
};

export const formOf = (row: GoalRow | undefined, language: Language): Record<keyof GoalForm, string> => {
  const step = (at: number): string => row?.steps[at]?.text ?? '';
  const owner = (at: number): string => row?.steps[at]?.owner ?? 'PERSON';
  return { title: row?.title ?? '', measure: row?.measure ?? '', lang: row?.lang ?? language, domain: row?.domain ?? '', line: row?.line ?? '', horizon: row?.horizon ?? '', step1: step(0), owner1: owner(0), step2: step(1), owner2: owner(1), step3: step(2), owner3: owner(2) };
};
