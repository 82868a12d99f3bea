import type { MergedView, MergeLook } from '../../../../shared/contract/duplicates.ts';
import { CollectionName } from '../../../../shared/domain/collections.ts';
import type { Merged } from '../../../../shared/domain/merge.ts';
import { datesGiven, fieldsGiven, mayMerge, mergedPerson, partedPerson, type MergeFacts } from '../../../../shared/domain/merge-rules.ts';
import { displayName, type Person } from '../../../../shared/domain/people.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { about, find, type AboutDocument } from '../query.ts';
import { changed, created, existing, RefusedError, save, type Work } from '../work.ts';

interface Located {
  readonly collection: CollectionName;
  readonly doc: AboutDocument;
}

/** One of its kind for a person: the kept record's own stays, and the other's waits where it is. */
const oneOfAKind: ReadonlySet<string> = new Set(['checklist', 'road']);

/** Everything about a person but the person. What somebody is typing stays theirs. */
const everythingAbout = async (work: Work, personId: string): Promise<Located[]> => {
  const found = await Promise.all(
    CollectionName.options.filter((collection) => collection !== 'people').map(async (collection) => (await about(work.vault, collection, personId)).map((doc) => ({ collection, doc }))),
  );
  return found.flat().filter(({ doc }) => doc.type !== 'draft');
};

const factsOf = (documents: readonly Located[]): MergeFacts => {
  const plans = documents.filter(({ doc }) => doc.type === 'content');
  return { plans: plans.length, approved: plans.filter(({ doc }) => 'contentHash' in doc).length };
};

interface Looked {
  readonly kept: Stored<Person>;
  readonly other: Stored<Person>;
  readonly goes: readonly Located[];
  readonly refusal: { readonly code: string } | undefined;
}

const look = async (work: Work, keepId: string, otherId: string): Promise<Looked> => {
  const [kept, other, ofKept, ofOther] = await Promise.all([
    existing(work, 'people', keepId, 'person'),
    existing(work, 'people', otherId, 'person'),
    everythingAbout(work, keepId),
    everythingAbout(work, otherId),
  ]);
  const has = new Set(ofKept.map(({ doc }) => doc.type));
  const may = mayMerge(kept, other, { kept: factsOf(ofKept), other: factsOf(ofOther) });
  return { kept, other, goes: ofOther.filter(({ doc }) => !oneOfAKind.has(doc.type) || !has.has(doc.type)), refusal: may.ok ? undefined : may.refusal };
};

/** What would go where, and what stands in the way. */
export const lookAtMerge = async (work: Work, { keepId, otherId }: { readonly keepId: string; readonly otherId: string }): Promise<MergeLook> => {
  const { kept, other, goes, refusal } = await look(work, keepId, otherId);
  const count = (type: string): number => goes.filter(({ doc }) => doc.type === type).length;
  return {
    rounds: count('round'),
    notes: count('note'),
    plans: count('content'),
    courses: count('enrolment'),
    choices: count('consent'),
    documents: goes.length,
    fields: [...fieldsGiven(kept, other)].map(String),
    dates: datesGiven(kept, other).map(({ kind }) => kind),
    ...(refusal === undefined ? {} : { refusal: refusal.code }),
  };
};

const put = (collection: CollectionName, doc: object): Change => ({ op: 'put', collection, doc }) as unknown as Change;

/**
 * Makes one record of two, in one commit: everything of the other goes to the kept one and is sealed anew under that person's
 * key; how both stood is kept, so that it can be undone. In the trail it stands for both.
 * @throws RefusedError as `mayMerge`
 */
export const merge = async (work: Work, { keepId, otherId }: { readonly keepId: string; readonly otherId: string }): Promise<{ mergedId: string }> => {
  const { kept, other, goes, refusal } = await look(work, keepId, otherId);
  if (refusal !== undefined) throw new RefusedError(refusal);
  const { _rev: _kept, ...before } = kept;
  const { _rev, ...was } = other;
  const record: Merged = { ...created(work), type: 'merged', personId: keepId, on: work.today, before, was, moved: goes.map(({ collection, doc }) => ({ collection, id: doc.id })) };
  const details = { documents: goes.length, merged: record.id };
  await save(
    work,
    [
      put('people', changed(work, mergedPerson(kept, was))),
      { op: 'remove', collection: 'people', id: otherId, _rev },
      ...goes.map(({ collection, doc }) => put(collection, { ...doc, personId: keepId })),
      put('consents', record),
    ],
    [
      { action: 'people.merge', personId: keepId, details },
      { action: 'people.merge', personId: otherId, details },
    ],
  );
  return { mergedId: record.id };
};

/** Puts both records back as they stood. What was made since, and what was changed in the kept one, stays with it. */
export const unmerge = async (work: Work, mergedId: string): Promise<{ personId: string }> => {
  const record = await existing(work, 'consents', mergedId, 'merged');
  const kept = await existing(work, 'people', record.personId, 'person');
  const back = await Promise.all(
    record.moved.map(async ({ collection: name, id }) => {
      const collection = CollectionName.parse(name);
      const doc = (await work.vault.get(collection, id)) as AboutDocument | undefined;
      // what was taken away since is gone for both
      return doc?.personId === record.personId ? [put(collection, { ...doc, personId: record.was.id })] : [];
    }),
  );
  const details = { documents: back.flat().length, merged: record.id };
  await save(
    work,
    [
      put('people', changed(work, partedPerson(kept, record))),
      put('people', changed(work, record.was)),
      ...back.flat(),
      { op: 'remove', collection: 'consents', id: mergedId, _rev: record._rev },
    ],
    [
      { action: 'people.unmerge', personId: record.personId, details },
      { action: 'people.unmerge', personId: record.was.id, details },
    ],
  );
  return { personId: record.was.id };
};

/** Records that were merged into a person's, newest first. */
export const mergedOf = async (work: Work, personId: string): Promise<MergedView[]> =>
  (await find(work.vault, 'consents', 'merged', { selector: { personId }, sort: [{ id: 'desc' }] })).map(({ id, on, was, moved, createdBy }) => ({
    id,
    on,
    by: createdBy,
    name: displayName(was),
    code: was.code,
    birthDate: was.birthDate,
    documents: moved.length,
    person: was,
  }));
