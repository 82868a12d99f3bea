import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { DraftShelf } from '../../app/drafts/shelf.ts';
import { restored } from '../../app/drafts/restore.ts';
import { withNote } from '../../app/shell/desk-context.ts';
import { takeNoteBack } from './take-back.ts';

const personIds = ['0190c0de-0000-7000-8000-000000000001', '0190c0de-0000-7000-8000-000000000002'];
const words = { text: 'A venit la timp.', kind: 'OBSERVATION', basis: 'OBSERVED', on: '2026-11-21', lang: 'ro' } as const;
const place = { form: 'notes.add', personId: personIds[0] } as const;

describe('a note taken back', () => {
  /** A core with one note, and drafts in memory. */
  const desk = (more: { readonly draft?: string; readonly open?: boolean; readonly refusal?: unknown; readonly full?: boolean } = {}) => {
    const drafts = new Map<string, string>(more.draft === undefined ? [] : [[place.personId ?? '', more.draft]]);
    const state = { inFile: true, keptBefore: false };
    const shelf = new DraftShelf({
      keep: async ({ personId = '', value }) => {
        if (more.full === true) throw new ORPCError('FAILED', { data: { code: 'vault.DISK_FULL' } });
        drafts.set(personId, value);
        return { savedAt: '2026-11-22T12:32:00.000Z' };
      },
      find: async ({ personId = '' }) => {
        const value = drafts.get(personId);
        return value === undefined ? null : { value, savedAt: '2026-11-22T12:32:00.000Z' };
      },
      drop: async ({ personId = '' }) => void drafts.delete(personId),
      list: async () => [],
    });
    const takeBack = async () => {
      state.keptBefore = drafts.size > 0;
      if (more.refusal !== undefined) throw more.refusal;
      state.inFile = false;
    };
    return { state, draft: () => drafts.get(place.personId ?? ''), done: takeNoteBack({ shelf, isNoteOpen: () => more.open === true, takeBack }, personIds, words) };
  };

  it('lies among the unfinished ones before it leaves the file, whole and for everybody', async () => {
    const { state, draft, done } = desk();
    expect(await done).toEqual({ how: 'taken' });
    expect(state).toEqual({ inFile: false, keptBefore: true });
    const form = { text: '', kind: 'CONVERSATION', basis: 'PERSON_SAYS', on: '2026-11-22', lang: 'it', personIds: [] };
    expect(restored(Object.keys(form), form, draft() ?? '')).toEqual({ personIds, ...words });
  });

  it.each([
    ['while another note is open', { open: true }, 'noteOpen', undefined],
    ['while another unfinished note of that person waits', { draft: '{"text":"altceva"}' }, 'draftThere', '{"text":"altceva"}'],
    ['when its words cannot be kept', { full: true }, 'failed', undefined],
    ['when the core refuses', { refusal: new ORPCError('REFUSED', { data: { code: 'note.tooLate' } }) }, 'failed', undefined],
  ])('stays in the file %s, and nothing is written over', async (_when, more, how, left) => {
    const { state, draft, done } = desk(more);
    expect(await done).toMatchObject({ how });
    expect([state.inFile, draft()]).toEqual([true, left]);
  });

  it('is kept when nobody knows whether the core took it', async () => {
    const { draft, done } = desk({ refusal: new Error('lost') });
    expect(await done).toEqual({ how: 'failed', problem: { kind: 'lost' } });
    expect(draft()).toContain(words.text);
  });
});

it('every new note is a form of its own, also when one lies there already', () => {
  const first = withNote(undefined, { personIds });
  const second = withNote(first, { personIds: [] });
  expect(second).toMatchObject({ what: 'note', start: { personIds: [] } });
  expect(new Set([first, second, withNote(second, { personIds })].map(({ turn }) => turn)).size).toBe(3);
});
