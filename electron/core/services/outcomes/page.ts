import type { OutcomesView } from '../../../../shared/contract/outcomes.ts';
import { addedCounts, countedOutcomes } from '../../../../shared/domain/outcome-rules.ts';
import { find } from '../query.ts';
import type { Work } from '../work.ts';
import { countsReady } from './tell.ts';

/**
 * What became of the plans, counted: what is known by name, and the newest counts each service told. Everybody is counted
 * once, because a service leaves out of its counts whoever it told of by name.
 */
export const outcomesView = async (work: Work): Promise<OutcomesView> => {
  const reports = await find(work.vault, 'release', 'outcomeReport', { selector: {} });
  const told = await find(work.vault, 'release', 'outcomeCounts', { selector: {}, sort: [{ id: 'desc' }] });
  const newest = told.filter(({ from }, at) => told.findIndex((other) => other.from.serviceId === from.serviceId) === at);
  return {
    counts: [...addedCounts([countedOutcomes(reports), ...newest.map(({ counts }) => counts)])],
    services: newest.map(({ from, dataAsOf }) => ({ name: from.name, dataAsOf })),
    ready: work.vault.info.kind === 'probation' ? await countsReady(work) : [],
  };
};
