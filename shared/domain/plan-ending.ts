import type { CivilDate } from './dates.ts';
import { refused, type Outcome } from './outcome.ts';
import type { PlanContent, PlanProgress } from './plan.ts';
import { afterRelease, closed, handedOver } from './plan-rules.ts';

/** Given to the person alone at release, and still what may be told of them: a service may accept it afterwards. */
export const wasGivenAtRelease = ({ status, closed: ending }: Pick<PlanProgress, 'status' | 'closed'>): boolean => status === 'CLOSED' && ending?.reason === 'RELEASED';

interface Act {
  readonly on: CivilDate;
  readonly by: string;
}

/**
 * What becomes of a version when its person leaves, dies or begins a new stay.
 * @param accepted its hand-over was taken over
 * @returns undefined for a version that stays as it is
 */
export const planEnded = (content: PlanContent, progress: PlanProgress, reason: 'RELEASED' | 'DECEASED' | 'NEW_ROUND', accepted: boolean, act: Act): PlanProgress | undefined => {
  if (reason === 'RELEASED') {
    const left = afterRelease(content, progress, accepted, act);
    return left.ok && left.value !== progress ? left.value : undefined;
  }
  // what was given at release is told no more from here on
  if (wasGivenAtRelease(progress)) return { ...progress, closed: { reason, ...act } };
  const ended = closed(progress, { ...act, reason });
  return ended.ok ? ended.value : undefined;
};

/** The service accepted after the release: what was given to the person alone is theirs now. */
export const acceptedLate = (content: PlanContent, progress: PlanProgress, act: Act): Outcome<PlanProgress> => {
  if (!wasGivenAtRelease(progress)) return refused('machine.plan', { state: progress.status, command: 'handOver' });
  const { closed: _given, ...rest } = progress;
  return handedOver(content, rest, act);
};
