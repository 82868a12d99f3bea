/** What the torture writes: acts like those of the services, each marked with a number that can be read back. */
import { v7 } from 'uuid';
import type { Change, Vault } from '../../electron/core/vault/types.ts';
import type { CollectionName, DocumentOf } from '../../shared/domain/collections.ts';

export const USER = { id: '0192a000-0000-7000-8000-000000000001', name: 'Ioana Ștefan', roles: ['EDUCATOR'], password: 'pădurea de fagi 7' } as const;

/** Documents an act saves under its number, and those it removes. */
export interface Act {
  readonly n: number;
  readonly saved: readonly (readonly ['people' | 'assessments', string])[];
  readonly removed: readonly (readonly ['people' | 'assessments', string])[];
}

/** What a child says, one JSON object per line: `try` before an act, `ack` after it. */
export type Line = { readonly ready: number } | { readonly try: Act } | { readonly ack: number };

const base = (id: string) => {
  const now = new Date().toISOString();
  return { id, v: 1, createdAt: now, createdBy: USER.id, updatedAt: now, updatedBy: USER.id };
};

const person = (id: string, n: number): DocumentOf<'people'> => ({
  ...base(id),
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

const note = (id: string, personId: string, n: number): DocumentOf<'assessments'> => ({
  ...base(id),
  type: 'note',
  personId,
  kind: 'CONVERSATION',
  basis: 'PERSON_SAYS',
  text: `n${n}`,
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

/** Act number `n`: a new person with a note, a change of both, an import of thirty, or a note removed. */
export const nextAct = async (vault: Vault, n: number, known: string[], notes: Map<string, string>): Promise<{ readonly act: Act; readonly changes: readonly Change[] }> => {
  const kind = Math.random();
  const at = known[Math.floor(Math.random() * known.length)];
  const noteId = at === undefined ? undefined : notes.get(at);
  if (at === undefined || kind < 0.25) {
    const id = v7();
    const written = v7();
    known.push(id);
    notes.set(id, written);
    return saved(n, [], { op: 'put', collection: 'people', doc: person(id, n) }, { op: 'put', collection: 'assessments', doc: note(written, id, n) });
  }
  if (kind < 0.32) {
    const ids = Array.from({ length: 30 }, () => v7());
    known.push(...ids);
    return saved(n, [], ...ids.map((id): Change => ({ op: 'put', collection: 'people', doc: person(id, n) })));
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
  act: { n, removed, saved: changes.flatMap((change) => (change.op === 'put' ? [[change.collection as 'people' | 'assessments', change.doc.id] as const] : [])) },
  changes,
});
