import type { SealStep } from '../../../../shared/contract/exchange.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { PASSPHRASE, type EnvelopeHeader, type EnvelopeRef } from '../../../../shared/domain/envelope.ts';
import type { Service } from '../../../../shared/domain/office.ts';
import type { Sent } from '../../../../shared/domain/sent.ts';
import type { HeaderParts } from '../../envelope/header.ts';
import { sealInWorker, type SealInput } from '../../envelope/seal.ts';
import { writeReadme } from '../../envelope/medium-readme.ts';
import { writeToMedium } from '../../envelope/write-medium.ts';
import { wholeVault } from '../../vault/scoped-vault.ts';
import type { AuditEvents, Change, Stored } from '../../vault/types.ts';
import { ownService, signingKey } from '../contacts/own.ts';
import { recipientFor } from '../contacts/recipient.ts';
import { changed, created, newId, save, vouched, type Work } from '../work.ts';

/** The next envelope number to a service; counted per recipient, never reused. */
export const nextSequence = (service: Service, recipientId: string): number => (service.sequences[recipientId] ?? service.sequencesFrom ?? 0) + 1;

/** A reference without personal data: year, last four digits of the recipient's id, number. */
export const referenceOf = (today: string, recipientId: string, sequence: number, practice = false): string =>
  `${practice ? 'EXERCISE-' : ''}${today.slice(0, 4)}-${recipientId.replaceAll('-', '').slice(-4)}-${String(sequence).padStart(6, '0')}`;

/** What leaves: everything of the header that the sender does not know by itself. */
export interface Outgoing extends Pick<HeaderParts, 'inAnswerTo' | 'supersedes' | 'supplements' | 'revokes' | 'mandate' | 'registrationNumber'> {
  readonly kind: EnvelopeHeader['kind'];
  /** id of the service it is sealed to; its card must be trusted and valid, or it is an organisation without one */
  readonly to: string;
  /** whom it is about */
  readonly personId?: string;
  /** paths below `data/` */
  readonly payload: SealInput['payload'];
  /** schema version of each payload */
  readonly payloads: EnvelopeHeader['payloads'];
  /** for a recipient without a card, and for nobody else */
  readonly passphrase?: string | undefined;
  /** today unless the content is of an earlier day */
  readonly dataAsOf?: CivilDate;
}

/** Where to, and who is told how far it is. */
export interface Way {
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: SealStep) => void) | undefined;
}

/** What is saved with it, in one commit, and what that commit leaves in the audit trail. */
export interface Entry {
  readonly changes: readonly Change[];
  readonly audit: AuditEvents;
}

export interface Books {
  /** before it is written: nothing is outside that is unknown here */
  readonly record: (sent: Sent) => Entry | Promise<Entry>;
  /** the medium could not be written: what is put back. Reads what stands now; the number stays used */
  readonly takeBack: (sent: Sent) => Entry | Promise<Entry>;
}

/** What an answer to this envelope must name. */
export const refOf = (sent: Pick<Sent, 'id' | 'tagManifestSha256'>): EnvelopeRef => ({ envelopeId: sent.id, tagManifestSha256: sent.tagManifestSha256 });

/** Where its line is kept: with the cases, or with the office when it is about nobody. */
const collectionOf = ({ personId }: Pick<Sent, 'personId'>): 'handovers' | 'office' => (personId === undefined ? 'office' : 'handovers');

/** The line of an envelope in the book of what left, whoever it is about. */
export const sentOf = async (work: Work, envelopeId: string): Promise<Stored<Sent> | undefined> => {
  const whole = wholeVault(work.vault);
  const doc = (await whole.get('handovers', envelopeId)) ?? (await whole.get('office', envelopeId));
  return doc?.type === 'sent' ? doc : undefined;
};

/**
 * Seals anything to a service and writes it into a folder: number, header, seal, record, write. There is no other way out.
 * It is recorded before it is written (docs/adr/0007); when the medium fails, the record is taken back.
 * @throws RefusedError contact.unknown, contact.notTrusted, contact.cardExpired, clock.setBack; EnvelopeError when it cannot be
 *   sealed or the medium could not be written; an AbortError when the signal fires. Nothing has left then
 */
export const sealOut = async (work: Work, outgoing: Outgoing, { folder, signal, onStep }: Way, books: Books): Promise<Sent> => {
  vouched(work);
  const { kind, to, personId, payload, payloads, dataAsOf = work.today, passphrase, ...refs } = outgoing;
  const recipient = await recipientFor(work, to);
  const service = await ownService(work);
  const sequence = nextSequence(service, to);
  const practice = recipient.practice === true;
  const reference = referenceOf(work.today, to, sequence, practice);
  const envelopeId = newId();
  const tell = (step: SealStep['step'], share: number): void => onStep?.({ step, share });
  const sealed = await sealInWorker(
    {
      header: {
        kind,
        envelopeId,
        reference,
        sequence,
        createdAt: work.now,
        dataAsOf,
        sender: { serviceId: service.card.serviceId, installationId: work.vault.info.installationId, name: service.card.name },
        // whoever has no card does not know the id that we gave them
        recipient: recipient.age === PASSPHRASE ? { age: PASSPHRASE } : { serviceId: to, age: recipient.age },
        ...refs,
        payloads,
        demo: work.vault.info.demo,
        ...(practice ? { practice: true as const } : {}),
      },
      payload,
      signingKey: await signingKey(work),
      ...(passphrase === undefined ? {} : { passphrase }),
    },
    { ...(signal && { signal }), onProgress: (share) => tell('seal', share) },
  );
  const sent: Sent = {
    ...created(work, envelopeId),
    type: 'sent',
    kind,
    ...(personId === undefined ? {} : { personId }),
    recipientServiceId: to,
    ...(refs.revokes === undefined ? {} : { revokes: refs.revokes }),
    reference,
    sequence,
    tagManifestSha256: sealed.tagManifestSha256,
    fileName: sealed.fileName,
    fileSha256: sealed.sha256,
    sealedAt: work.now,
  };
  const { changes, audit } = await books.record(sent);
  const counted = changed(work, { ...service, sequences: { ...service.sequences, [to]: sequence } });
  await save(work, [{ op: 'put', collection: 'office', doc: counted }, { op: 'put', collection: collectionOf(sent), doc: sent }, ...changes], audit);
  try {
    const onProgress = (share: number): void => (share < 1 ? tell('write', share) : tell('check', 0));
    await writeToMedium({ folder, fileName: sealed.fileName, bytes: sealed.bytes, onProgress, ...(signal && { signal }) });
    await writeReadme(folder);
  } catch (error) {
    await takenBack(work, sent, books);
    throw error;
  } finally {
    sealed.bytes.close();
  }
  return sent;
};

/** Nothing has left: its line goes out of the book together with what was recorded of it. */
const takenBack = async (work: Work, sent: Sent, books: Books): Promise<void> => {
  const line = await sentOf(work, sent.id);
  const { changes, audit } = await books.takeBack(sent);
  await save(work, [...(line === undefined ? [] : [{ op: 'remove' as const, collection: collectionOf(sent), id: line.id, _rev: line._rev }]), ...changes], audit);
};
