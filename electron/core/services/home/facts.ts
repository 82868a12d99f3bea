import { NO_DATE, type IndexValue } from '../../../../shared/domain/collections.ts';
import type { HandoverFacts, ImportFacts, PersonFacts, PlanFacts, RoundFacts } from '../../../../shared/domain/due-facts.ts';
import type { PersonStatus, ReleaseDateKind } from '../../../../shared/domain/people.ts';
import type { RoadDate } from '../../../../shared/domain/road-dates.ts';
import { openSteps, readSteps } from '../../../../shared/domain/step-columns.ts';
import { civilDateAt, type Work } from '../work.ts';

/** What is known of everybody without opening a file. */
export interface Facts {
  readonly people: readonly PersonFacts[];
  readonly handovers: readonly HandoverFacts[];
  readonly imports: readonly ImportFacts[];
}

const text = (value: IndexValue): string | undefined => (typeof value === 'string' ? value : undefined);

const roadDate = (kind: IndexValue, date: IndexValue): RoadDate | undefined =>
  typeof date !== 'string' || date === NO_DATE ? undefined : { kind: kind as ReleaseDateKind, date };

/** Civil days of instants at the site, each worked out once. */
const dayCache = (timeZone: string): ((at: IndexValue) => string) => {
  const known = new Map<string, string>();
  return (at) => {
    const instant = String(at);
    const hour = instant.slice(0, 13);
    const day = known.get(hour) ?? civilDateAt(new Date(instant), timeZone);
    known.set(hour, day);
    return day;
  };
};

/** Reads the index. At 5,000 people and 200,000 documents this takes some ten milliseconds (`bench home`). */
export const readFacts = ({ vault }: Work): Facts => {
  const dayOf = dayCache(vault.info.timeZone);
  const plans = plansByPerson(vault, dayOf);
  const rounds = newestRounds(vault);
  const me = vault.user.id;
  const people = vault
    .rows('people', 'person', ['status', 'position', 'decided', 'nearest', 'nearestKind', 'release', 'releaseKind', 'decision', 'decisionKind', 'caseManager', 'deputy'])
    .map((row): PersonFacts => {
      const versions = plans.get(row.id) ?? [];
      const round = rounds.get(row.id);
      return {
        id: row.id,
        status: row.status as PersonStatus,
        onRemand: row.position === 'ON_REMAND',
        postponed: row.decided === 'POSTPONED' || row.decided === 'REFUSED',
        nearest: roadDate(row.nearestKind, row.nearest),
        release: roadDate(row.releaseKind, row.release),
        decision: roadDate(row.decisionKind, row.decision),
        mine: row.caseManager === me || row.deputy === me || versions[0]?.author === me || round?.by === me,
        plans: versions,
        round,
      };
    });
  const handovers = vault
    .rows('handovers', 'handover', ['status', 'by', 'at', 'practice'])
    .filter(({ practice }) => practice !== true)
    .map((row): HandoverFacts => ({ id: row.id, personId: row.personId, status: row.status as HandoverFacts['status'], preparedBy: String(row.by), since: dayOf(row.at) }));
  const imports = vault
    .rows('handovers', 'import', ['status', 'at', 'answered'])
    .map((row): ImportFacts => ({ id: row.id, personId: row.personId, decision: row.status as ImportFacts['decision'], decidedOn: dayOf(row.at), answered: row.answered === row.status }));
  return { people, handovers, imports };
};

type Vault = Work['vault'];

/** Versions of every plan, newest first; what is still to be done only of the newest ones. */
const plansByPerson = (vault: Vault, dayOf: (at: IndexValue) => string): ReadonlyMap<string, readonly PlanFacts[]> => {
  const contents = new Map(vault.rows('plans', 'content', ['by', 'steps']).map((row) => [row.id, row]));
  const found = new Map<string, { readonly no: number; readonly facts: PlanFacts }[]>();
  for (const row of vault.rows('plans', 'progress', ['contentId', 'versionNo', 'status', 'by', 'at', 'answer', 'looked', 'steps'])) {
    if (row.status === 'SUPERSEDED' || row.status === 'CLOSED') continue;
    const content = contents.get(String(row.contentId));
    const steps = readSteps(text(content?.steps ?? null) ?? '');
    const facts: PlanFacts = {
      contentId: String(row.contentId),
      status: row.status as PlanFacts['status'],
      author: String(row.by),
      writtenBy: String(content?.by),
      answer: (text(row.answer) as PlanFacts['answer']) ?? undefined,
      changedOn: dayOf(row.at),
      lookedOn: text(row.looked),
      steps,
      openSteps: openSteps(steps, text(row.steps) ?? ''),
    };
    const versions = found.get(row.personId) ?? [];
    versions.push({ no: Number(row.versionNo), facts });
    found.set(row.personId, versions);
  }
  return new Map([...found].map(([id, versions]) => [id, versions.toSorted((a, b) => b.no - a.no).map(({ facts }) => facts)]));
};

/** The newest round of everybody: by the day it was held, then by id, which grows with time. */
const newestRounds = (vault: Vault): ReadonlyMap<string, RoundFacts & { readonly by: string }> => {
  const newest = new Map<string, RoundFacts & { readonly by: string }>();
  for (const row of vault.rows('assessments', 'round', ['on', 'closed', 'by', 'papers'])) {
    const before = newest.get(row.personId);
    const on = String(row.on);
    if (before !== undefined && (before.on > on || (before.on === on && before.id > row.id))) continue;
    newest.set(row.personId, { id: row.id, on, closed: row.closed === true, by: String(row.by), needsPapers: row.papers === true });
  }
  return newest;
};
