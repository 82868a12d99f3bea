import type { CalendarDay, CalendarEntry, CalendarQuery, CalendarView } from '../../../../shared/contract/calendar.ts';
import { byMoment, CalendarKind, roadFromColumn, type CalendarItem, type Span } from '../../../../shared/domain/calendar.ts';
import type { CollectionName } from '../../../../shared/domain/collections.ts';
import { addDays, type CivilDate } from '../../../../shared/domain/dates.ts';
import type { PersonFacts } from '../../../../shared/domain/due-facts.ts';
import { isHoliday } from '../../../../shared/domain/holidays.ts';
import type { Jurisdiction } from '../../../../shared/domain/jurisdiction.ts';
import { nextReview } from '../../../../shared/domain/plan-review.ts';
import { isInTheMaking } from '../../../../shared/domain/plan-rules.ts';
import { namesOf } from '../people/names.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import type { Work } from '../work.ts';
import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { HOME_COLLECTIONS, readFacts } from './kept-facts.ts';

/** What the calendar follows: with courses and appointments. */
export const CALENDAR_COLLECTIONS: readonly CollectionName[] = [...HOME_COLLECTIONS, 'programmes'];

const within = ({ on }: Pick<CalendarItem, 'on'>, { from, to }: Span): boolean => on >= from && on <= to;

interface Remembered {
  readonly today: CivilDate;
  readonly jurisdiction: Jurisdiction;
  readonly of: WeakMap<PersonFacts, readonly CalendarItem[]>;
}

const remembered = new WeakMap<Work['vault'], Remembered>();

/** Reviews of people of whom nothing changed are worked out once a day. */
const reviewsOf = ({ vault, today }: Work, jurisdiction: Jurisdiction, people: Iterable<PersonFacts>): CalendarItem[] => {
  const before = remembered.get(vault);
  const known = before?.today === today && before.jurisdiction === jurisdiction ? before : { today, jurisdiction, of: new WeakMap<PersonFacts, readonly CalendarItem[]>() };
  remembered.set(vault, known);
  const found: CalendarItem[] = [];
  for (const person of people) {
    const items = known.of.get(person) ?? reviewOf(person, jurisdiction, today);
    known.of.set(person, items);
    found.push(...items);
  }
  return found;
};

/** The review of the plan in force on its last day, as it stands today. */
const reviewOf = (person: PersonFacts, { review }: Jurisdiction, today: CivilDate): CalendarItem[] => {
  const plan = person.plans.find(({ status }) => status === 'ACTIVE' || status === 'UNDER_REVIEW');
  if (plan?.lookedOn === undefined || person.plans.some(isInTheMaking)) return [];
  const due = nextReview(person, { lookedOn: plan.lookedOn, reviewedOn: plan.reviewedOn, exemptions: plan.exemptions }, review, today);
  return due === undefined ? [] : [{ kind: 'REVIEW', on: due.to, personId: person.id, id: plan.contentId }];
};

/** Appointments that are still to come or were kept, on a day that is fixed. */
const kept: ReadonlySet<unknown> = new Set(['FIXED', 'PLANNED', 'ATTENDED']);

/** Everything of some days, in the order of a calendar, off the index: nobody's file is opened. */
export const itemsOf = async (work: Work, span: Span, { whose, kinds }: Pick<CalendarQuery, 'whose' | 'kinds'>): Promise<{ items: CalendarItem[]; hasMine: boolean }> => {
  const { vault } = work;
  const wanted = new Set(kinds);
  const jurisdiction = await jurisdictionOf(work);
  const facts = readFacts(work).people;
  const here = new Map(facts.filter(({ status, mine }) => isInCustody(status) && (whose === 'all' || mine)).map((person) => [person.id, person]));
  const road = vault.rows('people', 'person', ['road']).flatMap(({ id, road: column }) => (here.has(id) && typeof column === 'string' && column !== '' ? roadFromColumn(id, column, span) : []));
  const reviews = wanted.has('REVIEW') ? reviewsOf(work, jurisdiction, here.values()) : [];
  const appointments = wanted.has('APPOINTMENT')
    ? vault
        .rows('release', 'appointment', ['personId', 'status', 'on'])
        .flatMap(({ id, personId, status, on }): CalendarItem[] =>
          typeof on === 'string' && typeof personId === 'string' && kept.has(status) && here.has(personId) ? [{ kind: 'APPOINTMENT', on, personId, id }] : [],
        )
    : [];
  const sessions = wanted.has('SESSION') ? sessionsOf(work, whose) : [];
  const items = [...road, ...reviews, ...appointments, ...sessions].filter((item) => wanted.has(item.kind) && within(item, span)).toSorted(byMoment);
  return { items, hasMine: facts.some(({ mine }) => mine) };
};

/** Days of the courses; "mine" are those one leads. */
const sessionsOf = ({ vault }: Work, whose: CalendarQuery['whose']): CalendarItem[] =>
  vault.rows('programmes', 'run', ['days', 'leaders']).flatMap(({ id, days, leaders }) => {
    if (typeof days !== 'string' || days === '') return [];
    if (whose === 'mine' && !String(leaders).split(' ').includes(vault.user.id)) return [];
    return days.split(' ').map((on): CalendarItem => ({ kind: 'SESSION', on, id }));
  });

/** The dated things of some days: names are read only of what is shown. */
export const calendarView = async (work: Work, query: CalendarQuery): Promise<CalendarView> => {
  const span = { from: query.from, to: addDays(query.from, query.days - 1) };
  const [{ items, hasMine }, { holidays }] = await Promise.all([itemsOf(work, span, query), jurisdictionOf(work)]);
  const byDay = new Map<CivilDate, CalendarItem[]>();
  for (const item of items) {
    const day = byDay.get(item.on);
    if (day === undefined) byDay.set(item.on, [item]);
    else day.push(item);
  }
  const shown = [...byDay.values()].flatMap((day) => day.slice(0, query.perDay));
  const [people, runs, times] = await Promise.all([
    namesOf(work, shown.flatMap(({ personId }) => personId ?? [])),
    runsOf(work, shown.flatMap(({ kind, id }) => (kind === 'SESSION' ? [id] : []))),
    appointmentTimes(work, shown.flatMap(({ kind, id }) => (kind === 'APPOINTMENT' ? [id] : []))),
  ]);
  const entryOf = (item: CalendarItem): CalendarEntry => {
    const { kind, on, what, personId, id, hoped } = item;
    const person = personId === undefined ? undefined : people.get(personId);
    const run = kind === 'SESSION' ? runs.get(id) : undefined;
    const time = item.time ?? times.get(id);
    return { key: `${kind}-${personId ?? ''}-${id}-${on}`, kind, on, hoped: hoped === true, ...(time === undefined ? {} : { time }), ...(what === undefined ? {} : { what }), ...(person === undefined ? {} : { person }), ...(run === undefined ? {} : { run }) };
  };
  return {
    today: work.today,
    hasMine,
    days: Array.from({ length: query.days }, (_, at): CalendarDay => {
      const on = addDays(query.from, at);
      const day = byDay.get(on) ?? [];
      return {
        on,
        holiday: isHoliday(on, holidays),
        total: day.length,
        counts: CalendarKind.options.flatMap((kind) => {
          const count = day.filter((item) => item.kind === kind).length;
          return count === 0 ? [] : [{ kind, count }];
        }),
        entries: day.slice(0, query.perDay).map(entryOf).toSorted(byHour),
      };
    }),
  };
};

/** An hour that only the opened document knew puts its entry in its place. */
const byHour = (a: CalendarEntry, b: CalendarEntry): number => ((a.time ?? '99') < (b.time ?? '99') ? -1 : (a.time ?? '99') > (b.time ?? '99') ? 1 : 0);

const runsOf = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, CalendarEntry['run']>> => {
  const runs = await Promise.all([...new Set(ids)].map((id) => work.vault.get('programmes', id)));
  return new Map(
    await Promise.all(
      runs.flatMap((run) =>
        run?.type !== 'run'
          ? []
          : [
              (async () => {
                const programme = await work.vault.get('programmes', run.programmeId);
                const title = programme?.type === 'programme' ? programme.title : { en: run.label, it: run.label, ro: run.label };
                return [run.id, { id: run.id, label: run.label, title }] as const;
              })(),
            ],
      ),
    ),
  );
};

/** Hours of appointments, which the index does not hold. */
export const appointmentTimes = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const found = await Promise.all(ids.map(async (id) => [id, ((await work.vault.get('release', id)) as { readonly at?: { readonly time?: string } } | undefined)?.at?.time] as const));
  return new Map(found.flatMap(([id, time]) => (time === undefined ? [] : [[id, time] as const])));
};
