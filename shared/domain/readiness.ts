import { stateOf, type ChecklistItem } from './checklist.ts';
import { isAsked } from './checklist-rules.ts';
import type { ConsentPurpose } from './consents.ts';

/** How far the preparation is. It is a number about tasks, never about a person. */
export interface Readiness {
  readonly done: number;
  /** required, without what does not apply and what the person refused */
  readonly of: number;
  readonly notApplicable: number;
  readonly refused: number;
  /** whole percent, rounded down so that 100 means everything; undefined where nothing is asked for */
  readonly percent: number | undefined;
}

/** DONE ÷ (required − NOT_APPLICABLE − REFUSED), of what comes before release. A refusal is a choice: it makes nobody less ready. */
export const readiness = (items: readonly Pick<ChecklistItem, 'required' | 'dueOffsetDays' | 'marks' | 'left' | 'onlyWith'>[], given: ReadonlySet<ConsentPurpose>): Readiness => {
  const states = items.filter((item) => item.required && item.dueOffsetDays <= 0 && isAsked(item, given)).map(stateOf);
  const count = (state: string): number => states.filter((each) => each === state).length;
  const [done, notApplicable, refused] = [count('DONE'), count('NOT_APPLICABLE'), count('REFUSED')];
  const of = states.length - notApplicable - refused;
  return { done, of, notApplicable, refused, percent: of === 0 ? undefined : Math.floor((done * 100) / of) };
};
