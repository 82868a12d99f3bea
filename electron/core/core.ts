import type { FilePurpose } from '../../shared/contract/bridge.ts';
import type { LockReason } from '../../shared/domain/audit.ts';
import type { FileGrants } from './file-grants.ts';
import type { CoreStart } from './host-messages.ts';
import type { Context } from './router/base.ts';
import { router } from './router/index.ts';
import { BackupJobs } from './services/backup/jobs.ts';
import { Previews } from './services/documents/previews.ts';
import { PrintTickets } from './services/documents/print.ts';
import { Sealing } from './services/handover/sealing.ts';
import { Arrivals } from './services/imports/arrivals.ts';
import { ScanReadings } from './services/papers/scan-readings.ts';
import { Readings } from './services/registers/readings.ts';
import { RefusedError } from './services/work.ts';
import { Session } from './session.ts';

export interface CoreOptions extends CoreStart {
  readonly grants: FileGrants;
  readonly onSession?: (unlocked: boolean, idleMinutes: number) => void;
  readonly clock?: () => number;
  readonly uptime?: () => number;
  /** done before the first procedure answers: making the demo vault */
  readonly prepare?: () => Promise<void>;
}

/** The application without window and operating system: the same in Electron, the command line and tests. */
export interface Core {
  readonly router: typeof router;
  /** the context of one window's procedures */
  readonly context: (port?: unknown) => Context;
  readonly session: Session;
  /** what the main process asks before it opens the printing dialog */
  readonly tickets: PrintTickets;
  /** Ends the session and forgets every key; `by` is recorded. */
  readonly close: (by?: LockReason) => Promise<void>;
}

/**
 * Where an unexpected error came from, without what it was about: its kind and the places in the program.
 * Messages may hold personal data and stay inside.
 */
const report = (error: unknown): void => {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at ')) : [];
  process.stderr.write(`unexpected ${error instanceof Error ? error.name : typeof error}\n${stack.slice(0, 8).join('\n')}\n`);
};

/** Starts a core on a vault folder that need not exist yet. */
export const createCore = (options: CoreOptions): Core => {
  const session = new Session(options);
  const prepared = options.prepare?.() ?? Promise.resolve();
  // each procedure waits for it and says what went wrong; nobody calling yet is no fault
  prepared.catch(() => undefined);
  const path = (token: string, purpose: FilePurpose): string => {
    const found = options.grants.take(token, purpose);
    if (found === undefined) throw new RefusedError({ code: 'file.chooseAgain' });
    return found;
  };
  const tickets = new PrintTickets();
  const context: Context = { session, arrivals: new Arrivals(), sealing: new Sealing(), backups: new BackupJobs(), readings: new Readings(), scans: new ScanReadings(), previews: new Previews(), tickets, prepared, path, report };
  return { router, context: () => context, session, tickets, close: (by) => session.close(by) };
};
