import type { Need, NeedCommand, NeedEcho, NeedStatus } from '../need.ts';
import { needsAfter } from '../need-rounds.ts';
import { needsWords } from '../need-machine.ts';
import { updated } from '../need-rules.ts';
import type { DomainAssessment, Round } from '../needs.ts';
import { refused } from '../outcome.ts';
import { nothingAsked } from '../round-rules.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

/** What is answered in a round that has each effect on a need of the domain as a whole. */
const answers: Readonly<Record<NeedEcho, Partial<DomainAssessment>>> = {
  foundAgain: { answer: 'NEED', level: 2 },
  noneNow: { answer: 'NONE' },
  split: { answer: 'NEED', level: 2, items: [{ code: 'DOC_ID', answer: 'NEED', level: 2 }] },
};

const asked = (echo: NeedEcho): Round =>
  ({ id: MADE_UP.other, personId: MADE_UP.me, conductedOn: MADE_UP.today, formVersion: 'f', domains: nothingAsked().map((domain) => (domain.domain === 'IDENTITY_DOCS' ? { ...domain, ...answers[echo] } : domain)) }) as unknown as Round;

export const walkNeed: Walk<NeedStatus, NeedCommand | NeedEcho> = (status, command) => {
  const need = { id: MADE_UP.thing, domain: 'IDENTITY_DOCS', status, openedOn: '2026-01-01', updates: [{ on: '2026-01-01', act: 'found', status }] } as unknown as Need;
  if (command === 'foundAgain' || command === 'noneNow' || command === 'split') {
    const round = asked(command);
    const [changed] = needsAfter({ round, on: MADE_UP.today, by: MADE_UP.me, side: 'PRISON', newId: () => MADE_UP.other }, [round], [need]).changed;
    return changed === undefined ? refused('machine.need', { state: status, command }) : { ok: true, value: changed.status };
  }
  const said = { text: 'said so', lang: 'en', basis: 'PERSON_SAYS' } as const;
  return reached(updated(need, { command, on: MADE_UP.today, side: 'PRISON', ...(needsWords.has(command) ? { said } : {}) }, { id: MADE_UP.other, by: MADE_UP.me, today: MADE_UP.today }), (next) => next.status);
};
