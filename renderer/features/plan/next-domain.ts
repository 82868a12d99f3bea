import type { NeedDomain, Round } from '../../../shared/domain/needs.ts';
import type { PlanDraft } from './draft.ts';

/** The most pressing recorded need no goal speaks of yet; undefined when there is none, and then nobody guesses. */
export const nextDomain = (round: Pick<Round, 'domains'> | undefined, { goals }: Pick<PlanDraft, 'goals'>): NeedDomain | undefined =>
  (round?.domains ?? [])
    .filter(({ domain, answer }) => answer === 'NEED' && goals.every((goal) => goal.domain !== domain))
    .toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0))[0]?.domain;
