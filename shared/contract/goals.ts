import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id } from '../domain/base.ts';
import { GoalTemplate, GoalTemplateContent } from '../domain/goal-template.ts';
import { procedure } from './base.ts';

export const GoalRow = GoalTemplate.extend({ _rev: z.string() });
export type GoalRow = z.infer<typeof GoalRow>;

/** Templates of goals, as this house sets them; about nobody. */
export const goals = {
  list: procedure.output(eventIterator(z.array(GoalRow))),
  add: procedure.input(GoalTemplateContent).output(z.object({ id: Id })),
  change: procedure.input(z.object({ id: Id, content: GoalTemplateContent })).output(z.void()),
  remove: procedure.input(z.object({ id: Id })).output(z.void()),
};
