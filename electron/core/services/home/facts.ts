import { exemptionsOf, NO_DATE, type IndexValue } from '../../../../shared/domain/collections.ts';
import { isUnanswered } from '../../../../shared/domain/application-rules.ts';
import type { Application } from '../../../../shared/domain/application.ts';
import type { HandoverFacts, ImportFacts, OutsideFacts, PersonFacts, PlanFacts, RoundFacts } from '../../../../shared/domain/due-facts.ts';
import { unsignedIn } from '../../../../shared/domain/line-columns.ts';
import { isSettled } from '../../../../shared/domain/need-machine.ts';
import type { NeedStatus } from '../../../../shared/domain/need.ts';
import type { Checkpoint } from '../../../../shared/domain/outcome-return.ts';
import type { PersonStatus, ReleaseDateKind } from '../../../../shared/domain/people.ts';
import type { RoadDate } from '../../../../shared/domain/road-dates.ts';
import { listedByPerson, requestsByPerson } from './facts-sittings.ts';
import { civilDateAt, type Work } from '../work.ts';

/** What is known of everybody without opening a file. */
export interface Facts {
  readonly people: readonly PersonFacts[];
  readonly handovers: readonly HandoverFacts[];
  readonly imports: readonly ImportFacts[];
}

type Vault = Work['vault'];

const text = (value: IndexValue): string | undefined => (typeof value === 'string' ? value : undefined);

const roadDate = (kind: IndexValue, date: IndexValue): RoadDate | undefined =>
  typeof date !== 'string' || date === NO_DATE ? undefined : { kind: kind as ReleaseDateKind, date };

/** Civil days of instants at the site, each hour worked out once. */
const dayCache = (timeZone: string): ((at: IndexValue) => string) => {
  const known = new Map<string, string>();
  return (at) => {
    const instant = String(at);
    // zones differ by quarters of an hour
    const quarter = `${instant.slice(0, 14)}${Math.floor(Number(instant.slice(14, 16)) / 15)}`;
    const day = known.get(quarter) ?? civilDateAt(new Date(instant), timeZone);
    known.set(quarter, day);
    return day;
  };
};

/**
 * Reads the index: of everybody, which takes some hundred milliseconds at 200,000 documents (`bench home`), or of one person.
 * `kept-facts.ts` asks for everybody once.
 */
export const factsIn = (vault: Vault, about?: string): Facts => {
  const dayOf = dayCache(vault.info.timeZone);
  const plans = plansByPerson(vault, dayOf, about);
  const rounds = newestRounds(vault, about);
  const outside = outsideByPerson(vault, about);
  const listed = listedByPerson(vault, about);
  const requests = requestsByPerson(vault, about);
  const lists = new Map(
    vault.rows('release', 'checklist', ['personId', 'ended', 'items'], about).flatMap((row) => (row.ended === true ? [] : [[String(row.personId), { id: row.id, items: text(row.items) ?? '' }] as const])),
  );
  const checkpoints = checkpointsByPerson(vault, about);
  const me = vault.user.id;
  const people = vault
    .rows('people', 'person', ['status', 'position', 'decided', 'pausedUntil', 'nearest', 'nearestKind', 'release', 'releaseKind', 'decision', 'decisionKind', 'endless', 'fraction', 'arrived', 'keepUntil', 'caseManager', 'deputy'], about)
    .map((row): PersonFacts => {
      const versions = plans.get(row.id) ?? [];
      const round = rounds.get(row.id);
      return {
        id: row.id,
        status: row.status as PersonStatus,
        onRemand: row.position === 'ON_REMAND',
        postponed: row.decided === 'POSTPONED' || row.decided === 'REFUSED',
        pausedUntil: text(row.pausedUntil),
        nearest: roadDate(row.nearestKind, row.nearest),
        release: roadDate(row.releaseKind, row.release),
        decision: roadDate(row.decisionKind, row.decision),
        endless: row.endless === true,
        fraction: text(row.fraction),
        arrivedOn: text(row.arrived),
        mine: row.caseManager === me || row.deputy === me || versions[0]?.author === me || round?.by === me,
        plans: versions,
        round,
        ...(outside.has(row.id) ? { outside: outside.get(row.id) } : {}),
        listed: listed.get(row.id),
        requests: requests.get(row.id),
        checklist: lists.get(row.id),
        checkpoints: checkpoints.get(row.id),
        ...(typeof row.keepUntil === 'string' ? { keepUntil: row.keepUntil } : {}),
      };
    });
  const handovers = vault
    .rows('handovers', 'handover', ['personId', 'status', 'by', 'at', 'practice', 'over', 'awaits', 'notice', 'document'], about)
    .filter(({ practice, over }) => practice !== true && over !== true)
    .map((row): HandoverFacts => ({ id: row.id, personId: String(row.personId), status: row.status as HandoverFacts['status'], preparedBy: String(row.by), since: dayOf(row.at), awaits: awaitedOf(row.awaits), notice: row.notice === true, ...(row.document === 'transfer' ? { transfer: true as const } : {}) }));
  const imports = vault
    .rows('handovers', 'import', ['personId', 'status', 'at', 'answered'], about)
    .map((row): ImportFacts => ({ id: row.id, personId: String(row.personId), decision: row.status as ImportFacts['decision'], decidedOn: dayOf(row.at), answered: row.answered === row.status }));
  return { people, handovers, imports };
};

/** Who signed alone and by when a second person answers, as the index keeps them. */
const awaitedOf = (column: IndexValue): HandoverFacts['awaits'] => {
  const [by, until] = typeof column === 'string' ? column.split(' ') : [];
  return by === undefined || until === undefined ? undefined : { by, until };
};

/** Versions of every plan that is not over, newest first. */
const plansByPerson = (vault: Vault, dayOf: (at: IndexValue) => string, about: string | undefined): ReadonlyMap<string, readonly PlanFacts[]> => {
  const contents = new Map(vault.rows('plans', 'content', ['by', 'steps', 'lines'], about).map((row) => [row.id, row]));
  const found = new Map<string, { readonly no: number; readonly facts: PlanFacts }[]>();
  for (const row of vault.rows('plans', 'progress', ['personId', 'contentId', 'versionNo', 'status', 'ended', 'by', 'at', 'answer', 'answeredOn', 'writers', 'looked', 'reviewed', 'exempt', 'steps', 'lines'], about)) {
    // what was given to the person at release is still handed out afterwards
    if (row.status === 'SUPERSEDED' || (row.status === 'CLOSED' && row.ended !== 'RELEASED')) continue;
    const content = contents.get(String(row.contentId));
    const version: PlanFacts = {
      contentId: String(row.contentId),
      status: row.status as PlanFacts['status'],
      author: String(row.by),
      // before writers were kept: who wrote last
      writers: typeof row.writers === 'string' ? row.writers.split(' ') : [String(content?.by)],
      answer: (text(row.answer) as PlanFacts['answer']) ?? undefined,
      answeredOn: text(row.answeredOn) ?? undefined,
      changedOn: dayOf(row.at),
      lookedOn: text(row.looked),
      reviewedOn: text(row.reviewed),
      exemptions: exemptionsOf(text(row.exempt) ?? ''),
      unsigned: unsignedIn(text(content?.lines ?? null) ?? '', text(row.lines) ?? ''),
      steps: { steps: text(content?.steps ?? null) ?? '', finished: text(row.steps) ?? '' },
    };
    const person = String(row.personId);
    const versions = found.get(person);
    if (versions === undefined) found.set(person, [{ no: Number(row.versionNo), facts: version }]);
    else versions.push({ no: Number(row.versionNo), facts: version });
  }
  return new Map([...found].map(([id, versions]) => [id, (versions.length > 1 ? versions.toSorted((a, b) => b.no - a.no) : versions).map(({ facts: version }) => version)]));
};

/** What is arranged outside and still waits for somebody, of those of whom something does. */
const outsideByPerson = (vault: Vault, about: string | undefined): ReadonlyMap<string, OutsideFacts> => {
  const found = new Map<string, OutsideFacts>();
  const add = (person: string, more: (known: OutsideFacts) => OutsideFacts): unknown => found.set(person, more(found.get(person) ?? { toFix: 0, expected: [] }));
  for (const row of vault.rows('release', 'appointment', ['personId', 'status', 'on'], about)) {
    if (row.status === 'FIXED' && row.on !== null) add(String(row.personId), (known) => ({ ...known, fixed: [...(known.fixed ?? []), String(row.on)].toSorted() }));
    if (row.status === 'TO_BE_FIXED') add(String(row.personId), (known) => ({ ...known, toFix: known.toFix + 1 }));
  }
  for (const row of vault.rows('release', 'application', ['personId', 'status', 'on'], about)) {
    if (row.on !== null && isUnanswered({ status: row.status as Application['status'] })) add(String(row.personId), (known) => ({ ...known, expected: [...known.expected, String(row.on)].toSorted() }));
  }
  return found;
};

/** At which checkpoints after release somebody was looked at. */
const checkpointsByPerson = (vault: Vault, about: string | undefined): ReadonlyMap<string, readonly Checkpoint[]> => {
  const found = new Map<string, Checkpoint[]>();
  for (const { personId, kind } of vault.rows('release', 'outcomeReport', ['personId', 'kind'], about)) {
    const person = String(personId);
    found.set(person, [...(found.get(person) ?? []), kind as Checkpoint]);
  }
  return found;
};

interface Told {
  readonly id: string;
  readonly on: string;
}

const isNewer = (a: Told, b: Told | undefined): boolean => b === undefined || a.on > b.on || (a.on === b.on && a.id > b.id);

/** The newest round of everybody: by the day it was held, then by id, which grows with time. */
const newestRounds = (vault: Vault, about: string | undefined): ReadonlyMap<string, RoundFacts & { readonly by: string }> => {
  const newest = new Map<string, Omit<RoundFacts, 'needsPapers'> & { readonly by: string }>();
  // papers by the newest round in which they were asked about: a round just opened hides nothing
  const papers = new Map<string, Told & { readonly needed: boolean }>();
  for (const row of vault.rows('assessments', 'round', ['personId', 'on', 'closed', 'by', 'papers', 'past'], about)) {
    if (row.past === true) continue;
    const person = String(row.personId);
    const told = { id: row.id, on: String(row.on) };
    if (isNewer(told, newest.get(person))) newest.set(person, { ...told, closed: row.closed === true, by: String(row.by) });
    if (row.papers !== null && isNewer(told, papers.get(person))) papers.set(person, { ...told, needed: row.papers === true });
  }
  const settled = papersSettled(vault, about);
  return new Map([...newest].map(([person, round]) => [person, { ...round, needsPapers: papers.get(person)?.needed === true && settled.get(person) !== true }]));
};

/** Of whom needs of papers were found: whether nothing is left to do about any of them. */
const papersSettled = (vault: Vault, about: string | undefined): ReadonlyMap<string, boolean> => {
  const settled = new Map<string, boolean>();
  for (const { personId, domain, status } of vault.rows('assessments', 'need', ['personId', 'domain', 'status'], about)) {
    if (domain !== 'IDENTITY_DOCS') continue;
    const person = String(personId);
    settled.set(person, settled.get(person) !== false && isSettled({ status: status as NeedStatus }));
  }
  return settled;
};
