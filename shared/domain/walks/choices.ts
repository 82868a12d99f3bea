import type { ConsentDecision, ConsentPurpose } from '../consents.ts';
import { mayRecord, standing, type ExpressedDecision } from '../consents-rules.ts';
import type { Outcome } from '../outcome.ts';
import { allowed } from '../outcome.ts';
import { MADE_UP, type Walk } from './walk.ts';

const walk = (purpose: ConsentPurpose, state: ConsentDecision, decision: ExpressedDecision): Outcome<ConsentDecision> => {
  const record = (of: ConsentDecision, on: string, validTo?: string) => ({ id: `${MADE_UP.thing}-${on}`, purpose, decision: of, on, ...(validTo === undefined ? {} : { validTo }) });
  const before = state === 'NOT_ASKED' ? [] : state === 'EXPIRED' ? [record('GIVEN', '2026-01-01', '2026-06-01')] : [record(state, '2026-01-01')];
  const may = mayRecord(before, { purpose, decision, on: MADE_UP.today }, MADE_UP.today);
  return may.ok ? allowed(standing([...before, record(decision, MADE_UP.today)], purpose, MADE_UP.today)) : may;
};

export const walkConsent: Walk<ConsentDecision, ExpressedDecision> = (state, decision) => walk('MENTOR', state, decision);
export const walkObjection: Walk<ConsentDecision, ExpressedDecision> = (state, decision) => walk('STATISTICS', state, decision);
