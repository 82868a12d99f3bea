import { listInForce } from '../../../../shared/domain/checklist-rules.ts';
import type { MissingFacts } from '../../../../shared/domain/missing-rules.ts';
import { obligationsKnown } from '../../../../shared/domain/obligations.ts';
import type { Work } from '../work.ts';
import { listsOf } from './checklist.ts';
import { obligationsOf, roadOf } from './road.ts';

/** What the preparation knows of what is missing: the list, and whether obligations are known. */
export const releaseKnown = async (work: Work, personId: string): Promise<Pick<MissingFacts, 'list' | 'obligationsKnown'>> => {
  const [lists, road, obligations] = await Promise.all([listsOf(work, personId), roadOf(work, personId), obligationsOf(work, personId)]);
  return { list: listInForce(lists), obligationsKnown: obligationsKnown(obligations, road) };
};
