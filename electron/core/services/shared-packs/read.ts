import { readSharedPack, type ReadPack } from '../../../../shared/domain/read-shared-pack.ts';
import { SHARED_PACK_VERSION, sharedKindOf, type SharedPack, type SharedPackKind } from '../../../../shared/domain/shared-pack.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import type { OpenedEnvelope } from '../../envelope/open.ts';
import type { Stored } from '../../vault/types.ts';
import { jsonIn } from '../imports/read-case.ts';
import { find } from '../query.ts';
import type { Work } from '../work.ts';
import { docsOf } from './docs.ts';

/** A pack as it came, and the earlier decision about this very envelope. */
export interface PackIn extends ReadPack {
  readonly kind: SharedPackKind;
}

/** What was decided of an envelope that came before, if it did. */
export const packOf = async (work: Work, envelopeId: string): Promise<Stored<SharedPack> | undefined> =>
  (await find(work.vault, 'partners', 'sharedPack', { selector: { 'ix.envelopeId': envelopeId }, limit: 1 }))[0];

/** Packs of one kind from one office that were decided here, newest first. */
export const packsOf = (work: Work, serviceId: string, kind: SharedPackKind): Promise<Stored<SharedPack>[]> =>
  find(work.vault, 'partners', 'sharedPack', { selector: { 'ix.sender': serviceId, 'ix.document': kind }, sort: [{ 'ix.at': 'desc' }] });

/**
 * The pack inside an envelope (check 10). Whoever claims an id of something that is ours is refused: their lines have ids of their own.
 * @throws EnvelopeError PAYLOAD_INVALID, PAYLOAD_NEWER
 */
export const packIn = async (work: Work, envelope: OpenedEnvelope): Promise<PackIn> => {
  const kind = sharedKindOf(envelope.header.kind);
  const version = envelope.header.payloads['pack'];
  if (kind === undefined || version === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  if (version > SHARED_PACK_VERSION) throw new EnvelopeError('PAYLOAD_NEWER', { version });
  const read = readSharedPack(jsonIn(envelope, 'data/pack.json'), kind);
  if (read === undefined || read.payload.dataAsOf !== envelope.header.dataAsOf) throw new EnvelopeError('PAYLOAD_INVALID');
  const ours = new Set((await docsOf(work, kind)).map(({ id }) => id));
  if (read.lines.some(({ lineId }) => ours.has(lineId))) throw new EnvelopeError('PAYLOAD_INVALID');
  return { ...read, kind };
};

/** An older list never comes over a newer one that was taken over (check 9). @throws EnvelopeError OLDER_THAN_KNOWN */
export const refuseOlderPack = async (work: Work, envelope: OpenedEnvelope): Promise<void> => {
  const kind = sharedKindOf(envelope.header.kind);
  if (kind === undefined) return;
  const { sequence, sender } = envelope.header;
  const newer = (await packsOf(work, envelope.sender.serviceId, kind)).some((pack) => pack.state === 'APPLIED' && pack.senderInstallationId === sender.installationId && pack.sequence > sequence);
  if (newer) throw new EnvelopeError('OLDER_THAN_KNOWN');
};
