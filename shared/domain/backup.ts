import { daysBetween, type CivilDate } from './dates.ts';

/**
 * Numbers of envelopes that a restored workplace leaves out for each partner: those between the backup and the loss may
 * have been used, and a number is never used twice. More than any office seals to one partner between two backups.
 */
export const RESTORE_GAP = 1000;

export interface BackupAge {
  /** civil date of the last backup, or of the founding when there was none */
  readonly since: CivilDate;
  readonly ever: boolean;
  readonly everyDays: number;
}

/** Whether a backup is to be asked for today: when the last one is older than the days agreed. */
export const isBackupDue = ({ since, everyDays }: BackupAge, today: CivilDate): boolean => daysBetween(since, today) > everyDays;

/** The name of a backup file: a date and the start of the vault's id, nobody's name and no place. `nth` from 1, for more on one day. */
export const backupFileName = (on: CivilDate, vaultId: string, nth = 1): string =>
  `varco-backup-${on}-${vaultId.replaceAll('-', '').slice(0, 8)}${nth === 1 ? '' : `-${nth}`}.varcobackup`;

/** The numbers of a service after a restore from a backup: each leaves a gap, and so does the first to a partner unknown then. */
export const numbersAfterRestore = (service: { readonly sequences: Readonly<Record<string, number>>; readonly sequencesFrom?: number | undefined }) => ({
  sequences: Object.fromEntries(Object.entries(service.sequences).map(([partner, last]) => [partner, last + RESTORE_GAP])),
  sequencesFrom: (service.sequencesFrom ?? 0) + RESTORE_GAP,
});
