import { expect, it } from 'vitest';
import { needsForms } from '../forms/index.ts';
import { buildPersonCase, type CaseParts } from './build-casefile.ts';
import type { Round } from './needs.ts';
import { closed, corrected, disputed, nothingAsked, restricted, restrictionDecided, withAnswer, withItem } from './round-rules.ts';

const id = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;
const said = (n: number, text: string) => ({ id: id(n), text, lang: 'ro', basis: 'PERSON_SAYS', on: '2026-11-22', by: id(9) }) as const;

/** The value of every step, each of which is allowed. */
const after = (round: Round, ...steps: ((now: Round) => ReturnType<typeof withAnswer>)[]): Round =>
  steps.reduce((now, step) => {
    const next = step(now);
    if (!next.ok) throw new Error(next.refusal.code);
    return next.value;
  }, round);

it('of a long round the answer of a domain leaves with its words and disputes; needs one by one, sources and corrections stay', () => {
  const round = after(
    { id: id(1), personId: id(2), conductedOn: '2026-11-22', sources: ['INTERVIEW'], domains: nothingAsked() } as unknown as Round,
    (now) => withItem(now, needsForms.long('needs-short-1'), 'HEALTH', 'HEA_MENTAL', { answer: 'NEED', level: 2, urgency: 'TODAY' }),
    (now) => withItem(now, needsForms.long('needs-short-1'), 'FAMILY', 'FAM_OTHER', { answer: 'NEED', level: 1, detail: 'doar aici' }),
    (now) => withAnswer(now, { domain: 'FAMILY', answer: 'NEED', level: 1, statement: said(3, 'Vrea să o vadă.'), sources: ['STAFF'] }),
    (now) => disputed(now, id(3), { text: 'Nu am spus asta.', on: '2026-11-22' }),
    (now) => closed(now, '2026-11-22'),
    (now) => corrected(now, { domain: 'LEGAL', answer: 'NONE', statement: said(4, 'Nu are dosare.'), reason: 'motivul intern', by: id(9), on: '2026-11-22' }),
  );
  const parts = { today: '2026-11-22', person: { releaseDates: [], decisions: [] }, round, content: { objectives: [] }, progress: { approvals: [], steps: {} }, courses: [], consents: [] } as unknown as CaseParts;
  const { needs } = buildPersonCase(parts);
  expect(needs?.domains.find(({ domain }) => domain === 'HEALTH')).toEqual({ domain: 'HEALTH', answer: 'NEED', level: 2, statements: [] });
  expect(needs?.domains.find(({ domain }) => domain === 'FAMILY')).toMatchObject({ level: 1, statements: [{ text: 'Vrea să o vadă.', disputed: { text: 'Nu am spus asta.' } }] });
  expect(needs?.domains.find(({ domain }) => domain === 'LEGAL')).toMatchObject({ answer: 'NONE', statements: [{ text: 'Nu are dosare.' }] });
  for (const kept of ['HEA_MENTAL', 'doar aici', 'STAFF', 'motivul intern', 'TODAY']) expect(JSON.stringify(needs)).not.toContain(kept);
});

it('a restricted statement stays, and that something was left out is said; one that was lifted leaves without a word of it', () => {
  const request = { reason: 'nu e adevărat', on: '2026-11-22', by: id(9) };
  const told = after(
    { id: id(1), personId: id(2), conductedOn: '2026-11-22', sources: ['INTERVIEW'], domains: nothingAsked() } as unknown as Round,
    (now) => withAnswer(now, { domain: 'FAMILY', answer: 'NEED', level: 1, statement: said(3, 'Are un frate.') }),
    (now) => withAnswer(now, { domain: 'FINANCE', answer: 'NEED', level: 1, statement: said(4, 'Are datorii.'), own: { now: 3, matters: 9 }, strengths: 'plătește la timp' }),
    (now) => restricted(now, id(4), request),
  );
  const caseOf = (round: Round) => buildPersonCase({ today: '2026-11-22', person: { releaseDates: [], decisions: [] }, round, content: { objectives: [] }, progress: { approvals: [], steps: {} }, courses: [], consents: [] } as unknown as CaseParts);
  const leaving = caseOf(told);
  expect(JSON.stringify(leaving)).not.toMatch(/datorii|nu e adevărat|matters/);
  expect(leaving.needs?.domains.find(({ domain }) => domain === 'FAMILY')?.statements).toHaveLength(1);
  expect(leaving.notIncluded).toContainEqual({ what: 'RESTRICTED', why: 'WITHHELD_BY_RULE' });
  const lifted = caseOf(after(told, (now) => restrictionDecided(now, id(4), { decision: 'LIFTED', reason: 'verificat', on: '2026-11-23', by: id(8) })));
  expect(JSON.stringify(lifted)).toContain('Are datorii.');
  expect(JSON.stringify(lifted)).not.toMatch(/nu e adevărat|verificat|RESTRICTED|restricted/);
});
