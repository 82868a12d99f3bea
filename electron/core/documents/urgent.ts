import type { CaseFile } from '../../../shared/domain/casefile.ts';
import type { Horizon } from '../../../shared/domain/plan.ts';
import { isOver } from '../../../shared/domain/plan-mark-rules.ts';

type Objective = CaseFile['plan']['objectives'][number];
export type Step = Objective['steps'][number];

/** Whether somebody still has to do it. */
export const isOpen = (step: Pick<Step, 'status'>): boolean => step.status !== 'DONE' && step.status !== 'NOT_NEEDED';

/** Goals that are still pursued, here or where they were handed on to: of the others no step is asked for any more. */
export const goalsPursued = ({ plan, goalStates }: Pick<CaseFile, 'plan' | 'goalStates'>): readonly Objective[] =>
  plan.objectives.filter(({ id }) => {
    const state = goalStates?.find(({ objectiveId }) => objectiveId === id)?.status;
    return state === undefined || !isOver(state);
  });

/** What the day of release and the first three days need comes before all else. */
const order: readonly Horizon[] = ['RELEASE_DAY', 'FIRST_72H', 'IN_CUSTODY', 'FIRST_30D', 'FIRST_90D', 'LATER'];

export interface Urgent {
  readonly objective: Objective;
  readonly step: Step;
}

/**
 * The open steps of goals still pursued that come first: by horizon of the objective, then by the level of need of its domain, then by due
 * date. It sorts tasks, never persons.
 */
export const mostUrgent = (caseFile: Pick<CaseFile, 'needs' | 'plan' | 'goalStates'>, count = 3): readonly Urgent[] => {
  const levels = new Map(caseFile.needs?.domains.map((entry) => [entry.domain, entry.level ?? 0]));
  const rank = ({ objective, step }: Urgent): readonly (number | string)[] => [
    order.indexOf(objective.horizon),
    3 - (levels.get(objective.domain) ?? 0),
    step.dueDate ?? '9999-99-99',
  ];
  return goalsPursued(caseFile)
    .flatMap((objective) => objective.steps.filter(isOpen).map((step) => ({ objective, step })))
    .toSorted((a, b) => {
      const [left, right] = [rank(a), rank(b)];
      const at = left.findIndex((value, n) => value !== right[n]);
      return at === -1 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
    })
    .slice(0, count);
};
