import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id } from '../domain/base.ts';
import { FileToken, procedure } from './base.ts';

/** How far a backup is: writing, reading back; reading a file; restoring; the drill. `share` of that step, 0–1. */
export const BackupStep = z.object({ step: z.enum(['write', 'check', 'read', 'restore', 'drill']), share: z.number().min(0).max(1) });
export type BackupStep = z.infer<typeof BackupStep>;

export const BackupStatus = z.object({
  last: z.object({ at: z.string(), bytes: z.int(), entries: z.int() }).optional(),
  /** civil date of the last backup, or of the founding */
  since: z.string(),
  everyDays: z.int(),
  due: z.boolean(),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

export const BackupMade = z.object({ fileName: z.string(), bytes: z.int(), sha256: z.string(), entries: z.int(), createdAt: z.string() });
export type BackupMade = z.infer<typeof BackupMade>;

const about = { createdAt: z.string(), bytes: z.int(), purpose: z.enum(['keep', 'move']) };
/** What a check found. FAULT: the end of a code of the `errors` catalogue, `vault.…`. */
export const CheckFound = z.discriminatedUnion('state', [
  z.object({ state: z.literal('WHOLE'), ...about, behind: z.int() }),
  z.object({ state: z.literal('OTHER'), ...about }),
  z.object({ state: z.literal('FAULT'), fault: z.string() }),
]);
export type CheckFound = z.infer<typeof CheckFound>;

export const DrillView = z.object({
  createdAt: z.string(),
  bytes: z.int(),
  /** the audit trail of the copy is whole */
  intact: z.boolean(),
  documents: z.int(),
  /** documents of the same classes in the vault that is open */
  live: z.int(),
  /** documents of the copy that do not open */
  damaged: z.int(),
  entries: z.int(),
  /** audit entries made since */
  behind: z.int(),
  /** cases were read too: whoever opened it holds their key */
  cases: z.boolean(),
});
export type DrillView = z.infer<typeof DrillView>;

/** Who opens a backup. Passwords, key file (purpose `key-file`) and code are those of the day of the backup. */
export const BackupOpening = z.union([
  z.strictObject({ userId: Id, password: z.string().min(1).max(200), keyFile: FileToken.optional() }),
  z.strictObject({ userId: Id, code: z.string().min(1).max(200) }),
]);

export const backup = {
  status: procedure.output(eventIterator(BackupStatus)),
  /** Writes a backup into the chosen folder and reads it back whole. */
  make: procedure.input(z.object({ folder: FileToken })).output(BackupMade),
  /** The same for a workplace that goes on elsewhere; afterwards this computer unlocks it no more. */
  move: procedure.input(z.object({ folder: FileToken })).output(BackupMade),
  check: procedure.input(z.object({ file: FileToken })).output(CheckFound),
  drill: procedure.input(z.object({ file: FileToken, opening: BackupOpening })).output(DrillView),
  /** Asks what is under way to stop: it then refuses with `backup.stopped`, or was done already. */
  stop: procedure.output(z.void()),
  /** Follows what is under way. */
  progress: procedure.output(eventIterator(BackupStep)),
};
