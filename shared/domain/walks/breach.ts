import type { Breach, BreachCommand, BreachStatus } from '../breach.ts';
import { assessed, closed, decided, personsTold, reopened } from '../breach-rules.ts';
import type { Outcome } from '../outcome.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

const actor = { id: MADE_UP.me, now: MADE_UP.now, today: MADE_UP.today };

const rule = (breach: Breach, command: BreachCommand): Outcome<Breach> => {
  if (command === 'assess') return assessed(breach, { risk: 'LOW', reasons: 'sealed' } as never, actor);
  if (command === 'notify') return decided(breach, { told: true, at: MADE_UP.now } as never, actor);
  if (command === 'leave') return decided(breach, { told: false } as never, actor);
  if (command === 'tellPersons') return personsTold(breach, { on: MADE_UP.today } as never, actor);
  return command === 'close' ? closed(breach, actor) : reopened(breach, 'more came to light', actor);
};

export const walkBreach: Walk<BreachStatus, BreachCommand> = (status, command) =>
  reached(rule({ status, facts: { noticedAt: '2026-11-22T08:00:00Z' }, history: [] } as unknown as Breach, command), (breach) => breach.status);
