import { expect, it } from 'vitest';
import { jurisdictions } from '../jurisdictions/index.ts';
import { exemptionsOf, indexRow } from './collections.ts';
import type { Decision, Person, ReleaseDateKind } from './people.ts';
import { nextReview, reviewState, reviewWindow } from './plan-review.ts';
import type { PlanProgress, ReviewExemption } from './plan.ts';
import { ReviewExemptionReason } from './review-schedule.ts';

/** Numbers that are the same at every run. */
const numbers = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

// the calendar done by hand: days as numbers, months by their lengths
const DAY = 86_400_000;
const number = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const text = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const plusMonths = (day: number, months: number): number => {
  const date = new Date(day * DAY);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / DAY + Math.min(date.getUTCDate(), length) - 1;
};
const monthsLeft = (from: number, day: number): number => {
  let months = 0;
  while (plusMonths(from, months + 1) < day) months += 1;
  return plusMonths(from, 0) < day ? months : -1;
};

interface History {
  readonly country: string;
  readonly approved: number;
  readonly version: number;
  readonly reviews: readonly number[];
  readonly end?: number;
  readonly commission?: number;
  readonly newTerm?: number;
  readonly life: boolean;
  readonly remand: boolean;
  readonly admitted?: number;
  readonly putOff: readonly { readonly reason: ReviewExemption['reason']; readonly until: number; readonly on: number }[];
}

/** The next review by the words of the field, read one after the other. */
const naive = (of: History, today: number): { rule: string; from: number; to: number; inTimeBy: number } | undefined => {
  const { review: schedule } = jurisdictions.of(of.country);
  const looked = of.reviews.at(-1) ?? of.approved;
  const reviewed = of.reviews.at(-1) ?? (of.version > 1 ? of.approved : -Infinity);
  const months = (rule: string, { fromMonths, toMonths }: { fromMonths: number; toMonths: number }) => ({ rule, from: plusMonths(looked, fromMonths), to: plusMonths(looked, toMonths), of: Infinity });
  const future = (day: number | undefined): day is number => day !== undefined && day >= today;
  const sits = of.newTerm ?? of.commission;

  const last = (day: number) => {
    if (reviewed >= day - 90 || looked >= day - 7) return undefined;
    return { rule: 'PRE_RELEASE', from: Math.max(looked, day - 90), to: day - 7, of: day };
  };
  const by = (day: number) => {
    const left = monthsLeft(looked, day);
    const interval = left >= 60 ? [10, 12] : left >= 12 ? [4, 6] : left >= 6 ? [2, 3] : left >= 3 ? [1, 3] : undefined;
    if (interval === undefined || day - looked <= 90 || day - today <= 90) return 'last days';
    const band = months('BAND', { fromMonths: interval[0]!, toMonths: interval[1]! });
    return day - band.from <= 90 ? 'last days' : band;
  };
  const regular = () => {
    if (of.remand) return months('REMAND', schedule.remand);
    const end = of.life || !future(of.end) ? undefined : of.end;
    const sitting = of.life || !future(sits) ? undefined : sits;
    const nearest = Math.min(end ?? Infinity, sitting ?? Infinity);
    if (nearest === Infinity) return months('NO_DATE', schedule.noDate);
    const found = by(nearest);
    if (found !== 'last days') return found;
    if (of.newTerm === undefined || nearest !== of.newTerm || nearest === end) return last(nearest);
    if (end === undefined) return months('NO_DATE', schedule.noDate);
    const behind = by(end);
    return behind === 'last days' ? last(end) : behind;
  };
  const extra = () => {
    if (of.remand || !future(sits) || reviewed >= sits - 45 || looked >= sits - 7) return undefined;
    return { rule: 'BEFORE_DECISION', from: Math.max(looked, sits - 45), to: sits - 7, of: sits };
  };

  const arrived = of.admitted !== undefined && of.admitted > looked ? { rule: 'ARRIVAL', from: of.admitted, to: of.admitted + 10, of: Infinity } : undefined;
  const [one, other] = [regular(), extra()];
  const next = arrived ?? (one === undefined || (other !== undefined && other.to < one.to) ? other : one);
  if (next === undefined) return undefined;
  let { from, to } = next;
  let inTimeBy = to;
  for (const { reason, until, on } of of.putOff) {
    if (on < looked || until < from) continue;
    const days = ['REGIME', 'SAFETY', 'SECURITY'].includes(reason) ? 10 : 5;
    from = Math.min(until + 1, next.of - 1);
    to = Math.max(to, Math.min(until + days, next.of - 1));
    if (reason !== 'STAFFING') inTimeBy = to;
  }
  return { rule: next.rule, from, to, inTimeBy };
};

const START = number('2027-11-15'); // a leap day lies ahead

const history = (pick: (below: number) => number): History => {
  const maybe = <T>(value: T): T | undefined => (pick(2) === 0 ? undefined : value);
  const approved = START + pick(200);
  const reviews = Array.from({ length: pick(3) }, () => approved + pick(300)).toSorted((a, b) => a - b);
  const far = (): number => approved + [pick(120), pick(400), pick(2500)][pick(3)]!;
  const end = maybe(far());
  const commission = maybe(far());
  const newTerm = pick(3) === 0 ? far() : undefined;
  const admitted = pick(3) === 0 ? approved - 30 + pick(200) : undefined;
  return {
    country: pick(2) === 0 ? 'RO' : 'IT',
    approved,
    version: 1 + pick(2),
    reviews,
    ...(end === undefined ? {} : { end }),
    // the sitting that was put off is over: its new term alone counts
    ...(newTerm !== undefined ? { newTerm } : commission === undefined ? {} : { commission }),
    ...(admitted === undefined ? {} : { admitted }),
    life: pick(6) === 0,
    remand: pick(8) === 0,
    putOff: Array.from({ length: pick(3) }, () => {
      const on = approved + pick(400);
      return { reason: ReviewExemptionReason.options[pick(ReviewExemptionReason.options.length)]!, on, until: on + pick(90) };
    }).toSorted((a, b) => a.on - b.on),
  };
};

const documents = (of: History): { person: Person; progress: PlanProgress } => {
  const date = (kind: ReleaseDateKind, day: number | undefined) => (day === undefined ? [] : [{ id: kind, kind, date: text(day), certainty: 'DECIDED', source: 's', setOn: '2027-01-01', setBy: 'a' }]);
  const decisions: Pick<Decision, 'state' | 'history'>[] =
    of.newTerm === undefined ? [] : [{ state: 'POSTPONED', history: [{ state: 'POSTPONED', on: '2027-10-01', by: 'a', source: 'PV', newTerm: text(of.newTerm) }] }];
  return {
    person: {
      type: 'person', id: 'p', code: 'c', familyName: 'F', givenName: 'G', birthDate: '1990-01-01', status: 'ACTIVE',
      releaseDates: [...date('END_OF_SENTENCE', of.end), ...date('COMMISSION', of.commission)],
      decisions,
      endless: of.life,
      ...(of.remand ? { legalPosition: 'ON_REMAND' } : {}),
      ...(of.admitted === undefined ? {} : { admissionDate: text(of.admitted) }),
    } as unknown as Person,
    progress: {
      type: 'progress', id: 'q', status: 'ACTIVE', versionNo: of.version, steps: {},
      approvals: [{ by: 'b', on: text(of.approved), signature: '' }],
      reviews: of.reviews.map((day) => ({ on: text(day), by: 'b', outcome: 'CONTINUE' })),
      exemptions: of.putOff.map(({ reason, on, until }) => ({ reason, on: text(on), until: text(until), by: 'b' })),
    } as unknown as PlanProgress,
  };
};

it('is, over random histories and any day, what a naive recomputation says, from the document as from the index', () => {
  const pick = numbers(20_261_122);
  const seen = new Map<string, number>();
  for (let at = 0; at < 1500; at += 1) {
    const of = history(pick);
    const { person, progress } = documents(of);
    const { review: schedule } = jurisdictions.of(of.country);
    const latest = Math.max(of.approved, of.reviews.at(-1) ?? 0);
    for (const today of [latest, latest + pick(60), latest + pick(700)]) {
      const window = reviewWindow(person, progress, schedule, text(today));
      const expected = naive(of, today);
      const words = window === undefined ? 'none' : [window.rule, window.from, window.to, window.inTimeBy].join(' ');
      const because = JSON.stringify({ of, today: text(today) });
      expect(words, because).toBe(expected === undefined ? 'none' : [expected.rule, text(expected.from), text(expected.to), text(expected.inTimeBy)].join(' '));
      seen.set(window?.rule ?? 'none', (seen.get(window?.rule ?? 'none') ?? 0) + 1);

      const [who, plan] = [indexRow(person), indexRow(progress)];
      const road = (kind: unknown, date: unknown) => (date === null ? undefined : { kind: kind as ReleaseDateKind, date: date as string });
      const fromIndex = nextReview(
        { onRemand: who['position'] === 'ON_REMAND', endless: who['endless'] === true, postponed: who['decided'] === 'POSTPONED', release: road(who['releaseKind'], who['release']), decision: road(who['decisionKind'], who['decision']), fraction: undefined, arrivedOn: (who['arrived'] as string | null) ?? undefined },
        { lookedOn: plan['looked'] as string, reviewedOn: (plan['reviewed'] as string | null) ?? undefined, exemptions: exemptionsOf(plan['exempt'] as string) },
        schedule,
        text(today),
      );
      expect(fromIndex, because).toEqual(window);

      if (window === undefined) continue;
      expect(window.from <= window.to && window.inTimeBy <= window.to, because).toBe(true);
      const exempt = window.exempt;
      if (exempt !== undefined && text(today) < window.from) expect(['AHEAD', 'EXEMPT'], because).toContain(reviewState(window, text(today)));
      if (window.rule === 'BAND') for (const day of [of.end, of.commission]) expect(of.life || day === undefined || day < today || day - today > 90, because).toBe(true);
    }
  }
  // every rule was met often enough to say something
  for (const rule of ['ARRIVAL', 'REMAND', 'BAND', 'NO_DATE', 'PRE_RELEASE', 'BEFORE_DECISION', 'none']) expect([rule, (seen.get(rule) ?? 0) > 30]).toEqual([rule, true]);
});
