import type { Handover, HandoverCommand, HandoverStatus } from '../handover.ts';
import { moved } from '../handover-rules.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

export const walkHandover: Walk<HandoverStatus, HandoverCommand> = (status, command) =>
  reached(moved({ status, preparedBy: MADE_UP.me, history: [] } as unknown as Handover, command, MADE_UP.now, MADE_UP.other), (handover) => handover.status);
