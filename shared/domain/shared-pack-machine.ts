import { z } from 'zod';
import { step, type Machine } from './machine.ts';
import type { Outcome } from './outcome.ts';
import type { SharedPackState } from './shared-pack.ts';

export const SharedPackCommand = z.enum(['look', 'apply', 'refuse', 'undo']);
export type SharedPackCommand = z.infer<typeof SharedPackCommand>;

/** A pack of another office: nothing of it applies before somebody looked through its lines, and what was taken can be taken back. */
export const sharedPackMachine: Machine<SharedPackState, SharedPackCommand> = {
  ARRIVED: { look: 'REVIEWED', refuse: 'REFUSED' },
  REVIEWED: { look: 'REVIEWED', apply: 'APPLIED', refuse: 'REFUSED' },
  APPLIED: { undo: 'UNDONE' },
  UNDONE: { look: 'REVIEWED' },
  REFUSED: {},
};

/** One step of a pack. */
export const sharedPackStep = (state: SharedPackState, command: SharedPackCommand): Outcome<SharedPackState> => step('sharedPack', sharedPackMachine, state, command);
