import { expect, it } from 'vitest';
import type { Objective } from '../../../shared/domain/plan.ts';
import { diffOf } from './diff.ts';

const goal = (id: string, over: Partial<Objective> = {}): Objective => ({
  id,
  domain: 'FAMILY',
  title: 'Să vorbesc cu fiica mea',
  horizon: 'IN_CUSTODY',
  steps: [{ id: `${id}-1`, text: 'Scrisoare', owner: 'PERSON', carriesOver: false }],
  ...over,
});

it.each([
  ['nothing changed', [goal('a')], [goal('a')], [['a', 'SAME', '', 'SAME']]],
  ['a goal came', [goal('a')], [goal('a'), goal('b')], [['a', 'SAME', '', 'SAME'], ['b', 'ADDED', '', 'ADDED']]],
  ['a goal went', [goal('a'), goal('b')], [goal('b')], [['b', 'SAME', '', 'SAME'], ['a', 'REMOVED', '', 'REMOVED']]],
  ['other words', [goal('a')], [goal('a', { title: 'Să o văd' })], [['a', 'CHANGED', 'title', 'SAME']]],
  ['a day was set', [goal('a')], [goal('a', { targetDate: '2027-01-01' })], [['a', 'CHANGED', 'targetDate', 'SAME']]],
  ['only a step went', [goal('a')], [goal('a', { steps: [] })], [['a', 'CHANGED', '', 'REMOVED']]],
  ['a step has another owner', [goal('a')], [goal('a', { steps: [{ ...goal('a').steps[0]!, owner: 'MENTOR' }] })], [['a', 'CHANGED', '', 'CHANGED']]],
  ['only the order', [goal('a'), goal('b')], [goal('b'), goal('a')], [['b', 'SAME', '', 'SAME'], ['a', 'SAME', '', 'SAME']]],
])('%s', (_name, before, after, expected) => {
  const seen = diffOf({ objectives: before }, { objectives: after });
  expect(seen.map(({ id, kind, fields, steps }) => [id, kind, fields.join(), steps.map((step) => step.kind).join()])).toEqual(expected);
});
