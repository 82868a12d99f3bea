import type { Handover } from '../../../../shared/domain/handover.ts';
import type { RevocationNoticeView } from '../../documents/revocation-notice.ts';
import { ownService } from '../contacts/own.ts';
import { civilDateAt, RefusedError, type Work } from '../work.ts';

/**
 * What the notice on paper says of an envelope that must not be used: it was revoked, or a newer one took its place.
 * @param all of the person's hand-overs
 * @throws RefusedError `handover.notRevoked`
 */
export const noticeOnPaper = async (work: Work, handover: Handover, all: readonly Handover[]): Promise<RevocationNoticeView> => {
  const { envelope, reference, revocation, supersededBy, caseFile, registrationNumberOut, status } = handover;
  if (envelope === undefined || reference === undefined || (revocation === undefined && status !== 'SUPERSEDED')) throw new RefusedError({ code: 'handover.notRevoked' });
  const instead = all.find(({ id }) => id === supersededBy)?.reference;
  const { card } = await ownService(work);
  return {
    sender: { name: card.name, ...(card.phone === undefined ? {} : { phone: card.phone }) },
    recipient: { name: caseFile.recipient.name },
    reference,
    fileName: envelope.fileName,
    sealedOn: civilDateAt(new Date(envelope.sealedAt), work.vault.info.timeZone),
    ...(revocation === undefined ? {} : { reason: revocation.reason }),
    ...(instead === undefined ? {} : { instead }),
    ...(registrationNumberOut === undefined ? {} : { registrationOut: registrationNumberOut }),
  };
};
