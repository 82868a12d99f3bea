import { emergencyPack, hasPapers, isForPack, type PackFacts, type PackWhy } from '../../../../shared/domain/pack-rules.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import { isInForce } from '../../../../shared/domain/plan-mark-rules.ts';
import { readFacts } from '../home/kept-facts.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import type { Work } from '../work.ts';

export interface PackFound {
  readonly personId: string;
  /** why the emergency pack lies ready */
  readonly why: PackWhy | undefined;
  /** the person's copy and the officer's plan lie beside it */
  readonly papers: boolean;
  readonly release: string | undefined;
}

/** The last day on which somebody opened the pack of each person, off the index. */
const openedDays = ({ vault }: Work): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { personId, on } of vault.rows('release', 'packOpening', ['personId', 'on'])) {
    const [person, day] = [String(personId), String(on)];
    if ((found.get(person) ?? '') < day) found.set(person, day);
  }
  return found;
};

/** Whose pack lies ready today, off the index: everybody's, or one person's. */
export const readyPacks = async (work: Work, about?: string): Promise<ReadonlyMap<string, PackFound>> => {
  const { vault, today } = work;
  const jurisdiction = await jurisdictionOf(work);
  const handed = new Set(
    vault
      .rows('handovers', 'handover', ['personId', 'status', 'practice', 'over', 'document'])
      .filter(({ status, practice, over, document }) => over !== true && document !== 'transfer' && isForPack({ status: status as Handover['status'], practice: practice === true }))
      .map(({ personId }) => personId),
  );
  const opened = openedDays(work);
  return new Map(
    readFacts(work).people.flatMap(({ id, status, release, decision, postponed, plans }) => {
      if (about !== undefined && id !== about) return [];
      const facts: PackFacts = { status, release: release?.date, decision: decision?.date, postponed, handover: handed.has(id), approved: plans.some((plan) => isInForce(plan) || plan.status === 'CLOSED'), openedOn: opened.get(id), today, jurisdiction };
      const [why, papers] = [emergencyPack(facts), hasPapers(facts)];
      return why === undefined && !papers ? [] : [[id, { personId: id, why, papers, release: release?.date }] as const];
    }),
  );
};

/** Why the emergency pack of one person lies ready; undefined when it does not. */
export const packWhyOf = async (work: Work, personId: string): Promise<PackWhy | undefined> => (await readyPacks(work, personId)).get(personId)?.why;
