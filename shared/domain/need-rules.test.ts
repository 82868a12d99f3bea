import { describe, expect, it } from 'vitest';
import { needsAfter } from './need-rounds.ts';
import { takenBack, updated, type NeedAct } from './need-rules.ts';
import { MOST_UPDATES, type Need, type NeedStatus } from './need.ts';
import { allSettled } from './missing-rules.ts';
import type { DomainAssessment, Round } from './needs.ts';
import { nothingAsked } from './round-rules.ts';

const id = (n: number): string => `01900000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
const TODAY = '2026-11-22';
const ana = id(90);
const person = id(91);
const actor = { id: id(80), by: ana, today: TODAY };
const said = { text: 'A depus cererea.', lang: 'ro', basis: 'DOCUMENT' } as const;

const need = (status: NeedStatus = 'OPEN', over: Partial<Need> = {}): Need =>
  ({ type: 'need', id: id(1), personId: person, domain: 'IDENTITY_DOCS', roundId: id(50), formVersion: 'f', openedOn: '2026-10-01', status, updates: [{ id: id(2), on: '2026-10-01', by: ana, side: 'PRISON', act: 'found', status }], ...over }) as Need;
const act = (over: Partial<NeedAct> = {}): NeedAct => ({ command: 'start', on: TODAY, side: 'PRISON', ...over });
const codeOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) => outcome.refusal?.code ?? 'allowed';

describe('what became of a need', () => {
  it.each<[string, Need, Partial<NeedAct>, string]>([
    ['is recorded', need(), {}, 'allowed'],
    ['has happened', need(), { on: '2026-11-23' }, 'need.inFuture'],
    ['comes after what was recorded before', need(), { on: '2026-09-30' }, 'need.beforeLast'],
    ['may be of the same day', need(), { on: '2026-10-01' }, 'allowed'],
    ['says why it could not be met', need(), { command: 'miss' }, 'need.wordsNeeded'],
    ['says why it could not be met, in words', need(), { command: 'miss', said }, 'allowed'],
    ['says why it is open again', need('MET'), { command: 'reopen' }, 'need.wordsNeeded'],
    ['says what is noted', need('MET'), { command: 'note' }, 'need.wordsNeeded'],
    ['asks no reason of somebody who declines', need(), { command: 'decline' }, 'allowed'],
    ['is not met twice', need('MET'), { command: 'meet' }, 'machine.need'],
    ['has an end', need('OPEN', { updates: Array.from({ length: MOST_UPDATES }, () => need().updates[0]!) }), {}, 'need.full'],
  ])('%s', (_name, from, change, code) => expect(codeOf(updated(from, act(change), actor))).toBe(code));

  it('keeps every entry with its day, its side and what it rests on', () => {
    const next = updated(need(), act({ command: 'meet', side: 'PARTNER', urgency: 'THIS_WEEK', said }), actor);
    expect(next).toMatchObject({ ok: true, value: { status: 'MET', urgency: 'THIS_WEEK', updates: [{ act: 'found' }, { act: 'meet', on: TODAY, by: ana, side: 'PARTNER', status: 'MET', said }] } });
  });

  it('is taken back by who recorded it today, and what stood before stands again', () => {
    const before = need('OPEN', { urgency: 'BEFORE_RELEASE', updates: [{ ...need().updates[0]!, urgency: 'BEFORE_RELEASE' }] });
    const met = updated(before, act({ command: 'meet', urgency: 'TODAY' }), actor);
    expect(met.ok && takenBack(met.value, actor, TODAY, TODAY)).toEqual({ ok: true, value: before });
    expect(met.ok && codeOf(takenBack(met.value, actor, '2026-11-21', TODAY))).toBe('need.nothingToUndo');
    expect(met.ok && codeOf(takenBack(met.value, { by: id(92) }, TODAY, TODAY))).toBe('need.nothingToUndo');
    // what a round found is taken back by asking again
    expect(codeOf(takenBack(before, actor, TODAY, TODAY))).toBe('need.nothingToUndo');
  });
});

/** A round in which these domains were answered. */
const round = (on: string, answers: Partial<Record<string, Partial<DomainAssessment>>>, over: Partial<Round> = {}): Round =>
  ({ id: id(60), personId: person, conductedOn: on, closedOn: on, formVersion: 'needs-long-1', domains: nothingAsked().map((domain) => ({ ...domain, ...answers[domain.domain] })), ...over }) as unknown as Round;

const after = (asked: Round, needs: readonly Need[], others: readonly Round[] = []) => {
  let made = 0;
  const { found, changed } = needsAfter({ round: asked, on: asked.conductedOn, by: ana, side: 'PRISON', newId: () => id(70 + (made += 1)) }, [asked, ...others], needs);
  return [...found.map(({ domain, code, status }) => `+ ${domain} ${code ?? '*'} ${status}`), ...changed.map(({ domain, code, status, updates }) => `${updates.at(-1)!.act} ${domain} ${code ?? '*'} ${status}`)];
};

const NEED = { answer: 'NEED', level: 2 } as const;
const listed = (...items: [string, 'NEED' | 'NONE' | 'REFUSED'][]): Partial<DomainAssessment> => ({ ...NEED, items: items.map(([code, answer]) => ({ code, answer, ...(answer === 'NEED' ? { level: 2 } : {}) })) });

describe('a round that is closed', () => {
  it.each<[string, Partial<Record<string, Partial<DomainAssessment>>>, readonly Need[], readonly string[]]>([
    ['opens what it found, and nothing it did not ask', { IDENTITY_DOCS: NEED, HEALTH: { answer: 'NONE' }, FAMILY: { answer: 'REFUSED' } }, [], ['+ IDENTITY_DOCS * OPEN']],
    ['opens the needs of a domain that was asked one by one, not the domain', { IDENTITY_DOCS: listed(['DOC_ID', 'NEED'], ['DOC_BIRTH', 'NONE'], ['DOC_TAX', 'NEED']) }, [], ['+ IDENTITY_DOCS DOC_ID OPEN', '+ IDENTITY_DOCS DOC_TAX OPEN']],
    ['goes on with what it found again', { IDENTITY_DOCS: NEED }, [need('IN_PROGRESS')], ['foundAgain IDENTITY_DOCS * IN_PROGRESS']],
    ['opens again what was met and is needed again', { IDENTITY_DOCS: NEED }, [need('MET')], ['foundAgain IDENTITY_DOCS * OPEN']],
    ['leaves declined what the person declined', { IDENTITY_DOCS: NEED }, [need('DECLINED')], ['foundAgain IDENTITY_DOCS * DECLINED']],
    ['ends what it asked and is none now', { IDENTITY_DOCS: { answer: 'NONE' } }, [need(), need('MET', { id: id(3), code: 'DOC_ID' })], ['noneNow IDENTITY_DOCS * NO_LONGER']],
    ['ends one need of the catalogue that is none now', { IDENTITY_DOCS: listed(['DOC_ID', 'NONE'], ['DOC_TAX', 'NEED']) }, [need('OPEN', { code: 'DOC_ID' })], ['+ IDENTITY_DOCS DOC_TAX OPEN', 'noneNow IDENTITY_DOCS DOC_ID NO_LONGER']],
    ['lets needs asked one by one stand for the domain', { IDENTITY_DOCS: listed(['DOC_ID', 'NEED']) }, [need()], ['+ IDENTITY_DOCS DOC_ID OPEN', 'split IDENTITY_DOCS * NO_LONGER']],
    ['opens no domain beside needs of it that are open', { IDENTITY_DOCS: NEED }, [need('OPEN', { code: 'DOC_ID' })], []],
    ['opens the domain when its needs were all met', { IDENTITY_DOCS: NEED }, [need('MET', { code: 'DOC_ID' })], ['+ IDENTITY_DOCS * OPEN']],
    ['changes nothing in what the person preferred not to answer', { IDENTITY_DOCS: { answer: 'REFUSED' } }, [need()], []],
    ['changes nothing recorded after its day', { IDENTITY_DOCS: { answer: 'NONE' } }, [need('MET', { updates: [{ ...need().updates[0]!, on: '2026-11-21', status: 'MET' }] })], []],
  ])('%s', (_name, answers, needs, expected) => expect(after(round('2026-11-20', answers), needs)).toEqual(expected));

  it('changes nothing where a newer round has asked since: paper typed in later is history', () => {
    const newer = round('2026-11-21', { IDENTITY_DOCS: { answer: 'NONE' } }, { id: id(61) });
    expect(after(round('2026-11-20', { IDENTITY_DOCS: NEED, FINANCE: NEED }), [], [newer])).toEqual(['+ FINANCE * OPEN']);
  });

  it('says the same only once: put right in another domain it repeats nothing', () => {
    const asked = round('2026-11-20', { IDENTITY_DOCS: NEED });
    const { changed } = needsAfter({ round: asked, on: TODAY, by: ana, side: 'PRISON', newId: () => id(77) }, [asked], [need('OPEN', { roundId: asked.id, level: 2 })]);
    expect(changed).toEqual([]);
  });
});

it.each<[string, readonly NeedStatus[], boolean]>([
  ['met', ['MET'], true],
  ['declined by the person', ['DECLINED'], true],
  ['met and gone', ['MET', 'NO_LONGER'], true],
  ['met, another open', ['MET', 'OPEN'], false],
  ['met in part', ['PARTLY_MET'], false],
  ['could not be met', ['NOT_MET'], false],
  ['none found', [], false],
])('nothing is missing where needs are %s', (_name, states, settled) => {
  expect(allSettled(states.map((status) => ({ domain: 'IDENTITY_DOCS' as const, status })), 'IDENTITY_DOCS')).toBe(settled);
});
