import type { Handover, HandoverStatus } from './handover.ts';
import { MEDIUM_CHECKS, type MediumCheck } from './medium.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** States in which no envelope is outside, whatever an earlier round left written down. */
const nothingOutside: ReadonlySet<HandoverStatus> = new Set(['DRAFT', 'CHECKED', 'AUTHORISED']);

type Written = NonNullable<Handover['envelope']>;

/** The envelope that lies on a medium. @returns what a medium must hold; refused before anything was written */
export const writtenEnvelope = ({ status, envelope }: Pick<Handover, 'status' | 'envelope'>): Outcome<Written> =>
  envelope === undefined || nothingOutside.has(status) ? refused('handover.nothingWritten') : allowed(envelope);

/** The hand-over with one more look at its medium. */
export const withCheck = (handover: Handover, check: MediumCheck): Handover => ({
  ...handover,
  mediumChecks: [...(handover.mediumChecks ?? []), check].slice(-MEDIUM_CHECKS),
});

/**
 * Whether a hand-over may be written to another medium although it was written once: its newest look found other bytes than
 * were sealed, so nobody can open what lies there, and it has not been handed on. Anything else that goes wrong with a
 * written medium is a lost medium.
 */
export const mayWriteAgain = ({ status, mediumChecks }: Pick<Handover, 'status' | 'mediumChecks'>): Outcome<void> =>
  status === 'SEALED' && mediumChecks?.at(-1)?.result === 'DIFFERS' ? allowed(undefined) : refused('handover.mediumNotFaulty');
