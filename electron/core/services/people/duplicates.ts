import type { AlikeFound, DuplicatePair } from '../../../../shared/contract/duplicates.ts';
import { nameSounds, soundsAlike } from '../../../../shared/domain/name-sound.ts';
import { displayName, type Person } from '../../../../shared/domain/people.ts';
import { wholeVault } from '../../vault/scoped-vault.ts';
import { changed, existing, RefusedError, save, type Work } from '../work.ts';

interface Heard {
  readonly id: string;
  readonly sounds: readonly string[];
  readonly notSame: readonly string[];
}

/** Everybody by the day they were born, off the index: nobody's file is opened. */
const byBirth = ({ vault }: Pick<Work, 'vault'>): ReadonlyMap<string, readonly Heard[]> => {
  const found = new Map<string, Heard[]>();
  for (const { id, birth, sound, notSame } of vault.rows('people', 'person', ['birth', 'sound', 'notSame'])) {
    const heard = { id, sounds: String(sound ?? '').split(' ').filter((part) => part !== ''), notSame: typeof notSame === 'string' ? notSame.split(' ') : [] };
    const others = found.get(String(birth));
    if (others === undefined) found.set(String(birth), [heard]);
    else others.push(heard);
  }
  return found;
};

const personRow = ({ id, code, birthDate, unit, status, createdAt, ...names }: Person): DuplicatePair['people'][number] => ({ id, code, name: displayName(names), birthDate, status, createdAt, ...(unit === undefined ? {} : { unit }) });

/**
 * Pairs of people born on one day whose names sound alike in any order, and of whom nobody said that they are two. A number
 * of a register says nothing: two prisons give the same one.
 */
export const duplicates = async (work: Work): Promise<DuplicatePair[]> => {
  const pairs: (readonly [string, string])[] = [];
  for (const heard of byBirth(work).values()) {
    for (const [at, a] of heard.entries()) {
      for (const b of heard.slice(at + 1)) {
        if (!a.notSame.includes(b.id) && !b.notSame.includes(a.id) && soundsAlike(a.sounds, b.sounds)) pairs.push([a.id, b.id]);
      }
    }
  }
  return Promise.all(pairs.slice(0, 200).map(async ([a, b]) => ({ people: [personRow(await existing(work, 'people', a, 'person')), personRow(await existing(work, 'people', b, 'person'))] as const })));
};

/** Who is here already with this name and day of birth: by name those the user sees, by number the rest of the house. */
export const alike = async (work: Work, asked: Pick<Person, 'familyName' | 'givenName' | 'birthDate'>): Promise<AlikeFound> => {
  const sounds = nameSounds(asked.familyName, asked.givenName);
  const among = (vault: Work['vault']): string[] => (byBirth({ vault }).get(asked.birthDate) ?? []).filter((heard) => soundsAlike(heard.sounds, sounds)).map(({ id }) => id);
  const seen = among(work.vault);
  const people = await Promise.all(seen.slice(0, 8).map((id) => existing(work, 'people', id, 'person')));
  return { people: people.map(personRow), elsewhere: among(wholeVault(work.vault)).length - seen.length };
};

/** Two people were looked at side by side and are two: they are shown no more. */
export const notSame = async (work: Work, { personId, otherId }: { readonly personId: string; readonly otherId: string }): Promise<void> => {
  if (personId === otherId) throw new RefusedError({ code: 'merge.same' });
  const person = await existing(work, 'people', personId, 'person');
  await existing(work, 'people', otherId, 'person');
  const known = (person.notSame ?? []).filter((id) => id !== otherId).slice(-49);
  await save(work, [{ op: 'put', collection: 'people', doc: changed(work, { ...person, notSame: [...known, otherId] }) }], { action: 'people.notSame', personId });
};
