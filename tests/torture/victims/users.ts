import type { UserRole } from '../../../shared/domain/roles.ts';
import { admit, changeUser, dismissUser } from '../../../electron/core/services/users/users.ts';
import type { Session } from '../../../electron/core/session.ts';
import type { VaultMember } from '../../../electron/core/vault/types.ts';
import { knownIn } from '../acts.ts';
import { say, type StaffDeed, type Task } from '../lines.ts';
import { sessionOn, vaultOf } from '../session.ts';
import { isColleague } from '../staff.ts';
import { markOf, saveOne } from './save.ts';

/** With the key to the cases and without, so that changes give it and take it. */
const ROLES: readonly (readonly UserRole[])[] = [['EDUCATOR'], ['ADMIN'], ['PSYCHOLOGIST', 'PARTNERSHIP'], ['AUDITOR']];
/** Colleagues at a time. */
const MOST = 6;

const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)];

const nextDeed = (n: number, colleagues: readonly VaultMember[]): StaffDeed => {
  const kind = Math.random();
  const somebody = oneOf(colleagues);
  if (kind < 0.2) return { n, what: 'password', password: `trei căprioare ${n}` };
  if (somebody === undefined || (kind < 0.5 && colleagues.length < MOST)) {
    return { n, what: 'admit', name: `Coleg ${n}`, roles: oneOf(ROLES) ?? [], password: `patru cărări ${n}` };
  }
  if (kind < 0.75) return { n, what: 'roles', name: somebody.name, roles: oneOf(ROLES.filter((roles) => !roles.every((role) => somebody.roles.includes(role)))) ?? [] };
  return { n, what: 'dismiss', name: somebody.name };
};

/** @returns the password that counts from now on */
const carryOut = async (session: Session, password: string, deed: StaffDeed): Promise<string> => {
  const work = session.work();
  const idOf = (name: string): string => work.vault.members().find((member) => member.name === name)?.id ?? '';
  switch (deed.what) {
    case 'admit':
      await admit(work, { name: deed.name, roles: deed.roles }, deed.password, false);
      return password;
    case 'roles':
      await changeUser(work, { userId: idOf(deed.name), roles: deed.roles });
      return password;
    case 'dismiss':
      await dismissUser(work, idOf(deed.name));
      return password;
    case 'password':
      await session.changePassword(password, deed.password);
      return deed.password;
  }
};

/** Admits, changes and dismisses colleagues and its own password without end; every fourth deed saves, under the newest keys. */
export const changeStaff = async ({ dir, userId, password, from }: Task): Promise<void> => {
  const session = sessionOn(dir);
  await session.unlock(userId, password);
  const vault = vaultOf(session);
  let own = password;
  const known = await knownIn(vault);
  for (let n = from; ; n += 1) {
    if (n % 4 === 0) {
      await saveOne(vault, n, known);
      continue;
    }
    const deed = nextDeed(n, vault.members().filter(({ name, active }) => active && isColleague(name)));
    await say({ try: deed });
    own = await carryOut(session, own, deed);
    await say({ ack: n, mark: markOf(vault) });
  }
};
