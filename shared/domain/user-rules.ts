import { addDays, type CivilDate } from './dates.ts';
import type { Absence, CaseScope, User, WorkplaceKind } from './office.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { folded } from './people.ts';
import { may } from './permissions.ts';
import { keysOf, type UserRole } from './roles.ts';

/** The longest stay of a guest, in days: an inspection, a placement. Longer needs a new decision. */
export const GUEST_DAYS = 90;

/** What the rules look at of somebody who may log in. */
export type Colleague = Pick<User, 'id' | 'name' | 'roles' | 'until' | 'dismissedOn' | 'scope' | 'units' | 'absences'>;

/** What an administrator decides about somebody. */
export interface Standing {
  readonly roles: readonly UserRole[];
  readonly scope?: CaseScope | undefined;
  readonly units?: readonly string[] | undefined;
  readonly until?: CivilDate | undefined;
}

/** Who acts, in which workplace, on which day, among whom. */
export interface Office {
  readonly kind: WorkplaceKind;
  readonly today: CivilDate;
  readonly actorId: string;
  /** whether the one who acts holds the key to the cases and can hand it on */
  readonly actorHoldsCases: boolean;
  readonly users: readonly Colleague[];
}

const everywhere: readonly UserRole[] = ['PSYCHOLOGIST', 'SOCIAL_WORKER', 'COORDINATOR', 'DIRECTOR', 'PARTNERSHIP', 'AUDITOR', 'ADMIN', 'GUEST'];

/** Roles that exist in each kind of workplace, in the order they are offered. */
export const rolesIn: { readonly [K in WorkplaceKind]: readonly UserRole[] } = {
  prison: ['EDUCATOR', ...everywhere.slice(0, -1), 'TEACHER', 'DUTY_OFFICER', 'GUEST'],
  probation: ['PROBATION_OFFICER', ...everywhere],
};

/**
 * Roles that stand alone. A guest only looks; a teacher sees one course and a duty officer one folder: with a wider role
 * beside it the narrow one says nothing, and with ADMIN it would hand the key to the cases to whoever runs the computer.
 */
export const aloneRoles: readonly UserRole[] = ['GUEST', 'TEACHER', 'DUTY_OFFICER'];

const isActive = ({ dismissedOn }: Pick<Colleague, 'dismissedOn'>): boolean => dismissedOn === undefined;

/** Whoever stays: somebody whose last day is known is not counted on. */
const stays = (user: Colleague): boolean => isActive(user) && user.until === undefined;

/** Whether they can hand on the key to the cases and admit a colleague to them. */
export const admitsToCases = ({ roles }: Pick<Colleague, 'roles'>): boolean => may(roles, 'users.manage') && keysOf(roles).includes('case');

interface Duty {
  readonly code: string;
  readonly holds: (user: Colleague) => boolean;
}

/** What somebody must always be left for; the code says who is to be named first. */
const duties = (kind: WorkplaceKind): readonly Duty[] => [
  { code: 'users.lastManager', holds: ({ roles }) => may(roles, 'users.manage') },
  { code: 'users.lastCaseKey', holds: ({ roles }) => keysOf(roles).includes('case') && may(roles, 'document.make') },
  { code: 'users.lastAdmitter', holds: admitsToCases },
  ...(kind === 'prison'
    ? [
        { code: 'users.lastApprover', holds: ({ roles }: Colleague) => may(roles, 'plan.approve') },
        { code: 'users.lastAuthoriser', holds: ({ roles }: Colleague) => may(roles, 'handover.authorise') },
      ]
    : [{ code: 'users.lastDecider', holds: ({ roles }: Colleague) => may(roles, 'import.decide') }]),
];

/** Refuses a change after which nobody is left for a duty that somebody was there for. */
const somebodyLeft = (kind: WorkplaceKind, before: readonly Colleague[], after: readonly Colleague[]): Outcome<void> => {
  const lost = duties(kind).find(({ holds }) => before.some((user) => stays(user) && holds(user)) && !after.some((user) => stays(user) && holds(user)));
  return lost === undefined ? allowed(undefined) : refused(lost.code);
};

/** Whether no other active user has this name; diacritics and case do not tell two people apart on the unlock screen. */
const nameIsFree = (name: string, users: readonly Colleague[], but?: string): boolean =>
  !users.some((user) => isActive(user) && user.id !== but && folded(user.name) === folded(name));

const rolesFit = (roles: readonly UserRole[], kind: WorkplaceKind): Outcome<void> => {
  if (roles.some((role) => !rolesIn[kind].includes(role))) return refused('users.roleNotHere');
  const alone = roles.length > 1 ? roles.find((role) => aloneRoles.includes(role)) : undefined;
  return alone === undefined ? allowed(undefined) : refused(`users.alone.${alone}`);
};

const untilFits = (roles: readonly UserRole[], until: CivilDate | undefined, today: CivilDate): Outcome<void> => {
  if (until !== undefined && until < today) return refused('users.untilPassed');
  if (!roles.includes('GUEST')) return allowed(undefined);
  if (until === undefined) return refused('users.guestUntil', { days: GUEST_DAYS });
  return until > addDays(today, GUEST_DAYS) ? refused('users.guestTooLong', { days: GUEST_DAYS }) : allowed(undefined);
};

/** Whose names are said to somebody who cannot hand on the key to the cases. */
const whoAdmits = (users: readonly Colleague[]): string =>
  users
    .filter((user) => isActive(user) && admitsToCases(user))
    .map(({ name }) => name)
    .join(', ');

const first = (...outcomes: readonly Outcome<void>[]): Outcome<void> => outcomes.find(({ ok }) => !ok) ?? allowed(undefined);

/**
 * Nobody opens more cases than they see themselves: whoever admits a colleague knows the first password, and could look for
 * themselves. A duty officer and a teacher have no scope; the papers they see are of the whole house.
 */
const notWider = ({ roles, scope = 'FACILITY', units = [] }: Standing, { users, actorId }: Pick<Office, 'users' | 'actorId'>): Outcome<void> => {
  const own = users.find(({ id }) => id === actorId);
  if (own?.scope === undefined || own.scope === 'FACILITY' || !keysOf(roles).includes('case')) return allowed(undefined);
  const within = may(roles, 'case.read') && (scope === 'OWN' || (scope === 'UNITS' && own.scope === 'UNITS' && units.every((unit) => own.units?.includes(unit))));
  return within ? allowed(undefined) : refused('users.widerThanOwn');
};

/** What is said of somebody that fits in itself, whoever says it. */
const standingFits = (next: Standing, { kind, today }: Office, untilBefore?: CivilDate): Outcome<void> =>
  first(
    rolesFit(next.roles, kind),
    next.until !== undefined && next.until === untilBefore && !next.roles.includes('GUEST') ? allowed(undefined) : untilFits(next.roles, next.until, today),
    next.scope === 'UNITS' && (next.units ?? []).length === 0 ? refused('users.unitsMissing') : allowed(undefined),
  );

/**
 * Whether a colleague may be admitted. A role that works with cases needs somebody who holds their key: an administrator
 * without it is told who does.
 */
export const mayAdmit = (name: string, next: Standing, office: Office): Outcome<void> => {
  if (!nameIsFree(name, office.users)) return refused('users.nameTaken');
  const fits = standingFits(next, office);
  if (!fits.ok) return fits;
  const narrow = notWider(next, office);
  if (!narrow.ok) return narrow;
  return keysOf(next.roles).includes('case') && !office.actorHoldsCases ? refused('users.caseKeyNeeded', { who: whoAdmits(office.users) }) : allowed(undefined);
};

const sameRoles = (a: readonly UserRole[], b: readonly UserRole[]): boolean => a.length === b.length && a.every((role) => b.includes(role));

/** Whether somebody goes on seeing the same cases in the same roles. */
const sameCases = (target: Colleague, next: Standing): boolean =>
  sameRoles(target.roles, next.roles) && (target.scope ?? 'FACILITY') === (next.scope ?? 'FACILITY') && (next.units ?? []).every((unit) => target.units?.includes(unit));

/** Whether somebody's roles, cases and last day may become these. Nobody decides that about themselves. */
export const mayChange = (target: Colleague, next: Standing, office: Office): Outcome<void> => {
  if (!isActive(target)) return refused('users.dismissed');
  if (target.id === office.actorId) return refused('users.ownRoles');
  const fits = standingFits(next, office, target.until);
  if (!fits.ok) return fits;
  const gains = keysOf(next.roles).includes('case') && !keysOf(target.roles).includes('case');
  if (gains && !office.actorHoldsCases) return refused('users.caseKeyNeeded', { who: whoAdmits(office.users) });
  const narrow = sameCases(target, next) ? allowed(undefined) : notWider(next, office);
  if (!narrow.ok) return narrow;
  const { until: _before, ...rest } = target;
  const after: Colleague = { ...rest, roles: [...next.roles], ...(next.until === undefined ? {} : { until: next.until }) };
  return somebodyLeft(office.kind, office.users, office.users.map((user) => (user.id === target.id ? after : user)));
};

/** Whether the roles differ, in whatever order: only then keys change hands. */
export const changesRoles = (target: Pick<Colleague, 'roles'>, next: Standing): boolean => !sameRoles(target.roles, next.roles);

/** Whether somebody may be dismissed: not oneself, and not the last one of a duty. */
export const mayDismiss = (target: Colleague, office: Office): Outcome<void> => {
  if (!isActive(target)) return refused('users.dismissed');
  if (target.id === office.actorId) return refused('users.dismissSelf');
  return somebodyLeft(office.kind, office.users, office.users.filter(({ id }) => id !== target.id));
};

/** Whether a colleague can stand in: active, reading cases in their own name, and not a guest, who only looks. */
export const canStandIn = (user: Pick<Colleague, 'roles' | 'dismissedOn'>): boolean => isActive(user) && may(user.roles, 'case.read') && !user.roles.includes('GUEST');

const same = (a: Absence, b: Absence): boolean => a.deputyId === b.deputyId && a.from === b.from && a.to === b.to;

/**
 * Whether somebody's days away may become these. Days that stood before are not judged again: a deputy may have left since.
 * Who stands in sees the cases of the absent one, so both must be people who work with cases; and nobody who sees only some
 * makes themselves the deputy of a colleague.
 */
export const mayBeAway = (target: Colleague, absences: readonly Absence[], { today, users, actorId }: Pick<Office, 'today' | 'users' | 'actorId'>): Outcome<void> => {
  if (!isActive(target)) return refused('users.dismissed');
  const added = absences.filter((absence) => !(target.absences ?? []).some((before) => same(before, absence)));
  if (added.length > 0 && !canStandIn(target)) return refused('users.noCases');
  for (const { deputyId, from, to } of added) {
    const deputy = users.find(({ id }) => id === deputyId);
    if (deputyId === target.id) return refused('users.ownDeputy');
    const own = deputyId === actorId ? deputy?.scope : undefined;
    if (own !== undefined && own !== 'FACILITY') return refused('users.widerThanOwn');
    if (deputy === undefined || !canStandIn(deputy)) return refused('users.deputyCannot');
    if (to < from) return refused('users.awayBackwards');
    if (to < today) return refused('users.awayPassed');
  }
  const overlap = absences.some((one, at) => absences.some((other, where) => where > at && one.from <= other.to && other.from <= one.to));
  return overlap ? refused('users.awayTwice') : allowed(undefined);
};

/**
 * The roles of the two who found a workplace. Where neither could admit a third colleague to the cases, the first of them
 * who holds their key runs the office, too: otherwise nobody could ever be added.
 */
export const foundersRoles = (roles: readonly UserRole[]): readonly (readonly UserRole[])[] => {
  const plain = roles.map((role) => [role]);
  if (plain.some((own) => admitsToCases({ roles: own }))) return plain;
  const at = plain.findIndex((own) => keysOf(own).includes('case'));
  return plain.map((own, place) => (place === at ? [...own, 'ADMIN'] : own));
};

/** What of a standing is kept: whose cases somebody sees is said only of those who read cases. */
export const keptStanding = ({ roles, scope, units, until }: Standing): Pick<User, 'roles' | 'scope' | 'units' | 'until'> => {
  const scoped = may(roles, 'case.read') && scope !== undefined && scope !== 'FACILITY';
  return {
    roles: [...new Set(roles)],
    ...(scoped ? { scope } : {}),
    ...(scoped && scope === 'UNITS' ? { units: [...new Set(units)] } : {}),
    ...(until === undefined ? {} : { until }),
  };
};
