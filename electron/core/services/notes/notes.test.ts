import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NotesQuery } from '../../../../shared/contract/notes.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { newId } from '../work.ts';

let folder: string;
let prison: DemoWorkplace;
let people: string[];
const today = '2026-11-22';
const words = { kind: 'CONVERSATION', basis: 'PERSON_SAYS', on: today, text: 'Vrea să afle despre curs.', lang: 'ro' } as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
});

let made = 0;
beforeEach(async () => {
  people = [];
  for (let at = 0; at < 12; at += 1) {
    made += 1;
    people.push((await prison.calls.people.add({ code: `N-${made}`, familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' })).id);
  }
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const log = async (personId: string, query: Partial<NotesQuery> = {}) => {
  for await (const page of await prison.calls.notes.ofPerson({ personId, offset: 0, limit: 50, ...query })) return page;
  throw new Error('no answer');
};
const one = async (): Promise<string> => (await prison.calls.notes.add({ ...words, personIds: [people[0]!] })).noteIds[0]!;
/** the newest act that was no reading */
const lastEntry = async () => (await prison.core.session.vault.audit.read({ limit: 20 })).find(({ action }) => action !== 'case.read');
const refusal = (code: string) => ({ code: 'REFUSED', data: { code } });

describe('one note for many', () => {
  it('is one note in each file, the same words, one commit, no names in the trail', async () => {
    const { seq } = (await lastEntry())!;
    const { noteIds } = await prison.calls.notes.add({ ...words, personIds: [...people, people[0]!] });
    expect(new Set(noteIds).size).toBe(12);
    const groups = new Set<string | undefined>();
    for (const id of people) {
      const { items, total } = await log(id);
      expect([total, items[0]?.note.text, items[0]?.note.personId]).toEqual([1, words.text, id]);
      groups.add(items[0]?.note.groupId);
    }
    expect(groups.size).toBe(1);
    expect(await lastEntry()).toMatchObject({ seq: seq + 1, action: 'notes.addForMany', details: { people: 12, group: [...groups][0] } });
  });

  it('is written for nobody when one of them is not here', async () => {
    await expect(prison.calls.notes.add({ ...words, personIds: [...people, newId()] })).rejects.toMatchObject(refusal('notFound'));
    expect((await log(people[0]!)).total).toBe(0);
  });

  it('can be taken back whole by whoever just wrote it', async () => {
    const { noteIds } = await prison.calls.notes.add({ ...words, personIds: people });
    await prison.calls.notes.takeBack({ noteIds });
    for (const id of people) expect((await log(id)).total).toBe(0);
    expect(await lastEntry()).toMatchObject({ action: 'notes.takeBack', details: { notes: 12 } });
  });
});

describe('a note', () => {
  it('is not about the future', async () => {
    await expect(prison.calls.notes.add({ ...words, on: '2026-11-23', personIds: [people[0]!] })).rejects.toMatchObject(refusal('note.inFuture'));
  });

  it('shows at once in a log that is open', async () => {
    const pages = (await prison.calls.notes.ofPerson({ personId: people[0]!, offset: 0, limit: 5 }))[Symbol.asyncIterator]();
    expect((await pages.next()).value).toEqual({ items: [], total: 0 });
    await one();
    expect((await pages.next()).value).toMatchObject({ total: 1, items: [{ canTakeBack: true }] });
    await pages.return?.(undefined);
  });

  it('keeps the words that were corrected, and can then no longer vanish', async () => {
    const noteId = await one();
    await prison.calls.notes.correct({ noteId, words: { ...words, text: 'Vrea să se înscrie la curs.' }, reason: 'greșeală' });
    const [view] = (await log(people[0]!)).items;
    expect(view).toMatchObject({ canTakeBack: false, note: { text: 'Vrea să se înscrie la curs.', earlier: [{ text: words.text, reason: 'greșeală' }] } });
    await expect(prison.calls.notes.takeBack({ noteIds: [noteId] })).rejects.toMatchObject(refusal('note.builtUpon'));
    expect(await lastEntry()).toMatchObject({ action: 'notes.correct', details: { note: noteId } });
  });

  it('carries the person’s disagreement, whoever records it', async () => {
    const noteId = await one();
    await prison.changeUser(names.coordinator);
    await prison.calls.notes.dispute({ noteId, text: 'Nu am cerut asta.', on: today });
    await prison.changeUser(names.educator);
    expect((await log(people[0]!, { search: 'cerut' })).items[0]?.note.disputes).toMatchObject([{ text: 'Nu am cerut asta.' }]);
  });

  it('is taken back no longer once the workplace was locked', async () => {
    const noteId = await one();
    await prison.changeUser(names.educator);
    expect((await log(people[0]!)).items[0]?.canTakeBack).toBe(false);
    await expect(prison.calls.notes.takeBack({ noteIds: [noteId] })).rejects.toMatchObject(refusal('note.sessionOver'));
    expect((await log(people[0]!)).total).toBe(1);
  });

  it('of a colleague is corrected only by whoever leads', async () => {
    await prison.changeUser(names.coordinator);
    const noteId = await one();
    await prison.changeUser(names.educator);
    const change = { noteId, words: { ...words, text: 'alta' }, reason: 'cererea persoanei' };
    await expect(prison.calls.notes.correct(change)).rejects.toMatchObject(refusal('note.notYours'));
    await expect(prison.calls.notes.takeBack({ noteIds: [noteId] })).rejects.toMatchObject(refusal('note.notYours'));
    const own = await one();
    await prison.changeUser(names.coordinator);
    await prison.calls.notes.correct({ ...change, noteId: own });
    await prison.changeUser(names.educator);
  });
});

describe('the log', () => {
  it('is newest first, by the day it happened; filtered by kind; searched without diacritics; read in pages', async () => {
    const [personId] = people;
    for (const [day, kind, text] of [['01', 'CONVERSATION', 'Întâi'], ['03', 'OBSERVATION', 'A treia: Țîrlea'], ['02', 'OBSERVATION', 'A doua']] as const) {
      await prison.calls.notes.add({ ...words, kind, text, on: `2026-11-${day}`, personIds: [personId!] });
    }
    const texts = async (query: Partial<NotesQuery>) => (await log(personId!, query)).items.map(({ note }) => note.text);
    expect(await texts({})).toEqual(['A treia: Țîrlea', 'A doua', 'Întâi']);
    expect(await texts({ kind: 'OBSERVATION' })).toEqual(['A treia: Țîrlea', 'A doua']);
    expect(await texts({ search: 'tirlea treia' })).toEqual(['A treia: Țîrlea']);
    expect(await texts({ search: 'intai', kind: 'OBSERVATION' })).toEqual([]);
    expect(await texts({ offset: 1, limit: 1 })).toEqual(['A doua']);
    expect((await log(personId!, { offset: 1, limit: 1 })).total).toBe(3);
  });
});
