import { z } from 'zod';
import { documentBase, Language } from './base.ts';
import { NeedDomain } from './needs.ts';
import type { LibraryEntry } from './objective-library.ts';
import { PackOrigin } from './pack-origin.ts';
import { plainLine } from './plain-text.ts';
import { Horizon, OwnerKind } from './plan.ts';
import { PlanLine } from './plan-lines.ts';

/** Steps of one template, as of a goal of the library. */
export const MOST_TEMPLATE_STEPS = 8;

/** A goal as this house likes to set it: in one language, in the first person, about nobody. */
export const GoalTemplateContent = z.strictObject({
  domain: NeedDomain,
  line: PlanLine,
  horizon: Horizon,
  lang: Language,
  title: plainLine(),
  measure: plainLine(),
  steps: z.array(z.strictObject({ owner: OwnerKind, carriesOver: z.boolean(), text: plainLine() })).min(1).max(MOST_TEMPLATE_STEPS),
});
export type GoalTemplateContent = z.infer<typeof GoalTemplateContent>;

export const GoalTemplate = GoalTemplateContent.extend({ ...documentBase, type: z.literal('goalTemplate'), from: PackOrigin.optional() });
export type GoalTemplate = z.infer<typeof GoalTemplate>;

/** A template as an entry of the library, for a plan in its language. Its code is its id: two of them never stand for the same. */
export const libraryEntry = ({ id, domain, line, horizon, title, measure, steps }: GoalTemplate): LibraryEntry => {
  const words = (text: string) => ({ en: text, it: text, ro: text });
  return { code: id, domain, line, horizon, title: words(title), measure: words(measure), steps: steps.map(({ owner, carriesOver, text }) => ({ owner, carriesOver, text: words(text) })) };
};
