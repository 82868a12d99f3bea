import { describe, expect, it } from 'vitest';
import type { Checklist } from './checklist.ts';
import type { Objective, PlanProgress } from './plan.ts';
import { maySignOff, openGoals } from './sign-off-rules.ts';

const list = { startedBy: 'ana' } as Pick<Checklist, 'startedBy' | 'endedOn' | 'signOff'>;
const seen = { open: [], goesOn: [] };
const code = (...args: Parameters<typeof maySignOff>): string | undefined => {
  const outcome = maySignOff(...args);
  return outcome.ok ? undefined : outcome.refusal.code;
};

describe('a list is signed', () => {
  it.each<[string, Parameters<typeof maySignOff>, string | undefined]>([
    ['by a second person, with nothing critical missing', [list, { missing: [], goals: [], by: 'dan' }, seen], undefined],
    ['never by the one who began it', [list, { missing: [], goals: [], by: 'ana' }, seen], 'checklist.secondPersonNeeded'],
    ['not without a reason while something critical is missing', [list, { missing: ['BED'], goals: [], by: 'dan' }, { open: ['BED'], goesOn: [] }], 'checklist.openCritical'],
    ['with a reason, saying what is missing', [list, { missing: ['BED'], goals: [], by: 'dan' }, { open: ['BED'], goesOn: [], reason: 'r' }], undefined],
    ['not by somebody who saw another list', [list, { missing: ['BED', 'MEDICINES'], goals: [], by: 'dan' }, { open: ['BED'], goesOn: [], reason: 'r' }], 'checklist.changedMeanwhile'],
    ['not with a goal left open', [list, { missing: [], goals: ['g', 'h'], by: 'dan' }, { open: [], goesOn: ['g'] }], 'checklist.openGoals'],
    ['with every open goal said to go on', [list, { missing: [], goals: ['g'], by: 'dan' }, { open: [], goesOn: ['g'] }], undefined],
    ['once', [{ ...list, signOff: { on: '2026-11-22', by: 'dan', open: [], goesOn: [], signature: 'x' } }, { missing: [], goals: [], by: 'dan' }, seen], 'checklist.signed'],
    ['not when its road is over', [{ ...list, endedOn: '2026-11-22' }, { missing: [], goals: [], by: 'dan' }, seen], 'checklist.ended'],
  ])('%s', (_name, args, expected) => expect(code(...args)).toBe(expected));
});

it('a goal is open until it is over or handed on itself: its steps do not say so', () => {
  const goal = (id: string): Objective => ({ id, domain: 'FAMILY', title: id, horizon: 'LATER', steps: [{ id: `${id}1`, text: 's', owner: 'PERSON', carriesOver: false }] });
  const states = { a: 'ACHIEVED', b: 'PARTLY_ACHIEVED', c: 'NOT_ACHIEVED', d: 'REMOVED', e: 'HANDED_OVER', f: 'ACTIVE' } as const;
  const progress: Pick<PlanProgress, 'steps' | 'objectives'> = {
    objectives: Object.fromEntries(Object.entries(states).map(([id, status]) => [id, { status, on: '2026-11-22' }])),
    // a step that rests under a goal that is over; every step done under a goal nobody has closed
    steps: { a1: { status: 'IN_PROGRESS', on: '2026-11-22' }, f1: { status: 'DONE', on: '2026-11-22' }, g1: { status: 'DONE', on: '2026-11-22' } },
  };
  const open = openGoals({ content: { objectives: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(goal) }, progress });
  expect(open.map(({ id }) => id)).toEqual(['f', 'g', 'h']);
  expect(openGoals(undefined)).toEqual([]);
});
