import { useState } from 'react';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { needsNote } from '../../../shared/domain/plan-mark-rules.ts';
import type { PlanProgress, PlanStep, StepStatus } from '../../../shared/domain/plan.ts';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';

/** A mark that still needs a word: why it cannot be done, is not needed, or was not done after all. */
export interface WantedNote {
  readonly step: PlanStep;
  readonly status: StepStatus;
}

export interface Marks {
  /** whose plan it is, and which version */
  readonly personId: string;
  readonly contentId: string;
  readonly problem: ReturnType<typeof useAction>['problem'];
  /** the step marked last on this screen, which can be taken back */
  readonly last: { readonly step: PlanStep; readonly status: StepStatus; readonly undone: boolean } | undefined;
  readonly wanted: WantedNote | undefined;
  /** Marks a step, or asks for the word it needs first. */
  readonly mark: (step: PlanStep, status: StepStatus) => void;
  /** Ticks or unticks. A tick of today is simply taken back; an older one was true for somebody, and asks why. */
  readonly tick: (step: PlanStep, done: boolean) => void;
  /** Resolves to whether it was saved. */
  readonly withNote: (note: string) => Promise<boolean>;
  readonly cancel: () => void;
  readonly undo: () => void;
}

const isToday = (progress: PlanProgress, stepId: string, today: CivilDate): boolean => {
  const mark = progress.steps[stepId];
  return mark?.on === today && mark.before !== undefined;
};

/** How the steps of the version in force are marked, from wherever they are shown. */
export const useMarks = (progress: PlanProgress, today: CivilDate): Marks => {
  const client = useClient();
  const saving = useAction();
  const [last, setLast] = useState<Marks['last']>(undefined);
  const [wanted, setWanted] = useState<WantedNote | undefined>(undefined);
  const { contentId, personId } = progress;
  const save = async (step: PlanStep, status: StepStatus, note?: string): Promise<boolean> => {
    const done = await saving.run(() => client.plans.markStep({ contentId, stepId: step.id, status, ...(note === undefined ? {} : { note }) }));
    if (done !== undefined) setLast({ step, status, undone: false });
    return done !== undefined;
  };
  const takeBack = async (step: PlanStep): Promise<void> => {
    const done = await saving.run(() => client.plans.unmarkStep({ contentId, stepId: step.id }));
    if (done !== undefined) setLast({ step, status: 'NOT_STARTED', undone: true });
  };
  const mark = (step: PlanStep, status: StepStatus): void => {
    const now = progress.steps[step.id]?.status ?? 'NOT_STARTED';
    if (status === now) return;
    if (needsNote(now, status)) setWanted({ step, status });
    else void save(step, status);
  };
  return {
    personId,
    contentId,
    problem: saving.problem,
    last,
    wanted,
    mark,
    tick: (step, done) => {
      if (!done && isToday(progress, step.id, today)) void takeBack(step);
      else mark(step, done ? 'DONE' : 'IN_PROGRESS');
    },
    withNote: async (note) => {
      if (wanted === undefined) return true;
      const saved = await save(wanted.step, wanted.status, note);
      if (saved) setWanted(undefined);
      return saved;
    },
    cancel: () => setWanted(undefined),
    undo: () => {
      if (last !== undefined && !last.undone) void takeBack(last.step);
    },
  };
};
