import { may } from '../../../shared/domain/permissions.ts';
import { keysOf, type UserRole } from '../../../shared/domain/roles.ts';
import { foundersRoles } from '../../../shared/domain/user-rules.ts';

export type Kind = 'prison' | 'probation';

/** Roles that make sense for the first two people of a workplace; others are added later. */
export const rolesOffered: Readonly<Record<Kind, readonly UserRole[]>> = {
  prison: ['EDUCATOR', 'PSYCHOLOGIST', 'SOCIAL_WORKER', 'COORDINATOR', 'DIRECTOR', 'ADMIN'],
  probation: ['PROBATION_OFFICER', 'COORDINATOR', 'DIRECTOR', 'ADMIN'],
};

/** What the two of them cannot do together, as a key of the texts; undefined when they can start. */
export type PairProblem = 'session:user.nobodyReadsCases' | 'session:user.nobodyWritesCases' | 'session:user.nobodyApproves';

/**
 * Whether a workplace can work with these two people: somebody holds the key to the cases and may write them, and in a
 * prison somebody may approve a plan, which the one who wrote it never does alone.
 */
export const pairProblem = (kind: Kind, roles: readonly [UserRole, UserRole]): PairProblem | undefined => {
  const holders = roles.filter((role) => keysOf([role]).includes('case'));
  if (holders.length === 0) return 'session:user.nobodyReadsCases';
  if (!holders.some((role) => may([role], 'case.write'))) return 'session:user.nobodyWritesCases';
  if (kind === 'prison' && !holders.some((role) => may([role], 'plan.approve'))) return 'session:user.nobodyApproves';
  return undefined;
};

/** Which of the two becomes administrator as well, because otherwise nobody could admit a third; undefined when neither, or not chosen yet. */
export const whoRunsOffice = (roles: readonly (UserRole | undefined)[]): number | undefined => {
  const chosen = roles.filter((role) => role !== undefined);
  if (chosen.length !== roles.length || !chosen.some((role) => keysOf([role]).includes('case'))) return undefined;
  const at = foundersRoles(chosen).findIndex((own) => own.length > 1);
  return at === -1 ? undefined : at;
};

/** The groups of a recovery code, as printed: `8K2M-PQ7X-…`. */
export const codeGroups = (code: string): readonly { readonly at: number; readonly group: string }[] =>
  code
    .split(/[\s-]+/)
    .filter((group) => group !== '')
    .map((group, at) => ({ at, group }));
