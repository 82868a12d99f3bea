import { z } from 'zod';
import type { UserRole } from './roles.ts';

/** What a procedure may ask of the one who calls it. `public` needs nobody unlocked; `any` any unlocked user. */
export const Permission = z.enum([
  'public',
  'any',
  'case.read',
  'case.write',
  'note.read',
  'register.import',
  'plan.write',
  'plan.approve',
  'learning.write',
  'handover.prepare',
  'handover.authorise',
  'handover.seal',
  'import.open',
  'import.decide',
  'document.make',
  'contact.read',
  'contact.trust',
  'audit.read',
]);
export type Permission = z.infer<typeof Permission>;

const caseWork: readonly Permission[] = ['case.read', 'case.write', 'note.read', 'document.make', 'contact.read'];

/** The one table of who may do what. */
export const rolePermissions: { readonly [R in UserRole]: readonly Permission[] } = {
  EDUCATOR: [...caseWork, 'register.import', 'plan.write', 'learning.write', 'handover.prepare', 'handover.seal', 'import.open', 'contact.trust'],
  PSYCHOLOGIST: [...caseWork, 'plan.write'],
  SOCIAL_WORKER: [...caseWork, 'plan.write', 'handover.prepare'],
  COORDINATOR: [
    ...caseWork,
    'register.import',
    'plan.write',
    'plan.approve',
    'learning.write',
    'handover.prepare',
    'handover.authorise',
    'handover.seal',
    'import.open',
    'import.decide',
    'contact.trust',
    'audit.read',
  ],
  DIRECTOR: ['case.read', 'note.read', 'document.make', 'contact.read', 'plan.approve', 'handover.authorise', 'audit.read'],
  PROBATION_OFFICER: [...caseWork, 'import.open', 'import.decide', 'contact.trust'],
  PARTNERSHIP: ['contact.read'],
  AUDITOR: ['audit.read'],
  ADMIN: ['contact.read', 'contact.trust', 'audit.read'],
  DUTY_OFFICER: ['case.read', 'document.make'],
  TEACHER: [],
};

/** Whether somebody with these roles holds the permission. `roles` undefined: nobody is unlocked. */
export const may = (roles: readonly UserRole[] | undefined, permission: Permission): boolean => {
  if (permission === 'public') return true;
  if (roles === undefined) return false;
  return permission === 'any' || roles.some((role) => rolePermissions[role].includes(permission));
};
