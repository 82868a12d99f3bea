import { z } from 'zod';
import type { UserRole } from './roles.ts';

/** What a procedure may ask of the one who calls it. `public` needs nobody unlocked; `any` any unlocked user. */
export const Permission = z.enum([
  'public',
  'any',
  'case.read',
  'case.write',
  'note.read',
  'tool.use',
  'draft.own',
  'register.import',
  'plan.write',
  'plan.mark',
  'plan.approve',
  'learning.read',
  'learning.write',
  'learning.mark',
  'handover.prepare',
  'handover.authorise',
  'handover.seal',
  'import.open',
  'import.decide',
  'document.make',
  'pack.print',
  'disclosure.record',
  'contact.read',
  'directory.write',
  'sharedPack.decide',
  'contact.trust',
  'card.change',
  'users.read',
  'users.manage',
  'backup.make',
  'settings.write',
  'breach.report',
  'breach.decide',
  'audit.read',
  'audit.export',
]);
export type Permission = z.infer<typeof Permission>;

const readsCases: readonly Permission[] = ['case.read', 'learning.read', 'contact.read'];
const caseWork: readonly Permission[] = [...readsCases, 'case.write', 'note.read', 'draft.own', 'document.make', 'pack.print', 'disclosure.record', 'breach.report'];
const runsTheOffice: readonly Permission[] = ['users.read', 'users.manage', 'backup.make', 'settings.write', 'breach.report', 'breach.decide', 'audit.read', 'audit.export'];

/**
 * The one table of who may do what. Whose cases is another question: `scope.ts`.
 * A duty officer prints what is prepared and sees no case; a teacher marks the own course; a guest of an inspection
 * reads cases and nothing else.
 */
export const rolePermissions: { readonly [R in UserRole]: readonly Permission[] } = {
  EDUCATOR: [...caseWork, 'tool.use', 'register.import', 'plan.write', 'plan.mark', 'learning.write', 'learning.mark', 'handover.prepare', 'handover.seal', 'import.open', 'contact.trust', 'directory.write'],
  PSYCHOLOGIST: [...caseWork, 'tool.use', 'plan.write', 'plan.mark'],
  SOCIAL_WORKER: [...caseWork, 'plan.write', 'plan.mark', 'handover.prepare', 'directory.write'],
  COORDINATOR: [
    ...caseWork,
    ...runsTheOffice,
    'tool.use',
    'register.import',
    'plan.write',
    'plan.mark',
    'plan.approve',
    'learning.write',
    'learning.mark',
    'handover.prepare',
    'handover.authorise',
    'handover.seal',
    'import.open',
    'import.decide',
    'contact.trust',
    'directory.write',
    'sharedPack.decide',
    'card.change',
  ],
  DIRECTOR: [...readsCases, ...runsTheOffice, 'note.read', 'draft.own', 'document.make', 'pack.print', 'disclosure.record', 'plan.approve', 'handover.authorise', 'card.change'],
  PROBATION_OFFICER: [...caseWork, 'plan.mark', 'import.open', 'import.decide', 'contact.trust', 'directory.write', 'sharedPack.decide', 'card.change'],
  PARTNERSHIP: ['contact.read', 'directory.write', 'breach.report'],
  AUDITOR: ['users.read', 'breach.report', 'breach.decide', 'audit.read', 'audit.export'],
  ADMIN: [...runsTheOffice, 'contact.read', 'contact.trust'],
  DUTY_OFFICER: ['pack.print', 'breach.report'],
  TEACHER: ['learning.mark', 'breach.report'],
  GUEST: readsCases,
};

/** Whether somebody with these roles holds the permission. `roles` undefined: nobody is unlocked. */
export const may = (roles: readonly UserRole[] | undefined, permission: Permission): boolean => {
  if (permission === 'public') return true;
  if (roles === undefined) return false;
  return permission === 'any' || roles.some((role) => rolePermissions[role].includes(permission));
};
