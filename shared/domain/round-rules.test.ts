import { describe, expect, it } from 'vitest';
import { needsForms } from '../forms/index.ts';
import { isRestricted } from './base.ts';
import { NeedDomain, type NeedAnswer, type Round } from './needs.ts';
import { closed, confirmed, corrected, disputed, domainOf, lastAsked, mayBeConducted, nothingAsked, restricted, restrictionDecided, skippedRound, standing, withAnswer, withItem } from './round-rules.ts';

/** the long form of the rounds below */
const long = needsForms.long('needs-short-1');
const round = (over: Partial<Round> = {}): Round => ({ domains: nothingAsked(), ...over }) as Round;
const statement = { id: crypto.randomUUID(), text: 'Nu știe unde va dormi.', lang: 'ro', basis: 'PERSON_SAYS', on: '2026-11-22', by: crypto.randomUUID() } as const;

it('starts with all twelve domains not asked', () => {
  expect(nothingAsked().map(({ domain, answer }) => [domain, answer])).toEqual(NeedDomain.options.map((domain) => [domain, 'NOT_ASKED']));
});

describe('recording a domain', () => {
  it.each([
    ['a need without a level', { domain: 'HEALTH', answer: 'NEED' }, 'round.levelNeeded'],
    ['asked and none, with a level', { domain: 'HEALTH', answer: 'NONE', level: 2 }, 'round.levelNotHere'],
    ['refused', { domain: 'HEALTH', answer: 'REFUSED' }, undefined],
    ['asked and none', { domain: 'HEALTH', answer: 'NONE' }, undefined],
  ] as const)('%s', (_name, answer, code) => {
    const next = withAnswer(round(), answer);
    expect(next.ok ? undefined : next.refusal.code).toBe(code);
  });

  it('keeps what was said before when more is said', () => {
    const first = withAnswer(round(), { domain: 'ACCOMMODATION', answer: 'NEED', level: 3, statement });
    const second = first.ok ? withAnswer(first.value, { domain: 'ACCOMMODATION', answer: 'NEED', level: 2, statement: { ...statement, text: 'Sora îl primește.' } }) : first;
    expect(second.ok && second.value.domains[0]).toMatchObject({ level: 2, statements: [{ text: statement.text }, { text: 'Sora îl primește.' }] });
  });

  it('does not touch a closed round', () => {
    expect(withAnswer(round({ closedOn: '2026-11-22' }), { domain: 'HEALTH', answer: 'NONE' })).toMatchObject({ ok: false, refusal: { code: 'round.closed' } });
  });
});

it('a round of which nothing was asked cannot be closed', () => {
  expect(closed(round(), '2026-11-22')).toMatchObject({ ok: false, refusal: { code: 'round.nothingAsked' } });
  const asked = withAnswer(round(), { domain: 'HEALTH', answer: 'REFUSED' });
  expect(asked.ok && closed(asked.value, '2026-11-22')).toMatchObject({ ok: true, value: { closedOn: '2026-11-22' } });
});

const code = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) => outcome.refusal?.code ?? 'allowed';
const personId = '01900000-0000-7000-8000-0000000000cc';

describe('the catalogue of a long round', () => {
  it.each([
    ['a need without a level', 'DOC_ID', { answer: 'NEED' }, 'round.levelNeeded'],
    ['asked and none, with a level', 'DOC_ID', { answer: 'NONE', level: 1 }, 'round.levelNotHere'],
    ['a need of another domain', 'ACC_KEEP', { answer: 'NONE' }, 'round.otherDomain'],
    ['another need that is not said', 'DOC_OTHER', { answer: 'NEED', level: 1 }, 'round.detailNeeded'],
    ['another need, said', 'DOC_OTHER', { answer: 'NEED', level: 1, detail: 'diplomă din străinătate' }, 'allowed'],
    ['preferred not to answer', 'DOC_ID', { answer: 'REFUSED' }, 'allowed'],
    ['taken back', 'DOC_ID', undefined, 'allowed'],
  ] as const)('%s', (_name, item, answer, expected) => {
    expect(code(withItem(round(), long, 'IDENTITY_DOCS', item, answer))).toBe(expected);
    expect(code(withItem(round({ closedOn: '2026-11-22' }), long, 'IDENTITY_DOCS', item, answer))).toBe('round.closed');
  });

  it('a listed need makes the domain one with a need, never less pressing than it was', () => {
    const listed = withItem(round(), long, 'IDENTITY_DOCS', 'DOC_ID', { answer: 'NEED', level: 2 });
    expect(listed).toMatchObject({ ok: true, value: { formVersion: 'needs-long-1' } });
    expect(listed.ok && domainOf(listed.value, 'IDENTITY_DOCS')).toMatchObject({ answer: 'NEED', level: 2, items: [{ code: 'DOC_ID' }] });
    const less = listed.ok ? withItem(listed.value, long, 'IDENTITY_DOCS', 'DOC_TAX', { answer: 'NEED', level: 1 }) : listed;
    expect(less.ok && domainOf(less.value, 'IDENTITY_DOCS').level).toBe(2);
    const asked = withItem(round(), long, 'IDENTITY_DOCS', 'DOC_ID', { answer: 'NONE' });
    expect(asked.ok && domainOf(asked.value, 'IDENTITY_DOCS').answer).toBe('NOT_ASKED');
  });

  it('a domain in which needs are listed is not without need; one taken back frees it', () => {
    const listed = withItem(round(), long, 'IDENTITY_DOCS', 'DOC_ID', { answer: 'NEED', level: 2 });
    expect(listed.ok && code(withAnswer(listed.value, { domain: 'IDENTITY_DOCS', answer: 'NONE' }))).toBe('round.needsListed');
    const freed = listed.ok ? withItem(listed.value, long, 'IDENTITY_DOCS', 'DOC_ID', undefined) : listed;
    expect(freed.ok && domainOf(freed.value, 'IDENTITY_DOCS').items).toBeUndefined();
    expect(freed.ok && code(withAnswer(freed.value, { domain: 'IDENTITY_DOCS', answer: 'NONE' }))).toBe('allowed');
  });
});

it('a statement that would not fit is refused, and strengths are emptied by an empty text', () => {
  const many = { ...round(), domains: nothingAsked().map((domain) => ({ ...domain, statements: Array.from({ length: 20 }, () => statement) })) };
  expect(code(withAnswer(many, { domain: 'HEALTH', answer: 'NONE', statement }))).toBe('round.statementsFull');
  const strong = withAnswer(round(), { domain: 'FAMILY', answer: 'NONE', strengths: 'sora îl sprijină', sources: ['FAMILY'] });
  expect(strong.ok && domainOf(strong.value, 'FAMILY')).toMatchObject({ strengths: 'sora îl sprijină', sources: ['FAMILY'] });
  const emptied = strong.ok ? withAnswer(strong.value, { domain: 'FAMILY', answer: 'NONE', strengths: '', sources: [] }) : strong;
  expect(emptied.ok && domainOf(emptied.value, 'FAMILY')).toEqual({ domain: 'FAMILY', answer: 'NONE', statements: [] });
});

describe('asked again and nothing changed', () => {
  const said = withAnswer(round({ id: 'r1', personId } as Partial<Round>), { domain: 'FAMILY', answer: 'NEED', level: 2, statement, strengths: 'mama' });
  const earlier = said.ok ? said.value : round();

  it('takes over the answer and what was said, each with its own day', () => {
    const same = confirmed(round({ personId }), long, earlier, 'FAMILY');
    expect(same.ok && domainOf(same.value, 'FAMILY')).toMatchObject({ answer: 'NEED', level: 2, statements: [{ on: '2026-11-22' }], strengths: 'mama', confirmedFrom: 'r1' });
    const twice = same.ok ? confirmed(same.value, long, earlier, 'FAMILY') : same;
    expect(twice.ok && domainOf(twice.value, 'FAMILY').statements).toHaveLength(1);
    const changed = same.ok ? withAnswer(same.value, { domain: 'FAMILY', answer: 'NEED', level: 1 }) : same;
    expect(changed.ok && domainOf(changed.value, 'FAMILY')).not.toHaveProperty('confirmedFrom');
  });

  it.each([
    ['of somebody else', round({ personId: 'x' }), 'FAMILY', 'round.nothingToConfirm'],
    ['that was never asked', round({ personId }), 'HEALTH', 'round.nothingToConfirm'],
    ['into a closed round', round({ personId, closedOn: '2026-11-22' }), 'FAMILY', 'round.closed'],
  ] as const)('not an answer %s', (_name, into, domain, expected) => expect(code(confirmed(into, long, earlier, domain))).toBe(expected));
});

describe('an answer that was wrong', () => {
  const answered = withAnswer(round(), { domain: 'FAMILY', answer: 'NEED', level: 3, statement });
  const open = answered.ok ? answered.value : round();
  const right = { domain: 'FAMILY', answer: 'NONE', statement: { ...statement, id: crypto.randomUUID(), text: 'Locuiește cu sora.' }, reason: 'confuzie de dosar', by: 'u1', on: '2026-11-23' } as const;

  it('is put right by a new statement with a reason; what stood there stays readable', () => {
    const next = corrected({ ...open, closedOn: '2026-11-22' }, right);
    expect(next.ok && domainOf(next.value, 'FAMILY')).toMatchObject({
      answer: 'NONE',
      statements: [{ text: statement.text }, { text: 'Locuiește cu sora.' }],
      corrections: [{ was: { answer: 'NEED', level: 3 }, reason: 'confuzie de dosar', statementId: right.statement.id }],
    });
    expect(next.ok && domainOf(next.value, 'FAMILY')).not.toHaveProperty('level');
  });

  it('of an open round is simply answered again', () => expect(code(corrected(open, right))).toBe('round.stillOpen'));

  it('can be disputed by the person, in a closed round too, and a wrongly recorded dispute is taken back', () => {
    const against = disputed({ ...open, closedOn: '2026-11-22' }, statement.id, { text: 'Nu am spus asta.', on: '2026-11-24' });
    expect(against.ok && domainOf(against.value, 'FAMILY').statements[0]).toMatchObject({ disputed: { text: 'Nu am spus asta.' } });
    const back = against.ok ? disputed(against.value, statement.id, undefined) : against;
    expect(back.ok && domainOf(back.value, 'FAMILY').statements[0]).toEqual(statement);
    expect(code(disputed(open, 'nobody', undefined))).toBe('notFound');
  });
});

describe('what stands in each domain', () => {
  const asked = (...answers: (readonly [NeedDomain, NeedAnswer])[]): Pick<Round, 'domains'> => ({
    domains: NeedDomain.options.map((domain) => ({ domain, answer: answers.find(([name]) => name === domain)?.[1] ?? 'NOT_ASKED', statements: [] })),
  });
  const before = asked(['IDENTITY_DOCS', 'NEED'], ['ACCOMMODATION', 'NEED'], ['HEALTH', 'REFUSED']);
  const stands = (...rounds: Pick<Round, 'domains'>[]): string[] => standing(rounds)?.domains.flatMap(({ domain, answer }) => (answer === 'NOT_ASKED' ? [] : `${domain} ${answer}`)) ?? [];

  it.each<[string, Pick<Round, 'domains'>[], string[]]>([
    ['a round just opened hides nothing', [asked(), before], ['ACCOMMODATION NEED', 'IDENTITY_DOCS NEED', 'HEALTH REFUSED']],
    ['what was asked again counts, the rest stands', [asked(['ACCOMMODATION', 'NONE']), before], ['ACCOMMODATION NONE', 'IDENTITY_DOCS NEED', 'HEALTH REFUSED']],
    ['a refusal is an answer', [asked(['IDENTITY_DOCS', 'REFUSED']), before], ['ACCOMMODATION NEED', 'IDENTITY_DOCS REFUSED', 'HEALTH REFUSED']],
  ])('%s', (_name, rounds, expected) => expect(stands(...rounds)).toEqual(expected));

  it('nothing stands where nothing was ever asked', () => {
    expect(standing([])).toBeUndefined();
    expect(standing([asked()])).toBeUndefined();
  });
});

describe('what a round says about itself', () => {
  it('is asked before it is written down', () => {
    expect(code(mayBeConducted('2026-11-23', '2026-11-22'))).toBe('round.inFuture');
    expect(code(mayBeConducted('2026-11-22', '2026-11-22'))).toBe('allowed');
  });

  it('that it was not asked, and why: no domain becomes anything', () => {
    const skipped = skippedRound(round(), { reason: 'NO_INTERPRETER' }, '2026-11-22');
    expect(skipped).toMatchObject({ closedOn: '2026-11-22', skipped: { reason: 'NO_INTERPRETER' } });
    expect(standing([skipped])).toBeUndefined();
    expect(code(withAnswer(skipped, { domain: 'HEALTH', answer: 'NONE' }))).toBe('round.closed');
  });

  it('how the person sees a domain, and what strengths rest on; nothing said takes it away', () => {
    const told = withAnswer(round(), { domain: 'FAMILY', answer: 'NONE', strengths: 'o soră', strengthsBasis: 'OBSERVED', own: { now: 0, matters: 10 } });
    expect(told.ok && domainOf(told.value, 'FAMILY')).toMatchObject({ strengths: 'o soră', strengthsBasis: 'OBSERVED', own: { now: 0, matters: 10 } });
    const kept = told.ok ? withAnswer(told.value, { domain: 'FAMILY', answer: 'NEED', level: 1 }) : told;
    expect(kept.ok && domainOf(kept.value, 'FAMILY')).toMatchObject({ own: { now: 0, matters: 10 }, strengthsBasis: 'OBSERVED' });
    const gone = kept.ok ? withAnswer(kept.value, { domain: 'FAMILY', answer: 'NONE', strengths: '', own: {} }) : kept;
    expect(gone.ok && Object.keys(domainOf(gone.value, 'FAMILY')).toSorted()).toEqual(['answer', 'domain', 'statements']);
  });

  it('"as last time" is the newest closed round that asked the domain, over a skipped one and a new stay', () => {
    const asked = (id: string, on: string, domain: 'FAMILY' | 'HEALTH', over: Partial<Round> = {}): Round => {
      const next = withAnswer(round({ id, conductedOn: on }), { domain, answer: 'NONE' });
      return { ...(next.ok ? next.value : round()), closedOn: on, ...over };
    };
    const rounds = [asked('a', '2020-01-01', 'HEALTH'), asked('b', '2020-02-01', 'FAMILY'), skippedRound(round({ id: 'c', conductedOn: '2021-01-01' }), { reason: 'STAFFING' }, '2021-01-01'), asked('z', '2027-01-01', 'HEALTH')];
    const readmission = round({ id: 'd', conductedOn: '2026-11-22', kind: 'READMISSION' });
    expect([lastAsked(rounds, readmission, 'HEALTH')?.id, lastAsked(rounds, readmission, 'FAMILY')?.id, lastAsked(rounds, readmission, 'LEGAL')]).toEqual(['a', 'b', undefined]);
    const { closedOn: _open, ...open } = rounds[1]!;
    expect(lastAsked([open], readmission, 'FAMILY')).toBeUndefined();
  });
});

describe('restricting a statement', () => {
  const said = (): Round => {
    const next = withAnswer(round(), { domain: 'FINANCE', answer: 'NEED', level: 1, statement });
    if (!next.ok) throw new Error(next.refusal.code);
    return next.value;
  };
  const ana = crypto.randomUUID();
  const dan = crypto.randomUUID();
  const request = { reason: 'Nu este adevărat.', on: '2026-11-22', by: ana };
  const decided = (decision: 'KEPT' | 'LIFTED', by = dan) => ({ decision, reason: 'verificat', on: '2026-11-23', by });

  it('holds at once, is decided by another, and only what was lifted is asked for again', () => {
    const asked = restricted(said(), statement.id, request);
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(domainOf(asked.value, 'FINANCE').statements.map(isRestricted)).toEqual([true]);
    expect(code(restricted(asked.value, statement.id, request))).toBe('round.alreadyRestricted');
    expect(code(restrictionDecided(asked.value, statement.id, decided('LIFTED', ana)))).toBe('round.decidedByAnother');
    const kept = restrictionDecided(asked.value, statement.id, decided('KEPT'));
    expect(kept.ok && domainOf(kept.value, 'FINANCE').statements.map(isRestricted)).toEqual([true]);
    expect(kept.ok && code(restricted(kept.value, statement.id, request))).toBe('round.alreadyRestricted');
    const lifted = restrictionDecided(asked.value, statement.id, decided('LIFTED'));
    expect(lifted.ok && domainOf(lifted.value, 'FINANCE').statements.map(isRestricted)).toEqual([false]);
    expect(lifted.ok && code(restricted(lifted.value, statement.id, request))).toBe('allowed');
    expect(lifted.ok && code(restrictionDecided(lifted.value, statement.id, decided('KEPT')))).toBe('round.nothingToDecide');
  });

  it('needs a statement, and a request to decide', () => {
    expect(code(restricted(said(), ana, request))).toBe('notFound');
    expect(code(restrictionDecided(said(), statement.id, decided('KEPT')))).toBe('round.nothingToDecide');
  });
});
