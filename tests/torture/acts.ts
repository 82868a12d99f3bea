/** What the torture writes: acts like those of the services, each marked with a number that can be read back. */
import { v7 } from 'uuid';
import type { Change, Vault } from '../../electron/core/vault/types.ts';
import type { CollectionName, DocumentOf } from '../../shared/domain/collections.ts';
import type { Act } from './lines.ts';

const base = (by: string, id: string) => {
  const now = new Date().toISOString();
  return { id, v: 1, createdAt: now, createdBy: by, updatedAt: now, updatedBy: by };
};

const person = (by: string, id: string, n: number): DocumentOf<'people'> => ({
  ...base(by, id),
  type: 'person',
  code: `PG-${n}`,
  familyName: `Mureșan ${n}`,
  givenName: 'Ștefan',
  birthDate: '1990-05-17',
  unit: `n${n}`,
  status: 'ACTIVE',
  releaseDates: [],
  decisions: [],
});

const note = (by: string, id: string, personId: string, text: string): DocumentOf<'assessments'> => ({
  ...base(by, id),
  type: 'note',
  personId,
  kind: 'CONVERSATION',
  basis: 'PERSON_SAYS',
  text,
  on: '2026-05-17',
  lang: 'ro',
  earlier: [],
  disputes: [],
});

/** The number a document was last saved under; undefined when it is not there. */
export const numberOf = async (vault: Vault, collection: CollectionName, id: string): Promise<number | undefined> => {
  const doc = await vault.get(collection, id);
  if (doc === undefined) return undefined;
  const text = doc.type === 'person' ? doc.unit : doc.type === 'note' ? doc.text : undefined;
  return Number(text?.slice(1));
};

/** Something to carry: a person with notes of more than a megabyte, so that a backup is not written in one moment. */
export const ballast = (by: string): readonly Change[] => {
  const id = v7();
  const text = 'Povestește despre meseria de tâmplar. '.repeat(100);
  const notes = Array.from({ length: 300 }, (): Change => ({ op: 'put', collection: 'assessments', doc: note(by, v7(), id, text) }));
  return [{ op: 'put', collection: 'people', doc: person(by, id, 0) }, ...notes];
};

/** The people and notes a victim goes on with. */
export interface Known {
  readonly people: string[];
  /** the note of a person */
  readonly notes: Map<string, string>;
}

/** Some of what the vault holds. */
export const knownIn = async (vault: Vault): Promise<Known> => {
  const found = await vault.collections.people.find({ selector: {}, limit: 40 } as never).exec();
  const people = found.map(({ id }) => id);
  const notes = new Map<string, string>();
  for (const doc of await vault.collections.assessments.find({ selector: { type: 'note', personId: { $in: people } } as never }).exec()) {
    const { id, personId } = doc.toJSON() as { readonly id: string; readonly personId: string };
    notes.set(personId, id);
  }
  return { people, notes };
};

/** Act number `n`: a new person with a note, a change of both, an import of thirty, or a note removed. */
export const nextAct = async (vault: Vault, n: number, { people, notes }: Known): Promise<{ readonly act: Act; readonly changes: readonly Change[] }> => {
  const by = vault.user.id;
  const kind = Math.random();
  const at = people[Math.floor(Math.random() * people.length)];
  const noteId = at === undefined ? undefined : notes.get(at);
  if (at === undefined || kind < 0.25) {
    const id = v7();
    const written = v7();
    people.push(id);
    notes.set(id, written);
    return saved(n, [], { op: 'put', collection: 'people', doc: person(by, id, n) }, { op: 'put', collection: 'assessments', doc: note(by, written, id, `n${n}`) });
  }
  if (kind < 0.32) {
    const ids = Array.from({ length: 30 }, () => v7());
    people.push(...ids);
    return saved(n, [], ...ids.map((id): Change => ({ op: 'put', collection: 'people', doc: person(by, id, n) })));
  }
  const stored = await vault.get('people', at);
  if (stored === undefined) throw new Error('a person is missing');
  const change: Change = { op: 'put', collection: 'people', doc: { ...stored, unit: `n${n}` } };
  const storedNote = noteId === undefined ? undefined : await vault.get('assessments', noteId);
  if (storedNote?.type !== 'note') return saved(n, [], change);
  if (kind < 0.4) {
    notes.delete(at);
    return saved(n, [['assessments', storedNote.id]], change, { op: 'remove', collection: 'assessments', id: storedNote.id, _rev: storedNote._rev });
  }
  return saved(n, [], change, { op: 'put', collection: 'assessments', doc: { ...storedNote, text: `n${n}` } });
};

const saved = (n: number, removed: Act['removed'], ...changes: readonly Change[]): { readonly act: Act; readonly changes: readonly Change[] } => ({
  act: { n, what: 'act', removed, saved: changes.flatMap((change) => (change.op === 'put' ? [[change.collection as 'people' | 'assessments', change.doc.id] as const] : [])) },
  changes,
});
