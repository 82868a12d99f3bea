import type { Application } from './application.ts';
import type { Appointment } from './appointment.ts';
import { isRestricted } from './base.ts';
import { isToldOf, learningTold, type CaseParts } from './build-casefile.ts';
import { onlyPlaces } from './case-paths.ts';
import type { CaseFile } from './casefile.ts';
import type { Checklist } from './checklist.ts';
import type { Consent } from './consents.ts';
import { choicesInForce, decisionToday } from './consents-rules.ts';
import type { Departure } from './departure.ts';
import { isHealth } from './itinerary.ts';
import type { Need } from './need.ts';
import type { Round } from './needs.ts';
import type { Obligation } from './obligations.ts';
import type { Person } from './people.ts';
import type { PlanContent, PlanProgress } from './plan.ts';
import type { Profile } from './profile.ts';
import { courseTold, type ReceivedCourse } from './received.ts';
import type { Road } from './road.ts';
import type { ThirdPerson } from './third-person.ts';
import { othersToTell } from './third-person-rules.ts';
import type { Transfer, TransferOrder } from './transfer.ts';

/** Everything that is kept of somebody and may be of use where they go. */
export interface TransferSources extends Pick<CaseParts, 'today' | 'courses'> {
  readonly sender: Transfer['sender'];
  readonly recipient: Transfer['recipient'];
  readonly order: TransferOrder;
  readonly person: Person;
  readonly rounds: readonly Round[];
  readonly needs: readonly Need[];
  readonly plans: readonly { readonly content: PlanContent; readonly progress: PlanProgress }[];
  readonly road: Road | undefined;
  readonly obligations: readonly Obligation[];
  readonly appointments: readonly Appointment[];
  readonly applications: readonly Application[];
  readonly lists: readonly Checklist[];
  readonly departure: Departure | undefined;
  /** courses that another service told of */
  readonly received: readonly ReceivedCourse[];
  readonly consents: readonly Consent[];
  readonly others: readonly ThirdPerson[];
}

/** Words about health go by the health service's own way, and needs asked one by one are as good as words. */
const roundWithoutHealth = (round: Round): Round => ({
  ...round,
  domains: round.domains.map(({ strengths, strengthsBasis, own, items, corrections, ...domain }) => {
    const statements = domain.statements.filter((statement) => !isRestricted(statement));
    if (isHealth(domain.domain)) return { ...domain, statements: [] };
    return {
      ...domain,
      statements,
      ...(strengths === undefined ? {} : { strengths }),
      ...(strengthsBasis === undefined ? {} : { strengthsBasis }),
      ...(own === undefined ? {} : { own }),
      ...(items === undefined ? {} : { items }),
      ...(corrections === undefined ? {} : { corrections }),
    };
  }),
});

const namesHealth = (reason: string): boolean => /HEALTH|HOSPITAL/.test(reason);

/** A stay in hospital is nobody's business where somebody goes; that they were away is not needed for anything there. */
const personWithoutHealth = (person: Person): Person => {
  const kept = <M extends { readonly kind: string }>(movements: readonly M[]): M[] => movements.filter(({ kind }) => !namesHealth(kind));
  return {
    ...person,
    ...(person.movements === undefined ? {} : { movements: kept(person.movements) }),
    ...(person.stays === undefined ? {} : { stays: person.stays.map((stay) => ({ ...stay, movements: kept(stay.movements) })) }),
  };
};

const progressWithoutHealth = (progress: PlanProgress): PlanProgress => ({
  ...progress,
  ...(progress.exemptions === undefined ? {} : { exemptions: progress.exemptions.filter(({ reason }) => !namesHealth(reason)) }),
});

/** Items about health stay without the words that were written to them; one that somebody wrote themselves stays here whole. */
const listWithoutHealth = (list: Checklist): Checklist => ({
  ...list,
  items: list.items.flatMap((item) => {
    if (item.domain !== 'HEALTH') return [item];
    return item.own === true ? [] : [{ ...item, marks: item.marks.map(({ note: _note, ...mark }) => mark) }];
  }),
});

/** What stays where it was written, whatever there is of it: said in every transfer alike. */
const always: CaseFile['notIncluded'] = (['HEALTH_RECORDS', 'OFFENCE', 'PROTECTED_PEOPLE', 'RISK', 'NOTES', 'REQUESTS', 'DISCLOSURES', 'HANDOVERS', 'SCANS'] as const).map((what) => ({ what, why: 'WITHHELD_BY_RULE' }));

/**
 * The payload of a transfer. The receiving prison goes on with the case, so it gets the history too: rounds, plans in every version
 * with how they go, what was learned, the road to release, choices. Notes stay: they were written for the team here. Words about
 * health, belief, restorative programmes and risk stay as with every recipient.
 * @param profile the profile `prison`: places it does not name are left out
 */
export const buildTransfer = (from: TransferSources, profile: Profile): Transfer => {
  const choices = choicesInForce(from.consents).map((consent) => ({ purpose: consent.purpose, decision: decisionToday(consent, from.today) }));
  const others = othersToTell(from.others, choices, from.today);
  const own = learningTold(from, profile);
  const known = new Set(own.map(({ enrolmentId }) => enrolmentId));
  // what an earlier prison told of goes on with the case
  const learning = [...own, ...from.received.filter(({ id, area }) => !known.has(id) && isToldOf(area) && profile.areas.includes(area)).map(courseTold)];
  const hostAgreed = others.named.some(({ kind }) => kind === 'HOST');
  const road = from.road === undefined || hostAgreed ? from.road : withoutHost(from.road);
  const appointments = from.appointments.filter(({ domain }) => !isHealth(domain));
  const whole: Transfer = {
    format: 'varco-transfer',
    version: 1,
    dataAsOf: from.today,
    sender: from.sender,
    recipient: from.recipient,
    order: from.order,
    person: personWithoutHealth(from.person),
    rounds: from.rounds.map(roundWithoutHealth),
    needs: from.needs.filter(({ domain }) => !isHealth(domain)),
    contents: from.plans.map(({ content }) => content),
    progress: from.plans.map(({ progress }) => progressWithoutHealth(progress)),
    learning,
    ...(road === undefined ? {} : { road }),
    obligations: [...from.obligations],
    appointments,
    applications: [...from.applications],
    lists: from.lists.map(listWithoutHealth),
    ...(from.departure === undefined ? {} : { departure: others.withheld === 0 && (from.road?.destination?.host === undefined || hostAgreed) ? from.departure : withoutWords(from.departure) }),
    choices: [...from.consents],
    otherPeople: [...others.named],
    notIncluded: [
      ...always,
      ...(appointments.length === from.appointments.length ? [] : [{ what: 'HEALTH_APPOINTMENTS', why: 'WITHHELD_BY_RULE' as const }]),
      ...(others.withheld === 0 && road === from.road ? [] : [{ what: 'OTHER_PEOPLE', why: 'WITHHELD_BY_RULE' as const }]),
    ],
  };
  const nothing = { rounds: [], needs: [], contents: [], progress: [], learning: [], obligations: [], appointments: [], applications: [], lists: [], choices: [], otherPeople: [], notIncluded: [] };
  return { ...nothing, ...(onlyPlaces(whole, new Set(profile.fields)) as object) } as unknown as Transfer;
};

const withoutHost = (road: Road): Road => {
  if (road.destination === undefined) return road;
  const { host: _host, ...destination } = road.destination;
  return { ...road, destination, banChecks: road.banChecks.filter(({ subject }) => subject !== 'HOST') };
};

/** Bed and way could name somebody who did not agree to be named. */
const withoutWords = (departure: Departure): Departure => {
  const { BED: _bed, TRAVEL: _travel, ...things } = departure.things;
  return { ...departure, things };
};
