import type { CivilDate } from './dates.ts';
import { NeedDomain } from './needs.ts';
import type { PlanContent, PlanProgress, StepStatus } from './plan.ts';

/**
 * The steps of a plan as the index keeps them: one text for the agreed steps, one for those that are over. Each step takes
 * the same room, and they lie in the order of their days, so that lists of thousands of plans read only the first ones.
 */
export interface StepColumns {
  readonly steps: string;
  readonly finished: string;
}

const SHORT = 12;
/** The random end of a UUID tells the steps of one plan apart. */
export const shortStep = (id: string): string => id.slice(-SHORT);

const NO_DAY = '9999-99-99';
/** id, domain, whether it goes on after release, day */
const WIDTH = SHORT + 1 + 1 + NO_DAY.length;
const domains = NeedDomain.options;

/** Steps of a plan in one text for the index. */
export const stepsColumn = ({ objectives }: Pick<PlanContent, 'objectives'>): string =>
  objectives
    .flatMap(({ domain, steps }) =>
      steps.map(({ id, carriesOver, dueDate = NO_DAY }) => ({ dueDate, text: `${shortStep(id)}${String.fromCharCode(97 + domains.indexOf(domain))}${carriesOver ? '+' : '-'}${dueDate}` })),
    )
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0))
    .map(({ text }) => text)
    .join('');

/** States of a step that are over for good. */
const over: ReadonlySet<StepStatus> = new Set<StepStatus>(['DONE', 'NOT_NEEDED']);
/** Marks a step that goes on after release: over inside, and work to be done outside. */
const GOES_ON = '>';

/** Steps of a plan that are over or were handed on, in one text for the index. */
export const finishedColumn = ({ steps, objectives = {} }: Pick<PlanProgress, 'steps' | 'objectives'>): string => {
  // steps of a goal that is over, whatever they were marked as
  const resting = new Set(Object.values(objectives).flatMap(({ rests = [] }) => rests));
  return [
    ...[...resting].map((id) => `${shortStep(id)} `),
    ...Object.entries(steps).flatMap(([id, { status }]) => (resting.has(id) ? [] : over.has(status) ? `${shortStep(id)} ` : status === 'HANDED_OVER' ? shortStep(id) + GOES_ON : [])),
  ]
    .toSorted()
    .join('');
};

export interface StepAt {
  readonly step: string;
  readonly domain: NeedDomain | undefined;
  readonly due: CivilDate | undefined;
  readonly carriesOver: boolean;
  readonly state: 'OPEN' | 'HANDED_ON' | 'OVER';
}

const stepAt = ({ steps, finished }: StepColumns, at: number): StepAt => {
  const step = steps.slice(at, at + SHORT);
  const due = steps.slice(at + SHORT + 2, at + WIDTH);
  const known = finished.indexOf(step);
  return {
    step,
    domain: domains[steps.charCodeAt(at + SHORT) - 97],
    carriesOver: steps[at + SHORT + 1] === '+',
    due: due === NO_DAY ? undefined : due,
    state: known < 0 ? 'OPEN' : finished[known + SHORT] === GOES_ON ? 'HANDED_ON' : 'OVER',
  };
};

/** Reads the steps one after another, by day; undated ones last. A text that is cut ends where it is cut. */
export function* stepsOf(columns: StepColumns): Generator<StepAt> {
  for (let at = 0; at + WIDTH <= columns.steps.length; at += WIDTH) yield stepAt(columns, at);
}

export interface NextStep {
  readonly step: string;
  readonly due: CivilDate;
  /** how many are due by the later of that day and `today` */
  readonly count: number;
}

/**
 * The first dated step that is still to be done, unless its day lies after `until`.
 * @param wanted which steps count as work here
 */
export const nextStep = (columns: StepColumns, today: CivilDate, until: CivilDate, wanted: (step: StepAt) => boolean): NextStep | undefined => {
  let found: { readonly step: string; readonly due: CivilDate } | undefined;
  let count = 0;
  for (let at = 0; at + WIDTH <= columns.steps.length; at += WIDTH) {
    const due = columns.steps.slice(at + SHORT + 2, at + WIDTH);
    const last = found === undefined ? until : found.due > today ? found.due : today;
    if (due > last) break;
    const step = stepAt(columns, at);
    if (step.state === 'OVER' || !wanted(step)) continue;
    found ??= { step: step.step, due };
    count += 1;
  }
  return found === undefined ? undefined : { ...found, count };
};

/** Whether a plan has steps in a domain and all of them are over. */
export const isSettled = (columns: StepColumns, domain: NeedDomain): boolean => {
  const own = [...stepsOf(columns)].filter((step) => step.domain === domain);
  return own.length > 0 && own.every(({ state }) => state === 'OVER');
};
