import { allowed, refused, type Outcome } from './outcome.ts';

/** A state machine as a table: for each state, the commands it knows and the state each leads to. */
export type Machine<State extends string, Command extends string> = {
  readonly [S in State]: { readonly [C in Command]?: State };
};

/**
 * One step of a machine.
 * @returns the next state, or the refusal `machine.<name>` naming state and command when the table has no such way.
 */
export const step = <S extends string, C extends string>(
  name: string,
  machine: Machine<S, C>,
  state: NoInfer<S>,
  command: NoInfer<C>,
): Outcome<S> => {
  const next = machine[state][command];
  return next === undefined ? refused(`machine.${name}`, { state, command }) : allowed(next);
};

/** The commands a state knows, in the table's order: what a screen may offer. */
export const commandsOf = <S extends string, C extends string>(machine: Machine<S, C>, state: S): readonly C[] =>
  Object.keys(machine[state]) as C[];
