import { z } from 'zod';
import { documentBase } from './base.ts';

/** The eight acts of the first hour at a new prison workplace, in their order. */
export const FirstHourStep = z.enum(['RECOVERY', 'REGISTER', 'REPAIR', 'CONVERSATION', 'NEEDS', 'GOAL', 'COPY', 'PRACTICE']);
export type FirstHourStep = z.infer<typeof FirstHourStep>;

/** What people chose about the guide; what is done is never written down, it is read off what happened. */
export const FirstHourChoice = z.strictObject({
  ...documentBase,
  type: z.literal('firstHour'),
  skipped: z.array(FirstHourStep).max(FirstHourStep.options.length),
  /** no longer shown on the home screen; the page of the guide stays reachable */
  away: z.boolean(),
});
export type FirstHourChoice = z.infer<typeof FirstHourChoice>;

/** What the guide needs of an entry of the audit trail. */
export interface Deed {
  readonly action: string;
  readonly details?: Readonly<Record<string, string | number | boolean>> | undefined;
}

const always = (): boolean => true;
const withSome = (name: string) => ({ details }: Deed): boolean => Number(details?.[name] ?? 0) > 0;

/** Which recorded act makes which step done. COPY and PRACTICE are read off what was issued and sealed. */
const deeds: ReadonlyMap<string, { readonly step: FirstHourStep; readonly counts: (deed: Deed) => boolean }> = new Map([
  ['session.recoveryKept', { step: 'RECOVERY', counts: always }],
  ['registers.accept', { step: 'REGISTER', counts: always }],
  ['registers.repair', { step: 'REPAIR', counts: withSome('rows') }],
  ['notes.add', { step: 'CONVERSATION', counts: always }],
  ['notes.addForMany', { step: 'CONVERSATION', counts: always }],
  ['needs.closeRound', { step: 'NEEDS', counts: always }],
  ['plans.write', { step: 'GOAL', counts: withSome('goals') }],
  ['plans.propose', { step: 'GOAL', counts: always }],
]);

/** Written once when a demonstration is ready: what its making did before does not count as done by somebody. */
export const DEMO_READY = 'demo.ready';

/** The step that an act makes done. */
export const stepDoneBy = (deed: Deed): FirstHourStep | undefined => {
  const known = deeds.get(deed.action);
  return known?.counts(deed) === true ? known.step : undefined;
};

export interface FirstHourState {
  readonly step: FirstHourStep;
  readonly state: 'DONE' | 'SKIPPED' | 'NEXT' | 'OPEN';
}

/** The steps with their state: the first one neither done nor skipped is next. */
export const firstHourStates = (done: ReadonlySet<FirstHourStep>, skipped: readonly FirstHourStep[]): FirstHourState[] => {
  const next = FirstHourStep.options.find((step) => !done.has(step) && !skipped.includes(step));
  return FirstHourStep.options.map((step) => ({
    step,
    state: done.has(step) ? 'DONE' : skipped.includes(step) ? 'SKIPPED' : step === next ? 'NEXT' : 'OPEN',
  }));
};
