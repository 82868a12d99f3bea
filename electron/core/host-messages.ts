import type { FilePurpose, PrintResult } from '../../shared/contract/bridge.ts';
import type { LockReason } from '../../shared/domain/audit.ts';
import type { DemoCountry } from './demo/countries.ts';

/** A path somebody chose in a dialog, and what it may be used for. The page knows only the token. */
export interface FileGrant {
  readonly token: string;
  /** absolute */
  readonly path: string;
  readonly purpose: FilePurpose;
}

/** What the core needs to know to start. */
export interface CoreStart {
  /** absolute folder of the vault; need not exist yet */
  readonly vaultDir: string;
  readonly demo: boolean;
  /** which prison a demonstration shows */
  readonly demoCountry?: DemoCountry;
  /** version of the program */
  readonly version: string;
  /** the Electron it runs in, and whether that is the development runtime */
  readonly runtime: { readonly electron: string; readonly origin: string };
}

/** Main process to core. `connect` carries exactly one port. */
export type HostMessage =
  | { readonly type: 'start'; readonly start: CoreStart }
  | { readonly type: 'connect'; readonly window: number }
  | { readonly type: 'grant'; readonly grant: FileGrant }
  /** whether this ticket lets the page print; answered once with `mayPrint` */
  | { readonly type: 'takeTicket'; readonly ticket: string }
  | { readonly type: 'printed'; readonly ticket: string; readonly result: PrintResult }
  /** ends the core; whoever is unlocked leaves with this reason in the audit trail */
  | { readonly type: 'close'; readonly by: LockReason };

/** Core to main process. */
export type CoreMessage =
  | { readonly type: 'granted'; readonly token: string }
  | { readonly type: 'mayPrint'; readonly ticket: string; readonly allowed: boolean }
  /** somebody unlocked, or nobody is; how many minutes without a key or click may pass */
  | { readonly type: 'session'; readonly unlocked: boolean; readonly idleMinutes: number };
