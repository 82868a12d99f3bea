import { addDays } from '../../../../shared/domain/dates.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import type { User } from '../../../../shared/domain/office.ts';
import type { Change, Vault, VaultMember } from '../../vault/types.ts';
import { changed, created, save, type Work } from '../work.ts';
import { allUsers } from './users.ts';

/** An admission that was interrupted: nobody was told the password, so nobody may use it until somebody decides. */
const interrupted = (work: Work, { id, name, roles }: VaultMember): User => ({
  ...created(work, id),
  type: 'user',
  name,
  roles: [...roles],
  passwordGiven: true,
  until: addDays(work.today, -1),
});

const sameRoles = (doc: User, member: VaultMember): boolean => doc.roles.length === member.roles.length && doc.roles.every((role) => member.roles.includes(role));

/** What was to be decided with the other roles and was lost: the least, until somebody decides it again. */
const undecided = (work: Work, doc: User, { roles }: VaultMember): Partial<Pick<User, 'scope' | 'until'>> => ({
  ...(may(roles, 'case.read') && !may(doc.roles, 'case.read') ? { scope: 'OWN' as const } : {}),
  ...(roles.includes('GUEST') && doc.until === undefined ? { until: work.today } : {}),
});

/**
 * What is to be written so that the office's documents say what the keyring says. The keyring changes first and decides:
 * it is what opens things.
 */
const repairs = (work: Work, members: readonly VaultMember[], docs: readonly User[]): readonly User[] =>
  members.flatMap((member) => {
    const doc = docs.find(({ id }) => id === member.id);
    if (doc === undefined) return member.active ? [interrupted(work, member)] : [];
    if (!member.active) return doc.dismissedOn === undefined ? [changed(work, { ...doc, dismissedOn: work.today })] : [];
    return sameRoles(doc, member) ? [] : [changed(work, { ...doc, roles: [...member.roles], ...undecided(work, doc, member) })];
  });

/**
 * Finishes what an interruption between keyring and document left: run after every unlock, writes nothing when the two
 * agree. Somebody admitted whose document is missing is shown as past their last day, to be dismissed and added again.
 */
export const mendUsers = async (work: Work, vault: Vault): Promise<number> => {
  const docs = repairs(work, vault.members(), await allUsers(work));
  if (docs.length === 0) return 0;
  const changes = docs.map((doc): Change => ({ op: 'put', collection: 'office', doc }));
  await save(work, changes, { action: 'users.mend', details: { users: docs.length } });
  return docs.length;
};
