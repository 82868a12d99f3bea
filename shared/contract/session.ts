import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, shortText } from '../domain/base.ts';
import { ClockFault } from '../domain/clock.ts';
import { isTimeZone } from '../domain/dates.ts';
import { Permission } from '../domain/permissions.ts';
import { UserRole } from '../domain/roles.ts';
import { FileToken, procedure } from './base.ts';

const WorkplaceKind = z.enum(['prison', 'probation']);

/** Twelve characters at least, no composition rules; common passwords are refused by the rule `passwords.ts`. */
export const Password = z.string().min(1).max(200);

export const SessionStatus = z.object({
  /** `none`: first run; `locked`: choose who you are; `open`: somebody is unlocked */
  state: z.enum(['none', 'locked', 'open']),
  workplace: z
    .object({ kind: WorkplaceKind, serviceName: z.string(), timeZone: z.string(), demo: z.boolean() })
    .optional(),
  users: z.array(z.object({ id: Id, name: z.string() })),
  /** those who were dismissed, while somebody is unlocked: what they did keeps their name */
  former: z.array(z.object({ id: Id, name: z.string() })),
  user: z
    .object({ id: Id, name: z.string(), roles: z.array(UserRole), permissions: z.array(Permission) })
    .optional(),
  /** the recovery code of a new vault was not yet confirmed as kept */
  recoveryPending: z.boolean(),
  program: z.object({ version: z.string(), runtime: z.string(), development: z.boolean() }),
  today: z.string(),
});
export type SessionStatus = z.infer<typeof SessionStatus>;

export const FirstUser = z.object({ name: shortText, role: UserRole, password: Password });

export const CreateWorkplace = z.object({
  kind: WorkplaceKind,
  serviceName: shortText,
  timeZone: z.string().min(1).max(60).refine(isTimeZone, { error: 'not a time zone' }),
  address: z.string().trim().max(400).optional(),
  phone: z.string().trim().max(60).optional(),
  documentLanguage: Language,
  users: z.array(FirstUser).min(2).max(2),
});
export type CreateWorkplace = z.infer<typeof CreateWorkplace>;

/** Nothing while the computer's clock is believed. */
export const ClockView = z.object({ fault: ClockFault.optional(), mayConfirm: z.boolean().optional() });
export type ClockView = z.infer<typeof ClockView>;

export const session = {
  status: procedure.output(SessionStatus),
  /** Creates the vault, unlocks it as the first user. The code is shown once and kept nowhere. */
  create: procedure.input(CreateWorkplace).output(z.object({ recoveryCode: z.string() })),
  /** Writes the recovery code as a printable sheet to the chosen file (purpose `save-document`). */
  saveRecoverySheet: procedure.input(z.object({ file: FileToken, language: Language })).output(z.object({ name: z.string() })),
  /** The person typed the last group of the code back: it was kept. */
  confirmRecovery: procedure.input(z.object({ lastGroup: z.string().max(20) })).output(z.void()),
  unlock: procedure.input(z.object({ userId: Id, password: Password })).output(SessionStatus),
  /** With the printed code: sets a new password for one user and unlocks. */
  recover: procedure
    .input(z.object({ code: z.string().max(200), userId: Id, newPassword: Password }))
    .output(SessionStatus),
  /** Live: what is wrong with the computer's clock, and whether this user may say that it is right. */
  clock: procedure.output(eventIterator(ClockView)),
  /** Somebody compared it with another clock: it is right now. Who runs the office; where nobody does, anybody. */
  confirmClock: procedure.output(z.void()),
  /** One click ends a demo: the whole demo vault is deleted. Refused for a live one. */
  wipeDemo: procedure.output(z.void()),
};
