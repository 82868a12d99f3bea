import type { Handover, HandoverCommand, HandoverStatus } from '../handover.ts';
import { countersigned, dispatched, expired, revoked, signedAlone, superseded } from '../handover-life.ts';
import { moved } from '../handover-rules.ts';
import type { Outcome } from '../outcome.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

const second = { id: MADE_UP.other, now: MADE_UP.now, today: MADE_UP.today };

const rule = (handover: Handover, command: HandoverCommand): Outcome<Handover> => {
  if (command === 'authoriseAlone') return signedAlone(handover, { why: 'COURT_ORDER', words: 'tonight' }, second);
  if (command === 'counterSign') return countersigned(handover, 'c2ln', second);
  if (command === 'refuseSignature') return countersigned(handover, undefined, second);
  if (command === 'dispatch') return dispatched(handover, { on: MADE_UP.today, label: 'USB 7', carrier: 'POST' }, second);
  if (command === 'revoke') return revoked(handover, 'WRONG_PERSON', second);
  if (command === 'expire') return expired(handover, second);
  if (command === 'supersede') return superseded(handover, MADE_UP.thing, second);
  return moved(handover, command, MADE_UP.now, MADE_UP.other);
};

const emergency = { why: 'COURT_ORDER', words: 'tonight', by: MADE_UP.me, until: MADE_UP.now };

export const walkHandover: Walk<HandoverStatus, HandoverCommand> = (status, command) =>
  reached(rule({ status, preparedBy: MADE_UP.me, expiresOn: '2026-11-21', history: [], emergency } as unknown as Handover, command), (handover) => handover.status);
