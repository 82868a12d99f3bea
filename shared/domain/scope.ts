import type { CivilDate } from './dates.ts';
import type { CaseScope, User } from './office.ts';
import { may, type Permission } from './permissions.ts';
import type { UserRole } from './roles.ts';

/** What of a user says whose cases they see. */
export type ScopedUser = Pick<User, 'id' | 'scope' | 'units' | 'absences' | 'dismissedOn'>;

/** Whose cases somebody sees on one day. */
export interface Caseload {
  readonly scope: CaseScope;
  /** they and those they stand in for: whoever one of these manages is seen */
  readonly users: readonly string[];
  /** the units whose people are seen */
  readonly units: readonly string[];
}

/** What the index knows of a person that a caseload asks for. */
export interface CaseRow {
  readonly unit: unknown;
  readonly caseManager: unknown;
  readonly deputy: unknown;
}

/** Colleagues for whom this user stands in today; one who was dismissed is stood in for by nobody. */
export const standsInFor = <U extends ScopedUser>(userId: string, users: readonly U[], today: CivilDate): readonly U[] =>
  users.filter(
    ({ id, dismissedOn, absences = [] }) =>
      id !== userId && dismissedOn === undefined && absences.some(({ deputyId, from, to }) => deputyId === userId && from <= today && today <= to),
  );

/**
 * Whose cases a user sees today: their own, and whatever those see for whom they stand in. A user without a scope, and
 * one the office keeps no record of, sees the whole house.
 */
export const caseloadOf = (userId: string, users: readonly ScopedUser[], today: CivilDate): Caseload => {
  const own = users.find(({ id }) => id === userId) ?? { id: userId };
  const together = [own, ...standsInFor(userId, users, today)];
  const scopes = new Set(together.map(({ scope }) => scope ?? 'FACILITY'));
  const scope = scopes.has('FACILITY') ? 'FACILITY' : scopes.has('UNITS') ? 'UNITS' : 'OWN';
  return {
    scope,
    users: together.map(({ id }) => id).toSorted(),
    units: [...new Set(together.flatMap((user) => (user.scope === 'UNITS' ? (user.units ?? []) : [])))].toSorted(),
  };
};

/** Whether a person is among the cases: managed by one of the users, or as deputy, or in one of the units. */
export const sees = ({ scope, users, units }: Caseload, { unit, caseManager, deputy }: CaseRow): boolean =>
  scope === 'FACILITY' ||
  (typeof caseManager === 'string' && users.includes(caseManager)) ||
  (typeof deputy === 'string' && users.includes(deputy)) ||
  (typeof unit === 'string' && units.includes(unit));

/** What acts on everybody at once, and so is only for those who see everybody: a register says who is gone, too. */
const wholeHouse: ReadonlySet<Permission> = new Set(['register.import']);

/** Whether a permission the roles give can be used with this caseload. */
export const mayWith = (roles: readonly UserRole[] | undefined, { scope }: Pick<Caseload, 'scope'>, permission: Permission): boolean =>
  may(roles, permission) && (scope === 'FACILITY' || !wholeHouse.has(permission));
