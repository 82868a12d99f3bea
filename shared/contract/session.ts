import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, shortText } from '../domain/base.ts';
import { ClockFault } from '../domain/clock.ts';
import { isTimeZone } from '../domain/dates.ts';
import { CaseScope } from '../domain/office.ts';
import { Permission } from '../domain/permissions.ts';
import { UserRole } from '../domain/roles.ts';
import { BackupStep } from './backup.ts';
import { FileToken, procedure } from './base.ts';

const WorkplaceKind = z.enum(['prison', 'probation']);

/** Fifteen characters at least, no composition rules; common passwords are refused by the rule `passwords.ts`. */
export const Password = z.string().min(1).max(200);

export const SessionStatus = z.object({
  /** `none`: first run; `locked`: choose who you are; `open`: somebody is unlocked */
  state: z.enum(['none', 'locked', 'open']),
  workplace: z
    .object({ kind: WorkplaceKind, serviceName: z.string(), timeZone: z.string(), demo: z.boolean() })
    .optional(),
  /** `keyFile`: their password opens only together with their key file */
  users: z.array(z.object({ id: Id, name: z.string(), keyFile: z.boolean() })),
  /** those who were dismissed, while somebody is unlocked: what they did keeps their name */
  former: z.array(z.object({ id: Id, name: z.string() })),
  /** since when this workplace goes on at another computer; nobody unlocks it here until it is taken back */
  movedAt: z.string().optional(),
  user: z
    // `passwordGiven`: somebody else chose the password; nothing but `changePassword` is answered until it is replaced
    .object({ id: Id, name: z.string(), roles: z.array(UserRole), permissions: z.array(Permission), passwordGiven: z.boolean(), scope: CaseScope })
    .optional(),
  /** a recovery code was just made and not yet confirmed as kept: it can be shown until the lock */
  recoveryPending: z.boolean(),
  /** nobody confirmed the code before the lock, so perhaps nobody has it; whoever unlocked may make another */
  recoveryLost: z.boolean(),
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

/** What a backup says of itself before a password: which workplace, from when, who may open it. */
export const BackupLook = z.object({
  /** names the chosen file until another is looked at */
  lookId: Id,
  createdAt: z.string(),
  bytes: z.int(),
  workplace: z.object({ kind: WorkplaceKind, serviceName: z.string(), timeZone: z.string() }),
  /** `keyFile`: on that day their password opened only together with their key file */
  users: z.array(z.object({ id: Id, name: z.string(), keyFile: z.boolean() })),
});
export type BackupLook = z.infer<typeof BackupLook>;

export const session = {
  status: procedure.output(SessionStatus),
  /** First run: whether a password may be chosen, before the other questions are answered. `names`: of the service and the user. */
  checkPassword: procedure.input(z.object({ password: Password, names: z.array(z.string().max(200)).max(4) })).output(z.void()),
  /** Creates the vault, unlocks it as the first user. The code is shown once and kept nowhere. */
  create: procedure.input(CreateWorkplace).output(z.object({ recoveryCode: z.string() })),
  /** Writes the recovery code as a printable sheet to the chosen file (purpose `save-document`). */
  saveRecoverySheet: procedure.input(z.object({ file: FileToken, language: Language })).output(z.object({ name: z.string() })),
  /** The person typed the last group of the code back: it was kept. */
  confirmRecovery: procedure.input(z.object({ lastGroup: z.string().max(20) })).output(z.void()),
  /** Another code, shown once like the first; the one before opens nothing from now on. Only who holds the key to cases. */
  newRecoveryCode: procedure.input(z.object({ password: Password })).output(z.object({ recoveryCode: z.string() })),
  /** `keyFile` (purpose `key-file`): for a user whose password does not suffice. Refused for a while after wrong ones (`session.wait`). */
  unlock: procedure.input(z.object({ userId: Id, password: Password, keyFile: FileToken.optional() })).output(SessionStatus),
  /** One's own password. */
  changePassword: procedure.input(z.object({ current: Password, next: Password })).output(SessionStatus),
  /** Writes a new key file to the chosen place (purpose `save`), without which one's own password opens nothing from then on. */
  makeKeyFile: procedure.input(z.object({ file: FileToken, password: Password })).output(z.object({ name: z.string() })),
  /** One's own password suffices again. */
  dropKeyFile: procedure.input(z.object({ password: Password })).output(z.void()),
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
  /** First run: reads the start of a backup file. Refused where a vault exists. */
  lookAtBackup: procedure.input(z.object({ file: FileToken })).output(BackupLook),
  /** Puts the workplace of that backup here and unlocks it. Password, key file (purpose `key-file`) and code are those of the day of the backup. */
  restore: procedure
    .input(
      z.object({
        lookId: Id,
        opening: z.union([
          z.strictObject({ userId: Id, password: Password, keyFile: FileToken.optional() }),
          z.strictObject({ userId: Id, code: z.string().min(1).max(200), newPassword: Password }),
        ]),
      }),
    )
    .output(SessionStatus),
  /** Asks a restore to stop: it then refuses with `backup.stopped`, or was done already. */
  stopRestoring: procedure.output(z.void()),
  restoring: procedure.output(eventIterator(BackupStep)),
  /** A moved workplace goes on here after all. */
  takeBack: procedure.input(z.object({ userId: Id, password: Password, keyFile: FileToken.optional() })).output(SessionStatus),
};
