import { CASE_FILE_VERSION } from '../../../../shared/domain/casefile.ts';
import { REVOCATION_VERSION, RevocationPayload } from '../../../../shared/domain/envelope.ts';
import type { ImportRecord } from '../../../../shared/domain/import-record.ts';
import { planFromCase } from '../../../../shared/domain/import-rules.ts';
import { frozenPart } from '../../../../shared/domain/plan-rules.ts';
import { readCaseFile, type ReadCase } from '../../../../shared/domain/read-casefile.ts';
import { SUPPLEMENT_VERSION, SupplementPayload, supplemented } from '../../../../shared/domain/supplement.ts';
import { canonicalHash } from '../../canonical.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import { readJson } from '../../envelope/json.ts';
import type { OpenedEnvelope } from '../../envelope/open.ts';
import { wholeVault } from '../../vault/scoped-vault.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import type { Work } from '../work.ts';

/** The import of an envelope that came before, if it did. */
export const importOf = async (work: Work, envelopeId: string): Promise<Stored<ImportRecord> | undefined> =>
  (await find(wholeVault(work.vault), 'handovers', 'import', { selector: { 'ix.envelopeId': envelopeId }, limit: 1 }))[0];

/** A case as it came: what this version understands of it, and all of it. */
export interface CaseIn extends ReadCase {
  readonly raw: unknown;
}

/** A JSON file of the payload. @throws EnvelopeError PAYLOAD_INVALID when it is not there, no JSON, or beyond the limits: nested without end, for one */
export const jsonIn = (envelope: OpenedEnvelope, path: string): unknown => {
  const file = envelope.payload.find((one) => one.path === path);
  if (file === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  try {
    return readJson(file.bytes);
  } catch (cause) {
    throw new EnvelopeError('PAYLOAD_INVALID', {}, cause);
  }
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The case as it is with its last changes: the hand-over they belong to as it came, and what the supplement says of it.
 * @throws EnvelopeError BASE_MISSING when that hand-over was not imported here, PAYLOAD_INVALID when the result is not the
 *   case that was authorised
 */
const withSupplement = async (work: Work, envelope: OpenedEnvelope): Promise<unknown> => {
  const version = envelope.header.payloads['supplement'];
  if (version !== undefined && version > SUPPLEMENT_VERSION) throw new EnvelopeError('PAYLOAD_NEWER', { version });
  const read = SupplementPayload.safeParse(jsonIn(envelope, 'data/supplement.json'));
  if (!read.success || read.data.supplements.envelopeId !== envelope.header.supplements) throw new EnvelopeError('PAYLOAD_INVALID');
  const base = await importOf(work, read.data.supplements.envelopeId);
  if (base === undefined || base.senderServiceId !== envelope.sender.serviceId || base.tagManifestSha256 !== read.data.supplements.tagManifestSha256 || !isObject(base.caseFile)) {
    throw new EnvelopeError('BASE_MISSING');
  }
  const raw = supplemented(base.caseFile, read.data);
  if (canonicalHash(raw) !== read.data.caseHash) throw new EnvelopeError('PAYLOAD_INVALID');
  return raw;
};

/** What a revocation says, and the import it is about. */
export interface NoticeIn {
  readonly notice: RevocationPayload;
  readonly record: Stored<ImportRecord>;
}

/** @throws EnvelopeError PAYLOAD_INVALID, PAYLOAD_NEWER, or NOT_EXCHANGED when it is about nothing that came from this sender */
export const noticeIn = async (work: Work, envelope: OpenedEnvelope): Promise<NoticeIn> => {
  const version = envelope.header.payloads['revocation'];
  if (version !== undefined && version > REVOCATION_VERSION) throw new EnvelopeError('PAYLOAD_NEWER', { version });
  const read = RevocationPayload.safeParse(jsonIn(envelope, 'data/revocation.json'));
  if (!read.success || read.data.revokes.envelopeId !== envelope.header.revokes) throw new EnvelopeError('PAYLOAD_INVALID');
  const record = await importOf(work, read.data.revokes.envelopeId);
  if (record === undefined || record.senderServiceId !== envelope.sender.serviceId || record.tagManifestSha256 !== read.data.revokes.tagManifestSha256) throw new EnvelopeError('NOT_EXCHANGED');
  return { notice: read.data, record };
};

/**
 * The case inside an envelope, checked against its schema. What a later minor version added is kept in `raw`.
 * @throws EnvelopeError PAYLOAD_NEWER, or PAYLOAD_INVALID when it is no case file or its plan is not the approved one
 */
export const caseIn = async (work: Work, envelope: OpenedEnvelope): Promise<CaseIn> => {
  const version = envelope.header.payloads['case'];
  if (version === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  if (version > CASE_FILE_VERSION) throw new EnvelopeError('PAYLOAD_NEWER', { version });
  const raw = envelope.header.kind === 'supplement' ? await withSupplement(work, envelope) : jsonIn(envelope, 'data/case.json');
  const read = readCaseFile(raw);
  if (read === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  const { caseFile } = read;
  const frozen = frozenPart(planFromCase(caseFile));
  if (caseFile.sender.serviceId !== envelope.sender.serviceId || canonicalHash(frozen) !== caseFile.plan.contentHash) {
    throw new EnvelopeError('PAYLOAD_INVALID');
  }
  return { ...read, raw };
};

/** An older state of the case never overwrites a newer one (check 9). @param ids under which the person may be filed @throws EnvelopeError OLDER_THAN_KNOWN */
export const refuseOlder = async (work: Work, envelope: OpenedEnvelope, ids: ReadonlySet<string>): Promise<void> => {
  const earlier = await Promise.all([...ids].map((personId) => find(wholeVault(work.vault), 'handovers', 'import', { selector: { personId } })));
  const { sender, sequence } = envelope.header;
  const newer = earlier
    .flat()
    .find((record) => record.senderServiceId === envelope.sender.serviceId && record.senderInstallationId === sender.installationId && record.sequence > sequence && record.decision !== 'REJECTED');
  if (newer !== undefined) throw new EnvelopeError('OLDER_THAN_KNOWN');
};
