import type { Outcome } from '../outcome.ts';

/** Where somebody or something in `state` stands after `command`, by the rule the services call. */
export type Walk<State extends string, Command extends string> = (state: State, command: Command) => Outcome<State>;

/** The state a rule led to. */
export const reached = <T, S extends string>(outcome: Outcome<T>, stateOf: (value: T) => S): Outcome<S> => (outcome.ok ? { ok: true, value: stateOf(outcome.value) } : outcome);

/** Ids and days for the things that are walked. */
export const MADE_UP = { me: '01900000-0000-7000-8000-00000000000a', other: '01900000-0000-7000-8000-00000000000b', thing: '01900000-0000-7000-8000-00000000000c', today: '2026-11-22', now: '2026-11-22T10:00:00Z' } as const;
