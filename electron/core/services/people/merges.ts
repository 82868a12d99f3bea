import type { MergedInto, MergedView, MergeLook } from '../../../../shared/contract/duplicates.ts';
import { CollectionName } from '../../../../shared/domain/collections.ts';
import { countedByGroup, standingTwice } from '../../../../shared/domain/merge-documents.ts';
import { MergeGroup, type Merged, type Taking } from '../../../../shared/domain/merge.ts';
import { datesDiffering, datesGiven, fieldsDiffering, fieldsGiven, mayMerge, mergedPerson, partedPerson, TAKE_NOTHING, type MergeFacts } from '../../../../shared/domain/merge-rules.ts';
import { displayName, type Person } from '../../../../shared/domain/people.ts';
import type { Road } from '../../../../shared/domain/road.ts';
import { recordRead } from '../audit/case-reads.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { about, find, type AboutDocument } from '../query.ts';
import { changed, created, existing, RefusedError, save, type Work } from '../work.ts';

interface Located {
  readonly collection: CollectionName;
  readonly doc: AboutDocument;
}

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
  readonly aside: readonly Located[];
  /** one of the two has obligations */
  readonly obliged: boolean;
  /** what the kept record says of its road, where it says that there are none */
  readonly roads: readonly Located[];
  readonly refusal: { readonly code: string } | undefined;
}

interface Pair {
  readonly keepId: string;
  readonly otherId: string;
}

const look = async (work: Work, { keepId, otherId }: Pair): Promise<Looked> => {
  const [kept, other, ofKept, ofOther] = await Promise.all([
    existing(work, 'people', keepId, 'person'),
    existing(work, 'people', otherId, 'person'),
    everythingAbout(work, keepId),
    everythingAbout(work, otherId),
  ]);
  const may = mayMerge(kept, other, { kept: factsOf(ofKept), other: factsOf(ofOther) });
  const twice = standingTwice(ofKept.map(({ doc }) => doc), ofOther.map(({ doc }) => doc));
  const obliged = [...ofKept, ...ofOther].some(({ doc }) => doc.type === 'obligation');
  return {
    kept,
    other,
    goes: ofOther.filter(({ doc }) => !twice.has(doc)),
    aside: ofOther.filter(({ doc }) => twice.has(doc)),
    obliged,
    roads: obliged ? ofKept.filter(({ doc }) => doc.type === 'road' && 'noObligations' in doc) : [],
    refusal: may.ok ? undefined : may.refusal,
  };
};

/** Both records, what would go where, and what stands in the way. Both are read for it. */
export const lookAtMerge = async (work: Work, pair: Pair): Promise<MergeLook> => {
  const { kept, other, goes, aside, refusal } = await look(work, pair);
  const counted = (documents: readonly Located[]) => countedByGroup(documents.map(({ doc }) => doc), MergeGroup.options);
  const bare = ({ _rev, ...person }: Stored<Person>): Person => person;
  await Promise.all([pair.keepId, pair.otherId].map((personId) => recordRead(work.vault, { personId }, 'PAGE')));
  return {
    kept: bare(kept),
    other: bare(other),
    moves: counted(goes),
    aside: counted(aside),
    documents: goes.length,
    given: [...fieldsGiven(kept, other)],
    givenDates: datesGiven(kept, other).map(({ kind }) => kind),
    differing: [...fieldsDiffering(kept, other)],
    differingDates: [...datesDiffering(kept, other)],
    ...(refusal === undefined ? {} : { refusal: refusal.code }),
  };
};

const put = (collection: CollectionName, doc: object): Change => ({ op: 'put', collection, doc }) as unknown as Change;

/** A road that says no more that there are no obligations: one that came takes that back, as one that is entered does. */
const withoutNone = (doc: object): object => Object.fromEntries(Object.entries(doc).filter(([name]) => name !== 'noObligations'));

const stored = ({ doc: { _rev, ...doc }, collection }: Located) => ({ collection, doc });

/**
 * Makes one record of two, in one commit: everything of the other goes to the kept one and is sealed anew under that person's
 * key; of what a person has one at a time, the kept record's own stays and the other's is set aside. How both stood is kept,
 * so that it can be undone. In the trail it stands for both.
 * @throws RefusedError as `mayMerge`
 */
export const merge = async (work: Work, { taking = TAKE_NOTHING, ...pair }: Pair & { readonly taking?: Taking | undefined }): Promise<{ mergedId: string }> => {
  const { keepId, otherId } = pair;
  const { kept, other, goes, aside, obliged, roads, refusal } = await look(work, pair);
  if (refusal !== undefined) throw new RefusedError(refusal);
  const { _rev: _kept, ...before } = kept;
  const { _rev, ...was } = other;
  const record: Merged = {
    ...created(work),
    type: 'merged',
    personId: keepId,
    on: work.today,
    before,
    was,
    taking,
    moved: goes.map(({ collection, doc }) => ({ collection, id: doc.id })),
    ...(aside.length === 0 ? {} : { aside: aside.map(stored) }),
  };
  const details = { documents: goes.length, merged: record.id };
  await save(
    work,
    [
      put('people', changed(work, mergedPerson(kept, was, taking, work.today))),
      { op: 'remove', collection: 'people', id: otherId, _rev },
      ...goes.map(({ collection, doc }) => put(collection, { ...(obliged && doc.type === 'road' ? withoutNone(doc) : doc), personId: keepId })),
      ...roads.map(({ collection, doc }) => put(collection, changed(work, withoutNone(doc) as Stored<Road>))),
      ...aside.map(({ collection, doc }): Change => ({ op: 'remove', collection, id: doc.id, _rev: doc._rev })),
      put('consents', record),
    ],
    [
      { action: 'people.merge', personId: keepId, details },
      { action: 'people.merge', personId: otherId, details },
    ],
  );
  return { mergedId: record.id };
};

/**
 * What goes back with the other record. What was taken away since is gone for both; a plan that came as a draft and was
 * approved since is frozen with the kept record's id in it, and stays.
 */
const goingBack = async (work: Work, { personId, moved }: Pick<Merged, 'personId' | 'moved'>): Promise<{ readonly goes: readonly Located[]; readonly plansStay: number }> => {
  const found = await Promise.all(
    moved.map(async ({ collection: name, id }): Promise<Located[]> => {
      const collection = CollectionName.parse(name);
      const doc = (await work.vault.get(collection, id)) as AboutDocument | undefined;
      return doc?.personId === personId ? [{ collection, doc }] : [];
    }),
  );
  const here = found.flat();
  const frozen = new Set(here.flatMap(({ doc }) => (doc.type === 'content' && 'contentHash' in doc ? [doc.id] : [])));
  const stays = ({ doc }: Located): boolean => frozen.has(doc.id) || ('contentId' in doc && typeof doc.contentId === 'string' && frozen.has(doc.contentId));
  return { goes: here.filter((one) => !stays(one)), plansStay: frozen.size };
};

/** Puts both records back as they stood. What was made since, and what was changed in the kept one, stays with it. */
export const unmerge = async (work: Work, mergedId: string): Promise<{ personId: string }> => {
  const record = await existing(work, 'consents', mergedId, 'merged');
  const kept = await existing(work, 'people', record.personId, 'person');
  const { goes } = await goingBack(work, record);
  const details = { documents: goes.length, merged: record.id };
  await save(
    work,
    [
      put('people', changed(work, partedPerson(kept, record))),
      put('people', changed(work, record.was)),
      ...goes.map(({ collection, doc }) => put(collection, { ...doc, personId: record.was.id })),
      ...(record.aside ?? []).map(({ collection, doc }) => put(CollectionName.parse(collection), doc)),
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
export const mergedOf = async (work: Work, personId: string): Promise<MergedView[]> => {
  const found = await find(work.vault, 'consents', 'merged', { selector: { personId }, sort: [{ id: 'desc' }] });
  return Promise.all(
    found.map(async (record) => ({
      id: record.id,
      on: record.on,
      by: record.createdBy,
      name: displayName(record.was),
      code: record.was.code,
      birthDate: record.was.birthDate,
      documents: record.moved.length,
      person: record.was,
      plansStay: (await goingBack(work, record)).plansStay,
    })),
  );
};

/** Where a record went that was merged into another one; null when none was, or into one this user does not see. */
export const mergedInto = async (work: Work, id: string): Promise<MergedInto | null> => {
  const row = work.vault.rows('consents', 'merged', ['personId', 'was', 'on']).find(({ was }) => was === id);
  if (row === undefined || (await work.vault.get('people', id)) !== undefined) return null;
  const person = await existing(work, 'people', String(row.personId), 'person');
  return { personId: person.id, name: displayName(person), code: person.code, on: String(row.on) };
};
