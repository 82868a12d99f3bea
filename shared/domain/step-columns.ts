import type { CivilDate } from './dates.ts';
import { NeedDomain } from './needs.ts';
import type { PlanContent, PlanProgress, StepStatus } from './plan.ts';

/** What lists need of a step without opening its plan. */
export interface StepColumn {
  readonly step: string;
  readonly domain: NeedDomain;
  readonly due: CivilDate | undefined;
  readonly carriesOver: boolean;
}

const SHORT = 12;
/** The random end of a UUID tells the steps of one plan apart. */
export const shortStep = (id: string): string => id.slice(-SHORT);
const domains = NeedDomain.options;

/** Steps of a plan in one line of text for the index: id, domain, whether it goes on after release, day. */
export const stepsColumn = ({ objectives }: Pick<PlanContent, 'objectives'>): string =>
  objectives
    .flatMap(({ domain, steps }) =>
      steps.map((step) => `${shortStep(step.id)}${String.fromCharCode(97 + domains.indexOf(domain))}${step.carriesOver ? '+' : '-'}${step.dueDate ?? ''}`),
    )
    .join(' ');

/** Reads `stepsColumn` back; what is no step is left out. */
export const readSteps = (column: string): readonly StepColumn[] =>
  column.split(' ').flatMap((text) => {
    const domain = domains[text.charCodeAt(SHORT) - 97];
    if (text.length < SHORT + 2 || domain === undefined) return [];
    const due = text.slice(SHORT + 2);
    return [{ step: text.slice(0, SHORT), domain, carriesOver: text[SHORT + 1] === '+', due: due === '' ? undefined : due }];
  });

/** States of a step that are over for good. */
const over: ReadonlySet<StepStatus> = new Set<StepStatus>(['DONE', 'NOT_NEEDED']);
/** Marks a step that goes on after release: over inside, and work to be done outside. */
const GOES_ON = '>';

/** Steps of a plan that are over or were handed on, in one line of text for the index. */
export const finishedColumn = ({ steps }: Pick<PlanProgress, 'steps'>): string =>
  Object.entries(steps)
    .flatMap(([id, { status }]) => (over.has(status) ? shortStep(id) : status === 'HANDED_OVER' ? shortStep(id) + GOES_ON : []))
    .toSorted()
    .join(' ');

/** The steps that are not over; those handed on are among them and told apart. */
export const openSteps = (steps: readonly StepColumn[], finished: string): readonly (StepColumn & { readonly handedOn: boolean })[] => {
  const known = new Set(finished.split(' '));
  return steps.filter(({ step }) => !known.has(step)).map((step) => ({ ...step, handedOn: known.has(step.step + GOES_ON) }));
};
