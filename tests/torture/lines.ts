/** What a victim is told, and what it says on its standard output: one JSON object per line. */
import type { UserRole } from '../../shared/domain/roles.ts';

/** What a victim is killed in. They take turns in this order. */
export const KINDS = ['save', 'login', 'users', 'backup', 'restore'] as const;
export type Kind = (typeof KINDS)[number];

export interface Task {
  readonly kind: Kind;
  /** the vault's folder */
  readonly dir: string;
  /** numbers of this victim's deeds begin here */
  readonly from: number;
  /** how many deeds a saving one does; without end when left out */
  readonly acts?: number;
  readonly userId: string;
  readonly password: string;
  /** where backups are written, or vaults restored */
  readonly folder: string;
  /** the backup to restore */
  readonly file?: string;
}

/** Where the task is given: an Electron utility process has no argument list of its own on every platform. */
export const TASK = 'VARCO_TORTURE_TASK';

export type DocumentId = readonly ['people' | 'assessments', string];

/** Documents an act saves under its number, and those it removes. */
export interface Act {
  readonly n: number;
  readonly what: 'act';
  readonly saved: readonly DocumentId[];
  readonly removed: readonly DocumentId[];
}

/** Who may open the vault becomes another. Colleagues are known by their names, which are never used twice. */
export type StaffDeed =
  | { readonly n: number; readonly what: 'admit'; readonly name: string; readonly roles: readonly UserRole[]; readonly password: string }
  | { readonly n: number; readonly what: 'roles'; readonly name: string; readonly roles: readonly UserRole[] }
  | { readonly n: number; readonly what: 'dismiss'; readonly name: string }
  | { readonly n: number; readonly what: 'password'; readonly password: string };

/** `wrong` is a wrong password, which is counted. */
export type Deed = Act | StaffDeed | { readonly n: number; readonly what: 'wrong' | 'unlock' | 'backup' } | { readonly n: number; readonly what: 'restore'; readonly dir: string };

/** An entry of the audit stream that stood when a deed was acknowledged. */
export interface Mark {
  readonly seq: number;
  readonly tag: string;
}

/** The word after a deed, with what must be found again. */
export interface Ack {
  readonly ack: number;
  readonly mark?: Mark;
  /** of a backup: its name, and how many audit entries it holds */
  readonly backup?: { readonly fileName: string; readonly entries: number };
}

export type Line = { readonly ready: number } | { readonly try: Deed } | Ack | { readonly failed: string };

/** Said when the system took it: whoever is killed afterwards has been heard. */
export const say = (line: Line): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, (error) => (error ? reject(error) : resolve()));
  });
