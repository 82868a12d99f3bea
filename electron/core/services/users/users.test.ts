import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSWORD, demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names, office as officePlace } from '../../demo/story-texts.ts';
import type { Vault } from '../../vault/types.ts';
import { mendUsers } from './mend.ts';
import { admit, allUsers, listUsers } from './users.ts';

/** One workplace, one story: each step starts where the last one ended, unlocked as the coordinator. */
let folder: string;
let prison: DemoWorkplace;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
  await prison.changeUser(names.coordinator);
}, 60_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const vault = (): Vault => prison.core.session.vault;
const work = () => prison.core.session.work();
const named = async (name: string) => {
  const found = (await listUsers(work())).find((user) => user.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const lastAudit = async () => (await vault().audit.read({ limit: 1 }))[0];

it('a guest is added until a day, with a password to be replaced, and the trail names nobody', async () => {
  const { userId, password } = await prison.calls.users.add({ name: 'Elena Oaspete', roles: ['GUEST'], until: '2026-12-22', scope: 'UNITS', units: ['E1'] });
  expect(password).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/);
  expect(await named('Elena Oaspete')).toEqual({ id: userId, name: 'Elena Oaspete', roles: ['GUEST'], until: '2026-12-22', scope: 'UNITS', units: ['E1'], passwordGiven: true });
  expect(vault().members().find(({ id }) => id === userId)).toMatchObject({ roles: ['GUEST'], active: true });
  expect(await lastAudit()).toMatchObject({ action: 'users.add', details: { user: userId, roles: 'GUEST' } });
  expect(JSON.stringify(await vault().audit.read({ limit: 20 }))).not.toMatch(/Elena|Exemplu/);
});

it('what a rule refuses changes neither keyring nor document', async () => {
  const before = [vault().members(), await listUsers(work())];
  await expect(prison.calls.users.add({ name: 'elena oaspete', roles: ['TEACHER'] })).rejects.toMatchObject({ data: { code: 'users.nameTaken' } });
  await expect(prison.calls.users.add({ name: 'Altul', roles: ['GUEST'] })).rejects.toMatchObject({ data: { code: 'users.guestUntil' } });
  await expect(prison.calls.users.dismiss({ userId: vault().user.id })).rejects.toMatchObject({ data: { code: 'users.dismissSelf' } });
  await expect(prison.calls.users.change({ userId: vault().user.id, roles: ['DIRECTOR'] })).rejects.toMatchObject({ data: { code: 'users.ownRoles' } });
  await expect(prison.calls.users.change({ userId: '01900000-0000-7000-8000-00000000000f', roles: ['ADMIN'] })).rejects.toMatchObject({ data: { code: 'notFound' } });
  expect([vault().members(), await listUsers(work())]).toEqual(before);
});

it('roles change in keyring and document together; cases and last day without touching a key', async () => {
  const { userId } = await prison.calls.users.add({ name: 'Irina Formator', roles: ['TEACHER'] });
  await prison.calls.users.change({ userId, roles: ['EDUCATOR'], scope: 'OWN' });
  expect(await named('Irina Formator')).toMatchObject({ roles: ['EDUCATOR'], scope: 'OWN' });
  expect(vault().members().find(({ id }) => id === userId)?.roles).toEqual(['EDUCATOR']);
  await prison.calls.users.change({ userId, roles: ['EDUCATOR'], until: '2027-06-30' });
  const now = await named('Irina Formator');
  expect(now).toMatchObject({ until: '2027-06-30' });
  expect(now).not.toHaveProperty('scope');
});

it('absences are recorded for a colleague and for oneself, and end', async () => {
  const educator = await named(names.educator);
  const away = { deputyId: vault().user.id, from: '2026-12-01', to: '2026-12-10' };
  await prison.calls.users.setAbsences({ userId: educator.id, absences: [away] });
  expect((await named(names.educator)).absences).toEqual([away]);
  expect(await lastAudit()).toMatchObject({ action: 'users.setAbsences', details: { user: educator.id, deputies: vault().user.id } });
  await prison.calls.users.setOwnAbsences({ absences: [{ ...away, deputyId: educator.id }] });
  expect((await named(names.coordinator)).absences).toHaveLength(1);
  await prison.calls.users.setOwnAbsences({ absences: [] });
  expect(await named(names.coordinator)).not.toHaveProperty('absences');
});

it('a dismissed colleague is gone from the unlock screen and keeps the name beside what they did', async () => {
  const { id } = await named('Irina Formator');
  await prison.calls.users.dismiss({ userId: id });
  expect(await named('Irina Formator')).toMatchObject({ dismissedOn: '2026-11-22' });
  const status = await prison.calls.session.status();
  expect(status.users.map(({ name }) => name)).not.toContain('Irina Formator');
  expect(status.former).toEqual([{ id, name: 'Irina Formator' }]);
  expect((await prison.calls.users.colleagues()).map(({ name }) => name)).not.toContain('Irina Formator');
  await expect(prison.calls.users.dismiss({ userId: id })).rejects.toMatchObject({ data: { code: 'users.dismissed' } });
});

it('an interruption between keyring and document is finished at the next unlock: the keyring decides', async () => {
  const educator = await named(names.educator);
  // the keyring alone, as it stands when the power goes before the document is written
  const admitted = '01900000-0000-7000-8000-0000000000aa';
  await vault().addUser({ id: admitted, name: 'Radu Întrerupt', roles: ['DUTY_OFFICER'], password: 'varco demo parola' }, { action: 'users.add' });
  await vault().assignRoles(educator.id, ['PSYCHOLOGIST'], { action: 'users.change' });
  const [auditor, colleague] = await Promise.all(['Marta Auditor', 'Ion Coleg'].map((name) => admit(work(), { name, roles: ['AUDITOR'] }, 'varco demo parola', false)));
  await vault().assignRoles(auditor ?? '', ['EDUCATOR'], { action: 'users.change' });
  await vault().assignRoles(colleague ?? '', ['GUEST'], { action: 'users.change' });
  const guest = await named('Elena Oaspete');
  await vault().dismissUser(guest.id, { action: 'users.dismiss' });
  expect((await allUsers(work())).some(({ id }) => id === admitted)).toBe(false);

  await prison.changeUser(names.coordinator);
  expect(await named('Radu Întrerupt')).toMatchObject({ id: admitted, roles: ['DUTY_OFFICER'], passwordGiven: true, until: '2026-11-21' });
  expect(await named(names.educator)).toMatchObject({ roles: ['PSYCHOLOGIST'] });
  expect(await named('Elena Oaspete')).toMatchObject({ dismissedOn: '2026-11-22' });
  expect((await vault().audit.read({ limit: 3 })).map(({ action, details }) => [action, details?.['users']])).toContainEqual(['users.mend', 5]);
  // what was lost with the document is not the widest
  expect(await named('Marta Auditor')).toMatchObject({ roles: ['EDUCATOR'], scope: 'OWN' });
  expect(await named('Ion Coleg')).toMatchObject({ roles: ['GUEST'], scope: 'OWN', until: '2026-11-22' });
  // and once is enough
  expect(await mendUsers(work(), vault())).toBe(0);
});

it('two officers found a probation office: the first runs it, too, so that a third can be admitted', async () => {
  // a process opens one vault at a time
  await prison.core.close();
  const office = demoWorkplace(join(folder, 'office'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  try {
    const officer = (name: string) => ({ name, role: 'PROBATION_OFFICER' as const, password: DEMO_PASSWORD });
    await expect(office.calls.session.create({ ...officePlace, users: [officer('Ioana Unu'), { ...officer('Mihai Doi'), role: 'GUEST' }] })).rejects.toMatchObject({ data: { code: 'users.founderRole' } });
    await office.calls.session.create({ ...officePlace, users: [officer('Ioana Unu'), officer('Mihai Doi')] });
    expect((await listUsers(office.core.session.work())).map(({ name, roles }) => [name, roles])).toEqual([
      ['Ioana Unu', ['PROBATION_OFFICER', 'ADMIN']],
      ['Mihai Doi', ['PROBATION_OFFICER']],
    ]);
    expect((await office.calls.users.add({ name: 'Ana Trei', roles: ['PROBATION_OFFICER'] })).password).not.toBe('');
  } finally {
    await office.core.close();
    await prison.changeUser(names.coordinator);
  }
});

it('an administrator without the case key is told who can admit a colleague to cases', async () => {
  await admit(work(), { name: 'Vlad Admin', roles: ['ADMIN'] }, 'varco demo parola', false);
  await prison.changeUser('Vlad Admin');
  await expect(prison.calls.users.add({ name: 'Nou', roles: ['EDUCATOR'] })).rejects.toMatchObject({ data: { code: 'users.caseKeyNeeded', params: { who: names.coordinator } } });
  await prison.calls.users.add({ name: 'Auditor Nou', roles: ['AUDITOR'] });
  await prison.calls.settings.change({ defaultDocumentLanguage: 'it', jurisdiction: 'IT', idleMinutes: 3, backupEveryDays: 5 });
  await prison.changeUser(names.educator);
  for (const call of [prison.calls.users.add({ name: 'X', roles: ['AUDITOR'] }), prison.calls.users.list(), prison.calls.settings.change({ defaultDocumentLanguage: 'ro', jurisdiction: 'RO', idleMinutes: 9, backupEveryDays: 5 })]) {
    await expect(call).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
