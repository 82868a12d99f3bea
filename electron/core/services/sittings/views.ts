import type { SittingPersonView, SittingRow, SittingsView, SittingView } from '../../../../shared/contract/sittings.ts';
import type { PersonFacts } from '../../../../shared/domain/due-facts.ts';
import type { Jurisdiction } from '../../../../shared/domain/jurisdiction.ts';
import { displayName, type Person, type ReleaseDateKind } from '../../../../shared/domain/people.ts';
import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { outcomesOf, type SittingCase, type SittingKind, type SittingReport } from '../../../../shared/domain/sitting.ts';
import { reportDueOn, reviewBefore } from '../../../../shared/domain/sitting-effects.ts';
import { readFacts } from '../home/kept-facts.ts';
import { find } from '../query.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { existing, RefusedError, type Work } from '../work.ts';
import { casesOf, casesOfPerson } from './cases.ts';

/** How many earlier sittings are shown. */
const PAST = 40;
/** People without a list are told of days up to here, and days back to here when nothing came of them yet. */
const MOST_DAYS = 60;

const who = (person: Person) => ({ personId: person.id, name: displayName(person), code: person.code, ...(person.unit === undefined ? {} : { unit: person.unit }) });
const byName = (a: { readonly name: string }, b: { readonly name: string }): number => a.name.localeCompare(b.name);

/** Which body hears somebody on a day of this kind: a new term goes to whoever proposes, where somebody does. */
const kindOfDay = (kind: ReleaseDateKind, { release }: Jurisdiction): SittingKind => (kind === 'HEARING' || release.proposedBy.length === 0 ? 'HEARING' : 'COMMISSION');

/** Who may sit in this country. */
const bodiesOf = ({ release }: Jurisdiction): SittingsView['bodies'] => [
  ...release.proposedBy.map(({ code, names }) => ({ kind: 'COMMISSION' as const, code, names })),
  ...release.decidedBy.map(({ code, names }) => ({ kind: 'HEARING' as const, code, names })),
];

/** Commissions and hearings: those ahead, those past, and the days on which somebody expects one without a list. */
export const sittingsView = async (work: Work): Promise<SittingsView> => {
  const [all, jurisdiction] = await Promise.all([find(work.vault, 'release', 'sitting', { selector: {} }), jurisdictionOf(work)]);
  const cases = work.vault.rows('release', 'sittingCase', ['personId', 'sitting', 'on', 'kind', 'status', 'report']);
  const rows = all.map(({ id, kind, on, body, place }): SittingRow => {
    const listed = cases.filter((entry) => entry.sitting === id && entry.status !== 'TAKEN_OFF');
    const open = listed.filter(({ status }) => status === 'LISTED');
    return { id, kind, on, ...(body === undefined ? {} : { body }), ...(place === undefined ? {} : { place }), people: listed.length, open: open.length, reports: open.filter(({ report }) => report !== 'DONE').length };
  });
  const isAhead = ({ on, open }: SittingRow): boolean => on >= work.today || open > 0;
  const byDay = (a: SittingRow, b: SittingRow): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
  const listed = new Set(cases.filter(({ status }) => status === 'LISTED').map(({ personId, on }) => `${String(personId)} ${String(on)}`));
  const expecting = readFacts(work).people.filter(({ id, status, decision }) => isInCustody(status) && decision !== undefined && !listed.has(`${id} ${decision.date}`));
  return { today: work.today, bodies: bodiesOf(jurisdiction), ahead: rows.filter(isAhead).toSorted(byDay), past: rows.filter((row) => !isAhead(row)).toSorted(byDay).toReversed().slice(0, PAST), unlisted: await daysOf(work, expecting, jurisdiction) };
};

/** The nearest days on which these people expect a decision. */
const daysOf = async (work: Work, expecting: readonly PersonFacts[], jurisdiction: Jurisdiction): Promise<SittingsView['unlisted']> => {
  const days = new Map<string, { readonly on: string; readonly kind: SittingKind; readonly ids: string[] }>();
  for (const { id, decision } of expecting.toSorted((a, b) => ((a.decision?.date ?? '') < (b.decision?.date ?? '') ? -1 : 1))) {
    if (decision === undefined) continue;
    const kind = kindOfDay(decision.kind, jurisdiction);
    const key = `${decision.date} ${kind}`;
    const day = days.get(key);
    if (day !== undefined) day.ids.push(id);
    else if (days.size < MOST_DAYS) days.set(key, { on: decision.date, kind, ids: [id] });
  }
  return Promise.all(
    [...days.values()].map(async ({ on, kind, ids }) => {
      const people = await Promise.all(ids.map((id) => work.vault.get('people', id)));
      return { on, kind, people: people.flatMap((person) => (person === undefined ? [] : [who(person)])).toSorted(byName) };
    }),
  );
};

/** One sitting with everybody on its list, whom the user sees. @throws RefusedError notFound */
export const sittingView = async (work: Work, sittingId: string): Promise<SittingView> => {
  const { _rev, ...sitting } = await existing(work, 'release', sittingId, 'sitting');
  const [cases, jurisdiction] = await Promise.all([casesOf(work, sittingId), jurisdictionOf(work)]);
  const facts = new Map(readFacts(work).people.map((person) => [person.id, person]));
  const people = await Promise.all(
    cases.map(async (entry) => {
      const person = await work.vault.get('people', entry.personId);
      return person === undefined ? [] : [personView(work, entry, person, facts.get(person.id), jurisdiction)];
    }),
  );
  return { today: work.today, bodies: bodiesOf(jurisdiction), sitting, outcomes: [...outcomesOf[sitting.kind]], people: people.flat().toSorted(byName) };
};

const personView = (work: Work, entry: SittingCase, person: Person, facts: PersonFacts | undefined, jurisdiction: Jurisdiction): SittingPersonView => {
  const { proposal, term, outcome, takenOff } = entry;
  const { state, doneBy, doneOn } = entry.report;
  const plan = facts?.plans.find(({ lookedOn }) => lookedOn !== undefined);
  const looked = plan?.lookedOn === undefined ? undefined : { lookedOn: plan.lookedOn, reviewedOn: plan.reviewedOn };
  return {
    caseId: entry.id,
    ...who(person),
    status: person.status,
    state: entry.state,
    ...(proposal === undefined ? {} : { proposal }),
    ...(term === undefined ? {} : { term }),
    report: { state, dueOn: reportDueOn(entry.on, jurisdiction), ...(doneBy === undefined ? {} : { doneBy }), ...(doneOn === undefined ? {} : { doneOn }) },
    review: { ...reviewBefore(entry.on, looked, jurisdiction.review, work.today) },
    ...(outcome === undefined ? {} : { outcome }),
    ...(takenOff === undefined ? {} : { takenOff }),
  };
};

/** The words of the report about somebody. @throws RefusedError sitting.notListed */
export const reportView = async (work: Work, { sittingId, personId }: { readonly sittingId: string; readonly personId: string }): Promise<Omit<SittingReport, 'doneBy' | 'doneOn'>> => {
  const entry = (await casesOfPerson(work, personId)).find((found) => found.sittingId === sittingId);
  if (entry === undefined) throw new RefusedError({ code: 'sitting.notListed' });
  const { state, text, lang } = entry.report;
  return { state, ...(text === undefined ? {} : { text }), ...(lang === undefined ? {} : { lang }) };
};
