import { z } from 'zod';
import type { ImportStatus } from './import-record.ts';
import { step, type Machine } from './machine.ts';
import type { Outcome } from './outcome.ts';

export const ImportCommand = z.enum([
  'verify',
  'fail',
  'distrust',
  'match', // a human says who it is of those here
  'enter', // a human says that it is nobody here
  'differ',
  'take',
  'reject',
]);
export type ImportCommand = z.infer<typeof ImportCommand>;

/**
 * What arrived, from the file to the answer. An envelope of somebody not trusted yet is checked again once their card is,
 * without its file being opened again; whoever was taken for somebody here can still be told apart.
 */
export const importMachine: Machine<ImportStatus, ImportCommand> = {
  QUARANTINED: { verify: 'VERIFIED', fail: 'UNREADABLE', distrust: 'UNTRUSTED', reject: 'REJECTED' },
  UNTRUSTED: { verify: 'VERIFIED', fail: 'UNREADABLE', distrust: 'UNTRUSTED', reject: 'REJECTED' },
  UNREADABLE: { reject: 'REJECTED' },
  VERIFIED: { match: 'MATCHED', enter: 'NEW', reject: 'REJECTED' },
  MATCHED: { enter: 'NEW', differ: 'CONFLICTS', take: 'IMPORTED', reject: 'REJECTED' },
  NEW: { match: 'MATCHED', take: 'IMPORTED', reject: 'REJECTED' },
  CONFLICTS: { enter: 'NEW', take: 'IMPORTED', reject: 'REJECTED' },
  IMPORTED: {},
  REJECTED: {},
};

/** One step of an import. */
export const importStep = (state: ImportStatus, command: ImportCommand): Outcome<ImportStatus> => step('import', importMachine, state, command);

/** Refusals that end when the sender's card is trusted: the file itself may be in order. */
const untrusted: ReadonlySet<string> = new Set(['UNKNOWN_SENDER', 'SENDER_NOT_TRUSTED', 'REVOKED_KEY']);

/** What the checks say of it. @param failed code of the check that failed; none when all passed */
export const checkedAs = (failed: string | undefined): ImportCommand => {
  if (failed === undefined) return 'verify';
  return untrusted.has(failed) ? 'distrust' : 'fail';
};
