import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Permission, rolePermissions } from '../../shared/domain/permissions.ts';
import { UserRole } from '../../shared/domain/roles.ts';
import { mayWith } from '../../shared/domain/scope.ts';

/** What each permission lets somebody do, in words, and whether it is about people: then the scope says about whom. */
const words: Readonly<Record<Exclude<Permission, 'public' | 'any'>, readonly [what: string, aboutPeople: boolean]>> = {
  'case.read': ['read cases: people, needs, plans, dates, hand-overs', true],
  'case.write': ['enter people, record needs, notes, choices, dates, movements', true],
  'note.read': ['read notes', true],
  'tool.use': ['keep and see the result of a tool used elsewhere', true],
  'draft.own': ['keep one’s own unfinished forms', true],
  'register.import': ['take over a register', true],
  'plan.write': ['write plans, propose them', true],
  'plan.mark': ['mark goals and steps of a plan in force', true],
  'plan.approve': ['approve a plan as second person', true],
  'learning.read': ['read programmes and courses', true],
  'learning.write': ['run courses, put people on them', true],
  'learning.mark': ['mark attendance', true],
  'handover.prepare': ['prepare a hand-over', true],
  'handover.authorise': ['authorise a hand-over as second person', true],
  'handover.seal': ['seal a hand-over to a medium', true],
  'import.open': ['open what arrives', true],
  'import.decide': ['accept, refuse and answer what arrives', true],
  'document.make': ['make, save and print documents', true],
  'pack.print': ['print prepared packs', true],
  'disclosure.record': ['record disclosures', true],
  'contact.read': ['see services and their cards', false],
  'contact.trust': ['compare and trust cards', false],
  'directory.write': ['keep the directory of services', false],
  'sharedPack.decide': ['say who may send packs, take them over, pass ours on', false],
  'card.change': ['renew our card, change our keys, save the revocation sheet', false],
  'users.read': ['see users', false],
  'users.manage': ['make, change and dismiss users', false],
  'backup.make': ['make backups', false],
  'settings.write': ['change settings', false],
  'breach.report': ['report a breach', false],
  'breach.decide': ['decide about a breach', false],
  'audit.read': ['read and check the audit trail', false],
  'audit.export': ['export the audit trail', false],
};

const roleName = (role: UserRole): string => role.toLowerCase().replaceAll('_', ' ');

const whose = (permission: keyof typeof words): string => {
  const [, aboutPeople] = words[permission];
  if (!aboutPeople) return '–';
  const holder = UserRole.options.filter((role) => rolePermissions[role].includes(permission));
  if (permission === 'learning.mark') return 'of the scope, and everybody on a course one leads; teachers only those';
  return mayWith(holder, { scope: 'OWN' }, permission) ? 'of the scope' : 'whole house only';
};

const table = (): string => {
  const rows = Permission.options.flatMap((permission) => {
    if (permission === 'public' || permission === 'any') return [];
    const holders = UserRole.options.filter((role) => rolePermissions[role].includes(permission)).map(roleName);
    return [`| ${words[permission][0]} | ${holders.join(', ')} | ${whose(permission)} |`];
  });
  return ['| may | who | whose cases |', '|---|---|---|', ...rows].join('\n');
};

it('the administrator’s guide shows who may do what, as the program decides it', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/admin/people-and-roles.md'), 'utf8')).toContain(`${table()}\n`);
});

it('the guide tells of a scope wherever cases are meant', () => {
  expect(table()).toContain('| take over a register | educator, coordinator | whole house only |');
  expect(table()).toContain('| print prepared packs | educator, psychologist, social worker, coordinator, director, probation officer, duty officer | of the scope |');
});
