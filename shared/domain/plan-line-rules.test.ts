import { describe, expect, it } from 'vitest';
import { lineSigned, lineViews, lineWithout, linesFor, linesTakenOver, partsOf, unsignedLines, writersOf, written, type Professional, type Written } from './plan-line-rules.ts';
import { PlanStatus, type Objective } from './plan.ts';
import type { PlanLine } from './plan-lines.ts';
import { UserRole } from './roles.ts';
import { madeContent as content, madeGoal, madeProgress as progress } from './walks/made-plan.ts';
import { MADE_UP } from './walks/walk.ts';

const who = (role: UserRole, id: string = MADE_UP.other): Professional => ({ id, roles: [role] });
const educator = who('EDUCATOR', MADE_UP.me);
const psychologist = who('PSYCHOLOGIST');
const goal = (id: number, line?: PlanLine): Objective => ({ ...madeGoal, id: `01900000-0000-7000-8000-0000000001${id}0`, ...(line === undefined ? {} : { line }) });
const refusal = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'allowed' : outcome.refusal?.code);
const pair = { content: content(), progress: progress() };
const write = (input: Written, by: Professional, from = pair) => written(from, input, by);

it.each([
  ['EDUCATOR', ['EDUCATION', 'WORK']],
  ['PSYCHOLOGIST', ['PSYCHOLOGICAL']],
  ['SOCIAL_WORKER', ['SOCIAL']],
  ['COORDINATOR', ['EDUCATION', 'PSYCHOLOGICAL', 'SOCIAL', 'WORK']],
  ['DIRECTOR', []],
  ['TEACHER', []],
] as const)('a %s answers for %j', (role, lines) => expect(linesFor([role])).toEqual(lines));

describe('writing', () => {
  const rows = UserRole.options.flatMap((role) => (['EDUCATION', 'PSYCHOLOGICAL', 'SOCIAL', 'WORK'] as const).map((line) => [role, line] as const));
  it.each(rows)('%s in the line %s', (role, line) => {
    const outcome = write({ objectives: [madeGoal, goal(1, line)] }, who(role));
    expect(refusal(outcome)).toBe(linesFor([role]).includes(line) ? 'allowed' : 'plan.notYourLine');
  });

  it.each(PlanStatus.options)('a version that is %s', (status) => {
    expect(refusal(write({ objectives: [] }, educator, { ...pair, progress: progress({ status }) }))).toBe(status === 'DRAFT' ? 'allowed' : 'plan.notDraft');
  });

  it('takes the signature of the changed line away, of no other, and keeps everybody who wrote', () => {
    const signed = { by: MADE_UP.other, on: MADE_UP.today, signature: 'c2ln' };
    const both = { content: content({ objectives: [madeGoal, goal(1, 'PSYCHOLOGICAL')] }), progress: progress({ lines: { ...pair.progress.lines, PSYCHOLOGICAL: { rev: 3, author: MADE_UP.other, signed } } }) };
    const next = write({ objectives: [{ ...madeGoal, title: 'Altfel' }, goal(1, 'PSYCHOLOGICAL')] }, educator, both);
    expect(next.ok && next.value.progress.lines).toEqual({ EDUCATION: { rev: 2, author: MADE_UP.me }, PSYCHOLOGICAL: { rev: 3, author: MADE_UP.other, signed } });
    expect(next.ok && unsignedLines(next.value.content, next.value.progress)).toEqual(['EDUCATION']);
    expect(next.ok && writersOf(next.value.content, next.value.progress)).toEqual(new Set([MADE_UP.me, MADE_UP.other]));
  });

  it('what says the same changes nothing', () => {
    const again = write({ objectives: [{ ...madeGoal, measure: undefined } as never], personStatement: undefined }, psychologist);
    expect(again.ok && again.value.progress).toBe(pair.progress);
  });

  it('two people write different lines of one draft, and neither loses a word', () => {
    const seen = partsOf(pair.progress);
    const first = write({ objectives: [goal(1, 'PSYCHOLOGICAL')], seen: { PSYCHOLOGICAL: seen.PSYCHOLOGICAL ?? -1 } }, psychologist);
    if (!first.ok) throw new Error('refused');
    const second = write({ objectives: [{ ...madeGoal, title: 'Altfel' }], seen: { EDUCATION: seen.EDUCATION ?? -1 } }, educator, first.value);
    expect(second.ok && second.value.content.objectives.map(({ title, line }) => [title, line])).toEqual([['Altfel', undefined], [madeGoal.title, 'PSYCHOLOGICAL']]);
  });

  it.each([
    ['the same line', { objectives: [{ ...madeGoal, title: 'Al doilea' }], seen: { EDUCATION: 1 } }, 'EDUCATION'],
    ['the same words', { objectives: [], personStatement: 'al doilea', seen: { WORDS: 0 } }, 'WORDS'],
    ['a line that somebody moved a goal to', { objectives: [{ ...madeGoal, line: 'WORK' as const }], seen: { WORK: 0 } }, 'WORK'],
  ] as const)('the second on %s is told, and nothing is overwritten', (_name, input, part) => {
    const first = write({ objectives: [{ ...madeGoal, title: 'Primul' }], personStatement: 'primul' }, educator);
    if (!first.ok) throw new Error('refused');
    expect(write(input as Written, educator, first.value)).toMatchObject({ ok: false, refusal: { code: 'plan.changedMeanwhile', params: { part } } });
  });

  it('a plan holds so many goals', () => {
    expect(refusal(write({ objectives: Array.from({ length: 41 }, (_, at) => ({ ...madeGoal, id: `01900000-0000-7000-8000-0000000002${String(at).padStart(2, '0')}` })) }, educator))).toBe('plan.tooManyGoals');
  });
});

describe('signing a line', () => {
  const signed = { by: MADE_UP.other, on: MADE_UP.today, signature: 'c2ln' };
  const both = content({ objectives: [madeGoal, goal(1, 'PSYCHOLOGICAL')] });
  it.each([
    ['its own profession', 'PSYCHOLOGICAL', psychologist, 'DRAFT', 'allowed'],
    ['its own profession, once the person agreed', 'PSYCHOLOGICAL', psychologist, 'AGREED', 'allowed'],
    ['another profession', 'PSYCHOLOGICAL', educator, 'DRAFT', 'plan.notYourLine'],
    ['who leads the area', 'PSYCHOLOGICAL', who('COORDINATOR'), 'DRAFT', 'allowed'],
    ['a line without a goal', 'SOCIAL', who('SOCIAL_WORKER'), 'DRAFT', 'plan.lineEmpty'],
    ['a plan in force', 'PSYCHOLOGICAL', psychologist, 'ACTIVE', 'plan.linesFrozen'],
  ] as const)('%s', (_name, line, by, status, result) => expect(refusal(lineSigned(both, progress({ status }), line, signed, by))).toBe(result));

  it.each([
    ['who opened the plan', educator, {}, 'allowed'],
    ['the coordinator', who('COORDINATOR'), {}, 'allowed'],
    ['a colleague', who('SOCIAL_WORKER'), {}, 'plan.absenceNotYours'],
    ['of a line that is signed', educator, { lines: { PSYCHOLOGICAL: { rev: 1, signed } } }, 'plan.lineIsSigned'],
    ['of a plan in force', educator, { status: 'ACTIVE' }, 'plan.linesFrozen'],
  ] as const)('that nobody is available is said by %s', (_name, by, over, result) => {
    expect(refusal(lineWithout(progress(over), 'PSYCHOLOGICAL', { reason: 'NO_POST', on: MADE_UP.today }, by))).toBe(result);
  });

  it('nobody available stands instead of a signature, until the profession signs or it is taken back', () => {
    const without = lineWithout(progress(), 'PSYCHOLOGICAL', { reason: 'NO_POST', on: MADE_UP.today }, educator);
    if (!without.ok) throw new Error('refused');
    expect(unsignedLines(both, without.value)).toEqual([]);
    const back = lineWithout(without.value, 'PSYCHOLOGICAL', undefined, educator);
    expect(back.ok && unsignedLines(both, back.value)).toEqual(['PSYCHOLOGICAL']);
    const later = lineSigned(both, without.value, 'PSYCHOLOGICAL', signed, psychologist);
    expect(later.ok && lineViews(both, later.value)[1]).toMatchObject({ state: 'SIGNED', signed });
  });

  it('a plan from before there were lines is one line of education, by its author', () => {
    const { lines: _none, ...old } = progress();
    expect(lineViews(content(), old).map(({ line, state, goals, author }) => [line, state, goals, author])).toEqual([
      ['EDUCATION', 'UNSIGNED', 1, MADE_UP.me],
      ['PSYCHOLOGICAL', 'EMPTY', 0, undefined],
      ['SOCIAL', 'EMPTY', 0, undefined],
      ['WORK', 'EMPTY', 0, undefined],
    ]);
    expect(linesTakenOver(content(), old)).toEqual({ EDUCATION: { rev: 0, author: MADE_UP.me } });
  });
});
