import type { WingChoice } from '../../../../shared/contract/calendar.ts';
import type { CalendarItem, Span } from '../../../../shared/domain/calendar.ts';
import { byMoment } from '../../../../shared/domain/calendar.ts';
import { addDays } from '../../../../shared/domain/dates.ts';
import { wingPlaceOf } from '../../../../shared/domain/wing-list.ts';
import { daysOfWeek, mondayOf } from '../../../../shared/domain/week.ts';
import { renderPages } from '../../documents/render.ts';
import type { WingListView } from '../../documents/wing-list.ts';
import { pdfBlob, type PreviewedPdf, type Previews } from '../documents/previews.ts';
import { RefusedError, type Work } from '../work.ts';
import { appointmentTimes, itemsOf } from './calendar.ts';
import { namesOf } from '../people/names.ts';

/** Whoever is on a course, or is about to begin. */
const onCourse: ReadonlySet<unknown> = new Set(['ENROLLED', 'ON_PROGRAMME']);

/** Sessions of the week, once for each of these people who is on the course. */
const sessionsFor = ({ vault }: Work, sessions: readonly CalendarItem[], people: ReadonlySet<string>): CalendarItem[] => {
  const runs = new Set(sessions.map(({ id }) => id));
  return vault
    .rows('learning', 'enrolment', ['personId', 'runId', 'status'])
    .filter(({ personId, runId, status }) => people.has(String(personId)) && runs.has(String(runId)) && onCourse.has(status))
    .flatMap(({ personId, runId }) => sessions.filter(({ id }) => id === runId).map((session) => ({ ...session, personId: String(personId) })));
};

/** Who of a unit has to be where in the week of a day. */
const wingView = async (work: Work, { unit, day }: Pick<WingChoice, 'unit' | 'day'>): Promise<{ view: WingListView; people: readonly string[] }> => {
  const { vault } = work;
  const monday = mondayOf(day);
  const span: Span = { from: monday, to: addDays(monday, 6) };
  const here = new Set(vault.rows('people', 'person', ['unit']).filter((row) => row.unit === unit).map(({ id }) => id));
  if (here.size === 0) throw new RefusedError({ code: 'wing.unknownUnit' });
  const { items } = await itemsOf(work, span, { whose: 'all', kinds: ['RELEASE', 'DECISION', 'APPOINTMENT', 'RETURN', 'SESSION'] });
  const theirs = [...items.filter(({ personId }) => personId !== undefined && here.has(personId)), ...sessionsFor(work, items.filter(({ kind }) => kind === 'SESSION'), here)];
  const placed = theirs.flatMap((item) => {
    const place = wingPlaceOf(item);
    return place === undefined ? [] : [{ item, place }];
  });
  const [names, times] = await Promise.all([
    namesOf(work, placed.flatMap(({ item }) => item.personId ?? [])),
    appointmentTimes(work, placed.flatMap(({ item }) => (item.kind === 'APPOINTMENT' ? [item.id] : []))),
  ]);
  const rows = placed
    .map(({ item, place }) => {
      const time = item.time ?? times.get(item.id);
      return { item: { ...item, ...(time === undefined ? {} : { time }) }, place };
    })
    .toSorted((a, b) => byMoment(a.item, b.item) || (names.get(a.item.personId ?? '')?.name ?? '').localeCompare(names.get(b.item.personId ?? '')?.name ?? ''));
  return {
    people: [...names.keys()],
    view: {
      service: vault.info.serviceName,
      unit,
      monday,
      days: daysOfWeek(monday).map((on) => ({
        on,
        rows: rows.flatMap(({ item, place }) => {
          const person = item.on === on ? names.get(item.personId ?? '') : undefined;
          return person === undefined ? [] : [{ name: person.name, code: person.code, place, ...(item.time === undefined ? {} : { time: item.time }) }];
        }),
      })),
    },
  };
};

/** The week's list of one unit, to be looked at; audited as reading. @throws RefusedError wing.unknownUnit */
export const previewWing = async (work: Work, previews: Previews, choice: WingChoice, signal?: AbortSignal): Promise<PreviewedPdf> => {
  const { view, people } = await wingView(work, choice);
  const { language } = choice;
  const meta = { createdAt: work.now, today: work.today, ...(work.vault.info.demo ? { demo: true } : {}) };
  const { pdf, pages } = await renderPages({ document: 'wing-list', view, language, meta }, signal === undefined ? {} : { signal });
  await work.vault.commit([], { action: 'wing.preview', details: { people: people.length, language, pages } });
  return { previewId: previews.add({ kind: 'wing', people, language, pages }), pdf: pdfBlob(pdf), language };
};
