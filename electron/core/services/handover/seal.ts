import type { SealStep } from '../../../../shared/contract/exchange.ts';
import { outsideProfile } from '../../../../shared/domain/build-casefile.ts';
import { onlyPlaces } from '../../../../shared/domain/case-paths.ts';
import { isTransfer, type Handover } from '../../../../shared/domain/handover.ts';
import { emergencyOver, expiryOf, replacedWith, superseded } from '../../../../shared/domain/handover-life.ts';
import { moved } from '../../../../shared/domain/handover-rules.ts';
import type { Sent } from '../../../../shared/domain/sent.ts';
import type { Profile } from '../../../../shared/domain/profile.ts';
import { profiles } from '../../../../shared/profiles/index.ts';
import { canonicalBytes, canonicalHash } from '../../canonical.ts';
import { planDocument } from '../documents/documents.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { contactOf } from '../contacts/contacts.ts';
import { changed, existing, isSignedBy, orRefuse, RefusedError, save, vouched, type Work } from '../work.ts';
import { caseFileFor } from './case.ts';
import { emergencyStatement } from './emergency.ts';
import { authorisationStatement, handoversOf } from './handover.ts';
import { sealOut, type Entry, type Outgoing } from './outgoing.ts';
import { confirmedWords, forgetWords } from './passphrases.ts';
import { restoring } from './restoring.ts';
import { baseOf, supplementPayload } from './supplement.ts';
import { transferFor } from './transfer.ts';

export interface SealOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: SealStep) => void) | undefined;
  /** the words for a recipient without a card, typed again from the paper */
  readonly passphrase?: string | undefined;
  /** how the file goes on, and with which others it was written */
  readonly written?: Pick<NonNullable<Handover['envelope']>, 'way' | 'batch'>;
}

export interface Sealed {
  readonly fileName: string;
  readonly envelopeId: string;
  readonly reference: string;
  readonly sha256: string;
}

/** @throws RefusedError unless somebody else than the one who prepared it, or in an emergency one signer, signed exactly this content */
const checkAuthorisation = (work: Work, handover: Handover): void => {
  const { authorisation } = handover;
  if (authorisation === undefined || handover.status !== 'AUTHORISED') throw new RefusedError({ code: 'handover.notAuthorised' });
  const { emergency } = handover;
  if (emergency === undefined && authorisation.by === handover.preparedBy) throw new RefusedError({ code: 'handover.secondPersonNeeded' });
  if (emergencyOver(handover, work.now)) throw new RefusedError({ code: 'handover.emergencyOver' });
  const statement = emergency === undefined ? authorisationStatement(handover) : emergencyStatement(handover, emergency);
  if (canonicalHash(handover.caseFile) !== handover.caseHash || !isSignedBy(work.vault, authorisation.by, statement, authorisation.signature)) {
    throw new RefusedError({ code: 'handover.authorisationInvalid' });
  }
};

/** Whether nothing stands in a place that its profile does not name. */
const isInside = (content: Handover['caseFile'], profile: Profile): boolean =>
  content.format === 'varco-case' ? outsideProfile(content, profile).length === 0 : canonicalHash(onlyPlaces(content, new Set(profile.fields))) === canonicalHash(content);

/** What the vault says now, as of the day of what was read. */
const contentNow = (work: Work, handover: Handover): Promise<Handover['caseFile']> => {
  const { caseFile, personId, recipientServiceId } = handover;
  const { dataAsOf } = caseFile;
  return caseFile.format === 'varco-transfer'
    ? transferFor(work, { personId, recipientServiceId, order: caseFile.order, dataAsOf })
    : // a number that the register gave meanwhile is on our papers and the envelope, and changes nothing of the case
      caseFileFor(work, { ...handover, dataAsOf, registrationNumberOut: caseFile.registrationNumber });
};

/** Whether the vault still says what was authorised; if not, the hand-over goes back to DRAFT and must be read again. */
const checkContent = async (work: Work, handover: Stored<Handover>): Promise<void> => {
  const now = await contentNow(work, handover);
  const profile = profiles.of(handover.profile);
  if (canonicalHash(now) === handover.caseHash && profile !== undefined && isInside(handover.caseFile, profile)) return;
  const back = orRefuse(moved(handover, 'change', work.now, work.vault.user.id));
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...back, _rev: handover._rev }) }], {
    action: 'handover.changed',
    personId: handover.personId,
    details: { handover: handover.id },
  });
  throw new RefusedError({ code: 'handover.contentChanged' });
};

/**
 * Seals an authorised hand-over and writes it into a folder. When the medium fails, it is authorised again and can be
 * written elsewhere.
 * @throws RefusedError when not authorised or changed since, without the words a recipient without a card needs, or the clock is behind; EnvelopeError when the medium could not be written
 */
export const sealTo = async (work: Work, handoverId: string, folder: string, { signal, onStep, written, passphrase: typed }: SealOptions = {}): Promise<Sealed> => {
  vouched(work);
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  checkAuthorisation(work, handover);
  if (handover.supplements !== undefined) await baseOf(work, handover.supplements.handoverId);
  await checkContent(work, handover);
  const passphrase = handover.byPassphrase === true ? confirmedWords(work, handoverId, typed) : undefined;
  const { personId, caseFile, documentLanguage, mandate, registrationNumberOut } = handover;
  onStep?.({ step: 'document', share: 0 });
  const pdf = isTransfer(handover) ? undefined : await planDocument(work, handover, signal);
  const content = await contentOf(work, handover);
  const sent = await sealOut(
    work,
    {
      ...content,
      to: handover.recipientServiceId,
      personId,
      dataAsOf: caseFile.dataAsOf,
      mandate,
      ...(registrationNumberOut === undefined ? {} : { registrationNumber: registrationNumberOut }),
      passphrase,
      payload: [...content.payload, ...(pdf === undefined ? [] : [{ path: `plan-${documentLanguage}.pdf`, bytes: pdf }])],
    },
    { folder, signal, onStep },
    { record: (line) => recorded(work, handover, line, written), takeBack: () => takenBack(work, handover.id) },
  );
  forgetWords(work, handoverId);
  return { fileName: sent.fileName, envelopeId: sent.id, reference: sent.reference, sha256: sent.fileSha256 };
};

const payloadOf = (handover: Handover): 'transfer' | 'case' => (isTransfer(handover) ? 'transfer' : 'case');

/** The whole case, or what changed of one that was sealed before. */
const contentOf = async (work: Work, handover: Handover): Promise<Pick<Outgoing, 'kind' | 'supersedes' | 'supplements' | 'payloads' | 'payload'>> =>
  handover.supplements === undefined
    ? {
        kind: isTransfer(handover) ? 'transfer' : 'handover',
        ...(handover.supersedes === undefined ? {} : { supersedes: handover.supersedes.envelopeId }),
        payloads: { [payloadOf(handover)]: handover.caseFile.version },
        payload: [{ path: `${payloadOf(handover)}.json`, bytes: canonicalBytes(handover.caseFile) }],
      }
    : supplementPayload(work, handover, handover.supplements);

const actorOf = ({ vault, now, today }: Work) => ({ id: vault.user.id, now, today });

/** What it replaces is no longer used, from the same commit on. */
const replacing = async (work: Work, { id, personId, supersedes }: Handover): Promise<Change[]> =>
  supersedes === undefined
    ? []
    : replacedWith(await handoversOf(work, personId), supersedes.handoverId).map((old): Change => ({ op: 'put', collection: 'handovers', doc: changed(work, { ...orRefuse(superseded(old, id, actorOf(work))), _rev: old._rev }) }));

const recorded = async (work: Work, handover: Stored<Handover>, { id, sequence, tagManifestSha256, fileName, fileSha256, sealedAt, reference }: Sent, written: SealOptions['written']): Promise<Entry> => {
  const next = orRefuse(moved(handover, 'seal', work.now, work.vault.user.id));
  const contact = await contactOf(work, handover.recipientServiceId);
  const envelope = { id, sequence, tagManifestSha256, fileName, fileSha256, sealedAt, ...written };
  return {
    changes: [{ op: 'put', collection: 'handovers', doc: changed(work, { ...next, _rev: handover._rev, reference, envelope, expiresOn: expiryOf(work.today, contact?.card.validTo) }) }, ...(await replacing(work, handover))],
    audit: { action: 'handover.seal', personId: handover.personId, details: { handover: handover.id, envelope: id, sequence, ...(handover.byPassphrase === true ? { passphrase: true } : {}) } },
  };
};

/** Nothing has left: back to authorised, so that another medium can be tried. The number stays used. */
const takenBack = async (work: Work, handoverId: string): Promise<Entry> => {
  const sealed = await existing(work, 'handovers', handoverId, 'handover');
  const back = orRefuse(moved(sealed, 'unwrite', work.now, work.vault.user.id));
  const { envelope: _envelope, reference: _reference, expiresOn: _expires, ...rest } = back;
  return {
    changes: [
      { op: 'put', collection: 'handovers', doc: changed(work, { ...rest, _rev: sealed._rev }) },
      ...(await restoring(work, sealed)),
    ],
    audit: { action: 'handover.notWritten', personId: sealed.personId, details: { handover: handoverId } },
  };
};
