import { datesAgree, type Dated } from '../../../../shared/domain/date-conflicts.ts';
import { orRefuse, type Work } from '../work.ts';

/** Doubts the user has read and confirmed; see `doubtKey`. */
export interface Confirming {
  readonly despite?: readonly string[] | undefined;
}

/**
 * Lets a change of days pass, or not.
 * @returns what the audit trail is told: the rules against which it was confirmed, never a day
 * @throws RefusedError dates.contradict, dates.doubt
 */
export const agreeing = ({ today }: Pick<Work, 'today'>, before: Dated | undefined, after: Dated, { despite }: Confirming): { readonly despite?: string } => {
  const rules = orRefuse(datesAgree(before, after, today, despite));
  return rules.length === 0 ? {} : { despite: rules.join(' ') };
};
