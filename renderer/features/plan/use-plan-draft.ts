import { useCallback, useEffect, useRef, useState } from 'react';
import type { StoredContent } from '../../../shared/contract/casework.ts';
import type { z } from 'zod';
import type { NeedDomain } from '../../../shared/domain/needs.ts';
import { partsOf } from '../../../shared/domain/plan-line-rules.ts';
import type { PartsSeen, PlanLine, PlanPart } from '../../../shared/domain/plan-lines.ts';
import type { PlanProgress } from '../../../shared/domain/plan.ts';
import { useAutosave } from '../../app/drafts/use-autosave.ts';
import { useClient } from '../../app/session-context.tsx';
import { byLine, differentParts, draftOf, withGoal, withParts, written, type GoalDraft, type PlanDraft } from './draft.ts';
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

/** How often parts had been written, some of them as told anew. */
const withSeen = (seen: PartsSeen, told: PartsSeen, parts: readonly PlanPart[]): PartsSeen => ({ ...seen, ...Object.fromEntries(parts.map((part) => [part, told[part] ?? 0])) });

/** What was last seen saved, and how often each part of it had been written. */
interface Base {
  readonly draft: PlanDraft;
  readonly seen: PartsSeen;
}

/**
 * A draft being written: every change is saved by itself, and what was added, moved or removed can be taken back. Only the parts
 * that were changed here are written, so that a colleague's line is never overwritten; what they wrote meanwhile comes in.
 */
export const usePlanDraft = (content: Content, progress: Pick<PlanProgress, 'lines' | 'wordsRev'>) => {
  const client = useClient();
  const saved = { draft: draftOf(content), seen: partsOf(progress) };
  const [rev, setRev] = useState(content._rev);
  const [draft, setDraft] = useState(saved.draft);
  const [arrived, setArrived] = useState<Base>(saved);
  const [done, setDone] = useState<readonly Done[]>([]);
  const base = useRef(saved);
  const latest = useRef(draft);
  const saving = useAutosave<PlanDraft>(
    useCallback(
      async (next: PlanDraft) => {
        const parts = differentParts(base.current.draft, next);
        if (parts.length === 0) return;
        const { seen } = await client.plans.write({ contentId: content.id, ...written(next), seen: Object.fromEntries(parts.map((part) => [part, base.current.seen[part] ?? 0])) });
        base.current = { draft: withParts(base.current.draft, next, parts), seen: withSeen(base.current.seen, seen, parts) };
      },
      [client, content.id],
    ),
  );
  if (rev !== content._rev) {
    setRev(content._rev);
    setArrived(saved);
  }
  useEffect(() => {
    // what a colleague wrote in a part nobody touched here
    const own = differentParts(base.current.draft, latest.current);
    const taken = differentParts(base.current.draft, arrived.draft).filter((part) => !own.includes(part) && (arrived.seen[part] ?? 0) > (base.current.seen[part] ?? 0));
    if (taken.length === 0) return;
    base.current = { draft: withParts(base.current.draft, arrived.draft, taken), seen: withSeen(base.current.seen, arrived.seen, taken) };
    latest.current = withParts(latest.current, arrived.draft, taken);
    setDraft(latest.current);
  }, [arrived]);
  const set = (next: PlanDraft) => {
    latest.current = { ...next, goals: byLine(next.goals) };
    setDraft(latest.current);
    saving.change(latest.current);
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
    /** what stands saved in a part that a colleague changed meanwhile */
    theirs: arrived.draft,
    /** Ends a clash about a part: writes mine over it, or takes theirs. */
    settle: (part: PlanPart, keep: 'MINE' | 'THEIRS') => {
      base.current = { draft: withParts(base.current.draft, arrived.draft, [part]), seen: withSeen(base.current.seen, arrived.seen, [part]) };
      const next = keep === 'MINE' ? draft : withParts(draft, arrived.draft, [part]);
      set(next);
      void saving.flush();
    },
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
    addGoal: (title: string, domain: NeedDomain, line: PlanLine): string => {
      const goal: GoalDraft = { id: newId(), line, domain, title, kept: title, measure: '', targetDate: '', horizon: 'IN_CUSTODY', steps: [] };
      act('addGoal', title, ofGoals(draft, added(draft.goals, goal)));
      return goal.id;
    },
    /** A goal that was put together elsewhere, as it stands there. Returns its id. */
    insertGoal: (goal: GoalDraft): string => {
      act('addGoal', goal.title, ofGoals(draft, added(draft.goals, goal)));
      return goal.id;
    },
    moveGoal: (id: string, by: 1 | -1) => act('moveGoal', titleOf(id), ofGoals(draft, moved(draft.goals, id, by))),
    removeGoal: (id: string) => act('removeGoal', titleOf(id), ofGoals(draft, removed(draft.goals, id))),
    addStep: (goalId: string, text: string) => {
      const step = { id: newId(), text, kept: text, owner: 'PERSON', ownerName: '', dueDate: '', carriesOver: false } as const;
      act('addStep', text, ofSteps(draft, goalId, added(stepsOf(goalId), step)));
    },
    moveStep: (goalId: string, id: string, by: 1 | -1) => act('moveStep', wordsOf(goalId, id), ofSteps(draft, goalId, moved(stepsOf(goalId), id, by))),
    removeStep: (goalId: string, id: string) => act('removeStep', wordsOf(goalId, id), ofSteps(draft, goalId, removed(stepsOf(goalId), id))),
  };
};
