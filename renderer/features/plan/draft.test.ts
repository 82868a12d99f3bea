import { describe, expect, it } from 'vitest';
import { ObjectiveInput } from '../../../shared/contract/casework.ts';
import type { Objective } from '../../../shared/domain/plan.ts';
import { draftOf, goalsWithoutStep, NEW_GOAL, notAdded, titled, withGoal, withNewWords, worded, written } from './draft.ts';
import { added, moved, ofGoals, ofSteps, removed } from './edits.ts';

const id = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;
const goal = (n: number, over: Partial<Objective> = {}): Objective => ({
  id: id(n),
  domain: 'EMPLOYMENT',
  title: `Scopul ${n}`,
  horizon: 'FIRST_30D',
  steps: [{ id: id(n + 5), text: 'Curs de sudor', owner: 'PERSON', carriesOver: true }],
  ...over,
});
const draft = draftOf({ personStatement: 'Vreau acasă.', objectives: [goal(1, { measure: 'contract', targetDate: '2027-02-04' }), goal(2)] });
const titles = ({ goals }: typeof draft): string[] => goals.map(({ title }) => title);

describe('writing a draft', () => {
  it('says again exactly what was read', () => {
    expect(written(draft)).toEqual({ personStatement: 'Vreau acasă.', objectives: [goal(1, { measure: 'contract', targetDate: '2027-02-04' }), goal(2)] });
  });

  it('is always something the core takes, also while a field is empty', () => {
    const emptied = withGoal(draft, id(1), (one) => ({ ...titled(one, '  '), measure: ' ', targetDate: '', steps: one.steps.map((step) => worded(step, '')) }));
    const { objectives } = written(emptied);
    expect(objectives.every((objective) => ObjectiveInput.safeParse(objective).success)).toBe(true);
    expect(objectives[0]).toEqual(goal(1));
  });

  it('leaves out a statement that was emptied', () => {
    expect(written({ ...draft, statement: '  ' })).not.toHaveProperty('personStatement');
  });
});

it('names every goal for which nobody does anything, by its number', () => {
  expect(goalsWithoutStep(draft)).toEqual([]);
  expect(goalsWithoutStep(draftOf({ objectives: [goal(1), goal(2, { steps: [] })] }))).toEqual([{ id: id(2), number: 2 }]);
});

describe('taking back', () => {
  it('a removed goal stands where it was, and words typed meanwhile stay', () => {
    const { next, undo } = ofGoals(draft, removed(draft.goals, id(1)));
    expect(titles(next)).toEqual(['Scopul 2']);
    expect(titles(undo(withGoal(next, id(2), (two) => titled(two, 'Alt scop'))))).toEqual(['Scopul 1', 'Alt scop']);
  });

  it('a moved goal goes back; at the edge nothing moves', () => {
    const { next, undo } = ofGoals(draft, moved(draft.goals, id(1), 1));
    expect(titles(next)).toEqual(['Scopul 2', 'Scopul 1']);
    expect(titles(undo(next))).toEqual(['Scopul 1', 'Scopul 2']);
    expect(titles(ofGoals(draft, moved(draft.goals, id(1), -1)).next)).toEqual(['Scopul 1', 'Scopul 2']);
  });

  it('an added step goes again, from its own goal only', () => {
    const step = { id: id(9), text: 'CV', kept: 'CV', owner: 'EDUCATOR', ownerName: '', dueDate: '', carriesOver: false } as const;
    const { next, undo } = ofSteps(draft, id(2), added(draft.goals[1]!.steps, step));
    expect(next.goals.map(({ steps }) => steps.length)).toEqual([1, 2]);
    expect(undo(next)).toEqual(draft);
  });
});

it('words not added yet stand by their goal; an empty field is none', () => {
  const typed = withNewWords(withNewWords({}, NEW_GOAL, 'un loc'), 'g1', 'cerere');
  expect(typed).toEqual({ [NEW_GOAL]: 'un loc', g1: 'cerere' });
  expect(withNewWords(typed, 'g1', '')).toEqual({ [NEW_GOAL]: 'un loc' });
});

it('finds words that were typed and never added, but not those of a goal that is gone', () => {
  const [first] = draftOf({ objectives: [{ id: 'g1', domain: 'FAMILY', title: 'Vreau', horizon: 'IN_CUSTODY', steps: [] }] } as never).goals;
  const open = { statement: '', goals: first === undefined ? [] : [first] };
  expect(notAdded({ goal: 'Un loc al meu', g1: 'Vizită', gone: 'Altceva' }, open)).toEqual(['goal', 'g1']);
  expect(notAdded({ goal: '   ', g1: '' }, open)).toEqual([]);
});
