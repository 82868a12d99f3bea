import type { Request, RequestCommand, RequestState } from '../request.ts';
import { answered, assigned, delivered, reopened, withdrawn } from '../request-rules.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

export const walkRequest: Walk<RequestState, RequestCommand> = (state, command) => {
  const { me, today } = MADE_UP;
  const request = { id: MADE_UP.thing, state, receivedOn: today, reopened: [] } as unknown as Request;
  const next = {
    assign: () => assigned(request, me),
    answer: () => answered(request, { result: 'GRANTED', text: 'da', lang: 'ro', by: me, on: today }, today),
    deliver: () => delivered(request, { way: 'READ_ALOUD', by: me, on: today }, today),
    withdraw: () => withdrawn(request, today, today),
    reopen: () => reopened(request, { reason: 'act 1', by: me, on: today }),
  }[command]();
  return reached(next, (found) => found.state);
};
