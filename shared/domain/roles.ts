import { z } from 'zod';

export const UserRole = z.enum([
  'EDUCATOR',
  'PSYCHOLOGIST',
  'SOCIAL_WORKER',
  'COORDINATOR',
  'DIRECTOR',
  'PROBATION_OFFICER',
  'PARTNERSHIP',
  'AUDITOR',
  'ADMIN',
  'DUTY_OFFICER',
  'TEACHER',
  'GUEST',
]);
export type UserRole = z.infer<typeof UserRole>;

/** The three kinds of vault key. Administrators and community officers never hold the case key. */
export const KeyClass = z.enum(['office', 'case', 'audit']);
export type KeyClass = z.infer<typeof KeyClass>;

const entitled: { readonly [R in UserRole]: readonly KeyClass[] } = {
  EDUCATOR: ['office', 'case', 'audit'],
  PSYCHOLOGIST: ['office', 'case', 'audit'],
  SOCIAL_WORKER: ['office', 'case', 'audit'],
  COORDINATOR: ['office', 'case', 'audit'],
  DIRECTOR: ['office', 'case', 'audit'],
  PROBATION_OFFICER: ['office', 'case', 'audit'],
  PARTNERSHIP: ['office', 'audit'],
  AUDITOR: ['office', 'audit'],
  ADMIN: ['office', 'audit'],
  DUTY_OFFICER: ['office', 'case', 'audit'],
  TEACHER: ['office', 'case', 'audit'],
  GUEST: ['office', 'case', 'audit'],
};

/** The keys that somebody with these roles is entitled to. Every user holds office and audit: whoever acts is recorded. */
export const keysOf = (roles: readonly UserRole[]): readonly KeyClass[] =>
  KeyClass.options.filter((key) => roles.some((role) => entitled[role].includes(key)));
