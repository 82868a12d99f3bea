import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { Absence, CaseScope, User } from '../domain/office.ts';
import { UserRole } from '../domain/roles.ts';
import { procedure } from './base.ts';

/** Somebody who may log in, or did once, as the office knows them. */
export const UserView = User.pick({ id: true, name: true, roles: true, scope: true, units: true, absences: true, until: true, passwordGiven: true, dismissedOn: true });
export type UserView = z.infer<typeof UserView>;

/** A name to choose from; `standsIn`: may take over the cases of somebody who is away. */
export const ColleagueView = z.object({ id: Id, name: z.string(), roles: z.array(UserRole), standsIn: z.boolean() });
export type ColleagueView = z.infer<typeof ColleagueView>;

const standing = {
  roles: z.array(UserRole).min(1).max(5),
  /** whose cases; without one: the whole house */
  scope: CaseScope.optional(),
  /** with scope UNITS */
  units: z.array(shortText).max(50).optional(),
  /** the last day on which they may unlock; needed for a guest */
  until: CivilDate.optional(),
};

const Absences = z.array(Absence).max(50);

export const users = {
  /** Everybody who may log in and those dismissed, by name. */
  list: procedure.output(eventIterator(z.array(UserView))),
  /** Active colleagues by name, to choose one of. */
  colleagues: procedure.output(z.array(ColleagueView)),
  /** The one who is unlocked. */
  mine: procedure.output(eventIterator(UserView)),
  /** Admits a colleague. Their first password is answered once and kept nowhere; they replace it at their first unlock. */
  add: procedure.input(z.object({ name: shortText, ...standing })).output(z.object({ userId: Id, password: z.string() })),
  /** Other roles, cases, last day. What is left out is taken away. */
  change: procedure.input(z.object({ userId: Id, ...standing })).output(z.void()),
  /** The days a colleague is away, each with who stands in; replaces those before. */
  setAbsences: procedure.input(z.object({ userId: Id, absences: Absences })).output(z.void()),
  /** The same for oneself. */
  setOwnAbsences: procedure.input(z.object({ absences: Absences })).output(z.void()),
  /** They cannot unlock any more, and every key they held is replaced. Their name stays beside what they did. */
  dismiss: procedure.input(z.object({ userId: Id })).output(z.void()),
};
