import type { FirstHourView } from '../../../shared/contract/home.ts';
import type { FirstHourStep } from '../../../shared/domain/first-hour.ts';
import { personPath, screenPaths, type PersonPart } from '../../app/shell/screen-paths.ts';

type Step = FirstHourView['steps'][number];

const partOf: Readonly<Partial<Record<FirstHourStep, PersonPart>>> = { CONVERSATION: 'notes', NEEDS: 'needs', GOAL: 'plan', COPY: 'documents', PRACTICE: 'handover' };

/** Where the button of a step leads: to the person it can be done with, or where people and the service for exercises come from. */
export const placeOfStep = (step: FirstHourStep, { example, practiceReady }: Pick<FirstHourView, 'example' | 'practiceReady'>): string => {
  if (step === 'PRACTICE' && !practiceReady) return screenPaths.services;
  const part = partOf[step];
  if (part === undefined) return screenPaths.registerImport;
  return example === undefined ? screenPaths.people : personPath(example, part);
};

/** How many steps are done. */
export const doneOf = (steps: readonly Step[]): number => steps.filter(({ state }) => state === 'DONE').length;

/** Nothing is left to do: done or skipped. */
export const isOver = (steps: readonly Step[]): boolean => steps.every(({ state }) => state === 'DONE' || state === 'SKIPPED');
