import { ORPCError } from '@orpc/client';
import { contractErrors } from '../../shared/contract/base.ts';

/** Why a call did not do what was asked, as a screen can say it. */
export type Problem =
  | { readonly kind: 'refused' | 'failed'; readonly code: string; readonly params: Readonly<Record<string, string | number>> }
  | { readonly kind: 'forbidden' | 'locked' | 'lost' };

/** Turns what a call threw into a problem. Anything that is no answer of the contract means the core was lost. */
export const toProblem = (error: unknown): Problem => {
  if (!(error instanceof ORPCError)) return { kind: 'lost' };
  if (error.code === 'FORBIDDEN') {
    const told = contractErrors.FORBIDDEN.data.safeParse(error.data);
    const code = told.success ? told.data.code : undefined;
    return code === undefined ? { kind: 'forbidden' } : { kind: 'refused', code, params: {} };
  }
  if (error.code === 'LOCKED') return { kind: 'locked' };
  const kind = error.code === 'REFUSED' ? 'refused' : 'failed';
  const data = contractErrors[error.code === 'REFUSED' ? 'REFUSED' : 'FAILED'].data.safeParse(error.data);
  if (data.success) return { kind, code: data.data.code, params: data.data.params ?? {} };
  return { kind: 'failed', code: 'internal', params: {} };
};

/** Whether the problem is only that the page itself stopped listening. */
export const isStopped = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
