import type { ArrivalView } from '../../../../shared/contract/exchange.ts';
import { Language } from '../../../../shared/domain/base.ts';
import { CASE_FILE_VERSION, type CaseFile } from '../../../../shared/domain/casefile.ts';
import { readCaseFile, type ReadCase } from '../../../../shared/domain/read-casefile.ts';
import type { ImportRecord } from '../../../../shared/domain/handover.ts';
import { differencesOf, personFromCase, planFromCase } from '../../../../shared/domain/import-rules.ts';
import type { Person } from '../../../../shared/domain/people.ts';
import { folded } from '../../../../shared/domain/people.ts';
import { mayBeEntered } from '../../../../shared/domain/person-rules.ts';
import { frozenPart } from '../../../../shared/domain/plan-rules.ts';
import { canonicalHash } from '../../canonical.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import { sha256Hex } from '../../envelope/bag.ts';
import type { OpenedEnvelope } from '../../envelope/open.ts';
import { mustSee, wholeVault } from '../../vault/scoped-vault.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { pdfBlob, type PreviewedPdf, type Previews } from '../documents/previews.ts';
import { saveRecorded } from '../documents/save-recorded.ts';
import { contactOf } from '../contacts/contacts.ts';
import { openWithVault } from '../handover/receipts.ts';
import { keeperOf } from '../people/people.ts';
import { find } from '../query.ts';
import { changed, civilDateAt, created, newId, orRefuse, RefusedError, save, type Work } from '../work.ts';
import type { Arrival, Arrivals } from './arrivals.ts';

/** The import of an envelope that came before, if it did. */
export const importOf = async (work: Work, envelopeId: string): Promise<Stored<ImportRecord> | undefined> =>
  (await find(wholeVault(work.vault), 'handovers', 'import', { selector: { 'ix.envelopeId': envelopeId }, limit: 1 }))[0];

/** A case as it came: what this version understands of it, and all of it. */
export interface CaseIn extends ReadCase {
  readonly raw: unknown;
}

/**
 * The case inside an envelope, checked against its schema. What a later minor version added is kept in `raw`.
 * @throws EnvelopeError PAYLOAD_NEWER, or PAYLOAD_INVALID when it is no case file or its plan is not the approved one
 */
export const caseIn = (envelope: OpenedEnvelope): CaseIn => {
  const version = envelope.header.payloads['case'];
  const file = envelope.payload.find(({ path }) => path === 'data/case.json');
  if (envelope.header.kind !== 'handover' || version === undefined || file === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  if (version > CASE_FILE_VERSION) throw new EnvelopeError('PAYLOAD_NEWER', { version });
  const raw = parsed(file.bytes);
  const read = readCaseFile(raw);
  if (read === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  const { caseFile } = read;
  const frozen = frozenPart(planFromCase(caseFile));
  if (caseFile.sender.serviceId !== envelope.sender.serviceId || canonicalHash(frozen) !== caseFile.plan.contentHash) {
    throw new EnvelopeError('PAYLOAD_INVALID');
  }
  return { ...read, raw };
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new EnvelopeError('PAYLOAD_INVALID', {}, cause);
  }
};

/** What this version understands of the case inside an envelope. @throws as `caseIn` */
export const caseFileIn = (envelope: OpenedEnvelope): CaseFile => caseIn(envelope).caseFile;

/** Whether the person is already here: by id first, else by number with the same birth date and family name. */
const matching = async (work: Work, { person }: CaseFile): Promise<Stored<Person> | undefined> => {
  const whole = wholeVault(work.vault);
  const same = await whole.get('people', person.id);
  if (same !== undefined) return same;
  // the record they were sent under may be part of another one since
  const [merged] = await find(whole, 'consents', 'merged', { selector: { 'ix.was': person.id }, limit: 1 });
  if (merged !== undefined) return whole.get('people', merged.personId);
  const byCode = await find(whole, 'people', 'person', { selector: { 'ix.code': folded(person.code) } });
  return byCode.find((candidate) => candidate.birthDate === person.birthDate && folded(candidate.familyName) === folded(person.familyName));
};

/** An older state of the case never overwrites a newer one (check 9). */
const refuseOlder = async (work: Work, envelope: OpenedEnvelope, caseFile: CaseFile, match: Person | undefined): Promise<void> => {
  // somebody found by number is filed under the id they have here, an answer before the import under the sender's
  const ids = new Set([caseFile.person.id, match?.id ?? caseFile.person.id]);
  const earlier = await Promise.all([...ids].map((personId) => find(wholeVault(work.vault), 'handovers', 'import', { selector: { personId } })));
  const { sender, sequence } = envelope.header;
  const newer = earlier
    .flat()
    .find((record) => record.senderServiceId === envelope.sender.serviceId && record.senderInstallationId === sender.installationId && record.sequence > sequence && record.decision !== 'REJECTED');
  if (newer !== undefined) throw new EnvelopeError('OLDER_THAN_KNOWN');
};

/**
 * Opens an envelope into quarantine: nothing is written. The view says which checks passed, who sent it, what it
 * holds, and whether the person is already here.
 */
export const openArrival = async (work: Work, arrivals: Arrivals, bytes: Uint8Array): Promise<ArrivalView> => {
  let caseFile: CaseFile | undefined;
  let unknown: readonly string[] = [];
  let earlier: ImportRecord | undefined;
  let match: Stored<Person> | undefined;
  const report = await openWithVault(work, bytes, {
    replay: async (envelope) => {
      earlier = await importOf(work, envelope.header.envelopeId);
    },
    payload: async (envelope) => {
      ({ caseFile, unknown } = caseIn(envelope));
      match = await matching(work, caseFile);
      if (earlier === undefined) await refuseOlder(work, envelope, caseFile, match);
    },
  });
  mustSee(work.vault, [match?.id, earlier?.personId]);
  const repeated = earlier !== undefined;
  const arrival = arrivals.add(report, sha256Hex(bytes));
  const document = planIn(arrival)?.language;
  await work.vault.commit([], {
    action: 'import.open',
    details: { checks: report.checks.filter((check) => check.state === 'passed').length, repeated },
    ...(match === undefined ? {} : { personId: match.id }),
  });
  const sender = report.answerTo?.sender;
  arrival.view = {
    arrivalId: arrival.id,
    checks: report.checks.map(({ name, state, error }) => ({ name, state, ...(error === undefined ? {} : { code: error.textKey, params: { ...error.params } }) })),
    repeated,
    ...(earlier === undefined ? {} : { earlier: { importId: earlier.id, decision: earlier.decision, on: civilDateAt(new Date(earlier.decidedAt), work.vault.info.timeZone), personId: earlier.personId } }),
    ...(document === undefined ? {} : { document }),
    ...(sender === undefined ? {} : { sender: { serviceId: sender.serviceId, name: sender.name, trust: sender.state, ...(await comparedOf(work, sender.serviceId)) } }),
    ...(report.envelope === undefined ? {} : { reference: report.envelope.header.reference }),
    ...(caseFile === undefined ? {} : { caseFile, unknown: [...unknown] }),
    ...(match === undefined || caseFile === undefined ? {} : { match: { personId: match.id, differences: differencesOf(match, caseFile) } }),
  };
  return arrival.view;
};

/** Who compared the sender's fingerprint, when, with whom: why we believe it is they. */
const comparedOf = async (work: Work, serviceId: string) => {
  const contact = await contactOf(work, serviceId);
  const by = contact?.comparedBy === undefined ? undefined : await work.vault.get('office', contact.comparedBy);
  return {
    ...(contact?.comparedOn === undefined ? {} : { comparedOn: contact.comparedOn }),
    ...(contact?.comparedWith === undefined ? {} : { comparedWith: contact.comparedWith }),
    ...(by?.type === 'user' ? { comparedBy: by.name } : {}),
  };
};

/** @throws RefusedError when the envelope is no longer in quarantine */
export const waiting = (arrivals: Arrivals, id: string): Arrival => {
  const arrival = arrivals.get(id);
  if (arrival === undefined) throw new RefusedError({ code: 'import.gone' });
  return arrival;
};

/** The plan that came in the envelope as a PDF, and its language. */
const planIn = ({ envelope }: Arrival): { readonly language: Language; readonly pdf: Uint8Array } | undefined => {
  for (const language of Language.options) {
    const file = envelope?.payload.find(({ path }) => path === `data/plan-${language}.pdf`);
    if (file !== undefined) return { language, pdf: file.bytes };
  }
  return undefined;
};

/** @throws RefusedError when the envelope is no longer in quarantine, or brought no plan */
const planOf = (arrivals: Arrivals, arrivalId: string) => {
  const arrival = waiting(arrivals, arrivalId);
  const plan = planIn(arrival);
  if (arrival.envelope === undefined || plan === undefined) throw new RefusedError({ code: 'import.noDocument' });
  return { ...plan, envelopeId: arrival.envelope.header.envelopeId, personId: caseFileIn(arrival.envelope).person.id };
};

/** The plan of an envelope as it came, to be looked at without being imported. @throws as `saveArrivalDocument` */
export const previewArrivalDocument = async (work: Work, arrivals: Arrivals, previews: Previews, arrivalId: string): Promise<PreviewedPdf> => {
  const { pdf, language, envelopeId, personId } = planOf(arrivals, arrivalId);
  await work.vault.commit([], { action: 'import.previewDocument', personId, details: { envelope: envelopeId } });
  return { previewId: previews.add({ kind: 'received', personId, envelopeId, language }), pdf: pdfBlob(pdf), language };
};

/**
 * Saves the plan of an envelope as it came, without its being imported.
 * @throws RefusedError when it is no longer in quarantine, or brought no plan
 */
export const saveArrivalDocument = async (work: Work, arrivals: Arrivals, arrivalId: string, path: string): Promise<{ name: string }> => {
  const { pdf, envelopeId, personId } = planOf(arrivals, arrivalId);
  return { name: await saveRecorded(work, path, pdf, { action: 'import.saveDocument', personId, details: { envelope: envelopeId } }) };
};

/** What is kept of an envelope, with the answer given to it. */
export const recordOf = (
  work: Work,
  envelope: OpenedEnvelope,
  personId: string,
  answer: Pick<ImportRecord, 'decision' | 'reason' | 'registrationNumberIn'>,
): ImportRecord => {
  const { header } = envelope;
  return {
    ...created(work),
    type: 'import',
    personId,
    envelopeId: header.envelopeId,
    tagManifestSha256: envelope.tagManifestSha256,
    fileSha256: envelope.sha256,
    senderServiceId: envelope.sender.serviceId,
    senderInstallationId: header.sender.installationId,
    senderName: envelope.sender.name,
    sequence: header.sequence,
    reference: header.reference,
    createdAtSender: header.createdAt,
    dataAsOf: header.dataAsOf,
    ...(header.registrationNumber === undefined ? {} : { registrationNumberOut: header.registrationNumber }),
    decidedAt: work.now,
    ...answer,
  };
};

export interface Accepted {
  readonly personId: string;
  readonly importId: string;
}

/**
 * Imports an envelope in one commit: the person (matched or new, with the sender's ids), the plan, the record.
 * A repeat changes nothing and answers with the first import.
 * @throws RefusedError when it was not opened, was rejected before, or is about somebody under 18; EnvelopeError
 *   OLDER_THAN_KNOWN when a newer one was decided since it was opened
 */
export const acceptArrival = async (work: Work, arrivals: Arrivals, arrivalId: string, registrationNumberIn?: string): Promise<Accepted> => {
  const { envelope } = waiting(arrivals, arrivalId);
  if (envelope === undefined) throw new RefusedError({ code: 'import.notOpened' });
  const { caseFile, raw } = caseIn(envelope);
  const before = await importOf(work, envelope.header.envelopeId);
  if (before?.decision === 'ACCEPTED') return { personId: before.personId, importId: before.id };
  if (before?.decision === 'REJECTED') throw new RefusedError({ code: 'import.alreadyRejected' });
  orRefuse(mayBeEntered(caseFile.person.birthDate, work.today));
  const match = await matching(work, caseFile);
  await refuseOlder(work, envelope, caseFile, match);
  const stamp = created(work, match?.id ?? caseFile.person.id);
  const person = match === undefined ? { ...personFromCase(caseFile, match, stamp, newId), ...keeperOf(work, {}) } : personFromCase(caseFile, match, stamp, newId);
  const registration = registrationNumberIn ?? before?.registrationNumberIn;
  const record: ImportRecord = {
    ...recordOf(work, envelope, person.id, { decision: 'ACCEPTED', ...(registration === undefined ? {} : { registrationNumberIn: registration }) }),
    ...(before === undefined ? {} : { id: before.id, ...(before.answered === undefined ? {} : { answered: before.answered }) }),
    mandate: caseFile.mandate,
    caseFile: raw,
  };
  const changes: Change[] = [
    { op: 'put', collection: 'people', doc: match === undefined ? person : changed(work, { ...person, _rev: match._rev }) },
    { op: 'put', collection: 'handovers', doc: before === undefined ? record : { ...record, _rev: before._rev } },
    ...(await planChanges(work, caseFile, person.id)),
  ];
  await save(work, changes, { action: 'import.accept', personId: person.id, details: { envelope: envelope.header.envelopeId, known: match !== undefined, ...(registration === undefined ? {} : { numberIn: true }) } });
  return { personId: person.id, importId: record.id };
};

/** The plan with the sender's ids, so that the same objectives go on; a version already here stays as it is. */
const planChanges = async (work: Work, caseFile: CaseFile, personId: string): Promise<Change[]> => {
  if ((await work.vault.get('plans', caseFile.plan.contentId)) !== undefined) return [];
  const stamp = created(work, caseFile.plan.contentId);
  return [
    { op: 'put', collection: 'plans', doc: { ...planFromCase(caseFile), ...stamp, personId, contentHash: caseFile.plan.contentHash } },
    {
      op: 'put',
      collection: 'plans',
      doc: {
        ...created(work),
        type: 'progress',
        personId,
        contentId: caseFile.plan.contentId,
        versionNo: caseFile.plan.versionNo,
        status: 'HANDED_OVER',
        author: work.vault.user.id,
        approvals: [],
        steps: Object.fromEntries(
          caseFile.plan.objectives.flatMap((objective) =>
            objective.steps.map((step) => [step.id, { status: step.status, on: caseFile.dataAsOf }] as const),
          ),
        ),
        ...(caseFile.goalStates === undefined
          ? {}
          : { objectives: Object.fromEntries(caseFile.goalStates.map(({ objectiveId, status, on, targetDate }) => [objectiveId, { status, on, ...(targetDate === undefined ? {} : { targetDate }) }])) }),
      },
    },
  ];
};
