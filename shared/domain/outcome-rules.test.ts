import { describe, expect, it } from 'vitest';
import type { Consent } from './consents.ts';
import { CheckpointCounts, OutcomeAnswers, ReturnPayload, SMALLEST_COUNT } from './outcome-return.ts';
import { addedCounts, countedOutcomes, dueCheckpoint, mayBeSeen, mayTell } from './outcome-rules.ts';

const answers: OutcomeAnswers = { accommodation: 'SETTLED', occupation: 'EMPLOYED', compliance: 'COMPLIES', treatment: 'NOT_PLANNED', family: 'KEPT', custody: 'NO' };
const choice = (decision: Consent['decision'], on: string, validTo?: string) => ({ id: on, purpose: 'FOLLOW_UP', decision, on, ...(validTo === undefined ? {} : { validTo }) }) as unknown as Consent;
const today = '2026-11-23';

describe('who may be told by name', () => {
  it.each<[string, Parameters<typeof mayTell>[0], OutcomeAnswers['custody'], unknown]>([
    ['nobody asked', [], 'NO', { ok: false, refusal: { code: 'outcome.noGround' } }],
    ['the person said yes to follow-up', [choice('GIVEN', '2026-10-01')], 'NO', { ok: true, value: 'FOLLOW_UP' }],
    ['the yes has run out', [choice('GIVEN', '2026-10-01', '2026-11-01')], 'NO', { ok: false, refusal: { code: 'outcome.noGround' } }],
    ['the yes was withdrawn', [choice('WITHDRAWN', '2026-11-01'), choice('GIVEN', '2026-10-01')], 'NO', { ok: false, refusal: { code: 'outcome.noGround' } }],
    ['in custody again', [choice('REFUSED', '2026-10-01')], 'YES', { ok: true, value: 'RETURN_TO_CUSTODY' }],
    ['perhaps in custody again', [], 'UNKNOWN', { ok: false, refusal: { code: 'outcome.noGround' } }],
  ])('%s', (_case, choices, custody, outcome) => expect(mayTell(choices, [{ answers: { ...answers, custody, ...(custody === 'UNKNOWN' ? { unknownReason: 'NO_CONTACT' as const } : {}) } }], today)).toMatchObject(outcome as object));

  it('nothing that was not looked at', () => expect(mayTell([choice('GIVEN', '2026-10-01')], [], today)).toMatchObject({ ok: false, refusal: { code: 'outcome.nothing' } }));
});

it('what is unknown says why', () => {
  expect(OutcomeAnswers.safeParse({ ...answers, family: 'UNKNOWN' }).success).toBe(false);
  expect(OutcomeAnswers.safeParse({ ...answers, family: 'UNKNOWN', unknownReason: 'NO_CONTACT' }).success).toBe(true);
});

describe('the checkpoint that is due', () => {
  it.each<[string, string, Parameters<typeof dueCheckpoint>[1], string | undefined]>([
    ['the day of release', today, [], undefined],
    ['the day after', '2026-11-22', [], 'DAY_1'],
    ['the day after, looked at', '2026-11-22', ['DAY_1'], undefined],
    ['a month later the first day is over', '2026-10-24', [], 'DAY_30'],
    ['between two', '2026-09-10', ['DAY_30'], undefined],
    ['two years later', '2024-11-23', [], 'MONTH_24'],
    ['longer ago than anybody looks', '2020-01-01', [], undefined],
  ])('%s', (_case, released, done, checkpoint) => expect(dueCheckpoint(released, done, today)?.checkpoint).toBe(checkpoint));

  it('nothing is seen ahead, or before release', () => {
    expect(mayBeSeen('2026-11-24', undefined, today)).toMatchObject({ refusal: { code: 'outcome.ahead' } });
    expect(mayBeSeen('2026-11-01', '2026-11-02', today)).toMatchObject({ refusal: { code: 'outcome.beforeRelease' } });
    expect(mayBeSeen('2026-11-02', '2026-11-02', today)).toMatchObject({ ok: true });
  });
});

describe('counts', () => {
  const seen = (count: number, over: Partial<OutcomeAnswers> = {}, from = 0) =>
    Array.from({ length: count }, (_, n) => ({ personId: `p${from + n}`, checkpoint: 'DAY_30' as const, observedOn: today, answers: { ...answers, ...over } }));

  it('fewer than five people are not told at all', () => {
    expect(countedOutcomes(seen(SMALLEST_COUNT - 1))).toEqual([]);
    expect(countedOutcomes(seen(SMALLEST_COUNT))).toMatchObject([{ checkpoint: 'DAY_30', people: 5, answers: { accommodation: { SETTLED: 5 } } }]);
  });

  it('one small answer does not come out as the difference', () => {
    const [counted] = countedOutcomes([...seen(6), ...seen(7, { accommodation: 'TEMPORARY' }, 20), ...seen(2, { accommodation: 'ROUGH_SLEEPING' }, 40)]);
    expect(counted?.people).toBe(15);
    expect(counted?.answers.accommodation).toEqual({ TEMPORARY: 7 });
  });

  it('for any mix of answers no number below five is told, nor can be worked out', () => {
    for (let seed = 1; seed < 400; seed += 1) {
      let state = seed;
      const next = (below: number): number => {
        state = (state * 48_271) % 2_147_483_647;
        return state % below;
      };
      const reports = (['SETTLED', 'TEMPORARY', 'UNKNOWN', 'CUSTODY'] as const).flatMap((accommodation, at) => seen(next(9), { accommodation, unknownReason: 'NO_CONTACT' }, at * 20));
      for (const { people, answers: told } of countedOutcomes(reports)) {
        for (const counts of Object.values(told)) {
          const sum = Object.values(counts).reduce((a, b) => a + b, 0);
          expect(Object.values(counts).every((count) => count >= SMALLEST_COUNT)).toBe(true);
          expect(people - sum === 0 || people - sum >= SMALLEST_COUNT).toBe(true);
        }
      }
    }
  });

  it('of one person the last look counts, and what is told is read again', () => {
    const [first] = seen(1);
    if (first === undefined) throw new Error('nobody');
    const counts = countedOutcomes([...seen(5), { ...first, observedOn: '2026-11-24', answers: { ...answers, occupation: 'LOOKING' } }]);
    expect(counts[0]?.people).toBe(5);
    expect(counts.map((one) => CheckpointCounts.parse(one))).toEqual(counts);
    expect(ReturnPayload.safeParse({ format: 'varco-return', version: 1, dataAsOf: today, named: false, counts }).success).toBe(true);
    expect(addedCounts([counts, counts])[0]).toMatchObject({ people: 10, answers: { accommodation: { SETTLED: 10 } } });
  });
});
