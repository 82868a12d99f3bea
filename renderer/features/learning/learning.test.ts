import { describe, expect, it } from 'vitest';
import { ORPCError } from '@orpc/client';
import type { LookedUp, RunView, SheetPreview } from '../../../shared/contract/learning.ts';
import { AttendanceMark, type ProgrammeArea } from '../../../shared/domain/learning.ts';
import { actOf, nextMark, typedMeans, type Press } from './grid-keys.ts';
import { linesOf, meantBy } from './look-up.ts';
import { MarkStore, type Change } from './mark-store.ts';
import { emptyPlan, offeredDays, sessionsOf } from './plan-of-days.ts';
import { formOf, hoursOf, programmeForm, programmeOf } from './programme-form.ts';
import { everythingOf, takenOf } from './sheet-choice.ts';
import { cellsOf, entering, fillingColumn, isInert, mayChange, sheetOf, sumsOnSheet } from './sheet-of-marks.ts';
import { commonCommands, stepForm } from './step-form.ts';
import { hoursIn, totalOf } from './total.ts';

const today = '2026-11-22';
const stamp = { v: 1, createdAt: '2026-11-01T08:00:00Z', createdBy: 'u', updatedAt: '2026-11-01T08:00:00Z', updatedBy: 'u', _rev: '1-a' };
const view = (marks: readonly string[], area: ProgrammeArea = 'VOCATIONAL'): RunView => ({
  run: { ...stamp, id: 'run', type: 'run', programmeId: 'p', label: 'Grupa', startsOn: '2026-11-03', endsOn: '2026-12-01', leaders: [], sessions: ['2026-11-03', '2026-11-10', '2026-11-17', '2026-12-01'].map((on, at) => ({ id: `s${at}`, no: at + 1, on, minutes: 120, ...(at === 1 ? { cancelled: 'x' } : {}) })) },
  programme: { ...stamp, id: 'p', type: 'programme', code: 'P', title: { en: 'a', it: 'b', ro: 'c' }, area, provider: 'x', hours: 1, active: true },
  people: marks.map((packed, at) => ({ enrolmentId: `e${at}`, personId: `p${at}`, name: `Om ${at}`, code: `${at}`, status: at === 2 ? 'WAITING' : at === 1 ? 'COMPLETED' : 'ON_PROGRAMME', enrolledOn: today, ...(at === 1 ? { endedOn: '2026-11-04' } : {}), marks: packed, minutes: {} })),
});

describe('keys of the sheet of marks', () => {
  const sheet = { at: { row: 5, column: 5 }, rows: 60, columns: 120, page: 10, language: 'ro' } as const;
  const key = (name: string): Press => {
    const parts = name.split('+');
    return { key: parts.at(-1) ?? '', ctrlKey: parts.includes('Ctrl'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt'), metaKey: false };
  };
  it.each([
    ['ArrowDown', { do: 'move', to: { row: 6, column: 5 }, extend: false }],
    ['Shift+ArrowRight', { do: 'move', to: { row: 5, column: 6 }, extend: true }],
    ['PageUp', { do: 'move', to: { row: 0, column: 5 }, extend: false }],
    ['End', { do: 'move', to: { row: 5, column: 119 }, extend: false }],
    ['Ctrl+End', { do: 'move', to: { row: 59, column: 119 }, extend: false }],
    ['p', { do: 'mark', mark: 'PRESENT' }],
    ['P', { do: 'mark', mark: 'PRESENT' }],
    ['m', { do: 'mark', mark: 'EXCUSED' }],
    ['Delete', { do: 'mark', mark: null }],
    [' ', { do: 'cycle' }],
    ['4', { do: 'digit', digit: '4' }],
    ['Shift+P', { do: 'fill' }],
    ['Ctrl+z', { do: 'undo' }],
    ['Ctrl+Shift+Z', { do: 'redo' }],
    ['Ctrl+y', { do: 'redo' }],
    ['Ctrl+c', { do: 'copy' }],
    ['Shift+A', undefined],
    ['q', undefined],
    ['Ctrl+l', undefined],
    ['Alt+p', undefined],
    ['Tab', undefined],
    ['F9', undefined],
  ])('%s', (name, act) => expect(actOf(key(name), sheet)).toEqual(act));

  it('letters follow the language; an empty sheet leaves every key alone', () => {
    expect(actOf(key('g'), { ...sheet, language: 'it' })).toEqual({ do: 'mark', mark: 'EXCUSED' });
    expect(actOf(key('g'), sheet)).toBeUndefined();
    expect(actOf(key('p'), { ...sheet, rows: 0 })).toBeUndefined();
  });

  it('Space goes through every mark and back to none', () => {
    let mark: AttendanceMark | null = null;
    const seen = Array.from({ length: AttendanceMark.options.length + 1 }, () => (mark = nextMark(mark ?? undefined)));
    expect(seen).toEqual([...AttendanceMark.options, null]);
  });

  it.each([['1', { mark: 'PRESENT' }], ['7', { mark: 'CANCELLED' }], ['8', { minutes: 8 }], ['45', { minutes: 45 }], ['0', { minutes: 0 }]])('typed %s', (typed, means) => expect(typedMeans(typed)).toEqual(means));
});

describe('the sheet', () => {
  const marked = new MarkStore(async () => undefined);
  const base = view(['P...', '....', '....']);
  marked.show(base);
  const sheet = sheetOf(base, today);

  it('has a row for everybody who has begun', () => expect(sheet.people.map(({ name }) => name)).toEqual(['Om 0', 'Om 1']));

  it('takes nothing in a cancelled session, nor after somebody ended', () => {
    expect(cellsOf({ from: { row: 0, column: 0 }, to: { row: 1, column: 3 } }).filter((place) => isInert(sheet, place))).toEqual([
      { row: 0, column: 1 },
      { row: 1, column: 1 },
      { row: 1, column: 2 },
      { row: 1, column: 3 },
    ]);
  });

  it('enters an area as far as it may, and says why it does not go further', () => {
    const all = entering(sheet, cellsOf({ from: { row: 1, column: 3 }, to: { row: 0, column: 2 } }), () => ({ mark: 'HEALTH' }));
    expect(all.changes.map(({ personId, sessionId }) => `${personId} ${sessionId}`)).toEqual(['p0 s2', 'p0 s3']);
    expect(all.refusal).toEqual({ code: 'mark.afterEnd' });
    expect(entering(sheet, [{ row: 0, column: 3 }], () => ({ mark: 'PRESENT' }))).toEqual({ changes: [], refusal: { code: 'mark.toCome' } });
    expect(entering(sheet, [{ row: 0, column: 2 }], () => ({ mark: 'PRESENT', minutes: 121 })).refusal).toEqual({ code: 'mark.tooManyMinutes', params: { minutes: 120 } });
  });

  it('fills a session without touching a mark, and only for those attending', () => {
    expect(fillingColumn(sheet, marked, 0).changes).toEqual([]);
    expect(fillingColumn(sheet, marked, 2).changes).toEqual([{ personId: 'p0', sessionId: 's2', to: { mark: 'PRESENT' } }]);
    expect(fillingColumn(sheet, marked, 3)).toEqual({ changes: [], refusal: { code: 'mark.toCome' } });
  });

  it('sums what stands on the screen, saved or not', () => {
    const store = new MarkStore(() => new Promise(() => undefined));
    store.show(base);
    store.change([{ personId: 'p0', sessionId: 's2', to: { mark: 'ABSENT' } }]);
    expect(sumsOnSheet(sheet, store, 'p0')).toMatchObject({ held: 2, present: 1, absent: 1, percent: 50 });
  });
});

describe('marks on their way', () => {
  /** A core that answers when it is told to. */
  const core = () => {
    const sent: (readonly Change[])[] = [];
    const answers: { readonly done: () => void; readonly fail: (error: unknown) => void }[] = [];
    const store = new MarkStore((changes) => {
      sent.push(changes);
      return new Promise<void>((done, fail) => answers.push({ done, fail }));
    });
    store.show(view(['....']));
    const put = (session: number, mark: Change['to']['mark']) => store.change([{ personId: 'p0', sessionId: `s${session}`, to: { mark } }]);
    const answer = async (at: number, error?: unknown) => {
      if (error === undefined) answers[at]?.done();
      else answers[at]?.fail(error);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    };
    return { store, sent, put, answer, at: (session: number) => store.at('p0', `s${session}`).mark };
  };

  it('go at once, and those typed meanwhile together in the next call', async () => {
    const { sent, put, answer, store } = core();
    put(0, 'PRESENT');
    put(2, 'ABSENT');
    put(3, 'HEALTH');
    put(2, 'PRESENT');
    expect(sent).toHaveLength(1);
    await answer(0);
    expect(sent[1]?.map(({ sessionId, to }) => `${sessionId} ${to.mark}`)).toEqual(['s2 PRESENT', 's3 HEALTH']);
    expect(store.state().phase).toBe('saving');
    await answer(1);
    expect(store.state().phase).toBe('saved');
  });

  it('go without waiting when the page may be about to go', () => {
    const { sent, put, store } = core();
    put(0, 'PRESENT');
    put(2, 'ABSENT');
    void store.flush();
    expect(sent).toHaveLength(2);
  });

  it('stay on the screen until the core says the same, however often it speaks meanwhile', async () => {
    const { store, put, answer, at } = core();
    put(0, 'PRESENT');
    store.show(view(['....']));
    expect(at(0)).toBe('PRESENT');
    await answer(0);
    store.show(view(['P...']));
    store.show(view(['A...']));
    expect(at(0)).toBe('ABSENT');
  });

  it('wait for another try when they could not be written, and leave the screen when they are refused', async () => {
    const { store, sent, put, answer, at } = core();
    put(0, 'PRESENT');
    await answer(0, new ORPCError('FAILED', { data: { code: 'vault.DISK_FULL' } }));
    expect([store.state().phase, at(0)]).toEqual(['failed', 'PRESENT']);
    put(2, 'ABSENT');
    expect(sent[1]?.map(({ sessionId }) => sessionId)).toEqual(['s0', 's2']);
    const refusal = new ORPCError('REFUSED', { data: { code: 'mark.cancelled' } });
    for (const call of [1, 2, 3]) await answer(call, refusal);
    expect([at(0), at(2), store.state().canUndo, store.state().problem]).toEqual([null, null, false, { kind: 'refused', code: 'mark.cancelled', params: {} }]);
  });

  it('are taken off the screen only when they are refused themselves, not with others of their call', async () => {
    const { store, sent, answer, at } = core();
    const refusal = new ORPCError('REFUSED', { data: { code: 'mark.cancelled' } });
    store.change([0, 1, 2].map((session) => ({ personId: 'p0', sessionId: `s${session}`, to: { mark: 'PRESENT' as const } })));
    await answer(0, refusal);
    await answer(1);
    await answer(2, refusal);
    await answer(3);
    expect(sent.slice(1).map((changes) => changes.map(({ sessionId }) => sessionId))).toEqual([['s0'], ['s1'], ['s2']]);
    expect([at(0), at(1), at(2), store.state().phase]).toEqual(['PRESENT', null, 'PRESENT', 'failed']);
  });

  it('wait for another try when the core is lost in the middle of them', async () => {
    const { store, sent, put, answer, at } = core();
    store.change([0, 2].map((session) => ({ personId: 'p0', sessionId: `s${session}`, to: { mark: 'PRESENT' as const } })));
    await answer(0, new ORPCError('REFUSED', { data: { code: 'mark.cancelled' } }));
    await answer(1, new Error('lost'));
    expect([at(0), at(2), store.state().problem]).toEqual(['PRESENT', 'PRESENT', { kind: 'lost' }]);
    put(3, 'ABSENT');
    expect(sent[2]?.map(({ sessionId }) => sessionId)).toEqual(['s0', 's2', 's3']);
  });

  it('are not put again where nothing may be entered any more', () => {
    const { store, sent } = core();
    const sheet = sheetOf(view(['....']), today);
    store.change([0, 1].map((session) => ({ personId: 'p0', sessionId: `s${session}`, to: { mark: 'PRESENT' as const } })));
    const undone = store.undo((change) => mayChange(sheet, change));
    expect(undone.map(({ sessionId }) => sessionId)).toEqual(['s0']);
    expect(store.redo(() => false)).toEqual([]);
    expect([sent.length, store.state().canUndo]).toEqual([1, true]);
  });

  it('are taken back and put again, step by step', () => {
    const { store, put, at } = core();
    put(0, 'PRESENT');
    put(0, 'PRESENT');
    store.change([{ personId: 'p0', sessionId: 's0', to: { mark: 'ABSENT' } }, { personId: 'p0', sessionId: 's2', to: { mark: 'ABSENT' } }]);
    store.undo();
    expect([at(0), at(2)]).toEqual(['PRESENT', null]);
    store.undo();
    expect([at(0), store.state().canUndo]).toEqual([null, false]);
    store.redo();
    store.redo();
    expect([at(0), at(2), store.state().canRedo]).toEqual(['ABSENT', 'ABSENT', false]);
    store.undo();
    put(3, 'HEALTH');
    expect(store.redo()).toEqual([]);
  });
});

describe('a pasted list', () => {
  it('is one line a person, the first cell of a table, each once', () => {
    expect(linesOf(' TM-1 \r\nTM-2\tPopa\n\nTM-1; Ion Popa')).toEqual(['TM-1', 'TM-2', 'Ion Popa']);
    expect(linesOf('x\n'.repeat(3) + Array.from({ length: 500 }, (_, at) => at).join('\n'))).toHaveLength(400);
  });

  it('means a person only when it is one, or one was chosen, and not who is on the course already', () => {
    const who = (id: string, on = false) => ({ id, name: id, code: id, on });
    const found: LookedUp[] = [
      { line: 'a', people: [who('1')], more: false },
      { line: 'b', people: [who('2'), who('3')], more: false },
      { line: 'c', people: [who('4'), who('5')], more: false },
      { line: 'd', people: [who('6', true)], more: false },
      { line: 'e', people: [who('7')], more: true },
      { line: 'f', people: [], more: false },
      { line: 'g', people: [who('1')], more: false },
    ];
    expect(meantBy(found, { b: '3', c: '9' })).toEqual(['1', '3']);
  });
});

describe('days planned by weekdays', () => {
  const plan = { ...emptyPlan('2026-11-23'), to: '2026-11-30', weekdays: [1], without: [] };
  it('offer every day, and leave out those that are pressed out', () => {
    expect(offeredDays({ ...plan, without: ['2026-11-30'] })).toEqual(['2026-11-23', '2026-11-30']);
    expect(sessionsOf({ ...plan, without: ['2026-11-30'] })).toEqual({ sessions: [{ on: '2026-11-23', minutes: 120 }] });
  });
  it.each([
    [{ to: '' }, 'datesMissing'],
    [{ to: '2026-11-01' }, 'endBeforeStart'],
    [{ weekdays: [] }, 'weekdaysMissing'],
    [{ minutes: '0' }, 'minutesWrong'],
    [{ minutes: '1,5' }, 'minutesWrong'],
    [{ weekdays: [3], to: '2026-11-24' }, 'noDays'],
    [{ weekdays: [1, 2, 3, 4, 5, 6, 7], to: '2030-01-01' }, 'tooMany'],
  ])('%o: %s', (change, wrong) => expect(sessionsOf({ ...plan, ...change })).toEqual({ wrong: `learning:plan.${wrong}` }));
});

describe('the form of a programme', () => {
  it.each([['40', 40], ['12,5', 12.5], ['0', 0], ['5001', undefined], ['-1', undefined], ['zece', undefined], ['', undefined]])('hours written %s', (text, hours) => expect(hoursOf(text)).toBe(hours));

  it('asks for the name in the language of the screen and uses it for the others', () => {
    const typed = { code: 'S', en: '', it: '', ro: 'Sudură', area: 'VOCATIONAL', provider: 'x', hours: '8' };
    expect(programmeForm('it').safeParse(typed).error?.issues.map(({ path }) => path[0])).toEqual(['it']);
    const parsed = programmeForm('ro').parse(typed);
    expect(programmeOf(parsed, 'ro').title).toEqual({ en: 'Sudură', it: 'Sudură', ro: 'Sudură' });
  });

  it('shows a repeated name once', () => {
    const row = { ...view([]).programme, runs: 0, underWay: 0, title: { en: 'Welding', it: 'Sudură', ro: 'Sudură' } };
    expect(formOf(row, 'ro')).toMatchObject({ en: 'Welding', it: '', ro: 'Sudură' });
  });
});

describe('a step of an enrolment', () => {
  it('is offered to several only when all of them can take it', () => {
    const on = (status: 'ON_PROGRAMME' | 'ON_HOLD' | 'COMPLETED') => ({ status, area: 'VOCATIONAL' as const });
    expect(commonCommands([on('ON_PROGRAMME'), on('ON_HOLD')])).toEqual(['dropOut', 'exclude', 'stopEarly']);
    expect(commonCommands([on('ON_PROGRAMME'), on('COMPLETED')])).toEqual([]);
    expect(commonCommands([])).toEqual([]);
  });

  it.each([
    [{ command: 'hold' }, ['reason']],
    [{ command: 'complete', on: '2026-11-23' }, ['on']],
    [{ command: '' }, ['command']],
    [{ command: 'dropOut' }, []],
  ])('%o: wrong are %j', (change, wrong) => {
    const checked = stepForm(today).safeParse({ on: today, reason: '', note: '', ...change });
    expect((checked.error?.issues ?? []).map(({ path }) => path[0])).toEqual(wrong);
  });
});

describe('a sheet looked at before it is taken over', () => {
  const row = (personId: string, more: Partial<SheetPreview['rows'][number]> = {}): SheetPreview['rows'][number] => ({ row: 2, personId, name: personId, code: personId, enrolled: true, marks: [{ on: '2026-11-03', nth: 0, mark: 'PRESENT' }, { on: '2026-11-05', nth: 0, mark: 'ABSENT' }], different: 0, leftOut: 0, ...more });
  const preview: SheetPreview = { name: 'foaie.csv', days: [{ on: '2026-11-03', nth: 0, session: 'HELD', minutes: 120 }, { on: '2026-11-05', nth: 0, session: 'MISSING', minutes: 90 }], rows: [row('a'), row('b', { otherName: 'Altul' })], refused: [], columnsWithoutDay: [] };

  it('takes nobody under another name unasked', () => {
    expect(takenOf(preview, everythingOf(preview))).toMatchObject({ replace: false, addSessions: [{ on: '2026-11-05', minutes: 90 }], rows: [{ personId: 'a', marks: [{}, {}] }] });
  });

  it('leaves the marks of days out whose sessions are not wanted', () => {
    const taken = takenOf(preview, { people: new Set(['a', 'b']), addSessions: false, replace: true });
    expect(taken.rows.map(({ marks }) => marks.map(({ on }) => on))).toEqual([['2026-11-03'], ['2026-11-03']]);
    expect(taken.addSessions).toEqual([]);
  });
});

it('courses are summed by what counts, not by percentages', () => {
  const sums = { held: 10, marked: 10, present: 9, excused: 0, absent: 1, minutes: 540, percent: 90 };
  expect(totalOf([sums, { held: 2, marked: 2, present: 0, excused: 0, absent: 2, minutes: 0, percent: 0 }])).toMatchObject({ held: 12, present: 9, percent: 75 });
  expect(totalOf([]).percent).toBeUndefined();
  expect([hoursIn(540), hoursIn(45), hoursIn(100)]).toEqual([9, 0.8, 1.7]);
});
