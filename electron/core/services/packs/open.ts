import type { PackCandidate } from '../../../../shared/contract/packs.ts';
import type { PackOpening, PackReason } from '../../../../shared/domain/departure.ts';
import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { readFacts } from '../home/kept-facts.ts';
import { findPeople } from '../people/find.ts';
import { created, existing, RefusedError, save, type Work } from '../work.ts';
import { readyPacks } from './who.ts';

/** So many people are named: whoever looks for somebody knows their number or name. */
const MOST = 10;

/** People in custody whose emergency pack does not lie ready, by number or name, the nearest first. */
export const findForPack = async (work: Work, text: string): Promise<PackCandidate[]> => {
  const [{ people }, ready] = await Promise.all([findPeople(work, { search: text, limit: 5 * MOST }), readyPacks(work)]);
  const here = new Set(readFacts(work).people.flatMap(({ id, status }) => (isInCustody(status) ? [id] : [])));
  return people
    .filter(({ id }) => here.has(id) && ready.get(id)?.why === undefined)
    .slice(0, MOST)
    .map(({ id, name, code, unit }) => ({ personId: id, name, code, ...(unit === undefined ? {} : { unit }) }));
};

/**
 * Opens the emergency pack of somebody whose release nobody expected, for three days. The words stay in the case; the trail
 * has who, whom, when and the reason by its code.
 * @throws RefusedError notFound, pack.notHere, pack.alreadyOpen
 */
export const openPack = async (work: Work, { personId, reason, words }: { readonly personId: string; readonly reason: PackReason; readonly words: string }): Promise<void> => {
  const { status } = await existing(work, 'people', personId, 'person');
  if (!isInCustody(status)) throw new RefusedError({ code: 'pack.notHere' });
  if ((await readyPacks(work, personId)).get(personId)?.why !== undefined) throw new RefusedError({ code: 'pack.alreadyOpen' });
  const doc: PackOpening = { ...created(work), type: 'packOpening', personId, on: work.today, reason, words };
  await save(work, [{ op: 'put', collection: 'release', doc }], { action: 'packs.open', personId, details: { reason } });
};
