import { describe, expect, it } from 'vitest';
import type { DecisionCommand } from './decision.ts';
import type { Decision, ReleaseDate } from './people.ts';
import { statusAfter } from './person-machine.ts';
import { mayBeEntered, nextDecisionSteps, sameCode, withDate, withDecision } from './person-rules.ts';

const by = '01900000-0000-7000-8000-000000000001';
const date = (over: Partial<ReleaseDate>): ReleaseDate => ({
  id: crypto.randomUUID(),
  kind: 'COMMISSION',
  date: '2027-01-15',
  certainty: 'CALCULATED',
  source: 'register',
  setOn: '2026-11-22',
  setBy: by,
  ...over,
});

describe('who may be entered', () => {
  it.each([
    ['2008-11-22', true],
    ['2008-11-23', false],
    ['1964-02-29', true],
    ['2030-01-01', false],
  ])('born %s: %s', (birthDate, ok) => {
    expect(mayBeEntered(birthDate, '2026-11-22').ok).toBe(ok);
  });

  it('born on 29 February comes of age on 1 March', () => {
    expect(mayBeEntered('2008-02-29', '2026-02-28').ok).toBe(false);
    expect(mayBeEntered('2008-02-29', '2026-03-01').ok).toBe(true);
  });
});

describe('dates on the road to release', () => {
  it('keeps a replaced date readable as superseded, with the reason for the change', () => {
    const first = date({});
    const next = withDate([first], date({ date: '2027-06-01', reasonForChange: 'comisia a amânat', setOn: '2026-12-08' }));
    expect(next).toMatchObject({ ok: true, value: [{ date: '2027-01-15', supersededOn: '2026-12-08' }, { date: '2027-06-01' }] });
  });

  it('asks why when a date of the same kind is replaced', () => {
    expect(withDate([date({})], date({ date: '2027-06-01' }))).toMatchObject({ ok: false, refusal: { code: 'date.reasonNeeded' } });
  });

  it('refuses the same date twice, but takes it when it is more certain', () => {
    expect(withDate([date({})], date({}))).toMatchObject({ ok: false, refusal: { code: 'date.same' } });
    expect(withDate([date({})], date({ certainty: 'DECIDED', reasonForChange: 'hotărâre' })).ok).toBe(true);
  });
});

describe('the release decision', () => {
  const walk = (steps: readonly [DecisionCommand, string?][]) => {
    let decisions: Decision[] = [];
    for (const [command, newTerm] of steps) {
      const next = withDecision(decisions, { command, on: '2026-12-08', by, source: 'act', newId: crypto.randomUUID(), newTerm }, { today: '2026-12-08' });
      if (!next.ok) return next.refusal.code;
      decisions = next.value;
    }
    return decisions.at(-1)?.state;
  };

  it.each<[string, readonly [DecisionCommand, string?][], string]>([
    ['proposed, granted, final, released', [['propose'], ['grant'], ['becomeFinal'], ['release']], 'RELEASED'],
    ['granted is not final: an appeal can still refuse', [['propose'], ['grant'], ['refuse', '2027-06-08']], 'REFUSED'],
    ['postponed to a new term, then expected again', [['postpone', '2027-06-08'], ['expectAgain'], ['propose']], 'PROPOSED'],
    ['nobody is released without a final decision', [['propose'], ['grant'], ['release']], 'machine.decision'],
    ['a postponement without a term', [['postpone']], 'decision.newTermNeeded'],
    ['a term more than a year away', [['postpone', '2027-12-09']], 'decision.newTermTooFar'],
    ['a term of exactly a year', [['postpone', '2027-12-08']], 'POSTPONED'],
    ['a term that lies before', [['postpone', '2026-12-08']], 'decision.newTermPast'],
    ['a term where none belongs', [['propose', '2027-06-08']], 'decision.newTermNotHere'],
  ])('%s', (_name, steps, end) => {
    expect(walk(steps)).toBe(end);
  });

  describe('the term for appeal', () => {
    const granted: Decision[] = [{ id: by, state: 'GRANTED_NOT_FINAL', openedOn: '2026-11-01', history: [{ state: 'GRANTED_NOT_FINAL', on: '2026-12-01', by, source: 'act' }] }];
    const next = (command: DecisionCommand, on: string, appealDays: number | undefined, from = granted) =>
      withDecision(from, { command, on, by, source: 'act', newId: by, ...(command === 'refuse' ? { newTerm: '2027-06-01' } : {}) }, { today: '2026-12-08', appealDays });
    const code = (outcome: ReturnType<typeof next>): unknown => (outcome.ok ? outcome.value.at(-1)?.state : outcome.refusal);

    it.each<[string, DecisionCommand, string, number | undefined, unknown]>([
      ['RO: the day after the grant', 'becomeFinal', '2026-12-02', 3, { code: 'decision.notFinalYet', params: { on: '2026-12-05' } }],
      ['RO: the last day on which it can be appealed against', 'becomeFinal', '2026-12-04', 3, { code: 'decision.notFinalYet', params: { on: '2026-12-05' } }],
      ['RO: the day after', 'becomeFinal', '2026-12-05', 3, 'FINAL'],
      ['IT: at once', 'becomeFinal', '2026-12-01', undefined, 'FINAL'],
      ['RO: appealed against', 'appeal', '2026-12-03', 3, 'APPEALED'],
      ['IT: no appeal suspends it', 'appeal', '2026-12-03', undefined, { code: 'decision.noAppeal' }],
      ['a step of tomorrow', 'becomeFinal', '2026-12-09', 3, { code: 'decision.inFuture' }],
      ['a step before the grant', 'refuse', '2026-11-30', 3, { code: 'decision.beforeLast', params: { on: '2026-12-01' } }],
    ])('%s', (_name, command, on, days, expected) => expect(code(next(command, on, days))).toEqual(expected));

    it('is offered where the state allows it and an appeal is possible; after a release it starts anew', () => {
      const days = { appeal: { days: 3 } };
      const at = (state: Decision['state']): Decision[] => [{ id: by, state, openedOn: '2026-11-01', history: [] }];
      expect(nextDecisionSteps([], days)).toEqual(['propose', 'postpone', 'grant', 'refuse']);
      expect(nextDecisionSteps(at('RELEASED'), days)).toEqual(['propose', 'postpone', 'grant', 'refuse']);
      expect(nextDecisionSteps(at('FINAL'), days)).toEqual(['release']);
      expect(nextDecisionSteps(granted, days)).toEqual(['appeal', 'becomeFinal', 'refuse']);
      expect(nextDecisionSteps(granted, {})).toEqual(['becomeFinal', 'refuse']);
    });

    it('an appeal suspends the grant: dismissed, it is final on the day of the higher court; allowed, there is a new term', () => {
      const appealed = next('appeal', '2026-12-02', 3);
      if (!appealed.ok) throw new Error(appealed.refusal.code);
      expect(code(next('becomeFinal', '2026-12-03', 3, appealed.value))).toBe('FINAL');
      expect(code(next('refuse', '2026-12-03', 3, appealed.value))).toBe('REFUSED');
      expect(code(next('release', '2026-12-03', 3, appealed.value))).toMatchObject({ code: 'machine.decision' });
    });
  });

  it('opens a new decision after a release', () => {
    const released: Decision = { id: by, state: 'RELEASED', openedOn: '2020-01-01', history: [] };
    const next = withDecision([released], { command: 'propose', on: '2026-12-08', by, source: 'act', newId: crypto.randomUUID() }, { today: '2026-12-08' });
    expect(next).toMatchObject({ ok: true, value: [{ state: 'RELEASED' }, { state: 'PROPOSED' }] });
  });

  it.each([
    ['PRE_RELEASE', 'postpone', 'ACTIVE'],
    ['PRE_RELEASE', 'refuse', 'ACTIVE'],
    ['ACTIVE', 'becomeFinal', 'PRE_RELEASE'],
    ['PRE_RELEASE', 'release', 'RELEASED_FOLLOW_UP'],
    ['DECEASED', 'release', 'DECEASED'],
    ['AWAY', 'postpone', 'AWAY'],
    ['AWAY', 'release', 'RELEASED_FOLLOW_UP'],
  ] as const)('%s after %s is %s', (status, command, after) => {
    expect(statusAfter(status, command)).toBe(after);
  });
});

it('takes two spellings of a register number for one', () => {
  expect(sameCode({ code: 'TM-2021-1035' }, { code: 'tm 2021/1035' })).toBe(true);
  expect(sameCode({ code: 'TM-2021-1035' }, { code: 'TM-2021-1036' })).toBe(false);
});
