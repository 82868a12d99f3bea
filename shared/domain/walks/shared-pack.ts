import { sharedPackStep, type SharedPackCommand } from '../shared-pack-machine.ts';
import type { SharedPackState } from '../shared-pack.ts';
import type { Walk } from './walk.ts';

export const walkSharedPack: Walk<SharedPackState, SharedPackCommand> = (state, command) => sharedPackStep(state, command);
