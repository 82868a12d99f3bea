import type { GoalRow } from '../../../../shared/contract/goals.ts';
import type { GoalTemplate, GoalTemplateContent } from '../../../../shared/domain/goal-template.ts';
import { find } from '../query.ts';
import { changed, created, existing, save, type Work } from '../work.ts';

/** Every template of a goal, as they were written. */
export const goals = async (work: Work): Promise<GoalRow[]> => find(work.vault, 'programmes', 'goalTemplate', { selector: {}, sort: [{ id: 'asc' }] });

export const addGoal = async (work: Work, content: GoalTemplateContent): Promise<{ id: string }> => {
  const doc: GoalTemplate = { ...created(work), type: 'goalTemplate', ...content };
  await save(work, [{ op: 'put', collection: 'programmes', doc }], { action: 'goals.add', details: { goal: doc.id } });
  return { id: doc.id };
};

/** @throws RefusedError notFound */
export const changeGoal = async (work: Work, id: string, content: GoalTemplateContent): Promise<void> => {
  const doc = await existing(work, 'programmes', id, 'goalTemplate');
  await save(work, [{ op: 'put', collection: 'programmes', doc: changed(work, { ...doc, ...content }) }], { action: 'goals.change', details: { goal: id } });
};

/** @throws RefusedError notFound */
export const removeGoal = async (work: Work, id: string): Promise<void> => {
  const { _rev } = await existing(work, 'programmes', id, 'goalTemplate');
  await save(work, [{ op: 'remove', collection: 'programmes', id, _rev }], { action: 'goals.remove', details: { goal: id } });
};
