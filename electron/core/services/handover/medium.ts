import type { MediumResult } from '../../../../shared/domain/medium.ts';
import { mayWriteAgain, withCheck, writtenEnvelope } from '../../../../shared/domain/medium-rules.ts';
import { moved } from '../../../../shared/domain/handover-rules.ts';
import { checkOnMedium } from '../../envelope/check-medium.ts';
import { changed, existing, orRefuse, save, type Work } from '../work.ts';
import { sentOf } from './outgoing.ts';
import { restoring } from './restoring.ts';

export interface CheckedMedium {
  readonly handoverId: string;
  readonly result: MediumResult;
}

/**
 * Looks at a medium that was taken out and put in again: whether it still holds, byte for byte, what was sealed. Each look is
 * kept with its hand-over and audited; a medium that cannot be read at all is no look.
 * @param at the work of each moment: reading many envelopes takes a while
 * @throws RefusedError `handover.nothingWritten` before an envelope was written; EnvelopeError MEDIUM_REMOVED, MEDIUM_UNREADABLE
 */
export const checkMedium = async (at: () => Work, handoverIds: readonly string[], folder: string, signal?: AbortSignal): Promise<CheckedMedium[]> => {
  const checked: CheckedMedium[] = [];
  for (const handoverId of handoverIds) {
    const { fileName, fileSha256 } = orRefuse(writtenEnvelope(await existing(at(), 'handovers', handoverId, 'handover')));
    const result = await checkOnMedium(folder, { fileName, sha256: fileSha256 }, signal);
    const work = at();
    const handover = await existing(work, 'handovers', handoverId, 'handover');
    const next = withCheck(handover, { at: work.now, by: work.vault.user.id, result });
    await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...next, _rev: handover._rev }) }], {
      action: 'handover.checkMedium',
      personId: handover.personId,
      details: { handover: handoverId, result },
    });
    checked.push({ handoverId, result });
  }
  return checked;
};

/**
 * Takes back what lies on a faulty medium: nobody can open it and it has not been handed on, so the same content may be
 * sealed anew for another medium; until it is, what it had replaced stands again. The number stays used.
 * @throws RefusedError `handover.mediumNotFaulty` unless the newest look found other bytes than were sealed
 */
export const writeAgain = async (work: Work, handoverId: string): Promise<void> => {
  const sealed = await existing(work, 'handovers', handoverId, 'handover');
  orRefuse(mayWriteAgain(sealed));
  const { envelope: _envelope, reference: _reference, mediumChecks: _checks, expiresOn: _expires, ...rest } = orRefuse(moved(sealed, 'unwrite', work.now, work.vault.user.id));
  const line = sealed.envelope === undefined ? undefined : await sentOf(work, sealed.envelope.id);
  const gone = line === undefined ? [] : [{ op: 'remove' as const, collection: 'handovers' as const, id: line.id, _rev: line._rev }];
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...rest, _rev: sealed._rev }) }, ...gone, ...(await restoring(work, sealed))], {
    action: 'handover.writeAgain',
    personId: sealed.personId,
    details: { handover: handoverId },
  });
};
