import type { CandidateView } from '../../../../shared/contract/arrivals.ts';
import { differencesOf, type ToldCase } from '../../../../shared/domain/import-rules.ts';
import { nameLikeness } from '../../../../shared/domain/name-likeness.ts';
import { displayName, folded, type Person } from '../../../../shared/domain/people.ts';
import { mustSee, wholeVault } from '../../vault/scoped-vault.ts';
import type { Stored } from '../../vault/types.ts';
import { soundingAlike } from '../people/duplicates.ts';
import { find } from '../query.ts';
import type { Work } from '../work.ts';

/** Somebody here who may be the one the envelope is about. */
export interface Candidate {
  readonly person: Stored<Person>;
  readonly why: CandidateView['why'];
}

/** The record with the id of the file, also when it became part of another one since. */
const byId = async (work: Work, id: string): Promise<Stored<Person> | undefined> => {
  const whole = wholeVault(work.vault);
  const same = await whole.get('people', id);
  if (same !== undefined) return same;
  const [merged] = await find(whole, 'consents', 'merged', { selector: { 'ix.was': id }, limit: 1 });
  if (merged !== undefined) return whole.get('people', merged.personId);
  // they came here by a transfer and were somebody known: found under the id the other prison gave them
  const [known] = await find(whole, 'people', 'person', { selector: { 'ix.wasIds': { $regex: id } }, limit: 1 });
  return known;
};

/** The same number says little, because two prisons give the same one: the day of birth or the name must fit as well. */
const byNumber = async (work: Work, { person }: ToldCase): Promise<Stored<Person>[]> => {
  const found = await find(wholeVault(work.vault), 'people', 'person', { selector: { 'ix.code': folded(person.code) } });
  return found.filter((one) => one.birthDate === person.birthDate || folded(displayName(one)) === folded(displayName(person)));
};

/**
 * Who here may be the person of a case file: by id, by number, and by a name that sounds alike with the same day of birth.
 * A human decides which of them it is, or that it is none.
 * @returns whom this user sees, the likelier before the others, and how many there are besides
 * @throws NotYoursError when the record with the file's own id is not among their cases
 */
export const candidatesFor = async (work: Work, caseFile: ToldCase): Promise<{ readonly seen: readonly Candidate[]; readonly elsewhere: number }> => {
  const same = (await Promise.all([caseFile.person.id, ...(caseFile.wasIds ?? [])].map((id) => byId(work, id)))).find((found) => found !== undefined);
  if (same !== undefined) {
    mustSee(work.vault, [same.id]);
    return { seen: [{ person: same, why: 'ID' }], elsewhere: 0 };
  }
  const numbered = await byNumber(work, caseFile);
  const known = new Set(numbered.map(({ id }) => id));
  const sounding = soundingAlike(wholeVault(work.vault), caseFile.person).filter((id) => !known.has(id));
  const visible = new Set(work.vault.rows('people', 'person', []).map(({ id }) => id));
  const named = await Promise.all(sounding.filter((id) => visible.has(id)).slice(0, 8).map((id) => work.vault.get('people', id)));
  const seen: readonly Candidate[] = [
    ...numbered.filter(({ id }) => visible.has(id)).map((person): Candidate => ({ person, why: 'NUMBER' })),
    ...named.flatMap((person): Candidate[] => (person === undefined ? [] : [{ person, why: 'NAME' }])),
  ];
  return { seen, elsewhere: [...known, ...sounding].filter((id) => !visible.has(id)).length };
};

/** Whether nothing speaks against it: the sender's own id, or number, family name and day of birth at once. */
export const isLikely = ({ person, why }: Candidate, { person: told }: ToldCase): boolean =>
  why === 'ID' || (why === 'NUMBER' && person.birthDate === told.birthDate && folded(person.familyName) === folded(told.familyName));

/** What the screen shows of a candidate: enough to be told apart, and where the file says something else. */
export const candidateView = ({ person, why }: Candidate, caseFile: ToldCase): CandidateView => ({
  personId: person.id,
  name: displayName(person),
  code: person.code,
  birthDate: person.birthDate,
  why,
  likely: isLikely({ person, why }, caseFile),
  likeness: nameLikeness(person, caseFile.person),
  differences: differencesOf(person, caseFile),
});
