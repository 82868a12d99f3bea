import type { AlikeFound, ApartPair, DuplicatePair, DuplicatesFound } from '../../../../shared/contract/duplicates.ts';
import { nameLikeness } from '../../../../shared/domain/name-likeness.ts';
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

/** More are counted, not shown: each has to be looked at. */
const SHOWN = 200;

/** Ids of pairs born on one day whose names sound alike, and of whom nobody said that they are two. */
const alikeIds = (work: Pick<Work, 'vault'>): (readonly [string, string])[] => {
  const pairs: (readonly [string, string])[] = [];
  for (const heard of byBirth(work).values()) {
    for (const [at, a] of heard.entries()) {
      for (const b of heard.slice(at + 1)) {
        if (!a.notSame.includes(b.id) && !b.notSame.includes(a.id) && soundsAlike(a.sounds, b.sounds)) pairs.push([a.id, b.id]);
      }
    }
  }
  return pairs;
};

/** How many pairs there are: read off the index alone. */
export const countDuplicates = (work: Pick<Work, 'vault'>): number => alikeIds(work).length;

/** Pairs that were told apart, whose both records are here. */
const toldApart = async (work: Work): Promise<ApartPair[]> => {
  const here = new Set(work.vault.rows('people', 'person', []).map(({ id }) => id));
  const marked = work.vault.rows('people', 'person', ['notSame']).filter((row) => typeof row.notSame === 'string');
  const pairs = await Promise.all(
    marked.map(async ({ id }) => {
      const person = await existing(work, 'people', id, 'person');
      const others = (person.notSame ?? []).filter((other) => here.has(other.id));
      return Promise.all(others.map(async ({ id: otherId, reason, on, by }) => ({ people: [personRow(person), personRow(await existing(work, 'people', otherId, 'person'))] as const, reason, on, by })));
    }),
  );
  return pairs.flat().toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, SHOWN);
};

/**
 * Pairs of people born on one day whose names sound alike in any order, and those of whom somebody said that they are two. A
 * number of a register says nothing: two prisons give the same one.
 */
export const duplicates = async (work: Work): Promise<DuplicatesFound> => {
  const ids = alikeIds(work);
  const pairs = await Promise.all(
    ids.slice(0, SHOWN).map(async ([a, b]) => {
      const [one, other] = await Promise.all([existing(work, 'people', a, 'person'), existing(work, 'people', b, 'person')]);
      return { people: [personRow(one), personRow(other)] as const, why: nameLikeness(one, other) };
    }),
  );
  return { pairs, count: ids.length, apart: await toldApart(work) };
};

/** Ids of those a vault shows who were born that day and whose names sound alike. */
export const soundingAlike = (vault: Work['vault'], asked: Pick<Person, 'familyName' | 'givenName' | 'birthDate'>): string[] => {
  const sounds = nameSounds(asked.familyName, asked.givenName);
  return (byBirth({ vault }).get(asked.birthDate) ?? []).filter((heard) => soundsAlike(heard.sounds, sounds)).map(({ id }) => id);
};

/** Who is here already with this name and day of birth: by name those the user sees, by number the rest of the house. */
export const alike = async (work: Work, asked: Pick<Person, 'familyName' | 'givenName' | 'birthDate'>): Promise<AlikeFound> => {
  const seen = soundingAlike(work.vault, asked);
  const people = await Promise.all(seen.slice(0, 8).map((id) => existing(work, 'people', id, 'person')));
  return { people: people.map(personRow), elsewhere: soundingAlike(wholeVault(work.vault), asked).length - seen.length };
};

interface Told {
  readonly personId: string;
  readonly otherId: string;
}

/** How many others somebody can be told apart from; the oldest one is shown again after that. */
const MOST_APART = 50;

/** Two people were looked at side by side and are two: they are shown no more. @throws RefusedError merge.same, notFound */
export const notSame = async (work: Work, { personId, otherId, reason }: Told & { readonly reason: string }): Promise<void> => {
  if (personId === otherId) throw new RefusedError({ code: 'merge.same' });
  const person = await existing(work, 'people', personId, 'person');
  await existing(work, 'people', otherId, 'person');
  const known = (person.notSame ?? []).filter(({ id }) => id !== otherId).slice(1 - MOST_APART);
  const told = [...known, { id: otherId, reason, on: work.today, by: work.vault.user.id }];
  await save(work, [{ op: 'put', collection: 'people', doc: changed(work, { ...person, notSame: told }) }], { action: 'people.notSame', personId });
};

/** They were told apart by mistake: both stand among the pairs again, whichever of them it was said of. @throws RefusedError notFound */
export const lookAgain = async (work: Work, { personId, otherId }: Told): Promise<void> => {
  const [person, other] = await Promise.all([existing(work, 'people', personId, 'person'), existing(work, 'people', otherId, 'person')]);
  const docs = ([[person, otherId], [other, personId]] as const).flatMap(([doc, id]) => {
    if (doc.notSame?.some((told) => told.id === id) !== true) return [];
    const { notSame: told, ...rest } = doc;
    const left = told.filter((entry) => entry.id !== id);
    return [changed(work, left.length === 0 ? rest : { ...rest, notSame: left })];
  });
  await save(work, docs.map((doc) => ({ op: 'put' as const, collection: 'people' as const, doc })), { action: 'people.lookAgain', personId });
};
