import type { Application } from './application.ts';
import type { Appointment } from './appointment.ts';
import { dayOf, isOpenAppointment } from './appointment-rules.ts';
import { given } from './given.ts';
import type { CaseFile } from './casefile.ts';
import { stateOf, type Checklist } from './checklist.ts';
import { dueOn, isAsked, listInForce } from './checklist-rules.ts';
import type { ConsentPurpose } from './consents.ts';
import type { CivilDate } from './dates.ts';
import { departureLines, type FirstDaysFacts } from './first-days.ts';
import { isHealth, itineraryOf, type ItineraryEntry } from './itinerary.ts';
import { obligationsAhead, type Obligation } from './obligations.ts';
import type { Person } from './people.ts';
import type { Road } from './road.ts';
import { othersToTell, type OthersToTell } from './third-person-rules.ts';
import type { ThirdPerson } from './third-person.ts';

/** What the vault holds of somebody's road to release, as a case is built from it. */
export interface RoadParts {
  readonly obligations: readonly Obligation[];
  readonly road: Road | undefined;
  readonly lists: readonly Checklist[];
  readonly appointments: readonly Appointment[];
  readonly applications: readonly Application[];
  /** as they are known on the day of the data */
  readonly firstDays: FirstDaysFacts;
  readonly others: readonly ThirdPerson[];
}

interface From {
  readonly today: CivilDate;
  readonly person: Pick<Person, 'contactBans'>;
  readonly road: RoadParts;
  /** what the person decided, as it stands today */
  readonly choices: CaseFile['choices'];
}

/** Fields of the case that the road to release adds. */
export type CaseRoad = Pick<CaseFile, 'obligations' | 'contactBans' | 'destination' | 'otherPeople' | 'appointments' | 'applications' | 'checklist' | 'departure' | 'firstDays'>;

const some = <T>(all: readonly T[]): T[] | undefined => (all.length === 0 ? undefined : [...all]);

const obligationsOf = ({ road: { obligations, road }, today }: From): CaseFile['obligations'] => {
  const lines = obligationsAhead(obligations, today).map(({ id, kind, text, lang, act, from, until, protectsSomebody }) => {
    const readAloudOn = road?.readAloud.findLast((reading) => reading.obligations.includes(id))?.on;
    return given({ id, kind, text, lang, act, from, until, protectsSomebody, readAloudOn });
  });
  const none = road?.noObligations;
  if (lines.length === 0 && none === undefined) return undefined;
  return given({ none: none === undefined || lines.length > 0 ? undefined : { on: none.on, source: none.source }, lines }) as CaseFile['obligations'];
};

/** Where somebody goes. Who takes them in is told only when a host of theirs said yes. */
const destinationOf = ({ road: { road } }: From, { named }: OthersToTell): CaseFile['destination'] => {
  if (road?.destination === undefined) return undefined;
  const { host, ...place } = road.destination;
  return given({ ...place, host: named.some(({ kind }) => kind === 'HOST') ? host : undefined }) as CaseFile['destination'];
};

const otherPeople = ({ named }: OthersToTell): CaseFile['otherPeople'] =>
  some(
    named.map(({ kind, name, relation, phone, answers }) => {
      const yes = answers.at(-1);
      return given({ kind, name, relation, phone, agreedOn: yes?.on, until: yes?.validTo });
    }),
  ) as CaseFile['otherPeople'];

/** That there is an appointment, when, and whether it is a duty; with a service for health not where and with whom (corrections D6). */
const appointmentsOf = ({ road: { appointments, firstDays } }: From): CaseFile['appointments'] =>
  some(
    appointments.filter(isOpenAppointment).map(({ id, organisation, purpose, domain, at, place, phone, mandatory, status, lang }) => {
      const when = { id, at, on: dayOf(at, firstDays), mandatory, status };
      return isHealth(domain) ? given({ ...when, health: true as const }) : given({ ...when, organisation, purpose, place, phone, lang });
    }),
  ) as CaseFile['appointments'];

/** Papers under way; what the person withdrew is over. The log and what it cost stay here. */
const applicationsOf = ({ road: { applications } }: From): CaseFile['applications'] =>
  some(
    applications
      .filter(({ status }) => status !== 'WITHDRAWN')
      .map(({ id, kind, what, to, reference, status, submittedOn, expectedBy, receivedOn, storedWith }) => given({ id, kind, what, to, reference, status, submittedOn, expectedBy, receivedOn, storedWith })),
  ) as CaseFile['applications'];

const openStates: ReadonlySet<string> = new Set(['OPEN', 'REQUESTED', 'NOT_POSSIBLE']);

/** What is still open of the list. Own lines about health are free words, and stay; a refusal is a choice, never open. */
const checklistOf = ({ road: { lists, firstDays }, choices }: From): CaseFile['checklist'] => {
  const list = listInForce(lists) ?? lists[0];
  if (list === undefined) return undefined;
  const yes = new Set<ConsentPurpose>(choices.flatMap(({ purpose, decision }) => (decision === 'GIVEN' ? [purpose] : [])));
  const open = list.items
    .filter((item) => openStates.has(stateOf(item)) && isAsked(item, yes) && (item.required || stateOf(item) !== 'OPEN') && !(item.own === true && item.domain === 'HEALTH'))
    .map((item) => {
      const { code, domain, names, required, critical, owner } = item;
      return given({ code, domain, names, required, critical, state: stateOf(item), dueOn: dueOn(item, firstDays.release?.date), owner });
    });
  return { kind: list.kind, open } as CaseFile['checklist'];
};

/** Whether words about bed and way could name somebody who did not agree to be named. */
const nobodyWithheld = ({ road: { road } }: From, { named, withheld }: OthersToTell): boolean => withheld === 0 && (road?.destination?.host === undefined || named.some(({ kind }) => kind === 'HOST'));

const departureOf = (from: From, others: OthersToTell): CaseFile['departure'] => {
  const words = nobodyWithheld(from, others);
  return some(
    departureLines(from.road.firstDays)
      // what somebody did not want is their choice, and no line of a list
      .filter(({ state }) => state !== 'DECLINED')
      .map((line) => ((line.thing === 'BED' || line.thing === 'TRAVEL') && !words ? given({ thing: line.thing, state: line.state }) : given({ ...line }))),
  ) as CaseFile['departure'];
};

const wordsOf = (entry: ItineraryEntry, words: boolean): string | undefined => {
  switch (entry.kind) {
    case 'APPOINTMENT':
      return entry.health ? undefined : `${entry.appointment.organisation}: ${entry.appointment.purpose}`;
    case 'STEP':
      return entry.health ? undefined : entry.text;
    case 'OBLIGATION':
      return entry.obligation.sentence;
    case 'PICK_UP':
      return entry.application.what ?? entry.application.to;
    case 'TRAVEL':
    case 'BED':
      return words ? entry.words : undefined;
    case 'LEAVE':
      return undefined;
  }
};

const firstDaysOf = (from: From, others: OthersToTell): CaseFile['firstDays'] => {
  const words = nobodyWithheld(from, others);
  return some(
    itineraryOf(from.road.firstDays).parts.flatMap(({ span, days, anyDay }) =>
      [...days.flatMap(({ entries }) => entries), ...anyDay].map((entry) =>
        given({
          span,
          kind: entry.kind,
          on: entry.on,
          time: entry.time,
          words: wordsOf(entry, words),
          owner: entry.kind === 'STEP' ? entry.owner : undefined,
          health: (entry.kind === 'STEP' || entry.kind === 'APPOINTMENT') && entry.health ? (true as const) : undefined,
        }),
      ),
    ),
  ) as CaseFile['firstDays'];
};

/** The road to release as a service may read it, and what of it is not told and why. */
export const buildCaseRoad = (from: From): { readonly fields: CaseRoad; readonly notIncluded: CaseFile['notIncluded'] } => {
  const others = othersToTell(from.road.others, from.choices, from.today);
  const obligations = obligationsOf(from);
  const destination = destinationOf(from, others);
  return {
    fields: given({
      obligations,
      contactBans: some((from.person.contactBans ?? []).filter(({ until }) => until === undefined || until >= from.today).map(({ kind, act, until }) => given({ kind, act, until }))),
      destination,
      otherPeople: otherPeople(others),
      appointments: appointmentsOf(from),
      applications: applicationsOf(from),
      checklist: checklistOf(from),
      departure: departureOf(from, others),
      firstDays: firstDaysOf(from, others),
    }) as CaseRoad,
    notIncluded: [
      ...(obligations === undefined ? [{ what: 'OBLIGATIONS', why: 'NOT_HELD' as const }] : []),
      ...(destination === undefined ? [{ what: 'DESTINATION', why: 'NOT_HELD' as const }] : []),
      ...(nobodyWithheld(from, others) ? [] : [{ what: 'OTHER_PEOPLE', why: 'WITHHELD_BY_RULE' as const }]),
    ],
  };
};
