import type { Application } from '../../../../shared/domain/application.ts';
import type { Appointment, AppointmentContent } from '../../../../shared/domain/appointment.ts';
import { departureLines, packMissing, type FirstDaysFacts } from '../../../../shared/domain/first-days.ts';
import { itineraryView } from '../../../../shared/domain/itinerary-lines.ts';
import { jurisdictions } from '../../../../shared/jurisdictions/index.ts';
import type { FirstDaysPaper } from '../first-days-view.ts';
import { richCaseFile } from './case-file.ts';

/** Synthetic: no such person, service or appointment exists. */
const id = (no: number): string => `018f5a10-0000-7000-8000-${String(no).padStart(12, '0')}`;
const base = (no: number) => ({ id: id(no), v: 1, createdAt: '2026-11-20T08:00:00Z', createdBy: id(900), updatedAt: '2026-11-20T08:00:00Z', updatedBy: id(900), personId: id(3), lang: 'ro' as const });

const appointment = (no: number, content: AppointmentContent): Appointment => ({ ...base(500 + no), type: 'appointment', ...content, status: content.at.when === 'TO_BE_FIXED' ? 'TO_BE_FIXED' : 'FIXED', history: [] });
const application = (no: number, over: Pick<Application, 'kind' | 'status'> & Partial<Application>): Application => ({ ...base(600 + no), type: 'application', log: [], ...over });

const ro = jurisdictions.of('RO');

/** Everything somebody's first days can hold, diacritics and health included. */
export const richFacts: FirstDaysFacts = {
  today: '2026-11-22',
  holidays: ro.holidays,
  release: { date: '2026-11-27', time: '10:30' },
  appointments: [
    appointment(1, { organisation: 'Serviciul de Probațiune Timiș', purpose: 'Prima prezentare', domain: 'LEGAL', at: { when: 'NEXT_WORKING_DAY', time: '09:00' }, place: 'Str. Probei nr. 2, Timișoara, camera 4', howToGetThere: 'tramvaiul 2 până la Piața Traian', bring: ['biletul de liberare', 'actul de identitate'], phone: '0256 111 111', mandatory: true }),
    appointment(2, { organisation: 'CPECA Timiș', purpose: 'Evaluare substituție', domain: 'SUBSTANCE_USE', at: { when: 'EXACT', date: '2026-12-03', time: '11:15' }, place: 'Str. Corbului nr. 4, Timișoara', bring: [], phone: '0256 222 222', mandatory: false }),
    appointment(3, { organisation: 'AJOFM Timiș', purpose: 'Înscriere ca persoană în căutarea unui loc de muncă', domain: 'EMPLOYMENT', at: { when: 'NONE_NEEDED' }, place: 'Bd. Republicii nr. 21', bring: ['diploma'], mandatory: false }),
    appointment(4, { organisation: 'Casa de Pensii', purpose: 'Stagiu de cotizare', domain: 'FINANCE', at: { when: 'TO_BE_FIXED' }, bring: [], mandatory: false }),
  ],
  applications: [
    application(1, { kind: 'ID_CARD', status: 'RECEIVED', storedWith: 'PERSONAL_ITEMS' }),
    application(2, { kind: 'DIPLOMA_COPY', status: 'GRANTED', to: 'Liceul Tehnologic nr. 3 Lugoj' }),
  ],
  departure: {
    things: {
      BED: { state: 'ARRANGED', words: 'Locuința protejată, Str. Făgetului nr. 9, Lugoj', phone: '0256 333 333', on: '2026-11-20', by: id(900) },
      TRAVEL: { state: 'ARRANGED', words: 'Autobuzul de 11:40 până la Lugoj, bilet plătit', on: '2026-11-20', by: id(900) },
      MEDICINES: { state: 'ARRANGED', days: 7, on: '2026-11-20', by: id(900) },
      MONEY: { state: 'ARRANGED', words: '210 lei din contul meu', on: '2026-11-20', by: id(900) },
    },
  },
  plan: { content: { objectives: richCaseFile.plan.objectives.map(({ steps, ...objective }) => ({ ...objective, steps: steps.map(({ status: _status, ...step }) => step) })), lang: 'ro' }, progress: { steps: {} } },
  round: undefined,
  obligations: [
    { id: id(701), sentence: 'Merg la serviciul de probațiune când mă cheamă.', until: '2028-08-19' },
    { id: id(702), sentence: 'Nu mă apropii de persoanele numite în hotărâre.', until: '2027-02-10' },
  ],
  services: 1,
};

/** Next to nothing is known: a court ordered the release this evening. */
export const bareFacts: FirstDaysFacts = { today: '2026-11-22', holidays: ro.holidays, release: undefined, appointments: [], applications: [], departure: undefined, plan: undefined, round: undefined, obligations: undefined, services: 0 };

/** What the sheets say of these facts. */
export const paperOf = (facts: FirstDaysFacts, over: Partial<FirstDaysPaper> = {}): FirstDaysPaper => ({
  firstName: facts === bareFacts ? '' : 'Ștefan',
  largePrint: false,
  asOf: facts.today,
  ...(facts.release === undefined ? {} : { release: { date: facts.release.date, time: '10:30' } }),
  things: departureLines(facts),
  itinerary: itineraryView(facts),
  missing: packMissing(facts),
  numbers: ro.emergency.numbers,
  services: facts.services === 0 ? [] : [{ name: 'Serviciul de Probațiune Timiș', address: 'Str. Probei nr. 2, Timișoara', phone: '0256 111 111' }],
  ...(facts === bareFacts ? {} : { phone: '+40 256 000 001', writtenIn: 'ro' as const }),
  ...over,
});
