import type { ListedFacts, RequestFacts } from '../../../../shared/domain/due-facts.ts';
import type { Work } from '../work.ts';

type Vault = Work['vault'];

/** The next day on which somebody is heard by a commission or a court, or the first one whose outcome is not entered. */
export const listedByPerson = (vault: Vault, about: string | undefined): ReadonlyMap<string, ListedFacts> => {
  const found = new Map<string, ListedFacts>();
  for (const row of vault.rows('release', 'sittingCase', ['personId', 'sitting', 'on', 'status', 'report'], about)) {
    if (row.status !== 'LISTED') continue;
    const person = String(row.personId);
    const on = String(row.on);
    const known = found.get(person);
    if (known === undefined || on < known.on) found.set(person, { caseId: row.id, sittingId: String(row.sitting), on, reported: row.report === 'DONE' });
  }
  return found;
};

/** The oldest request that waits for an answer, and the oldest answer that was not delivered; the others are counted. */
export const requestsByPerson = (vault: Vault, about: string | undefined): ReadonlyMap<string, RequestFacts> => {
  const found = new Map<string, RequestFacts>();
  for (const row of vault.rows('assessments', 'request', ['personId', 'on', 'status', 'answered'], about)) {
    const part = row.status === 'ANSWERED' ? 'answered' : row.status === 'RECEIVED' || row.status === 'IN_PROGRESS' ? 'open' : undefined;
    if (part === undefined) continue;
    const person = String(row.personId);
    const on = String(part === 'open' ? row.on : row.answered);
    const before = found.get(person) ?? {};
    const known = before[part];
    const oldest = known === undefined || on < known.on ? { id: row.id, on } : known;
    found.set(person, { ...before, [part]: { id: oldest.id, on: oldest.on, count: (known?.count ?? 0) + 1 } });
  }
  return found;
};
