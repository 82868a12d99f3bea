import { z } from 'zod';
import type { Application } from './application.ts';
import type { Appointment } from './appointment.ts';
import { dayOf, timeOf } from './appointment-rules.ts';
import { addDays, type CivilDate } from './dates.ts';
import { departureEntry, PackThing, packMissing, type FirstDaysFacts, type KnownObligation } from './first-days.ts';
import type { NeedDomain } from './needs.ts';
import type { Horizon, OwnerKind, PlanStep } from './plan.ts';

/** The three stretches after release. */
export const ItinerarySpan = z.enum(['FIRST_72H', 'FIRST_30D', 'FIRST_90D']);
export type ItinerarySpan = z.infer<typeof ItinerarySpan>;

/** Last day of each stretch, counted from the day of release. */
const lastDay: { readonly [S in ItinerarySpan]: number } = { FIRST_72H: 3, FIRST_30D: 30, FIRST_90D: 90 };

/** What nobody has arranged, said in words: a paper that looks full while the first night is open would be a lie. */
export const ItineraryGap = z.enum([...PackThing.options, 'RELEASE_DAY', 'NOTHING_30D', 'NOTHING_90D']);
export type ItineraryGap = z.infer<typeof ItineraryGap>;

interface At {
  readonly on?: CivilDate;
  readonly time?: string;
}

export type ItineraryEntry = At &
  (
    | { readonly kind: 'LEAVE' }
    | { readonly kind: 'TRAVEL' | 'BED'; readonly words?: string; readonly phone?: string }
    | { readonly kind: 'APPOINTMENT'; readonly appointment: Appointment; readonly health: boolean }
    | { readonly kind: 'STEP'; readonly text: string; readonly owner: OwnerKind; readonly domain: NeedDomain; readonly health: boolean }
    | { readonly kind: 'OBLIGATION'; readonly obligation: KnownObligation; readonly ends?: true }
    | { readonly kind: 'PICK_UP'; readonly application: Application }
  );

export interface ItineraryDay {
  readonly on: CivilDate;
  readonly entries: readonly ItineraryEntry[];
}

export interface ItineraryPart {
  readonly span: ItinerarySpan;
  /** absent while no day of release is known */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly days: readonly ItineraryDay[];
  /** of this stretch, on no day in particular */
  readonly anyDay: readonly ItineraryEntry[];
}

export interface Itinerary {
  readonly parts: readonly ItineraryPart[];
  /** holds all the time: not on one day */
  readonly obligations: readonly KnownObligation[] | undefined;
  readonly gaps: readonly ItineraryGap[];
}

/** Domains of which the person's paper only says that it is about health. */
const healthDomains: ReadonlySet<NeedDomain> = new Set(['HEALTH', 'SUBSTANCE_USE']);
export const isHealth = (domain: NeedDomain): boolean => healthDomains.has(domain);

interface Placed {
  readonly entry: ItineraryEntry;
  /** where it belongs when it has no day */
  readonly span: ItinerarySpan;
}

const spanOfHorizon: { readonly [H in Horizon]?: ItinerarySpan } = { RELEASE_DAY: 'FIRST_72H', FIRST_72H: 'FIRST_72H', FIRST_30D: 'FIRST_30D', FIRST_90D: 'FIRST_90D' };

const at = (on: CivilDate | undefined, time?: string): At => ({ ...(on === undefined ? {} : { on }), ...(time === undefined ? {} : { time }) });

const leaving = (facts: FirstDaysFacts): Placed[] => {
  const { release } = facts;
  const lines = (['TRAVEL', 'BED'] as const).flatMap((kind): Placed[] => {
    const line = departureEntry(kind, facts);
    if (line?.state !== 'ARRANGED') return [];
    const { words, phone } = line;
    return [{ span: 'FIRST_72H', entry: { kind, ...at(release?.date), ...(words === undefined ? {} : { words }), ...(phone === undefined ? {} : { phone }) } }];
  });
  return release === undefined ? lines : [{ span: 'FIRST_72H', entry: { kind: 'LEAVE', ...at(release.date, release.time) } }, ...lines];
};

const coming = (facts: FirstDaysFacts): Placed[] =>
  facts.appointments
    .filter(({ status }) => status === 'FIXED')
    .map((appointment) => ({ span: 'FIRST_72H', entry: { kind: 'APPOINTMENT', appointment, health: isHealth(appointment.domain), ...at(dayOf(appointment.at, facts), timeOf(appointment.at)) } }));

/** Who does nothing any more once somebody has left: what they carry over goes on with somebody else. */
const inside: ReadonlySet<OwnerKind> = new Set(['EDUCATOR', 'PSYCHOLOGIST', 'SOCIAL_WORKER']);

/** Steps that are still to be done, of goals for the time after release or ones that go on. */
const steps = ({ plan, release }: FirstDaysFacts): Placed[] => {
  const isOpen = ({ id }: PlanStep): boolean => !['DONE', 'NOT_NEEDED'].includes(plan?.progress.steps[id]?.status ?? '');
  return (plan?.content.objectives ?? []).flatMap(({ domain, horizon, steps: all }): Placed[] =>
    all.filter(isOpen).flatMap((step): Placed[] => {
      const after = step.dueDate !== undefined && release !== undefined && step.dueDate >= release.date;
      const span = spanOfHorizon[horizon];
      if (!step.carriesOver && (inside.has(step.owner) || (!after && span === undefined))) return [];
      // a day inside is over when somebody leaves
      if (step.dueDate !== undefined && !after && release !== undefined && !step.carriesOver) return [];
      const on = after || release === undefined ? step.dueDate : undefined;
      return [{ span: span ?? 'FIRST_90D', entry: { kind: 'STEP', text: step.text, owner: step.owner, domain, health: isHealth(domain), ...at(on) } }];
    }),
  );
};

const pickUps = ({ applications }: FirstDaysFacts): Placed[] =>
  applications
    .filter(({ status, storedWith }) => status === 'GRANTED' || (status === 'RECEIVED' && storedWith === 'TO_BE_PICKED_UP'))
    .map((application) => ({ span: 'FIRST_30D', entry: { kind: 'PICK_UP', application } }));

/** The last day of an obligation: from then on the person is free of it. */
const ends = ({ obligations, release }: FirstDaysFacts): Placed[] =>
  (obligations ?? []).flatMap((obligation): Placed[] =>
    obligation.until === undefined || release === undefined || obligation.until < release.date ? [] : [{ span: 'FIRST_90D', entry: { kind: 'OBLIGATION', obligation, ends: true, on: obligation.until } }],
  );

const kindOrder: readonly ItineraryEntry['kind'][] = ['LEAVE', 'TRAVEL', 'APPOINTMENT', 'PICK_UP', 'STEP', 'OBLIGATION', 'BED'];

/** Leaving first, the bed last, between them by the hour. */
const byHour = (a: ItineraryEntry, b: ItineraryEntry): number => {
  const partOfDay = ({ kind }: ItineraryEntry): number => (kind === 'LEAVE' ? 0 : kind === 'TRAVEL' ? 1 : kind === 'BED' ? 3 : 2);
  if (partOfDay(a) !== partOfDay(b)) return partOfDay(a) - partOfDay(b);
  const [left, right] = [a.time ?? '99:99', b.time ?? '99:99'];
  return left < right ? -1 : left > right ? 1 : kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind);
};

const partOf = (span: ItinerarySpan, placed: readonly Placed[], release: CivilDate | undefined): ItineraryPart => {
  const before = ItinerarySpan.options[ItinerarySpan.options.indexOf(span) - 1];
  const from = release === undefined ? undefined : addDays(release, before === undefined ? 0 : lastDay[before] + 1);
  const to = release === undefined ? undefined : addDays(release, lastDay[span]);
  const within = placed.filter(({ entry: { on }, span: own }) => (from === undefined || to === undefined || on === undefined ? own === span : on >= from && on <= to)).map(({ entry }) => entry);
  const days = [...new Set(within.flatMap(({ on }) => (on === undefined ? [] : [on])))].toSorted();
  return {
    span,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    days: days.map((on) => ({ on, entries: within.filter((entry) => entry.on === on).toSorted(byHour) })),
    anyDay: within.filter(({ on }) => on === undefined).toSorted(byHour),
  };
};

/**
 * The first 72 hours, 30 and 90 days after release, day by day, put together from what is known now, with what is not
 * arranged said as a gap. Nothing is invented: without a day of release there are no days, only what belongs to each stretch.
 */
export const itineraryOf = (facts: FirstDaysFacts): Itinerary => {
  const placed = [...leaving(facts), ...coming(facts), ...pickUps(facts), ...steps(facts), ...ends(facts)];
  const parts = ItinerarySpan.options.map((span) => partOf(span, placed, facts.release?.date));
  const isEmpty = (span: ItinerarySpan): boolean => parts.every((part) => part.span !== span || (part.days.length === 0 && part.anyDay.length === 0));
  const gaps: readonly (readonly [ItineraryGap, boolean])[] = [
    ['RELEASE_DAY', facts.release === undefined],
    ['NOTHING_30D', isEmpty('FIRST_30D')],
    ['NOTHING_90D', isEmpty('FIRST_90D')],
  ];
  const open = new Set<ItineraryGap>([...packMissing(facts), ...gaps.flatMap(([gap, is]) => (is ? [gap] : []))]);
  return { parts, obligations: facts.obligations, gaps: ItineraryGap.options.filter((gap) => open.has(gap)) };
};
