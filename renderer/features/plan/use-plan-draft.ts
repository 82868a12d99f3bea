import { useCallback, useState } from 'react';
import type { StoredContent } from '../../../shared/contract/casework.ts';
import type { z } from 'zod';
import type { NeedDomain } from '../../../shared/domain/needs.ts';
import { useAutosave } from '../../app/drafts/use-autosave.ts';
import { useClient } from '../../app/session-context.tsx';
import { draftOf, withGoal, written, type GoalDraft, type PlanDraft } from './draft.ts';
import { added, moved, ofGoals, ofSteps, removed, type Edit } from './edits.ts';
import { newId } from './new-id.ts';

export type Content = z.infer<typeof StoredContent>;

interface Done {
  /** key of the words for what was done */
  readonly what: 'addGoal' | 'moveGoal' | 'removeGoal' | 'addStep' | 'moveStep' | 'removeStep';
  /** the words of what it was done to */
  readonly words: string;
  readonly undo: (now: PlanDraft) => PlanDraft;
}

/** A draft being written: every change is saved by itself, and what was added, moved or removed can be taken back. */
export const usePlanDraft = (content: Content) => {
  const client = useClient();
  const [rev, setRev] = useState(content._rev);
  const [draft, setDraft] = useState(() => draftOf(content));
  const [done, setDone] = useState<readonly Done[]>([]);
  const saving = useAutosave<PlanDraft>(useCallback((next: PlanDraft) => client.plans.write({ contentId: content.id, ...written(next) }), [client, content.id]));
  if (rev !== content._rev) {
    // saved elsewhere a moment ago, for instance by this screen when it was left; own words are never replaced
    setRev(content._rev);
    if (saving.phase === 'none') setDraft(draftOf(content));
  }
  const set = (next: PlanDraft) => {
    setDraft(next);
    saving.change(next);
  };
  const act = (what: Done['what'], words: string, edit: Edit<PlanDraft>) => {
    setDone((before) => [...before, { what, words, undo: edit.undo }]);
    set(edit.next);
  };
  const goalOf = (id: string) => draft.goals.find((goal) => goal.id === id);
  const titleOf = (id: string): string => goalOf(id)?.kept ?? '';
  const stepsOf = (id: string) => goalOf(id)?.steps ?? [];
  const wordsOf = (goalId: string, stepId: string): string => stepsOf(goalId).find((step) => step.id === stepId)?.kept ?? '';
  return {
    draft,
    saving,
    lastDone: done.at(-1),
    undo: () => {
      const last = done.at(-1);
      if (last === undefined) return;
      setDone(done.slice(0, -1));
      set(last.undo(draft));
    },
    setStatement: (statement: string) => set({ ...draft, statement }),
    setGoal: (goal: GoalDraft) => set(withGoal(draft, goal.id, () => goal)),
    /** Returns the id of the new goal. */
    addGoal: (title: string, domain: NeedDomain): string => {
      const goal: GoalDraft = { id: newId(), domain, title, kept: title, measure: '', targetDate: '', horizon: 'IN_CUSTODY', steps: [] };
      act('addGoal', title, ofGoals(draft, added(draft.goals, goal)));
      return goal.id;
    },
    moveGoal: (id: string, by: 1 | -1) => act('moveGoal', titleOf(id), ofGoals(draft, moved(draft.goals, id, by))),
    removeGoal: (id: string) => act('removeGoal', titleOf(id), ofGoals(draft, removed(draft.goals, id))),
    addStep: (goalId: string, text: string) => {
      const step = { id: newId(), text, kept: text, owner: 'PERSON', dueDate: '', carriesOver: false } as const;
      act('addStep', text, ofSteps(draft, goalId, added(stepsOf(goalId), step)));
    },
    moveStep: (goalId: string, id: string, by: 1 | -1) => act('moveStep', wordsOf(goalId, id), ofSteps(draft, goalId, moved(stepsOf(goalId), id, by))),
    removeStep: (goalId: string, id: string) => act('removeStep', wordsOf(goalId, id), ofSteps(draft, goalId, removed(stepsOf(goalId), id))),
  };
};
