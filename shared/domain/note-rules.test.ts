import { describe, expect, it } from 'vitest';
import { NoteKind, type Note } from './note.ts';
import { corrected, disputed, mayTakeBack, namedInCommonText, usualBasis } from './note-rules.ts';

const ana = '0190c0de-0000-7000-8000-000000000001';
const dan = '0190c0de-0000-7000-8000-000000000002';
const today = '2026-11-22';
const now = '2026-11-22T10:00:00.000Z';
const words = { kind: 'CONVERSATION', basis: 'PERSON_SAYS', on: '2026-11-20', text: 'Vrea să sune acasă.', lang: 'ro' } as const;
const note: Note = {
  id: '0190c0de-0000-7000-8000-000000000009',
  v: 1,
  createdAt: '2026-11-20T10:00:00.000Z',
  createdBy: ana,
  updatedAt: '2026-11-20T10:00:00.000Z',
  updatedBy: ana,
  type: 'note',
  personId: '0190c0de-0000-7000-8000-000000000008',
  ...words,
  earlier: [],
  disputes: [],
};
const actor = { id: ana, leads: false, today, now };
const dispute = { id: '0190c0de-0000-7000-8000-000000000007', text: 'Nu am spus asta.', on: today, recordedBy: dan, recordedAt: now };

it('gives every kind of note something it usually rests on', () => {
  for (const kind of NoteKind.options) expect(usualBasis[kind]).toBeDefined();
});

describe('a correction', () => {
  it('keeps the words before, with the reason and who corrected', () => {
    const outcome = corrected(note, { ...words, text: 'Vrea să sune la sora lui.' }, 'am înțeles greșit', actor);
    expect(outcome).toMatchObject({
      ok: true,
      value: { text: 'Vrea să sune la sora lui.', createdBy: ana, earlier: [{ ...words, until: now, correctedBy: ana, reason: 'am înțeles greșit' }] },
    });
  });

  it.each([
    ['of somebody else’s note is refused', { ...actor, id: dan }, { ...words, text: 'alta' }, 'note.notYours'],
    ['that changes nothing is refused', actor, words, 'note.sameWords'],
    ['to a day that has not come is refused', actor, { ...words, on: '2026-11-23' }, 'note.inFuture'],
  ])('%s', (_case, by, next, code) => expect(corrected(note, next, 'motiv', by)).toEqual({ ok: false, refusal: { code } }));

  it('may be made by whoever leads: the writer may have left', () => {
    expect(corrected(note, { ...words, text: 'alta' }, 'cererea persoanei', { ...actor, id: dan, leads: true })).toMatchObject({ ok: true, value: { earlier: [{ correctedBy: dan }] } });
  });

  it('ends at the limit', () => {
    const often = { ...note, earlier: Array.from({ length: 50 }, () => ({ ...words, until: now, correctedBy: ana, reason: 'x' })) };
    expect(corrected(often, { ...words, text: 'alta' }, 'motiv', actor)).toMatchObject({ refusal: { code: 'note.tooManyCorrections' } });
  });
});

describe('the person’s disagreement', () => {
  it('stands beside the note and changes none of its words', () => {
    expect(disputed(note, dispute, today)).toEqual({ ok: true, value: { ...note, disputes: [dispute] } });
  });
  it('is not dated in the future', () => {
    expect(disputed(note, { ...dispute, on: '2026-12-01' }, today)).toMatchObject({ refusal: { code: 'note.inFuture' } });
  });
});

describe('a slip', () => {
  it.each([
    ['is taken back by its writer before the lock', note, ana, true, undefined],
    ['is not taken back by somebody else', note, dan, true, 'note.notYours'],
    ['is not taken back after a lock', note, ana, false, 'note.sessionOver'],
    ['is not taken back once disputed', { ...note, disputes: [dispute] }, ana, true, 'note.builtUpon'],
    ['is not taken back once corrected', { ...note, earlier: [{ ...words, until: now, correctedBy: ana, reason: 'x' }] }, ana, true, 'note.builtUpon'],
  ])('%s', (_case, of, by, sameSession, code) => {
    const outcome = mayTakeBack(of, by, sameSession);
    expect(outcome.ok ? undefined : outcome.refusal.code).toBe(code);
  });
});

describe('one text for several people', () => {
  const people = [
    { id: '1', code: 'TM-2025-1063', familyName: 'Mureșan' },
    { id: '2', code: 'TM-2026-0007', familyName: 'Țîrlea' },
    { id: '3', code: '12', familyName: 'Pop' },
  ];
  const named = (text: string) => namedInCommonText(text, people).map(({ id }) => id);

  it.each([
    ['Au venit la timp și au lucrat împreună.', []],
    ['Tirlea a ajutat la curățenie', ['2']],
    ['MUREŞAN și Pop au lipsit', ['1', '3']],
    ['I-am spus Mureșanului', ['1']],
    ['Popular în secție', []],
    ['Vezi și TM-2025-1063.', ['1']],
    ['Vezi tm20260007', ['2']],
    ['Camera 12, etajul 2', []],
    ['.*+?^${}()|[]\\', []],
  ])('%s', (text, ids) => expect(named(text)).toEqual(ids));

  it('may name the only person it is about', () => {
    expect(namedInCommonText('Mureșan a venit', people.slice(0, 1))).toEqual([]);
  });
});
