import { describe, expect, it } from 'vitest';
import { checklists } from '../checklists/index.ts';
import { jurisdictions } from '../jurisdictions/index.ts';
import { checklistItemMachine, stateOf, type Checklist, type ChecklistItem, type ChecklistItemCommand, type ChecklistKind } from './checklist.ts';
import { nextItem, openItemsColumn } from './checklist-columns.ts';
import { dueOn, itemMarked, itemsFor, itemUnmarked, likelyKind, switched, withOwnItem } from './checklist-rules.ts';
import type { ConsentPurpose } from './consents.ts';
import { commandsOf } from './machine.ts';
import { readiness } from './readiness.ts';

const me = '01900000-0000-7000-8000-00000000000a';
const other = '01900000-0000-7000-8000-00000000000b';
const today = '2026-11-22';
const romania = checklists.of('RO');
const list = (kind: ChecklistKind = 'CONDITIONAL'): Checklist =>
  ({ type: 'checklist', kind, template: { code: romania.code, version: romania.version }, startedOn: today, startedBy: me, items: itemsFor(romania, kind) }) as unknown as Checklist;
const value = <T>(outcome: { readonly ok: boolean; readonly value?: T; readonly refusal?: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value as T;
};
const marked = (from: Checklist, code: string, command: ChecklistItemCommand, note?: string, by = me): Checklist => value(itemMarked(from, { code, command, note, on: today, by }));
const item = (of: Checklist, code: string): ChecklistItem => of.items.find((candidate) => candidate.code === code)!;
const state = (of: Checklist, code: string): string => stateOf(item(of, code));

describe('an item of the list', () => {
  it('needs a reason where it cannot be had, does not apply, or was not done after all; a refusal needs none', () => {
    const why = (from: Checklist, command: ChecklistItemCommand) => itemMarked(from, { code: 'BED', command, on: today, by: me });
    expect([why(list(), 'notPossible'), why(list(), 'notApply'), why(marked(list(), 'BED', 'finish'), 'reopen')].map((outcome) => outcome.ok)).toEqual([false, false, false]);
    expect(state(marked(list(), 'BED', 'refuse'), 'BED')).toBe('REFUSED');
    expect(state(marked(marked(list(), 'BED', 'refuse'), 'BED', 'reopen'), 'BED')).toBe('OPEN');
    expect(state(marked(marked(list(), 'BED', 'finish'), 'BED', 'reopen', 'the landlord withdrew'), 'BED')).toBe('OPEN');
  });

  it('keeps who, when and why of every step', () => {
    const twice = marked(marked(list(), 'BED', 'request', 'phoned', other), 'BED', 'finish', 'letter 12');
    expect(item(twice, 'BED').marks).toEqual([{ state: 'REQUESTED', on: today, by: other, note: 'phoned' }, { state: 'DONE', on: today, by: me, note: 'letter 12' }]);
  });

  it.each<[string, Checklist, boolean]>([
    ['one’s own of today', marked(list(), 'BED', 'finish'), true],
    ['another’s', marked(list(), 'BED', 'finish', undefined, other), false],
    ['none', list(), false],
  ])('takes a mark back: %s', (_name, from, may) => {
    const back = itemUnmarked(from, { code: 'BED', on: today, by: me });
    expect(back.ok).toBe(may);
    if (back.ok) expect(state(back.value, 'BED')).toBe('OPEN');
  });

  it('is not taken back on another day, nor on a list that is over', () => {
    expect(itemUnmarked(marked(list(), 'BED', 'finish'), { code: 'BED', on: '2026-11-23', by: me })).toMatchObject({ refusal: { code: 'checklist.nothingToUndo' } });
    expect(itemMarked({ ...list(), endedOn: today }, { code: 'BED', command: 'finish', on: today, by: me })).toMatchObject({ refusal: { code: 'checklist.ended' } });
  });

  it('opened again takes the signature of the second person away; done it does not', () => {
    const signOff = { on: today, by: other, open: [], goesOn: [], signature: 'x' };
    const signed = { ...marked(list(), 'BED', 'finish'), signOff };
    expect(marked(signed, 'MEDICINES', 'finish').signOff).toEqual(signOff);
    expect(marked(signed, 'BED', 'reopen', 'why').signOff).toBeUndefined();
    expect(marked(signed, 'MEDICINES', 'notPossible', 'why').signOff).toBeUndefined();
  });

  it('is offered every step its state knows, and reopens from everywhere', () => {
    for (const from of ['REQUESTED', 'DONE', 'NOT_POSSIBLE', 'REFUSED', 'NOT_APPLICABLE'] as const) expect(commandsOf(checklistItemMachine, from)).toContain('reopen');
  });
});

describe('an item added by hand', () => {
  const own = { domain: 'FAMILY', names: { en: 'x', it: 'x', ro: 'x' }, required: true, dueOffsetDays: -10, owner: 'EDUCATOR' } as const;
  it('has a code of its own', () => expect(value(withOwnItem(value(withOwnItem(list(), own)), own)).items.slice(-2).map(({ code }) => code)).toEqual(['OWN_1', 'OWN_2']));
  it('is nobody’s of the prison after release', () => expect(withOwnItem(list(), { ...own, dueOffsetDays: 3 })).toMatchObject({ refusal: { code: 'checklist.afterRelease' } }));
});

describe('another way of leaving', () => {
  it('keeps what was done by its code, what was begun and is no longer asked for, and what was added by hand', () => {
    const begun = value(withOwnItem(marked(marked(list(), 'BED', 'finish'), 'CIVIL_OBLIGATIONS', 'request'), { domain: 'FAMILY', names: { en: 'x', it: 'x', ro: 'x' }, required: true, dueOffsetDays: -10, owner: 'EDUCATOR' }));
    const now = value(switched(begun, 'END_OF_SENTENCE', romania));
    expect([state(now, 'BED'), item(now, 'CIVIL_OBLIGATIONS').left, item(now, 'OWN_1').own]).toEqual(['DONE', true, true]);
    expect(now.items.some(({ code }) => code === 'BUNDLE_CHECKED')).toBe(false);
    const back = value(switched(now, 'CONDITIONAL', romania));
    expect([state(back, 'BED'), state(back, 'CIVIL_OBLIGATIONS'), item(back, 'CIVIL_OBLIGATIONS').left]).toEqual(['DONE', 'REQUESTED', undefined]);
  });

  it('is refused where it is the same one', () => expect(switched(list(), 'CONDITIONAL', romania)).toMatchObject({ refusal: { code: 'checklist.sameKind' } }));

  it('takes a newer template over', () => {
    const newer = { ...romania, version: romania.version + 1, items: romania.items.filter(({ code }) => code !== 'CV') };
    const now = value(switched(marked(list(), 'BED', 'finish'), 'CONDITIONAL', newer));
    expect([now.template.version, state(now, 'BED'), now.items.some(({ code }) => code === 'CV')]).toEqual([newer.version, 'DONE', false]);
  });
});

describe('the way of leaving the dates speak of', () => {
  it.each<[string, Parameters<typeof likelyKind>[0], string, ChecklistKind]>([
    ['a commission in Romania', { kind: 'COMMISSION', date: '2027-01-20' }, 'RO', 'CONDITIONAL'],
    ['a hearing in Italy', { kind: 'HEARING', date: '2027-01-20' }, 'IT', 'ALTERNATIVE_MEASURE'],
    ['the end of the sentence', { kind: 'END_OF_SENTENCE', date: '2027-01-20' }, 'IT', 'END_OF_SENTENCE'],
    ['a day after tomorrow', { kind: 'END_OF_SENTENCE', date: '2026-11-24' }, 'RO', 'EMERGENCY'],
    ['in three days', { kind: 'END_OF_SENTENCE', date: '2026-11-25' }, 'RO', 'END_OF_SENTENCE'],
    ['no day at all', undefined, 'RO', 'END_OF_SENTENCE'],
  ])('%s', (_name, day, code, expected) => expect(likelyKind(day, jurisdictions.of(code), today)).toBe(expected));
});

describe('days', () => {
  it('are counted from the day that is prepared for, and are never kept', () => {
    expect(dueOn(item(list(), 'BED'), '2027-02-01')).toBe('2026-11-18');
    expect(dueOn(item(list(), 'BED'), undefined)).toBeUndefined();
    expect(JSON.stringify(list().items)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('in an emergency nothing is before release', () => expect(Math.min(...list('EMERGENCY').items.map(({ dueOffsetDays }) => dueOffsetDays))).toBe(0));

  it('are read from the index as from the list, for every day', () => {
    const some = marked(marked(marked(list(), 'BED', 'refuse'), 'IDENTITY_PAPER', 'request'), 'REVIEW_HELD', 'finish');
    const column = openItemsColumn(some);
    for (let ahead = -5; ahead <= 130; ahead += 1) {
      const day = new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(0, 10);
      const until = '2026-12-22';
      const naive = some.items
        .filter((each) => each.dueOffsetDays <= 0 && ((stateOf(each) === 'OPEN' && each.required) || stateOf(each) === 'REQUESTED'))
        .map((each) => dueOn(each, day)!)
        .toSorted();
      const first = naive[0] !== undefined && naive[0] <= until ? naive[0] : undefined;
      const found = nextItem(column, day, today, until);
      expect([ahead, found?.due, found?.count]).toEqual([ahead, first, first === undefined ? undefined : naive.filter((due) => due <= (first > today ? first : today)).length]);
      if (found !== undefined) expect(dueOn(some.items[found.at]!, day)).toBe(found.due);
    }
  });

  it('what comes after release is nobody’s work here', () => {
    const done = list().items.filter(({ dueOffsetDays }) => dueOffsetDays <= 0).reduce((from, { code }) => marked(from, code, 'finish'), list());
    expect(openItemsColumn(done)).toBe('');
  });
});

describe('readiness', () => {
  const none: ReadonlySet<ConsentPurpose> = new Set();
  it('is what is done out of what is required, without what does not apply and what the person refused', () => {
    const required = list().items.filter((each) => each.required && each.dueOffsetDays <= 0).length;
    const some = marked(marked(marked(list(), 'BED', 'refuse'), 'MEDICINES', 'notApply', 'takes none'), 'IDENTITY_PAPER', 'finish');
    expect(readiness(some.items, none)).toEqual({ done: 1, of: required - 2, notApplicable: 1, refused: 1, percent: Math.floor(100 / (required - 2)) });
  });

  it('counts what is not possible as missing, and nothing that is asked for only with a consent that was not given', () => {
    const before = readiness(list().items, none);
    expect(readiness(marked(list(), 'BED', 'notPossible', 'no place').items, none)).toEqual(before);
    const asked = list().items.map((each) => (each.code === 'MENTOR' ? { ...each, required: true } : each));
    expect([readiness(asked, none).of, readiness(asked, new Set<ConsentPurpose>(['MENTOR'])).of]).toEqual([before.of, before.of + 1]);
  });

  it('is no number where nothing is required, and 100 only where all is done', () => {
    expect(readiness([], none).percent).toBeUndefined();
    const all = list().items.filter(({ required }) => required);
    const done = (count: number) => readiness(all.map((each, at) => ({ ...each, marks: at < count ? [{ state: 'DONE' as const, on: today, by: me }] : [] })), none).percent;
    expect([done(all.length), done(all.length - 1)! < 100]).toEqual([100, true]);
  });
});
