import { z } from 'zod';
import { shortText } from './base.ts';
import { CivilDate } from './dates.ts';

/**
 * Why something may be sent at all. Without a mandate there is no envelope, only the person's own copy.
 * RO: art. 101 CP (supervision when the unserved rest is two years or more); IT: art. 43 O.P. (legal notice).
 */
export const MandateKind = z.enum(['SUPERVISION', 'REQUEST_OF_SERVICE', 'LEGAL_NOTICE', 'VOLUNTARY_AFTERCARE', 'TRANSFER', 'PRACTICE']);
export type MandateKind = z.infer<typeof MandateKind>;

/** Grounds of law. An exercise has none and may only go to the service for exercises, which nobody can open for. */
export const legalGrounds = MandateKind.exclude(['TRANSFER', 'PRACTICE']).options;

export const Mandate = z.strictObject({
  kind: MandateKind,
  /** number of the act, reference of the request, or of the person's signed paper */
  act: shortText,
  date: CivilDate,
});
export type Mandate = z.infer<typeof Mandate>;
