import { expect, it } from 'vitest';
import { answeredLinesColumn, linesColumn, unsignedIn } from './line-columns.ts';
import { unsignedLines } from './plan-line-rules.ts';
import { PlanLine, type LineState } from './plan-lines.ts';
import type { PlanContent } from './plan.ts';

const id = '0192a000-0000-7000-8000-000000000001';
const on = '2026-11-20';
const states: Readonly<Record<string, LineState | undefined>> = {
  'never written': undefined,
  written: { rev: 1, author: id },
  signed: { rev: 1, author: id, signed: { by: id, on, signature: 'x' } },
  'nobody there': { rev: 0, notAvailable: { reason: 'NO_POST', by: id, on } },
};

/** Every state of every line, each with and without goals. */
const cases = Object.keys(states).flatMap((state) => PlanLine.options.flatMap((line) => [true, false].map((goals) => [state, line, goals] as const)));

it.each(cases)('%s, %s, with goals: %s: the index names the lines to sign as the plan does', (state, line, goals) => {
  const other = PlanLine.options.find((each) => each !== line);
  const withGoals = goals ? [line, other] : [other];
  const content = { objectives: withGoals.map((of) => ({ id, ...(of === undefined ? {} : { line: of }), domain: 'FAMILY', title: 'x', horizon: 'LATER', steps: [] })) } as Pick<PlanContent, 'objectives'>;
  const known = states[state];
  const lines = known === undefined ? {} : { [line]: known };
  expect(unsignedIn(linesColumn(content), answeredLinesColumn({ lines }))).toEqual(unsignedLines(content, { author: id, lines }));
});

it('a goal from before there were lines is one of education', () => {
  const content = { objectives: [{ id, domain: 'FAMILY', title: 'x', horizon: 'LATER', steps: [] }] } as Pick<PlanContent, 'objectives'>;
  expect(unsignedIn(linesColumn(content), answeredLinesColumn({}))).toEqual(['EDUCATION']);
});

it('a plan without goals has no line to sign', () => expect(unsignedIn(linesColumn({ objectives: [] }), '')).toEqual([]));
