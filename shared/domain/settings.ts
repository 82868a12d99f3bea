/** Minutes without a key or click until the workplace locks itself, where nothing was set. */
export const DEFAULT_IDLE_MINUTES = 10;

/** A backup older than this many days is asked for, where nothing was set. */
export const DEFAULT_BACKUP_DAYS = 7;
