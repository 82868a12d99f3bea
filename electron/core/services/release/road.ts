import type { RoadView } from '../../../../shared/contract/release.ts';
import { banQuestions, bansCompared, banTicked, banUnticked, type BanFacts } from '../../../../shared/domain/ban-rules.ts';
import { obligationsAhead, obligationsKnown, unreadObligations } from '../../../../shared/domain/obligations.ts';
import type { Obligation } from '../../../../shared/domain/obligations.ts';
import { isInTheMaking } from '../../../../shared/domain/plan-rules.ts';
import type { BanSubject, Destination, Road } from '../../../../shared/domain/road.ts';
import type { Stored } from '../../vault/types.ts';
import { VaultError } from '../../vault/types.ts';
import { planInForce, plansOf, type PlanVersion } from '../plans/plans.ts';
import { find } from '../query.ts';
import { changed, created, existing, orRefuse, save, type Work } from '../work.ts';

/** What the view of a road is made of. */
export const ROAD_COLLECTIONS = ['people', 'release', 'plans'] as const;

/** The road of a person, where anything of it is known; not the one of an earlier stay. */
export const roadOf = async (work: Work, personId: string): Promise<Stored<Road> | undefined> => (await find(work.vault, 'release', 'road', { selector: { personId } })).find(({ past }) => past !== true);

/** Obligations of a person, also the ended ones, earliest first; not those of an earlier stay. */
export const obligationsOf = async (work: Work, personId: string): Promise<Stored<Obligation>[]> =>
  (await find(work.vault, 'release', 'obligation', { selector: { personId }, sort: [{ 'ix.on': 'asc' }, { id: 'asc' }] })).filter(({ past }) => past !== true);

/** The version whose steps are compared: in force, or the one being made. */
const comparedPlan = (versions: readonly PlanVersion[]): PlanVersion | undefined => planInForce(versions) ?? versions.find(({ progress }) => isInTheMaking(progress));

/** The road with one change; the first change makes it. */
export const roadWith = async (work: Work, personId: string, change: (road: Road) => Road): Promise<Road> => {
  const found = (await roadOf(work, personId)) ?? ({ ...created(work), type: 'road', personId, readAloud: [], banChecks: [] } satisfies Road);
  return changed(work, change(found));
};

const banFacts = async (work: Work, personId: string): Promise<BanFacts & { readonly lang: RoadView['planLang'] }> => {
  const [person, road, versions] = await Promise.all([existing(work, 'people', personId, 'person'), roadOf(work, personId), plansOf(work, personId)]);
  const plan = comparedPlan(versions)?.content;
  return { person, road, plan, today: work.today, lang: plan?.lang };
};

/** Before a list is signed and a hand-over prepared. @throws RefusedError bans.notCompared */
export const bansFirst = async (work: Work, personId: string): Promise<void> => void orRefuse(bansCompared(await banFacts(work, personId)));

/** Destination, obligations, and what somebody compares with prohibitions of contact. @throws RefusedError notFound */
export const roadView = async (work: Work, personId: string): Promise<RoadView> => {
  const [facts, all] = await Promise.all([banFacts(work, personId), obligationsOf(work, personId)]);
  const road = facts.road as Stored<Road> | undefined;
  const ahead = obligationsAhead(all, work.today);
  const over = all.filter((obligation) => !ahead.includes(obligation));
  return {
    ...(road === undefined ? {} : { road }),
    obligations: [...ahead, ...over],
    unread: unreadObligations(ahead, road?.readAloud ?? []),
    obligationsKnown: obligationsKnown(all, road),
    bans: banQuestions(facts).map(({ checked, stepId, ...question }) => ({
      ...question,
      ...(stepId === undefined ? {} : { stepId, ...(facts.lang === undefined ? {} : { lang: facts.lang }) }),
      ...(checked === undefined ? {} : { checked }),
    })),
    ...(facts.lang === undefined ? {} : { planLang: facts.lang }),
  };
};

/** Replaces where somebody goes. @throws RefusedError notFound, VaultError CONFLICT when somebody else changed it meanwhile */
export const setDestination = async (work: Work, { personId, _rev, destination }: { readonly personId: string; readonly _rev?: string | undefined; readonly destination: Destination }): Promise<void> => {
  await existing(work, 'people', personId, 'person');
  const found = await roadOf(work, personId);
  if (found?._rev !== _rev) throw new VaultError('CONFLICT');
  const { addressState, ...words } = destination;
  // where there is no address, none stays behind
  const next = addressState === 'NONE' ? { addressState } : { addressState, ...words };
  const road = await roadWith(work, personId, (before) => ({ ...before, destination: next }));
  await save(work, [{ op: 'put', collection: 'release', doc: road }], { action: 'release.setDestination', personId });
};

interface BanTick {
  readonly personId: string;
  readonly subject: BanSubject;
  readonly stepId?: string | undefined;
  readonly of: string;
  readonly ticked: boolean;
}

/** "No prohibition of contact is concerned", for the words on the screen; or a wrong tick taken back. @throws RefusedError bans.changed */
export const tickBan = async (work: Work, { personId, subject, stepId, of, ticked }: BanTick): Promise<void> => {
  const facts = await banFacts(work, personId);
  const asked = { subject, of, ...(stepId === undefined ? {} : { stepId }) };
  const banChecks = ticked ? orRefuse(banTicked(facts, asked, work.vault.user.id)) : banUnticked(facts.road?.banChecks ?? [], asked);
  const road = await roadWith(work, personId, (before) => ({ ...before, banChecks }));
  await save(work, [{ op: 'put', collection: 'release', doc: road }], { action: ticked ? 'release.tickBan' : 'release.untickBan', personId, details: { subject } });
};
