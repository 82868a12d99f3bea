import type { PlanContent, PlanProgress } from './plan.ts';
import { goalsOfLine } from './plan-line-rules.ts';
import { PlanLine } from './plan-lines.ts';

/**
 * The lines of a version as the index keeps them, so that lists say whose signature is still missing without opening a plan:
 * which have goals stands with the content, which are answered for stands with the progress.
 */

/** Lines with goals, in one text for the index. */
export const linesColumn = (content: Pick<PlanContent, 'objectives'>): string => PlanLine.options.filter((line) => goalsOfLine(content, line).length > 0).join(' ');

/** Lines that are signed, or of which it was said that nobody answers for them. */
export const answeredLinesColumn = ({ lines }: Pick<PlanProgress, 'lines'>): string =>
  PlanLine.options.filter((line) => lines?.[line]?.signed !== undefined || lines?.[line]?.notAvailable !== undefined).join(' ');

/** Lines whose signature is missing: the same as `unsignedLines`, read off the two columns. */
export const unsignedIn = (withGoals: string, answered: string): readonly PlanLine[] => {
  const over = answered.split(' ');
  const goals = withGoals.split(' ');
  return PlanLine.options.filter((line) => goals.includes(line) && !over.includes(line));
};
