import type { Problem } from '../../shared/i18n/messages.ts';
import { RefusedError } from '../core/services/work.ts';

/** Exit codes by class of error, so that scripts can tell them apart. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  /** a rule said no */
  refused: 3,
  /** the envelope, card or receipt is not what it should be */
  envelope: 4,
  /** the vault: none there, locked by another process, wrong password, damaged */
  vault: 5,
  /** a file or medium could not be read or written */
  medium: 6,
  /** the audit trail is not intact */
  audit: 7,
} as const;
export type ExitClass = keyof typeof exitCodes;

/** The command line was not understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface CommandFailure {
  readonly exit: ExitClass;
  /** a refusal or failure with its catalogue, or a text of the command line itself */
  readonly kind: Problem['kind'] | 'cli';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const paramsOf = (error: Error): CommandFailure['params'] =>
  'params' in error && typeof error.params === 'object' && error.params !== null ? (error.params as CommandFailure['params']) : {};

/** What went wrong, as an exit code and a text. */
export const failureOf = (error: unknown): CommandFailure => {
  if (error instanceof RefusedError) {
    return { exit: 'refused', kind: 'refused', code: error.refusal.code, params: error.refusal.params ?? {} };
  }
  if (error instanceof UsageError) return { exit: 'usage', kind: 'cli', code: 'usage', params: { reason: error.message } };
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return coded(error, error.code);
  return { exit: 'unexpected', kind: 'failed', code: 'unexpected', params: {} };
};

const coded = (error: Error, code: string): CommandFailure => {
  const params = paramsOf(error);
  // a contract answer carries the refusal or failure inside
  if (code === 'REFUSED' || code === 'FAILED') {
    const data = 'data' in error ? (error.data as { code: string; params?: CommandFailure['params'] }) : { code: 'unexpected' };
    const exit = code === 'REFUSED' ? 'refused' : classOf(data.code);
    return { exit, kind: code === 'REFUSED' ? 'refused' : 'failed', code: data.code, params: data.params ?? {} };
  }
  if (error.name === 'VaultError') return { exit: 'vault', kind: 'failed', code: `vault.${code}`, params };
  if (error.name === 'EnvelopeError') {
    return { exit: classOf(`envelope.${code}`), kind: 'failed', code: `envelope.${code}`, params };
  }
  if (/^E[A-Z0-9]+$/.test(code)) return { exit: 'medium', kind: 'cli', code: 'file', params: { reason: code } };
  return { exit: 'unexpected', kind: 'failed', code: 'unexpected', params: {} };
};

const classOf = (key: string): ExitClass => {
  if (key.startsWith('envelope.MEDIUM_') || key === 'envelope.SPOOL_FAILED') return 'medium';
  if (key.startsWith('envelope.')) return 'envelope';
  return key.startsWith('vault.') ? 'vault' : 'unexpected';
};
