import type { BatchOutcome, BatchStep } from '../../../../shared/contract/batches.ts';
import { mayGoTogether } from '../../../../shared/domain/batch-rules.ts';
import { numbered } from '../../../../shared/domain/handover-rules.ts';
import type { MediumWay } from '../../../../shared/domain/medium.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import type { Change } from '../../vault/types.ts';
import { changed, existing, newId, orRefuse, RefusedError, save, vouched, type Work } from '../work.ts';
import { sealTo } from './seal.ts';

export interface Batch {
  readonly handoverIds: readonly string[];
  readonly folder: string;
  readonly way: MediumWay;
}

export interface BatchOptions {
  readonly signal?: AbortSignal | undefined;
  /** told the service the batch goes to, with each step */
  readonly onStep?: (serviceId: string, step: BatchStep | undefined) => void;
}

/**
 * Seals authorised hand-overs to one service one after the other onto one medium. Each is recorded as sealed before it is
 * written, as when it is written alone. One that is refused by itself is left out; when the medium fails or it is stopped, the
 * rest stays authorised.
 * @param at the work of each moment: every envelope has its own instant
 * @throws RefusedError `handover.batchMixed`, `handover.notAuthorised`, `clock.setBack` before anything is sealed; an AbortError when stopped
 */
export const sealBatch = async (at: () => Work, { handoverIds, folder, way }: Batch, { signal, onStep }: BatchOptions = {}): Promise<BatchOutcome> => {
  const begun = at();
  vouched(begun);
  const handovers = await Promise.all(handoverIds.map((id) => existing(begun, 'handovers', id, 'handover')));
  orRefuse(mayGoTogether(handovers));
  const serviceId = handovers[0]?.recipientServiceId ?? '';
  const batch = newId();
  const outcome = { batch, written: [] as BatchOutcome['written'], refused: [] as BatchOutcome['refused'], left: [...handoverIds] };
  try {
    for (const handoverId of handoverIds) {
      signal?.throwIfAborted();
      const done = outcome.written.length + outcome.refused.length;
      try {
        const sealed = await sealTo(at(), handoverId, folder, { signal, onStep: (step) => onStep?.(serviceId, { ...step, done, of: handoverIds.length }), written: { batch, way } });
        outcome.written.push({ handoverId, reference: sealed.reference, fileName: sealed.fileName });
      } catch (error) {
        if (error instanceof EnvelopeError) return { ...outcome, failed: { code: error.textKey, params: { ...error.params } } };
        if (!(error instanceof RefusedError)) throw error;
        outcome.refused.push({ handoverId, code: error.refusal.code });
      }
      outcome.left.shift();
    }
    return outcome;
  } finally {
    onStep?.(serviceId, undefined);
  }
};

/**
 * Writes down outgoing numbers given in one go: all of them or none.
 * @throws RefusedError `notFound` for one that does not exist
 */
export const numberMany = async (work: Work, numbers: readonly { readonly handoverId: string; readonly number: string }[]): Promise<void> => {
  const handovers = await Promise.all(numbers.map(({ handoverId }) => existing(work, 'handovers', handoverId, 'handover')));
  const changes = handovers.map((handover, nth): Change => {
    const next = orRefuse(numbered(handover, { numberOut: numbers[nth]?.number }));
    return { op: 'put', collection: 'handovers', doc: changed(work, { ...next, _rev: handover._rev }) };
  });
  const entries = handovers.map(({ id, personId }) => ({ action: 'handover.register', personId, details: { handover: id, numberOut: true } }));
  const [first, ...rest] = entries;
  if (first !== undefined) await save(work, changes, [first, ...rest]);
};
