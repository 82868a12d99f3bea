import type { SealStep } from '../../../../shared/contract/exchange.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import { moved } from '../../../../shared/domain/handover-rules.ts';
import type { Service } from '../../../../shared/domain/office.ts';
import { canonicalBytes, canonicalHash } from '../../canonical.ts';
import { planDocument } from '../documents/documents.ts';
import { recipientOfCard } from '../../envelope/card.ts';
import { sealInWorker, type SealedEnvelope } from '../../envelope/seal.ts';
import { writeToMedium } from '../../envelope/write-medium.ts';
import type { Stored } from '../../vault/types.ts';
import { trustedContact } from '../contacts/contacts.ts';
import { ownService, signingKey } from '../contacts/own.ts';
import { changed, existing, isSignedBy, newId, orRefuse, RefusedError, save, vouched, type Work } from '../work.ts';
import { caseFileFor } from './case.ts';
import { authorisationStatement } from './handover.ts';

/** The next envelope number to a service; counted per recipient, never reused. */
export const nextSequence = (service: Service, recipientId: string): number => (service.sequences[recipientId] ?? service.sequencesFrom ?? 0) + 1;

export const withSequence = (service: Stored<Service>, recipientId: string, sequence: number): Stored<Service> => ({
  ...service,
  sequences: { ...service.sequences, [recipientId]: sequence },
});

/** A reference without personal data: year, last four digits of the recipient's id, number. */
export const referenceOf = (today: string, recipientId: string, sequence: number, practice = false): string =>
  `${practice ? 'EXERCISE-' : ''}${today.slice(0, 4)}-${recipientId.replaceAll('-', '').slice(-4)}-${String(sequence).padStart(6, '0')}`;

export interface SealOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: SealStep) => void) | undefined;
  /** how the file goes on, and with which others it was written */
  readonly written?: Pick<NonNullable<Handover['envelope']>, 'way' | 'batch'>;
}

export interface Sealed {
  readonly fileName: string;
  readonly envelopeId: string;
  readonly reference: string;
  readonly sha256: string;
}

/** @throws RefusedError unless somebody else than the one who prepared it signed exactly this content */
const checkAuthorisation = (work: Work, handover: Handover): void => {
  const { authorisation } = handover;
  if (authorisation === undefined || handover.status !== 'AUTHORISED') throw new RefusedError({ code: 'handover.notAuthorised' });
  if (authorisation.by === handover.preparedBy) throw new RefusedError({ code: 'handover.secondPersonNeeded' });
  if (canonicalHash(handover.caseFile) !== handover.caseHash || !isSignedBy(work.vault, authorisation.by, authorisationStatement(handover), authorisation.signature)) {
    throw new RefusedError({ code: 'handover.authorisationInvalid' });
  }
};

/** Whether the vault still says what was authorised; if not, the hand-over goes back to DRAFT and must be read again. */
const checkContent = async (work: Work, handover: Stored<Handover>): Promise<void> => {
  const now = await caseFileFor(work, { ...handover, dataAsOf: handover.caseFile.dataAsOf });
  if (canonicalHash(now) === handover.caseHash) return;
  const back = orRefuse(moved(handover, 'change', work.now, work.vault.user.id));
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...back, _rev: handover._rev }) }], {
    action: 'handover.changed',
    personId: handover.personId,
    details: { handover: handover.id },
  });
  throw new RefusedError({ code: 'handover.contentChanged' });
};

/**
 * Seals an authorised hand-over and writes it into a folder. It is recorded as sealed before it is written, so that no
 * envelope outside is unknown here; when the medium fails, it is authorised again and can be written elsewhere.
 * @throws RefusedError when not authorised or changed since, or the clock is behind; EnvelopeError when the medium could not be written
 */
export const sealTo = async (work: Work, handoverId: string, folder: string, options: SealOptions = {}): Promise<Sealed> => {
  vouched(work);
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  checkAuthorisation(work, handover);
  await checkContent(work, handover);
  const contact = await trustedContact(work, handover.recipientServiceId);
  const service = await ownService(work);
  const sequence = nextSequence(service, handover.recipientServiceId);
  const practice = contact.practice === true;
  const reference = referenceOf(work.today, handover.recipientServiceId, sequence, practice);
  const envelopeId = newId();
  const tell = (step: SealStep['step']) => (share: number) => options.onStep?.({ step, share });
  tell('document')(0);
  const pdf = await planDocument(work, handover, options.signal);
  const sealed = await sealInWorker(
    {
      header: {
        kind: 'handover',
        envelopeId,
        reference,
        sequence,
        createdAt: work.now,
        dataAsOf: handover.caseFile.dataAsOf,
        sender: { serviceId: service.card.serviceId, installationId: work.vault.info.installationId, name: service.card.name },
        recipient: { serviceId: contact.card.serviceId, age: recipientOfCard(contact.card) },
        mandate: handover.mandate,
        ...(handover.registrationNumberOut === undefined ? {} : { registrationNumber: handover.registrationNumberOut }),
        payloads: { case: handover.caseFile.version },
        demo: work.vault.info.demo,
        ...(practice ? { practice: true as const } : {}),
      },
      payload: [
        { path: 'case.json', bytes: canonicalBytes(handover.caseFile) },
        { path: `plan-${handover.documentLanguage}.pdf`, bytes: pdf },
      ],
      signingKey: signingKey(work),
    },
    { ...(options.signal && { signal: options.signal }), onProgress: tell('seal') },
  );
  await recordSealed(work, handover, service, { sealed, envelopeId, reference, sequence, written: options.written });
  try {
    const onProgress = (share: number): void => tell(share < 1 ? 'write' : 'check')(share < 1 ? share : 0);
    await writeToMedium({ folder, fileName: sealed.fileName, bytes: sealed.bytes, onProgress, ...(options.signal && { signal: options.signal }) });
  } catch (error) {
    await takeBack(work, handover.id);
    throw error;
  }
  return { fileName: sealed.fileName, envelopeId, reference, sha256: sealed.sha256 };
};

const recordSealed = async (
  work: Work,
  handover: Stored<Handover>,
  service: Stored<Service>,
  { sealed, envelopeId, reference, sequence, written }: { readonly sealed: SealedEnvelope; readonly envelopeId: string; readonly reference: string; readonly sequence: number; readonly written: SealOptions['written'] },
): Promise<void> => {
  const next = orRefuse(moved(handover, 'seal', work.now, work.vault.user.id));
  const envelope = {
    id: envelopeId,
    sequence,
    tagManifestSha256: sealed.tagManifestSha256,
    fileName: sealed.fileName,
    fileSha256: sealed.sha256,
    sealedAt: work.now,
    ...written,
  };
  await save(
    work,
    [
      { op: 'put', collection: 'handovers', doc: changed(work, { ...next, _rev: handover._rev, reference, envelope }) },
      { op: 'put', collection: 'office', doc: changed(work, withSequence(service, handover.recipientServiceId, sequence)) },
    ],
    { action: 'handover.seal', personId: handover.personId, details: { handover: handover.id, envelope: envelopeId, sequence } },
  );
};

/** Nothing has left: back to authorised, so that another medium can be tried. The number stays used. */
const takeBack = async (work: Work, handoverId: string): Promise<void> => {
  const sealed = await existing(work, 'handovers', handoverId, 'handover');
  const back = orRefuse(moved(sealed, 'unwrite', work.now, work.vault.user.id));
  const { envelope: _envelope, reference: _reference, ...rest } = back;
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...rest, _rev: sealed._rev }) }], {
    action: 'handover.notWritten',
    personId: sealed.personId,
    details: { handover: handoverId },
  });
};
