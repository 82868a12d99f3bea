import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { newPerson, vaultOptions } from '../../vault/test-vault.ts';
import type { Change } from '../../vault/types.ts';
import { createVault } from '../../vault/vault.ts';
import type { Work } from '../work.ts';
import { namesOf } from './names.ts';

it('a name changed, and a person erased, is told at once though names are kept', async () => {
  const options = vaultOptions();
  const { vault } = await createVault(options);
  const work = { vault } as Work;
  try {
    const person = newPerson('Exemplu');
    const put = (doc: object): Promise<void> => vault.commit([{ op: 'put', collection: 'people', doc } as Change], { action: 'people.add' });
    const name = async (): Promise<string | undefined> => (await namesOf(work, [person.id, person.id])).get(person.id)?.name;
    expect(await name()).toBeUndefined();
    await put(person);
    const first = await name();
    expect(first).toContain('Exemplu');
    expect(await name()).toBe(first);
    await put({ ...(await vault.get('people', person.id)), familyName: 'Altfel' });
    expect(await name()).toContain('Altfel');
    await vault.erasePerson(person.id, { action: 'people.add' });
    expect(await name()).toBeUndefined();
  } finally {
    await vault.close();
    rmSync(dirname(options.dir), { recursive: true, force: true });
  }
});
