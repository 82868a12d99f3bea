import { CASE_FILE_VERSION, type CaseFile } from '../../../../shared/domain/casefile.ts';
import type { ImportRecord } from '../../../../shared/domain/import-record.ts';
import { planFromCase } from '../../../../shared/domain/import-rules.ts';
import { frozenPart } from '../../../../shared/domain/plan-rules.ts';
import { readCaseFile, type ReadCase } from '../../../../shared/domain/read-casefile.ts';
import { canonicalHash } from '../../canonical.ts';
import { EnvelopeError } from '../../envelope/error.ts';
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

/** A JSON file of the payload. @throws EnvelopeError PAYLOAD_INVALID when it is not there, or no JSON */
export const jsonIn = (envelope: OpenedEnvelope, path: string): unknown => {
  const file = envelope.payload.find((one) => one.path === path);
  if (file === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes));
  } catch (cause) {
    throw new EnvelopeError('PAYLOAD_INVALID', {}, cause);
  }
};

/**
 * The case inside an envelope, checked against its schema. What a later minor version added is kept in `raw`.
 * @throws EnvelopeError PAYLOAD_NEWER, or PAYLOAD_INVALID when it is no case file or its plan is not the approved one
 */
export const caseIn = (envelope: OpenedEnvelope): CaseIn => {
  const version = envelope.header.payloads['case'];
  if (envelope.header.kind !== 'handover' || version === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  if (version > CASE_FILE_VERSION) throw new EnvelopeError('PAYLOAD_NEWER', { version });
  const raw = jsonIn(envelope, 'data/case.json');
  const read = readCaseFile(raw);
  if (read === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  const { caseFile } = read;
  const frozen = frozenPart(planFromCase(caseFile));
  if (caseFile.sender.serviceId !== envelope.sender.serviceId || canonicalHash(frozen) !== caseFile.plan.contentHash) {
    throw new EnvelopeError('PAYLOAD_INVALID');
  }
  return { ...read, raw };
};

/** What this version understands of the case inside an envelope. @throws as `caseIn` */
export const caseFileIn = (envelope: OpenedEnvelope): CaseFile => caseIn(envelope).caseFile;

/** An older state of the case never overwrites a newer one (check 9). @param ids under which the person may be filed @throws EnvelopeError OLDER_THAN_KNOWN */
export const refuseOlder = async (work: Work, envelope: OpenedEnvelope, ids: ReadonlySet<string>): Promise<void> => {
  const earlier = await Promise.all([...ids].map((personId) => find(wholeVault(work.vault), 'handovers', 'import', { selector: { personId } })));
  const { sender, sequence } = envelope.header;
  const newer = earlier
    .flat()
    .find((record) => record.senderServiceId === envelope.sender.serviceId && record.senderInstallationId === sender.installationId && record.sequence > sequence && record.decision !== 'REJECTED');
  if (newer !== undefined) throw new EnvelopeError('OLDER_THAN_KNOWN');
};
