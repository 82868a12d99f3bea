import type { CivilDate } from '../../../shared/domain/dates.ts';
import { needsNote } from '../../../shared/domain/plan-mark-rules.ts';
import type { PlanProgress, PlanStep, StepStatus } from '../../../shared/domain/plan.ts';
import { useMarking, type Marking } from '../../app/marking/use-marking.ts';
import { useClient } from '../../app/session-context.tsx';

/** What a step of the version in force is given. */
export interface StepMark {
  readonly step: PlanStep;
  readonly status: StepStatus;
}

export interface Marks {
  /** whose plan it is, and which version */
  readonly personId: string;
  readonly contentId: string;
  readonly marking: Marking<StepMark>;
  /** Marks a step, or asks for the word it needs first: why it cannot be done, is not needed, or was not done after all. */
  readonly mark: (step: PlanStep, status: StepStatus) => void;
  /** Ticks or unticks. A tick of today is simply taken back; an older one was true for somebody, and asks why. */
  readonly tick: (step: PlanStep, done: boolean) => void;
}

const isToday = (progress: PlanProgress, stepId: string, today: CivilDate): boolean => {
  const mark = progress.steps[stepId];
  return mark?.on === today && mark.before !== undefined;
};

/** How the steps of the version in force are marked, from wherever they are shown. */
export const useMarks = (progress: PlanProgress, today: CivilDate): Marks => {
  const client = useClient();
  const { contentId, personId } = progress;
  const now = (step: PlanStep): StepStatus => progress.steps[step.id]?.status ?? 'NOT_STARTED';
  const marking = useMarking<StepMark>({
    lineOf: ({ step }) => step.id,
    needsWord: ({ step, status }) => needsNote(now(step), status),
    save: ({ step, status }, note) => client.plans.markStep({ contentId, stepId: step.id, status, ...(note === undefined ? {} : { note }) }),
    takeBack: ({ step }) => client.plans.unmarkStep({ contentId, stepId: step.id }),
  });
  const mark = (step: PlanStep, status: StepStatus): void => {
    if (status !== now(step)) marking.make({ step, status });
  };
  return {
    personId,
    contentId,
    marking,
    mark,
    tick: (step, done) => {
      if (!done && isToday(progress, step.id, today)) marking.takeBack({ step, status: 'NOT_STARTED' });
      else mark(step, done ? 'DONE' : 'IN_PROGRESS');
    },
  };
};
