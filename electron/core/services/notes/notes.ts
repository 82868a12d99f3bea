import type { NotesQuery, NoteView } from '../../../../shared/contract/notes.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { Note, NoteWords } from '../../../../shared/domain/note.ts';
import { corrected, disputed, mayHaveHappened, mayTakeBack, type NoteActor } from '../../../../shared/domain/note-rules.ts';
import { folded } from '../../../../shared/domain/people.ts';
import { wholeVault } from '../../vault/scoped-vault.ts';
import type { Stored, Vault } from '../../vault/types.ts';
import { count, find } from '../query.ts';
import { changed, created, existing, newId, orRefuse, save, type Work } from '../work.ts';

/** Notes written since each vault was unlocked: only these can be taken back. Gone with the lock. */
const fresh = new WeakMap<Vault, Set<string>>();

const writtenNow = (work: Work): Set<string> => {
  const ids = fresh.get(wholeVault(work.vault)) ?? new Set<string>();
  fresh.set(wholeVault(work.vault), ids);
  return ids;
};

const actor = (work: Work): NoteActor => ({
  id: work.vault.user.id,
  leads: work.vault.user.roles.includes('COORDINATOR'),
  today: work.today,
  now: work.now,
});

const viewOf = (work: Work, note: Stored<Note>): NoteView => ({
  note,
  canTakeBack: mayTakeBack(note, work.vault.user.id, writtenNow(work).has(note.id)).ok,
});

/** Newest first: by the day it happened, then by when it was written. */
const newestFirst = [{ 'ix.on': 'desc' as const }, { id: 'desc' as const }];

const everyWordIn = (search: string) => {
  const words = folded(search).split(' ').filter((word) => word !== '');
  return ({ text, disputes }: Note): boolean => {
    const said = folded([text, ...disputes.map((dispute) => dispute.text)].join(' '));
    return words.every((word) => said.includes(word));
  };
};

/** One page of a person's notes, and how many match. A search opens all notes of this person, and nobody else's. */
export const notesOf = async (work: Work, { personId, kind, search, offset, limit }: NotesQuery): Promise<{ items: NoteView[]; total: number }> => {
  const selector = { type: 'note', personId, ...(kind === undefined ? {} : { 'ix.kind': kind }) };
  if (folded(search ?? '') === '') {
    const [total, page] = await Promise.all([
      count(work.vault, 'assessments', selector),
      find(work.vault, 'assessments', 'note', { selector, sort: newestFirst, skip: offset, limit }),
    ]);
    return { total, items: page.map((note) => viewOf(work, note)) };
  }
  const all = (await find(work.vault, 'assessments', 'note', { selector, sort: newestFirst })).filter(everyWordIn(search ?? ''));
  return { total: all.length, items: all.slice(offset, offset + limit).map((note) => viewOf(work, note)) };
};

export interface NewNote extends NoteWords {
  readonly personIds: readonly string[];
}

/**
 * Writes the same words for everybody named, one note each, in one commit.
 * @throws RefusedError notFound when somebody is not here, note.inFuture
 */
export const addNotes = async (work: Work, { personIds, ...words }: NewNote): Promise<{ noteIds: string[] }> => {
  orRefuse(mayHaveHappened(words.on, work.today));
  const people = [...new Set(personIds)];
  for (const id of people) await existing(work, 'people', id, 'person');
  const groupId = people.length > 1 ? newId() : undefined;
  const docs = people.map(
    (personId): Note => ({ ...created(work), type: 'note', personId, ...words, ...(groupId === undefined ? {} : { groupId }), earlier: [], disputes: [] }),
  );
  const [only] = docs;
  await save(
    work,
    docs.map((doc) => ({ op: 'put' as const, collection: 'assessments' as const, doc })),
    groupId === undefined && only !== undefined
      ? { action: 'notes.add', personId: only.personId, details: { note: only.id } }
      : { action: 'notes.addForMany', details: { group: groupId ?? '', people: docs.length } },
  );
  for (const { id } of docs) writtenNow(work).add(id);
  return { noteIds: docs.map(({ id }) => id) };
};

/** @throws RefusedError note.notYours, note.sameWords, note.inFuture, notFound */
export const correctNote = async (work: Work, { noteId, words, reason }: { readonly noteId: string; readonly words: NoteWords; readonly reason: string }): Promise<void> => {
  const note = await existing(work, 'assessments', noteId, 'note');
  const next = orRefuse(corrected(note, words, reason, actor(work)));
  await save(work, [{ op: 'put', collection: 'assessments', doc: changed(work, next) }], { action: 'notes.correct', personId: note.personId, details: { note: noteId } });
};

/** @throws RefusedError note.inFuture, notFound */
export const disputeNote = async (work: Work, { noteId, text, on }: { readonly noteId: string; readonly text: string; readonly on: CivilDate }): Promise<void> => {
  const note = await existing(work, 'assessments', noteId, 'note');
  const dispute = { id: newId(), text, on, recordedBy: work.vault.user.id, recordedAt: work.now };
  const next = orRefuse(disputed(note, dispute, work.today));
  await save(work, [{ op: 'put', collection: 'assessments', doc: changed(work, next) }], { action: 'notes.dispute', personId: note.personId, details: { note: noteId } });
};

/** Takes slips back whole; that they were there stays in the trail. @throws RefusedError note.notYours, note.sessionOver, note.builtUpon, notFound */
export const takeBack = async (work: Work, noteIds: readonly string[]): Promise<void> => {
  const notes = await Promise.all([...new Set(noteIds)].map((id) => existing(work, 'assessments', id, 'note')));
  for (const note of notes) orRefuse(mayTakeBack(note, work.vault.user.id, writtenNow(work).has(note.id)));
  const [first] = notes;
  const details = { note: first?.id ?? '', notes: notes.length };
  await save(
    work,
    notes.map(({ id, _rev }) => ({ op: 'remove' as const, collection: 'assessments' as const, id, _rev })),
    notes.length === 1 && first !== undefined ? { action: 'notes.takeBack', personId: first.personId, details } : { action: 'notes.takeBack', details: { ...details, group: first?.groupId ?? '' } },
  );
};
