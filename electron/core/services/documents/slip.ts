import type { Handover } from '../../../../shared/domain/handover.ts';
import { writtenEnvelope } from '../../../../shared/domain/medium-rules.ts';
import type { CustodySlipView } from '../../documents/custody-slip.ts';
import { civilDateAt, RefusedError, type Work } from '../work.ts';

/** Whether there is an envelope outside that this hand-over stands for. */
export const wasSealed = (handover: Pick<Handover, 'status' | 'envelope'>): boolean => writtenEnvelope(handover).ok;

/**
 * What the custody slip of a hand-over's medium says: the file and the two services, nothing of the case.
 * @throws RefusedError when no envelope was written
 */
export const slipView = ({ vault }: Work, handover: Handover): CustodySlipView => {
  const { envelope, reference, caseFile, registrationNumberOut } = handover;
  if (envelope === undefined || reference === undefined || !wasSealed(handover)) throw new RefusedError({ code: 'document.notSealed' });
  const { timeZone } = vault.info;
  const sealed = new Date(envelope.sealedAt);
  const { name, phone } = caseFile.sender;
  return {
    sender: { name, ...(phone === undefined ? {} : { phone }) },
    recipient: { name: caseFile.recipient.name },
    reference,
    envelopeId: envelope.id,
    fileName: envelope.fileName,
    sha256: envelope.fileSha256,
    sealedOn: civilDateAt(sealed, timeZone),
    sealedTime: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(sealed),
    ...(registrationNumberOut === undefined ? {} : { registrationOut: registrationNumberOut }),
  };
};
