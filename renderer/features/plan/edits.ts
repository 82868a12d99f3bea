import { withGoal, type GoalDraft, type PlanDraft, type StepDraft } from './draft.ts';

/** A change of what stands where, and how to take back only that: words typed meanwhile stay. */
export interface Edit<T> {
  readonly next: T;
  readonly undo: (now: T) => T;
}

interface Item {
  readonly id: string;
}

const inserted = <T>(list: readonly T[], at: number, item: T): readonly T[] => [...list.slice(0, at), item, ...list.slice(at)];
const without = <T extends Item>(list: readonly T[], id: string): readonly T[] => list.filter((item) => item.id !== id);

export const added = <T extends Item>(list: readonly T[], item: T): Edit<readonly T[]> => ({ next: [...list, item], undo: (now) => without(now, item.id) });

/** Removes an item; taken back, it stands where it was, as far as that place still exists. */
export const removed = <T extends Item>(list: readonly T[], id: string): Edit<readonly T[]> => {
  const at = list.findIndex((item) => item.id === id);
  const item = list[at];
  return { next: without(list, id), undo: (now) => (item === undefined ? now : inserted(now, at, item)) };
};

const movedTo = <T extends Item>(list: readonly T[], id: string, to: number): readonly T[] => {
  const item = list.find((candidate) => candidate.id === id);
  return item === undefined ? list : inserted(without(list, id), to, item);
};

/** Moves an item up (-1) or down (1); at the edge nothing moves. */
export const moved = <T extends Item>(list: readonly T[], id: string, by: 1 | -1): Edit<readonly T[]> => {
  const from = list.findIndex((item) => item.id === id);
  const to = Math.min(Math.max(from + by, 0), list.length - 1);
  return { next: movedTo(list, id, to), undo: (now) => movedTo(now, id, from) };
};

/** An edit of the goals as one of the draft. */
export const ofGoals = (draft: PlanDraft, edit: Edit<readonly GoalDraft[]>): Edit<PlanDraft> => ({
  next: { ...draft, goals: edit.next },
  undo: (now) => ({ ...now, goals: edit.undo(now.goals) }),
});

/** An edit of the steps of one goal as one of the draft. */
export const ofSteps = (draft: PlanDraft, goalId: string, edit: Edit<readonly StepDraft[]>): Edit<PlanDraft> => ({
  next: withGoal(draft, goalId, (goal) => ({ ...goal, steps: edit.next })),
  undo: (now) => withGoal(now, goalId, (goal) => ({ ...goal, steps: edit.undo(goal.steps) })),
});
