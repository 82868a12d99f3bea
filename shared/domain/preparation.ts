import type { CivilDate } from './dates.ts';
import type { PersonFacts } from './due-facts.ts';
import type { Person } from './people.ts';
import { decisionDay, releaseDay, type RoadDate } from './road-dates.ts';

/** What the day that is prepared for follows from: of a person, or of the index. */
export type RoadAhead = Pick<PersonFacts, 'release' | 'decision' | 'postponed'>;

export const roadAhead = (person: Pick<Person, 'releaseDates' | 'decisions' | 'endless'>): RoadAhead => ({
  release: releaseDay(person),
  decision: decisionDay(person),
  postponed: ['POSTPONED', 'REFUSED'].includes(person.decisions.at(-1)?.state ?? ''),
});

/**
 * The day that is prepared for, from which the days of the list are counted: the day of release, or the one of the decision
 * where that comes first. A decision that is postponed prepares for nothing, until its new term is before somebody again.
 */
export const preparedDay = ({ release, decision, postponed }: RoadAhead): RoadDate | undefined => {
  if (postponed || decision === undefined) return release;
  return release === undefined || decision.date < release.date ? decision : release;
};

/** Whether the list rests: the decision was put off, so nothing on it is due. */
export const isResting = ({ postponed }: RoadAhead, preparing: boolean): boolean => postponed && !preparing;

/** The day of the road as a plain date. */
export const preparedOn = (road: RoadAhead): CivilDate | undefined => preparedDay(road)?.date;
