import type { CivilDate } from './dates.ts';
import type { PersonFacts } from './due-facts.ts';
import type { Person } from './people.ts';
import { isInCustody } from './person-machine.ts';
import { pausedUntil } from './person-rules.ts';
import { decisionDay, releaseDay, type RoadDate } from './road-dates.ts';

/** What the day that is prepared for follows from: of a person, or of the index. */
export type RoadAhead = Pick<PersonFacts, 'release' | 'decision' | 'pausedUntil'>;

export const roadAhead = (person: Pick<Person, 'releaseDates' | 'decisions' | 'endless'>): RoadAhead => ({
  release: releaseDay(person),
  decision: decisionDay(person),
  pausedUntil: pausedUntil(person),
});

const isPaused = ({ pausedUntil: term }: RoadAhead, today: CivilDate): boolean => term !== undefined && term > today;

/**
 * The day that is prepared for, from which the days of the list are counted: the day of release, or the one of the decision
 * where that comes first. A decision that is postponed or refused prepares for nothing until its new term.
 */
export const preparedDay = (road: RoadAhead, today: CivilDate): RoadDate | undefined => {
  const { release, decision } = road;
  if (isPaused(road, today) || decision === undefined) return release;
  return release === undefined || decision.date < release.date ? decision : release;
};

/**
 * Whether leaving is near enough to be prepared; a postponed or refused decision pauses it until its new term.
 * @param window the last day whose release window is open today
 */
export const preparesBy = (road: RoadAhead & Pick<PersonFacts, 'status'>, today: CivilDate, window: CivilDate): boolean => {
  if (!isInCustody(road.status)) return false;
  if (!isPaused(road, today) && road.status === 'PRE_RELEASE') return true;
  const day = preparedDay(road, today);
  return day !== undefined && day.date <= window;
};

/** Whether the list rests: the decision was put off, so nothing on it is due. */
export const isResting = (road: RoadAhead, today: CivilDate, preparing: boolean): boolean => isPaused(road, today) && !preparing;
