import { itineraryView } from '../../../../shared/domain/itinerary-lines.ts';
import { departureLines, packMissing } from '../../../../shared/domain/first-days.ts';
import { ownService } from '../contacts/own.ts';
import type { FirstDaysPaper } from '../../documents/first-days-view.ts';
import type { Work } from '../work.ts';
import { firstDaysSources } from './facts.ts';

/**
 * What the itinerary and the emergency pack say, put together at this moment: the sheets tell on which day that was.
 * @throws RefusedError notFound
 */
export const firstDaysPaper = async (work: Work, personId: string): Promise<FirstDaysPaper> => {
  const { person, jurisdiction, services, facts, departure, appointments } = await firstDaysSources(work, personId);
  const { card } = await ownService(work);
  const written = departure?.lang ?? appointments[0]?.lang ?? facts.plan?.content.lang;
  return {
    firstName: person.givenName.trim().split(/\s+/)[0] ?? '',
    largePrint: person.readingSupport === 'LARGE_PRINT',
    asOf: work.today,
    ...(written === undefined ? {} : { writtenIn: written }),
    ...(facts.release === undefined ? {} : { release: { date: facts.release.date, ...(facts.release.time === undefined ? {} : { time: facts.release.time }) } }),
    things: departureLines(facts),
    itinerary: itineraryView(facts),
    missing: [...packMissing(facts)],
    numbers: [...jurisdiction.emergency.numbers],
    services: [...services],
    ...(card.phone === undefined ? {} : { phone: card.phone }),
  };
};
