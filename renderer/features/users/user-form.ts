import { z } from 'zod';
import type { UserView } from '../../../shared/contract/users.ts';
import { addDays, isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { CaseScope } from '../../../shared/domain/office.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { UserRole } from '../../../shared/domain/roles.ts';
import { aloneRoles, GUEST_DAYS, type Standing } from '../../../shared/domain/user-rules.ts';
import { formMessage } from '../../design/form/message.ts';

/** The units somebody wrote in one field. */
export const unitsOf = (typed: string): string[] => [...new Set(typed.split(',').map((unit) => unit.trim()))].filter((unit) => unit !== '');

/** The roles after one was ticked or unticked: those that stand alone push the others out, and are pushed out. */
export const rolesAfter = (roles: readonly UserRole[], role: UserRole, on: boolean): UserRole[] => {
  if (!on) return roles.filter((other) => other !== role);
  return aloneRoles.includes(role) ? [role] : [...roles.filter((other) => !aloneRoles.includes(other)), role];
};

/** Whether these roles have cases of which to say whose. */
export const haveCases = (roles: readonly UserRole[]): boolean => may(roles, 'case.read');

/** What an administrator says of somebody; what only the core knows, such as who is the last of a duty, it refuses itself. */
export const userForm = (today: CivilDate) =>
  z
    .object({
      name: z.string().trim().min(1, 'users:form.nameMissing').max(200, 'common:form.tooLong'),
      roles: z.array(UserRole).min(1, 'users:form.roleMissing').max(5),
      scope: CaseScope,
      units: z.string().max(2000, 'common:form.tooLong'),
      until: z.string(),
    })
    .superRefine(({ roles, scope, units, until }, check) => {
      const wrong = (path: string, message: string): void => check.addIssue({ code: 'custom', path: [path], message });
      if (haveCases(roles) && scope === 'UNITS' && unitsOf(units).length === 0) wrong('units', 'users:form.unitsMissing');
      if (until === '') {
        if (roles.includes('GUEST')) wrong('until', 'users:form.untilMissing');
      } else if (!isCivilDate(until)) wrong('until', 'common:form.dateMissing');
      else if (until < today) wrong('until', 'users:form.untilPassed');
      else if (roles.includes('GUEST') && until > addDays(today, GUEST_DAYS)) wrong('until', formMessage('users:form.untilTooLong', { days: GUEST_DAYS }));
    });
export type UserForm = z.infer<ReturnType<typeof userForm>>;

/** The form of somebody as they stand, or of somebody new. */
export const formOf = (user: UserView | undefined): UserForm => ({
  name: user?.name ?? '',
  roles: user?.roles ?? [],
  scope: user?.scope ?? 'FACILITY',
  units: (user?.units ?? []).join(', '),
  until: user?.until ?? '',
});

/** The order to the core. */
export const standingOf = ({ roles, scope, units, until }: UserForm): { -readonly [K in keyof Standing]: Standing[K] } & { roles: UserRole[]; units?: string[] } => ({
  roles,
  ...(haveCases(roles) && scope !== 'FACILITY' ? { scope, ...(scope === 'UNITS' ? { units: unitsOf(units) } : {}) } : {}),
  ...(until === '' ? {} : { until }),
});
