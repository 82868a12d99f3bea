import { z } from 'zod';
import type { Application } from './application.ts';
import type { Appointment } from './appointment.ts';
import { dayOf } from './appointment-rules.ts';
import { addDays, type CivilDate } from './dates.ts';
import { DepartureThing, type Departure, type DepartureEntry, type DepartureState } from './departure.ts';
import type { Holidays } from './jurisdiction.ts';
import type { NeedDomain, Round } from './needs.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { PlanContent, PlanProgress } from './plan.ts';

/** An obligation as the first days know it: a plain sentence and how long it holds. */
export interface KnownObligation {
  readonly id: string;
  readonly sentence: string;
  readonly from?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
}

/** Everything that is known of somebody's first days, however little. */
export interface FirstDaysFacts {
  readonly today: CivilDate;
  readonly holidays: Holidays;
  readonly release: { readonly date: CivilDate; readonly time?: string | undefined } | undefined;
  readonly appointments: readonly Appointment[];
  readonly applications: readonly Application[];
  readonly departure: Pick<Departure, 'things'> | undefined;
  /** what the list of the release says of the same things, where nothing is written for the person's paper */
  readonly listed?: { readonly [T in DepartureThing]?: DepartureState | undefined } | undefined;
  /** where the person goes, as the road to release has it */
  readonly destination?: string | undefined;
  /** the plan in force */
  readonly plan: { readonly content: Pick<PlanContent, 'objectives' | 'lang'>; readonly progress: Pick<PlanProgress, 'steps'> } | undefined;
  /** what stands in each domain */
  readonly round: Pick<Round, 'domains'> | undefined;
  /** undefined: nobody has said yet whether there are any; empty: somebody said there are none */
  readonly obligations: readonly KnownObligation[] | undefined;
  /** services of the address book that could be gone to */
  readonly services: number;
}

/** Without these a first night outside fails: the emergency template, with whom to go to and what must be kept to. */
export const PackThing = z.enum([...DepartureThing.options, 'FIRST_APPOINTMENT', 'OBLIGATIONS']);
export type PackThing = z.infer<typeof PackThing>;

/** The first appointment lies within so many days of release. */
const FIRST_DAYS = 30;

/** The domain in which somebody may have preferred not to answer: then its thing is their choice, and never missing. */
const domainOf: { readonly [T in DepartureThing]?: NeedDomain } = { BED: 'ACCOMMODATION', ID_PAPER: 'IDENTITY_DOCS', MEDICINES: 'HEALTH', MONEY: 'FINANCE' };

/** One line of how somebody leaves, as paper tells it. */
export interface DepartureLine {
  readonly thing: DepartureThing;
  readonly state: DepartureEntry['state'];
  readonly words?: string;
  readonly phone?: string;
  readonly days?: number;
}

type ThingFacts = Pick<FirstDaysFacts, 'departure' | 'applications' | 'listed' | 'destination'>;

/** How one thing stands: as it was written down for the person, or as address, list or a paper that has come tell. */
export const departureEntry = (thing: DepartureThing, { departure, applications, listed, destination }: ThingFacts): Pick<DepartureEntry, 'state' | 'words' | 'phone' | 'days'> | undefined => {
  const written = departure?.things[thing];
  if (written !== undefined) return written;
  if (thing === 'BED' && destination !== undefined) return { state: 'ARRANGED', words: destination };
  const state = listed?.[thing];
  if (state !== undefined) return { state };
  return thing === 'ID_PAPER' && applications.some(({ kind, status }) => kind === 'ID_CARD' && status === 'RECEIVED') ? { state: 'ARRANGED' } : undefined;
};

/** How every thing stands of which something is known, in the order of the first evening. */
export const departureLines = (facts: ThingFacts): readonly DepartureLine[] =>
  DepartureThing.options.flatMap((thing) => {
    const entry = departureEntry(thing, facts);
    if (entry === undefined) return [];
    const { state, words, phone, days } = entry;
    return [{ thing, state, ...(words === undefined ? {} : { words }), ...(phone === undefined ? {} : { phone }), ...(days === undefined ? {} : { days }) }];
  });

const isChoice = (thing: DepartureThing, round: FirstDaysFacts['round']): boolean => round?.domains.find(({ domain }) => domain === domainOf[thing])?.answer === 'REFUSED';

/** Whether there is somebody to go to in the first thirty days. */
const hasFirstAppointment = ({ appointments, release, holidays }: FirstDaysFacts): boolean =>
  appointments.some(({ status, at }) => {
    if (status !== 'FIXED') return false;
    const day = dayOf(at, { release, holidays });
    if (day === undefined) return at.when !== 'TO_BE_FIXED';
    return release === undefined || (day >= release.date && day <= addDays(release.date, FIRST_DAYS));
  });

/**
 * What an emergency pack would leave open, in the order in which the first evening asks for it. Somebody's own choice is
 * never missing; where there is no appointment a service of the address book will do.
 */
export const packMissing = (facts: FirstDaysFacts): readonly PackThing[] =>
  PackThing.options.filter((thing) => {
    if (thing === 'FIRST_APPOINTMENT') return !hasFirstAppointment(facts) && facts.services === 0;
    if (thing === 'OBLIGATIONS') return facts.obligations === undefined;
    return departureEntry(thing, facts) === undefined && !isChoice(thing, facts.round);
  });

/** Whether a line of the departure may stand: medicines are told in days, never in words; nothing is arranged without a word. */
export const departureStands = (thing: DepartureThing, { state, words, days }: Pick<DepartureEntry, 'state' | 'words' | 'days'>): Outcome<void> => {
  if (thing === 'MEDICINES' ? words !== undefined : days !== undefined) return refused('departure.noMedicineWords');
  return (thing === 'BED' || thing === 'TRAVEL') && state === 'ARRANGED' && words === undefined ? refused('departure.wordsNeeded') : allowed(undefined);
};
