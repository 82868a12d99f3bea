import { describe, expect, it } from 'vitest';
import { finishedColumn, stepsColumn, stepsOf } from './step-columns.ts';
import { marked, marksCarried, objectiveMarked, objectiveStatus, objectiveUnmarked, openObjectives, stepChoices, unmarked } from './plan-mark-rules.ts';
import { PlanStatus } from './plan.ts';
import { madeContent as content, madeGoal as objective, madeProgress as progress, madeStep as step } from './walks/made-plan.ts';
import { MADE_UP } from './walks/walk.ts';

const author = MADE_UP.me;
const refusal = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'allowed' : outcome.refusal?.code);

describe('marking steps', () => {
  const mark = { status: 'DONE', on: '2026-11-22', by: author } as const;
  const active = progress({ status: 'ACTIVE' });

  it.each(PlanStatus.options.map((status) => [status, status === 'ACTIVE' || status === 'UNDER_REVIEW' || status === 'HANDED_OVER' ? 'allowed' : 'plan.notInForce'] as const))('of a version that is %s: %s', (status, result) => {
    expect(refusal(marked(content(), progress({ status }), step.id, mark))).toBe(result);
  });

  it('what stays inside is not handed over', () => {
    const inside = content({ objectives: [{ ...objective, steps: [{ ...step, carriesOver: false }] }] });
    expect(refusal(marked(inside, active, step.id, { ...mark, status: 'HANDED_OVER' }))).toBe('plan.stepStays');
    expect(stepChoices('NOT_STARTED', { carriesOver: false })).toEqual(['NOT_STARTED', 'IN_PROGRESS', 'DONE', 'BLOCKED', 'NOT_NEEDED']);
    expect(stepChoices('NOT_STARTED', { carriesOver: true })).toContain('HANDED_OVER');
    expect(stepChoices('DONE', { carriesOver: true })).toEqual(['DONE', 'IN_PROGRESS']);
  });

  it.each([
    ['cannot be done yet, without a word', 'NOT_STARTED', 'BLOCKED', undefined, 'plan.noteNeeded'],
    ['cannot be done yet, and why', 'NOT_STARTED', 'BLOCKED', 'lipsește actul', 'allowed'],
    ['is not needed, without a word', 'IN_PROGRESS', 'NOT_NEEDED', undefined, 'plan.noteNeeded'],
    ['was not done after all, without a word', 'DONE', 'IN_PROGRESS', undefined, 'plan.noteNeeded'],
    ['was not done after all, and why', 'DONE', 'IN_PROGRESS', 'altă persoană', 'allowed'],
    ['begins', 'NOT_STARTED', 'IN_PROGRESS', undefined, 'allowed'],
  ] as const)('a step that %s', (_name, from, to, note, result) => {
    const at = progress({ status: 'ACTIVE', steps: { [step.id]: { status: from, on: '2026-11-01' } } });
    expect(refusal(marked(content(), at, step.id, { ...mark, status: to, ...(note === undefined ? {} : { note }) }))).toBe(result);
  });

  it('a step of another plan is not there', () => {
    expect(refusal(marked(content(), active, objective.id, mark))).toBe('notFound');
  });

  it('a wrong tick is taken back once, to what stood before', () => {
    const begun = { status: 'IN_PROGRESS', on: '2026-11-10', by: author } as const;
    const ticked = marked(content(), progress({ status: 'ACTIVE', steps: { [step.id]: { ...begun, before: null } } }), step.id, mark);
    const back = ticked.ok ? unmarked(ticked.value, step.id) : ticked;
    expect(back).toMatchObject({ ok: true, value: { steps: { [step.id]: begun } } });
    expect(back.ok && refusal(unmarked(back.value, step.id))).toBe('plan.nothingToUndo');
    const first = marked(content(), active, step.id, mark);
    expect(first.ok && unmarked(first.value, step.id)).toMatchObject({ ok: true, value: { steps: {} } });
  });

  it('what was marked while the next version was written goes with the steps both have', () => {
    const gone = '01900000-0000-7000-8000-000000000099';
    const draft = progress({ steps: { [step.id]: { status: 'NOT_STARTED', on: '2026-11-01' } } });
    const inForce = progress({ status: 'ACTIVE', steps: { [step.id]: mark, [gone]: mark } });
    expect(marksCarried(content(), draft, inForce).steps).toEqual({ [step.id]: mark });
    expect(marksCarried(content(), draft, undefined).steps).toEqual(draft.steps);
  });

  it('a tick taken back while the next version was written does not come back with it', () => {
    const draft = progress({ steps: { [step.id]: mark } });
    expect(marksCarried(content(), draft, progress({ status: 'ACTIVE', steps: {} })).steps).toEqual({});
  });
});

describe('how a goal goes', () => {
  const active = progress({ status: 'ACTIVE' });
  const act = { on: '2026-11-22', by: author } as const;
  const later = { ...objective, horizon: 'LATER' } as const;

  it.each([
    ['a goal that nothing was done for', objective, {}, 'PLANNED'],
    ['one for later', later, {}, 'LATER'],
    ['one for later with a day', { ...later, targetDate: '2027-05-01' }, {}, 'PLANNED'],
    ['one with a step begun', later, { steps: { [step.id]: { status: 'IN_PROGRESS', on: '2026-11-22' } } }, 'ACTIVE'],
    ['one that was marked', later, { objectives: { [objective.id]: { status: 'ACHIEVED', on: '2026-11-22' } } }, 'ACHIEVED'],
  ] as const)('%s', (_name, goal, marks, status) => expect(objectiveStatus(goal, { steps: {}, ...marks })).toBe(status));

  it.each([
    ['removed without a reason', objective, { command: 'remove' }, 'plan.removalReasonNeeded'],
    ['removed with one', objective, { command: 'remove', reason: 'NO_LONGER_WANTED' }, 'allowed'],
    ['of later, begun without a day', later, { command: 'begin' }, 'plan.targetDateNeeded'],
    ['of later, begun with a day that has passed', later, { command: 'begin', targetDate: '2026-11-21' }, 'plan.targetDatePast'],
    ['of later, begun with a day', later, { command: 'begin', targetDate: '2027-05-01' }, 'allowed'],
    ['achieved before it was begun', objective, { command: 'achieve' }, 'machine.objective'],
  ] as const)('a goal %s', (_name, goal, how, result) => expect(refusal(objectiveMarked(content({ objectives: [goal] }), active, objective.id, { ...act, ...how }))).toBe(result));

  it.each(PlanStatus.options.filter((status) => !['ACTIVE', 'UNDER_REVIEW', 'HANDED_OVER'].includes(status)))('nothing goes on in a version that is %s', (status) => {
    expect(refusal(objectiveMarked(content(), progress({ status }), objective.id, { ...act, command: 'begin' }))).toBe('plan.notInForce');
  });

  it('a goal that is over rests with its steps, and wakes with them when it is taken up again with a note', () => {
    const gone = objectiveMarked(content(), active, objective.id, { ...act, command: 'remove', reason: 'CHANGED_CIRCUMSTANCES' });
    if (!gone.ok) throw new Error('refused');
    const states = (plan: typeof active) => [...stepsOf({ steps: stepsColumn(content()), finished: finishedColumn(plan) })].map(({ state }) => state);
    expect(states(gone.value)).toEqual(['OVER']);
    expect(openObjectives(content(), gone.value)).toEqual([]);
    expect(refusal(objectiveMarked(content(), gone.value, objective.id, { ...act, command: 'readd' }))).toBe('plan.readdNoteNeeded');
    const back = objectiveMarked(content(), gone.value, objective.id, { ...act, command: 'readd', note: 'vrea din nou' });
    expect(back.ok && states(back.value)).toEqual(['OPEN']);
  });

  it('a wrong mark is taken back once', () => {
    const begun = objectiveMarked(content(), active, objective.id, { ...act, command: 'begin' });
    const done = begun.ok ? objectiveMarked(content(), begun.value, objective.id, { ...act, command: 'achieve', note: 'contract semnat' }) : begun;
    expect(done).toMatchObject({ ok: true, value: { objectives: { [objective.id]: { status: 'ACHIEVED', note: 'contract semnat', rests: [step.id] } } } });
    const back = done.ok ? objectiveUnmarked(done.value, objective.id) : done;
    expect(back).toMatchObject({ ok: true, value: { objectives: { [objective.id]: { status: 'ACTIVE' } } } });
    expect(back.ok && refusal(objectiveUnmarked(back.value, objective.id))).toBe('plan.nothingToUndo');
  });
});
