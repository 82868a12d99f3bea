import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../../shared/domain/dates.ts';
import { nothingAsked } from '../../../../shared/domain/round-rules.ts';
import type { DocumentOf } from '../../../../shared/domain/collections.ts';
import { EDUCATOR, newNote, newPerson, newSettings, vaultOptions } from '../../vault/test-vault.ts';
import type { Change, Vault } from '../../vault/types.ts';
import { createVault } from '../../vault/vault.ts';
import { factsIn, type Facts } from './facts.ts';
import { readFacts } from './kept-facts.ts';

const TODAY = '2026-11-22';
let vault: Vault;
let dir: string;
const people = Array.from({ length: 6 }, (_, no) => newPerson(`Exemplu ${no}`, { caseManagerId: no % 2 === 0 ? EDUCATOR.id : undefined } as never));

beforeAll(async () => {
  const options = vaultOptions();
  dir = options.dir;
  ({ vault } = await createVault(options));
  await put(...people.map((doc) => ({ collection: 'people' as const, doc })));
});
afterAll(async () => {
  await vault.close();
  rmSync(dirname(dir), { recursive: true, force: true });
});

const put = (...docs: readonly { readonly collection: Change['collection']; readonly doc: object }[]): Promise<void> =>
  vault.commit(docs.map(({ collection, doc }) => ({ op: 'put', collection, doc }) as Change), { action: 'notes.add' });

const inOrder = ({ people: all, handovers, imports }: Facts): object => ({ people: all.toSorted((a, b) => (a.id < b.id ? -1 : 1)), handovers, imports });
const readsTheSame = (): void => expect(inOrder(readFacts({ vault }))).toEqual(inOrder(factsIn(vault)));

const base = () => ({ id: v7(), v: 1, createdAt: `${TODAY}T08:00:00.000Z`, createdBy: EDUCATOR.id, updatedAt: `${TODAY}T08:00:00.000Z`, updatedBy: EDUCATOR.id });
const round = (personId: string, conductedOn = TODAY): DocumentOf<'assessments'> => ({
  ...base(),
  type: 'round',
  personId,
  kind: 'REVIEW',
  conductedOn,
  conductedBy: EDUCATOR.id,
  sources: ['INTERVIEW'],
  formVersion: 'needs-short-1',
  domains: nothingAsked(),
});
const stored = async (at: number) => (await vault.get('people', people[at]!.id))!;

it('what is kept is what the index says, whatever was changed, added or removed in between', async () => {
  readsTheSame();
  await put({ collection: 'people', doc: { ...(await stored(0)), status: 'AWAY', unit: 'Secția 4' } });
  readsTheSame();
  const asked = round(people[1]!.id);
  await put({ collection: 'assessments', doc: asked }, { collection: 'assessments', doc: round(people[2]!.id, addDays(TODAY, -90)) });
  readsTheSame();
  await put({ collection: 'assessments', doc: { ...(await vault.get('assessments', asked.id))!, closedOn: TODAY } });
  readsTheSame();
  await put({ collection: 'assessments', doc: newNote(people[3]!.id, 'A venit la timp.') }, { collection: 'office', doc: newSettings() });
  readsTheSame();
  const gone = await stored(5);
  await vault.commit([{ op: 'remove', collection: 'people', id: gone.id, _rev: gone._rev }], { action: 'people.add' });
  readsTheSame();
  expect(readFacts({ vault }).people).toHaveLength(5);
});

it('of whom nothing changed the facts stay the same object, and of whom something did they do not', async () => {
  const before = new Map(readFacts({ vault }).people.map((person) => [person.id, person]));
  await put({ collection: 'people', doc: { ...(await stored(0)), unit: 'Secția 5' } });
  const after = readFacts({ vault }).people;
  expect(after.filter((person) => before.get(person.id) !== person).map(({ id }) => id)).toEqual([people[0]!.id]);
});

it('many changed at once are read with everybody else', async () => {
  const many = Array.from({ length: 150 }, (_, no) => newPerson(`Mulți ${no}`));
  await put(...many.map((doc) => ({ collection: 'people' as const, doc })));
  readsTheSame();
  expect(readFacts({ vault }).people).toHaveLength(155);
});
