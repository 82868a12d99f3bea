import { stateOf, type Checklist, type ChecklistItem, type ChecklistItemState } from '../../../../shared/domain/checklist.ts';
import { listToRead } from '../../../../shared/domain/checklist-rules.ts';
import type { DepartureState, DepartureThing } from '../../../../shared/domain/departure.ts';
import type { FirstDaysFacts } from '../../../../shared/domain/first-days.ts';
import { obligationsAhead } from '../../../../shared/domain/obligations.ts';
import type { Road } from '../../../../shared/domain/road.ts';
import { listsOf } from '../release/checklist.ts';
import { obligationsOf, roadOf } from '../release/road.ts';
import { existing, type Work } from '../work.ts';

/** The item of the list that is about the same thing: critical ones by what they are, the others by the code of the templates. */
const thingOf = ({ critical, code }: ChecklistItem): DepartureThing | undefined => {
  if (critical === 'BED' || critical === 'MEDICINES') return critical;
  if (critical === 'IDENTITY_PAPER') return 'ID_PAPER';
  if (code === 'TRANSPORT') return 'TRAVEL';
  return code === 'MONEY' ? 'MONEY' : undefined;
};

/** What is open, or could not be had, tells nothing for the paper; a refusal is the person's choice. */
const told: { readonly [S in ChecklistItemState]?: DepartureState } = { DONE: 'ARRANGED', REFUSED: 'DECLINED', NOT_APPLICABLE: 'NOT_NEEDED' };

const listed = (list: Checklist | undefined): FirstDaysFacts['listed'] =>
  Object.fromEntries(
    (list?.items ?? []).flatMap((item) => {
      const [thing, state] = [thingOf(item), told[stateOf(item)]];
      return thing === undefined || state === undefined || item.left === true ? [] : [[thing, state] as const];
    }),
  );

const address = ({ destination }: Pick<Road, 'destination'>): string | undefined =>
  destination === undefined || destination.addressState === 'NONE' || destination.address === undefined ? undefined : [destination.address, destination.municipality].filter((part) => part !== undefined).join(', ');

/**
 * What the road to release has of somebody's first days: the list, the address, the obligations. That nobody has said yet
 * whether there are obligations is told as open, never as none.
 */
export const releaseRoad = async (work: Work, personId: string): Promise<Pick<FirstDaysFacts, 'listed' | 'destination' | 'obligations'>> => {
  const [person, lists, road, obligations] = await Promise.all([existing(work, 'people', personId, 'person'), listsOf(work, personId), roadOf(work, personId), obligationsOf(work, personId)]);
  const ahead = obligationsAhead(obligations, work.today).map(({ id, text, from, until }) => ({ id, sentence: text, from, until }));
  return {
    listed: listed(listToRead(lists, person)),
    destination: road === undefined ? undefined : address(road),
    obligations: ahead.length > 0 || road?.noObligations !== undefined ? ahead : undefined,
  };
};
