import type { Handover } from '../../../../shared/domain/handover.ts';
import { writtenEnvelope } from '../../../../shared/domain/medium-rules.ts';
import type { CoveringLetterView } from '../../documents/covering-letter.ts';
import { ownService } from '../contacts/own.ts';
import { civilDateAt, RefusedError, type Work } from '../work.ts';

/** What the paper says of each envelope: nothing of the person in it. */
const itemsOf = (work: Work, handovers: readonly Handover[]): CoveringLetterView['items'] =>
  handovers.flatMap(({ envelope, reference, registrationNumberOut }) =>
    envelope === undefined || reference === undefined
      ? []
      : [
          {
            reference,
            fileName: envelope.fileName,
            sha256: envelope.fileSha256,
            sealedOn: civilDateAt(new Date(envelope.sealedAt), work.vault.info.timeZone),
            ...(registrationNumberOut === undefined ? {} : { registrationOut: registrationNumberOut }),
          },
        ],
  );

/** What slip and letter say that go with sealed envelopes to one service: what lies on the medium, and nothing of anybody in it. @throws RefusedError `document.notSealed` */
export const letterView = async (work: Work, handovers: readonly Handover[]): Promise<CoveringLetterView> => {
  const outside = handovers.filter((handover) => writtenEnvelope(handover).ok);
  const [first] = outside;
  if (first === undefined) throw new RefusedError({ code: 'document.notSealed' });
  const { card } = await ownService(work);
  return {
    sender: { name: card.name, ...(card.address === undefined ? {} : { address: card.address }), ...(card.phone === undefined ? {} : { phone: card.phone }) },
    recipient: { name: first.caseFile.recipient.name },
    way: first.envelope?.way ?? 'STICK',
    items: itemsOf(work, outside),
    ...(first.byPassphrase === true ? { byWords: true as const } : {}),
  };
};
