import type { Need, NeedSide } from '../../../../shared/domain/need.ts';
import { mayTakeBack, takenBack, updated, type NeedAct } from '../../../../shared/domain/need-rules.ts';
import { needsAfter } from '../../../../shared/domain/need-rounds.ts';
import type { NeedDomain, Round } from '../../../../shared/domain/needs.ts';
import { isSettled } from '../../../../shared/domain/need-machine.ts';
import type { NeedView } from '../../../../shared/contract/needs.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, civilDateAt, created, existing, newId, orRefuse, save, type Work } from '../work.ts';

/** A person's needs, whatever became of them. */
export const needsOf = (work: Work, personId: string): Promise<Stored<Need>[]> => find(work.vault, 'assessments', 'need', { selector: { personId }, sort: [{ id: 'asc' }] });

/** Who speaks at this workplace. */
const ownSide = (work: Work): NeedSide => (work.vault.info.kind === 'probation' ? 'PROBATION' : 'PRISON');

const recordedOn = (work: Work, need: Need): CivilDate => civilDateAt(new Date(need.updatedAt), work.vault.info.timeZone);

/** The needs of a person: what is left to do first, the more pressing before the others. */
export const viewNeeds = async (work: Work, personId: string): Promise<NeedView[]> => {
  const needs = await needsOf(work, personId);
  const rank = (need: Need): number => (isSettled(need) ? 10 : need.status === 'NOT_MET' ? 5 : 0) - (need.level ?? 0);
  return needs
    .toSorted((a, b) => rank(a) - rank(b))
    .map((need) => ({ need, canTakeBack: mayTakeBack(need, { by: work.vault.user.id }, recordedOn(work, need), work.today) }));
};

/** What a closed or corrected round changes in the needs of its person, to be saved with it. @param side who says so; else this workplace */
export const echoOf = async (work: Work, round: Round, rounds: readonly Round[], on: CivilDate, only?: NeedDomain, side: NeedSide = ownSide(work)): Promise<Change[]> => {
  const needs = await needsOf(work, round.personId);
  const known = new Map(needs.map((need) => [need.id, need]));
  const asking = { round, on, by: work.vault.user.id, side, newId };
  const after = needsAfter(asking, [...rounds.filter(({ id }) => id !== round.id), round], needs, only);
  return [
    ...after.found.map((need) => ({ op: 'put' as const, collection: 'assessments' as const, doc: { ...created(work), ...need } })),
    ...after.changed.map((need) => ({ op: 'put' as const, collection: 'assessments' as const, doc: { ...changed(work, need), ...revOf(known.get(need.id)) } })),
  ];
};

const revOf = (need: Stored<Need> | undefined): { _rev?: string } => (need?._rev === undefined ? {} : { _rev: need._rev });

export interface NeedEntry extends Omit<NeedAct, 'side'> {
  readonly needId: string;
  /** heard from a partner; otherwise this workplace says so */
  readonly fromPartner: boolean;
}

/** Records what became of a need. Which need, and what became of it, is data about the person: the trail has its id. */
export const updateNeed = async (work: Work, { needId, fromPartner, ...act }: NeedEntry): Promise<void> => {
  const need = await existing(work, 'assessments', needId, 'need');
  const side = fromPartner ? 'PARTNER' : ownSide(work);
  const next = orRefuse(updated(need, { ...act, side }, { id: newId(), by: work.vault.user.id, today: work.today }));
  await save(work, [{ op: 'put', collection: 'assessments', doc: changed(work, next) }], { action: 'needs.update', personId: need.personId, details: { need: needId } });
};

/** Takes one's own last entry of today back. */
export const takeUpdateBack = async (work: Work, { needId }: { readonly needId: string }): Promise<void> => {
  const need = await existing(work, 'assessments', needId, 'need');
  const next = orRefuse(takenBack(need, { by: work.vault.user.id }, recordedOn(work, need), work.today));
  await save(work, [{ op: 'put', collection: 'assessments', doc: changed(work, next) }], { action: 'needs.takeUpdateBack', personId: need.personId, details: { need: needId } });
};
