import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { frozenPart } from '../../../../shared/domain/plan-rules.ts';
import type { PlanContent } from '../../../../shared/domain/plan.ts';
import { readTransfer, TRANSFER_VERSION, type ReadTransfer, type Transfer } from '../../../../shared/domain/transfer.ts';
import { canonicalHash } from '../../canonical.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import type { OpenedEnvelope } from '../../envelope/open.ts';
import { ownService } from '../contacts/own.ts';
import type { Work } from '../work.ts';
import { jsonIn } from './read-case.ts';

/** A transfer as it came: what this version understands of it, and all of it. */
export interface TransferIn extends ReadTransfer {
  readonly raw: unknown;
}

/** Whether an approved plan is the one that was approved; a prison that knew the person under another id hashed that one. */
const isApproved = (content: PlanContent, { person }: Transfer): boolean =>
  content.contentHash === undefined || [person.id, ...(person.wasIds ?? [])].some((personId) => canonicalHash(frozenPart({ ...content, personId })) === content.contentHash);

/** Versions past the person's answer carry the hash of what was agreed. */
const beforeApproval: ReadonlySet<string> = new Set(['DRAFT', 'PROPOSED', 'AGREED', 'NOT_AGREED', 'CLOSED', 'SUPERSEDED']);

/** Whether every version that counts is frozen. */
const isFrozen = ({ contents, progress }: Transfer): boolean => progress.every(({ contentId, status }) => beforeApproval.has(status) || contents.find(({ id }) => id === contentId)?.contentHash !== undefined);

/**
 * The transfer inside an envelope. Only a prison goes on with a case. What a later minor version added is kept in `raw`.
 * @throws EnvelopeError KIND_NOT_ALLOWED outside a prison, PAYLOAD_NEWER, or PAYLOAD_INVALID when it is no transfer, is not from its
 *   sender or not for us, or brings a plan that is not the approved one
 */
export const transferIn = async (work: Work, envelope: OpenedEnvelope): Promise<TransferIn> => {
  const own = await ownService(work);
  if (own.card.kind !== 'prison') throw new EnvelopeError('KIND_NOT_ALLOWED');
  const version = envelope.header.payloads['transfer'];
  if (version === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  if (version > TRANSFER_VERSION) throw new EnvelopeError('PAYLOAD_NEWER', { version });
  const raw = jsonIn(envelope, 'data/transfer.json');
  const read = readTransfer(raw);
  if (read === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  const { transfer } = read;
  const { person, sender, recipient, contents } = transfer;
  const ours = sender.serviceId === envelope.sender.serviceId && recipient.serviceId === own.card.serviceId;
  const whole = isInCustody(person.status) && person.copy === undefined && isFrozen(transfer) && contents.every((content) => isApproved(content, transfer));
  if (!ours || !whole) throw new EnvelopeError('PAYLOAD_INVALID');
  return { ...read, raw };
};
