import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import { caseFileOf, type Handover } from '../../../../shared/domain/handover.ts';
import { maySupplementTo } from '../../../../shared/domain/handover-life.ts';
import { maySupplement, SUPPLEMENT_VERSION, supplementOf, type CasePart } from '../../../../shared/domain/supplement.ts';
import { canonicalBytes, canonicalHash } from '../../canonical.ts';
import type { Stored } from '../../vault/types.ts';
import { existing, orRefuse, RefusedError, type Work } from '../work.ts';
import { caseFileFor, type CaseRequest } from './case.ts';
import type { Outgoing } from './outgoing.ts';

type Sealed = Stored<Handover> & { readonly envelope: NonNullable<Handover['envelope']>; readonly caseFile: CaseFile };

/** The hand-over that last-day changes add to. @throws RefusedError notFound, handover.notToSupplement */
export const baseOf = async (work: Work, handoverId: string): Promise<Sealed> => {
  const base = await existing(work, 'handovers', handoverId, 'handover');
  orRefuse(maySupplementTo(base));
  const caseFile = caseFileOf(base);
  if (base.envelope === undefined || caseFile === undefined) throw new RefusedError({ code: 'handover.notToSupplement' });
  return { ...base, envelope: base.envelope, caseFile };
};

export interface SupplementRequest extends CaseRequest {
  /** the hand-over it adds to */
  readonly supplements: string;
}

/**
 * The case as it is now, and in which parts it differs from what was sealed. Always against the hand-over itself, never against
 * an earlier supplement, which may not have arrived.
 * @throws RefusedError handover.notTheSameCase, handover.newPlan, handover.nothingChanged; as `caseFileFor`
 */
export const supplementFor = async (work: Work, request: SupplementRequest): Promise<{ base: Sealed; caseFile: CaseFile; parts: readonly CasePart[] }> => {
  const base = await baseOf(work, request.supplements);
  // by the profile the case went by, never a wider one
  const caseFile = await caseFileFor(work, { ...request, profile: base.profile });
  return { base, caseFile, parts: orRefuse(maySupplement(base.caseFile, caseFile)) };
};

/** What the recipient would see, in which parts it is new, and the hash that confirms having read it. */
export const previewSupplement = async (work: Work, request: SupplementRequest): Promise<{ caseFile: CaseFile; caseHash: string; parts: CasePart[] }> => {
  const { caseFile, parts } = await supplementFor(work, request);
  await work.vault.commit([], { action: 'handover.preview', personId: request.personId });
  return { caseFile, caseHash: canonicalHash(caseFile), parts: [...parts] };
};

/** Of what a supplement consists that adds to a hand-over. */
export const supplementPayload = async (work: Work, handover: Handover, { handoverId, envelope }: NonNullable<Handover['supplements']>): Promise<Pick<Outgoing, 'kind' | 'supplements' | 'payloads' | 'payload'>> => {
  const base = caseFileOf(await existing(work, 'handovers', handoverId, 'handover'));
  const now = caseFileOf(handover);
  if (base === undefined || now === undefined) throw new RefusedError({ code: 'handover.notToSupplement' });
  const supplement = supplementOf(base, now, envelope, handover.caseHash);
  return {
    kind: 'supplement',
    supplements: envelope.envelopeId,
    payloads: { supplement: SUPPLEMENT_VERSION, case: handover.caseFile.version },
    payload: [{ path: 'supplement.json', bytes: canonicalBytes(supplement) }],
  };
};
