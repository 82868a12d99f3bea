import { expect, it } from 'vitest';
import { may, Permission, rolePermissions } from '../domain/permissions.ts';
import { keysOf, UserRole } from '../domain/roles.ts';
import { contract } from './index.ts';
import { procedurePermissions } from './permissions.ts';

const procedures = Object.entries(contract).flatMap(([area, parts]) => Object.keys(parts).map((name) => `${area}.${name}`));

it('lists every procedure of the contract, and none that is not there', () => {
  expect(Object.keys(procedurePermissions).toSorted()).toEqual(procedures.toSorted());
});

it('lets nobody in who is not unlocked, but for the ways to unlock', () => {
  const open = Object.entries(procedurePermissions).filter(([, permission]) => may(undefined, permission));
  expect(open.map(([path]) => path).toSorted()).toEqual(['session.checkPassword', 'session.create', 'session.lookAtBackup', 'session.recover', 'session.restore', 'session.restoring', 'session.status', 'session.stopRestoring', 'session.takeBack', 'session.unlock', 'session.wipeDemo']);
});

it('gives every permission to somebody', () => {
  const given = new Set(Object.values(rolePermissions).flat());
  expect(Permission.options.filter((permission) => permission !== 'public' && permission !== 'any' && !given.has(permission))).toEqual([]);
});

it('lets only those read cases who are entitled to the case key', () => {
  for (const role of UserRole.options) {
    if (may([role], 'case.read')) expect(keysOf([role])).toContain('case');
  }
  for (const role of ['ADMIN', 'PARTNERSHIP', 'AUDITOR'] as const) {
    expect(keysOf([role])).not.toContain('case');
    expect(may([role], 'case.read')).toBe(false);
  }
});
