import type { ArrivalView } from '../../../../shared/contract/arrivals.ts';
import { Language } from '../../../../shared/domain/base.ts';
import { checkedAs, importStep } from '../../../../shared/domain/import-machine.ts';
import type { ImportRecord, ImportStatus } from '../../../../shared/domain/import-record.ts';
import { sharedKindOf, type SharedPack } from '../../../../shared/domain/shared-pack.ts';
import { bytesOf, contentOf, type Source } from '../../envelope/content.ts';
import type { OpenedEnvelope, OpenReport } from '../../envelope/open.ts';
import { mustSee, NotYoursError } from '../../vault/scoped-vault.ts';
import { contactOf } from '../contacts/contacts.ts';
import { pdfBlob, type PreviewedPdf, type Previews } from '../documents/previews.ts';
import { saveRecorded } from '../documents/save-recorded.ts';
import { openWithVault } from '../handover/receipts.ts';
import { civilDateAt, created, orRefuse, RefusedError, type Work } from '../work.ts';
import { packIn, packOf, refuseOlderPack, type PackIn } from '../shared-packs/read.ts';
import { markRevoked, noticeView } from './revoked.ts';
import { KEPT_BYTES, waiting, type Arrival, type Arrivals, type Kept } from './arrivals.ts';
import { candidatesFor, candidateView, isLikely } from './candidates.ts';
import { importOf, noticeIn, refuseOlder, type NoticeIn } from './read-case.ts';
import { personIn, toldIn, type ToldIn } from './told.ts';

/** What the checks found, besides their results. */
interface Looked {
  read?: ToldIn;
  earlier?: ImportRecord | undefined;
  notice?: NoticeIn;
  pack?: PackIn;
  decidedPack?: SharedPack | undefined;
  among?: Awaited<ReturnType<typeof candidatesFor>>;
}

const look = async (work: Work, bytes: Source, passphrase?: string): Promise<{ readonly report: OpenReport; readonly looked: Looked }> => {
  const looked: Looked = {};
  const report = await openWithVault(work, bytes, {
    replay: async (envelope) => {
      looked.earlier = await importOf(work, envelope.header.envelopeId);
      if (sharedKindOf(envelope.header.kind) === undefined) return;
      looked.decidedPack = await packOf(work, envelope.header.envelopeId);
      if (looked.decidedPack === undefined) await refuseOlderPack(work, envelope);
    },
    payload: async (envelope) => {
      if (envelope.header.kind === 'revocation') {
        looked.notice = await noticeIn(work, envelope);
        return;
      }
      if (sharedKindOf(envelope.header.kind) !== undefined) {
        looked.pack = await packIn(work, envelope);
        return;
      }
      const read = await toldIn(work, envelope);
      const among = await candidatesFor(work, read.told);
      const likely = among.seen.filter((one) => isLikely(one, read.told)).map(({ person }) => person.id);
      if (looked.earlier === undefined) await refuseOlder(work, envelope, new Set([read.told.person.id, ...likely]));
      // what was refused is not shown as a case that could be taken over
      looked.read = read;
      looked.among = among;
    },
  }, passphrase);
  return { report, looked };
};

/** What is kept to check it again: of a sender who is not trusted yet, and of a file that words open. */
const keptOf = async (state: ImportStatus, report: OpenReport, source: Source, passphrase?: string): Promise<Kept> => {
  const content = contentOf(source);
  // the words may be typed while the medium is still there; a large file is not held in memory for that
  if (content.size > KEPT_BYTES && needsWords(report)) return { bytes: source };
  if (content.size > KEPT_BYTES || !(state === 'UNTRUSTED' || needsWords(report))) return {};
  return { bytes: await bytesOf(content), ...(passphrase === undefined || state !== 'UNTRUSTED' ? {} : { passphrase }) };
};

const needsWords = ({ error }: OpenReport): boolean => error?.code === 'PASSPHRASE_NEEDED' || error?.code === 'WRONG_PASSPHRASE';

/** A pack begins where it was left: what was decided of this very envelope stands. */
const packView = (arrival: Arrival, { pack, decidedPack }: Looked): Pick<ArrivalView, 'pack'> => {
  if (pack === undefined) return {};
  arrival.pack = decidedPack?.state ?? 'ARRIVED';
  return { pack: { kind: pack.kind, lines: pack.lines.length, state: arrival.pack, ...(decidedPack === undefined ? {} : { packId: decidedPack.id }) } };
};

const viewOf = async (work: Work, arrival: Arrival, looked: Looked): Promise<ArrivalView> => {
  const { id, report, state } = arrival;
  const { read, earlier, among, notice } = looked;
  const sender = report.answerTo?.sender;
  const document = planIn(report.envelope)?.language;
  const header = report.envelope?.header;
  return {
    arrivalId: id,
    state,
    checks: report.checks.map((check) => ({ name: check.name, state: check.state, ...(check.error === undefined ? {} : { code: check.error.textKey, params: { ...check.error.params } }) })),
    repeated: earlier !== undefined,
    ...(earlier === undefined
      ? {}
      : {
          earlier: {
            importId: earlier.id,
            decision: earlier.decision,
            on: civilDateAt(new Date(earlier.decidedAt), work.vault.info.timeZone),
            personId: earlier.personId,
            ...(earlier.revoked === undefined ? {} : { revokedOn: earlier.revoked.on }),
            ...(earlier.supersededBy === undefined ? {} : { superseded: true as const }),
          },
        }),
    ...(notice === undefined ? {} : { notice: await noticeView(work, notice) }),
    ...packView(arrival, looked),
    ...(document === undefined ? {} : { document }),
    ...(sender === undefined ? {} : { sender: { serviceId: sender.serviceId, name: sender.name, trust: sender.state, ...(await comparedOf(work, sender.serviceId)) } }),
    ...(header === undefined ? {} : { reference: header.reference, ...(header.supersedes === undefined ? {} : { supersedes: await referenceHere(work, header.supersedes, report.envelope?.sender.serviceId) }) }),
    ...(read === undefined || among === undefined
      ? {}
      : {
          ...(read.caseFile === undefined ? {} : { caseFile: read.caseFile }),
          ...(read.transfer === undefined ? {} : { transfer: read.transfer }),
          unknown: [...read.unknown],
          candidates: among.seen.map((one) => candidateView(one, read.told)),
          elsewhere: among.elsewhere,
        }),
  };
};

/** The reference under which an envelope of that sender came here before; empty when it did not. */
const referenceHere = async (work: Work, envelopeId: string, senderServiceId: string | undefined): Promise<string> => {
  const record = await importOf(work, envelopeId);
  return record?.senderServiceId === senderServiceId ? (record?.reference ?? '') : '';
};

/** Where the checks leave an envelope. */
const stateAfter = (from: ImportStatus, report: OpenReport): ImportStatus => orRefuse(importStep(from, checkedAs(report.error?.code)));

/** What a repeat was decided as stands. */
const decidedBefore = (state: ImportStatus, earlier: ImportRecord | undefined): ImportStatus => {
  if (state !== 'VERIFIED' || earlier === undefined || earlier.decision === 'RECEIVED') return state;
  return earlier.decision === 'ACCEPTED' ? 'IMPORTED' : 'REJECTED';
};

/**
 * Opens an envelope into quarantine: nothing is written. The view says which checks passed, who sent it, what it
 * holds, and who here it may be about.
 */
export const openArrival = async (work: Work, arrivals: Arrivals, bytes: Source): Promise<ArrivalView> => {
  const { report, looked } = await look(work, bytes);
  const { earlier, among } = looked;
  mustSee(work.vault, [earlier?.personId]);
  const [likely] = among?.seen ?? [];
  mustSee(work.vault, [looked.notice?.record.personId]);
  const state = decidedBefore(stateAfter('QUARANTINED', report), earlier);
  const arrival = arrivals.add(report, state, await keptOf(state, report, bytes));
  await work.vault.commit([], {
    action: 'import.open',
    details: { checks: report.checks.filter((check) => check.state === 'passed').length, repeated: earlier !== undefined },
    ...(likely?.why === 'ID' ? { personId: likely.person.id } : {}),
  });
  if (looked.notice !== undefined) await markRevoked(work, looked.notice, arrival);
  arrival.view = await viewOf(work, arrival, looked);
  return arrival.view;
};

/**
 * Opens a quarantined file that was sealed with words. Wrong ones may be typed again; it keeps its place.
 * @throws RefusedError `import.gone` when its file is no longer here: it is opened anew then
 */
export const openWithWords = async (work: Work, arrivals: Arrivals, arrivalId: string, passphrase: string): Promise<ArrivalView> => {
  const { bytes } = waiting(arrivals, arrivalId);
  if (bytes === undefined) throw new RefusedError({ code: 'import.gone' });
  const { report, looked } = await look(work, bytes, passphrase);
  mustSee(work.vault, [looked.earlier?.personId, looked.notice?.record.personId]);
  const state = decidedBefore(stateAfter('QUARANTINED', report), looked.earlier);
  const arrival = arrivals.checkedAgain(arrivalId, report, state, await keptOf(state, report, bytes, passphrase));
  await work.vault.commit([], { action: 'import.open', details: { checks: report.checks.filter((check) => check.state === 'passed').length, words: true } });
  if (looked.notice !== undefined) await markRevoked(work, looked.notice, arrival);
  arrival.view = await viewOf(work, arrival, looked);
  return arrival.view;
};

/** @throws NotYoursError when it is about somebody among the cases of others */
const checkAgain = async (work: Work, arrivals: Arrivals, arrival: ReturnType<Arrivals['untrusted']>[number]): Promise<void> => {
  const { report, looked } = await look(work, arrival.bytes, arrival.passphrase);
  if (checkedAs(report.error?.code) === 'distrust') return;
  try {
    mustSee(work.vault, [looked.earlier?.personId, looked.notice?.record.personId]);
  } catch (error) {
    report.close();
    throw error;
  }
  const next = arrivals.checkedAgain(arrival.id, report, decidedBefore(stateAfter('UNTRUSTED', report), looked.earlier));
  await work.vault.commit([], { action: 'import.open', details: { checks: report.checks.filter((check) => check.state === 'passed').length, again: true } });
  if (looked.notice !== undefined) await markRevoked(work, looked.notice, next);
  next.view = await viewOf(work, next, looked);
};

/**
 * Checks again, without their files, what came from a sender who was not trusted: their card may be by now. What is about
 * somebody among the cases of others goes on waiting for them.
 * @returns everything in quarantine, as it is shown
 */
export const quarantined = async (work: Work, arrivals: Arrivals): Promise<ArrivalView[]> => {
  for (const arrival of arrivals.untrusted()) {
    await checkAgain(work, arrivals, arrival).catch((error: unknown) => {
      if (!(error instanceof NotYoursError)) throw error;
    });
  }
  return arrivals.views();
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

/** The plan that came in the envelope as a PDF, and its language. */
const planIn = (envelope: OpenedEnvelope | undefined): { readonly language: Language; readonly pdf: Uint8Array } | undefined => {
  for (const language of Language.options) {
    const file = envelope?.payload.find(({ path }) => path === `data/plan-${language}.pdf`);
    if (file !== undefined) return { language, pdf: file.bytes };
  }
  return undefined;
};

/** @throws RefusedError when the envelope is no longer in quarantine, or brought no plan */
const planOf = async (work: Work, arrivals: Arrivals, arrivalId: string) => {
  const arrival = waiting(arrivals, arrivalId);
  const plan = planIn(arrival.envelope);
  if (arrival.envelope === undefined || plan === undefined) throw new RefusedError({ code: 'import.noDocument' });
  return { ...plan, envelopeId: arrival.envelope.header.envelopeId, personId: await personIn(work, arrival.envelope) };
};

/** The plan of an envelope as it came, to be looked at without being imported. @throws as `saveArrivalDocument` */
export const previewArrivalDocument = async (work: Work, arrivals: Arrivals, previews: Previews, arrivalId: string): Promise<PreviewedPdf> => {
  const { pdf, language, envelopeId, personId } = await planOf(work, arrivals, arrivalId);
  await work.vault.commit([], { action: 'import.previewDocument', personId, details: { envelope: envelopeId } });
  return { previewId: previews.add({ kind: 'received', personId, envelopeId, language }), pdf: pdfBlob(pdf), language };
};

/**
 * Saves the plan of an envelope as it came, without its being imported.
 * @throws RefusedError when it is no longer in quarantine, or brought no plan
 */
export const saveArrivalDocument = async (work: Work, arrivals: Arrivals, arrivalId: string, path: string): Promise<{ name: string }> => {
  const { pdf, envelopeId, personId } = await planOf(work, arrivals, arrivalId);
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
    ...(header.supplements === undefined ? {} : { supplements: header.supplements }),
    decidedAt: work.now,
    ...answer,
  };
};
