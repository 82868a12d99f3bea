import { step } from '../../../../shared/domain/machine.ts';
import { coursesIn } from '../../../../shared/domain/received.ts';
import type { Person } from '../../../../shared/domain/people.ts';
import { planMachine } from '../../../../shared/domain/plan.ts';
import { frozenPart } from '../../../../shared/domain/plan-rules.ts';
import type { Transfer } from '../../../../shared/domain/transfer.ts';
import { openedBy } from '../../../../shared/domain/transfer-arrives.ts';
import { canonicalHash } from '../../canonical.ts';
import { wholeVault } from '../../vault/scoped-vault.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { consequenceChanges } from '../people/consequences.ts';
import { plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { changed, created, orRefuse, RefusedError, type Work } from '../work.ts';

type Into = 'assessments' | 'plans' | 'release' | 'consents';
type Doc = Extract<Change, { op: 'put'; collection: Into }>['doc'];

/** Everything a transfer brings besides the person, with the collection it is kept in. Learning is told, and told on: see `received.ts`. */
const documentsIn = (transfer: Transfer, personId: string, envelopeId: string, stamp: (id: string) => ReturnType<typeof created>): readonly { readonly into: Into; readonly doc: Doc }[] => {
  const { rounds, needs, contents, progress, obligations, appointments, applications, lists, road, departure, choices, otherPeople } = transfer;
  const of = (into: Into, docs: readonly (Doc | undefined)[]) => docs.flatMap((doc) => (doc === undefined ? [] : [{ into, doc: { ...doc, personId } as Doc }]));
  return [
    ...of('assessments', [...rounds, ...needs]),
    ...of('plans', [...contents, ...progress]),
    ...of('release', [...obligations, ...appointments, ...applications, ...lists, road, departure]),
    ...of('release', coursesIn(transfer, personId, envelopeId).map((course) => ({ ...stamp(course.id), ...course }))),
    ...of('consents', [...choices, ...otherPeople]),
  ];
};

/** Every id a transfer brings documents under. */
export const idsBrought = (transfer: Transfer, personId: string): readonly string[] => documentsIn(transfer, personId, personId, (id) => ({ id, v: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' })).map(({ doc }) => doc.id);

/** What is here under an id that a transfer brings. @throws RefusedError import.otherPerson when it is somebody else's, or another kind of thing */
const hereUnder = async (work: Work, into: Into, doc: Doc, personId: string): Promise<Stored<Doc> | undefined> => {
  const whole = wholeVault(work.vault);
  if (whole.peopleOf(doc.id).some((person) => person !== personId)) throw new RefusedError({ code: 'import.otherPerson' });
  const here = await whole.get(into, doc.id);
  if (here === undefined) return undefined;
  if (here.type !== doc.type) throw new RefusedError({ code: 'import.otherPerson' });
  return here as Stored<Doc>;
};

/** A plan that was approved is never rewritten: the same words, or nothing of it. @throws RefusedError import.planDiffers */
const sameWords = ({ _rev: _known, ...here }: Stored<Doc>, doc: Doc): boolean => {
  if (here.type !== 'content' || doc.type !== 'content' || here.contentHash === undefined) return false;
  if (canonicalHash(frozenPart(here)) !== canonicalHash(frozenPart(doc)) || here.contentHash !== doc.contentHash) throw new RefusedError({ code: 'import.planDiffers' });
  return true;
};

/** One document as it is kept here: who wrote it and when stays; that it changed here now is said. */
const kept = async (work: Work, into: Into, doc: Doc, personId: string): Promise<Change | undefined> => {
  // a course that was held here is in the learning of this prison
  if (doc.type === 'receivedCourse' && (await wholeVault(work.vault).get('learning', doc.id)) !== undefined) return undefined;
  const here = await hereUnder(work, into, doc, personId);
  if (here !== undefined && sameWords(here, doc)) return undefined;
  const next = { ...changed(work, doc), ...(here === undefined ? {} : { _rev: here._rev }) };
  return { op: 'put', collection: into, doc: next } as Change;
};

/** What here stands where the transfer brings its own: an earlier road, and plans that went on here by themselves. */
const replaced = async (work: Work, transfer: Transfer, personId: string): Promise<Change[]> => {
  const ids = new Set(idsBrought(transfer, personId));
  const [roads, departures] = await Promise.all([find(work.vault, 'release', 'road', { selector: { personId } }), find(work.vault, 'release', 'departure', { selector: { personId } })]);
  const put = [...(transfer.road === undefined ? [] : roads), ...(transfer.departure === undefined ? [] : departures)].filter(({ id, past }) => past !== true && !ids.has(id)).map((doc): Change => ({ op: 'put', collection: 'release', doc: changed(work, { ...doc, past: true }) }));
  const plans = transfer.contents.length === 0 ? [] : await plansOf(work, personId);
  const over = plans.flatMap(({ progress }): Change[] => {
    const next = ids.has(progress.id) ? undefined : step('plan', planMachine, progress.status, 'supersede');
    return next?.ok === true ? [{ op: 'put', collection: 'plans', doc: changed(work, { ...progress, status: next.value }) }] : [];
  });
  return [...put, ...over];
};

/** Of two changes of one document the later stands: what the transfer says, over what follows from the return. */
const lastOf = (changes: readonly Change[]): Change[] => [...new Map(changes.map((change) => [`${change.collection} ${change.op === 'put' ? change.doc.id : change.id}`, change])).values()];

export interface Brought {
  readonly changes: readonly Change[];
  /** documents that were here before under the same id, and follow what came */
  readonly hereBefore: readonly string[];
}

/**
 * Everything a transfer brings besides the person, for one commit, with the ids of the other prison.
 * @param known who they are here, if anybody
 * @throws RefusedError import.otherPerson, import.planDiffers
 */
export const transferChanges = async (work: Work, transfer: Transfer, known: Stored<Person> | undefined, personId: string, envelopeId: string): Promise<Brought> => {
  const way = known === undefined ? undefined : orRefuse(openedBy(known));
  const follows = way === 'NEW_ROUND' ? await consequenceChanges(work, personId, 'NEW_ROUND', work.today) : [];
  const documents = documentsIn(transfer, personId, envelopeId, (id) => created(work, id));
  const changes = await Promise.all(documents.map(({ into, doc }) => kept(work, into, doc, personId)));
  const told = changes.filter((change) => change !== undefined);
  return {
    changes: lastOf([...follows, ...(known === undefined ? [] : await replaced(work, transfer, personId)), ...told]),
    hereBefore: told.flatMap((change) => (change.op === 'put' && '_rev' in change.doc ? [change.doc.id] : [])),
  };
};
