import { RETURN_VERSION, type CheckpointCounts, type OutcomeReport, type ReturnPayload } from '../../../../shared/domain/outcome-return.ts';
import { countedOutcomes, mayTell } from '../../../../shared/domain/outcome-rules.ts';
import { canonicalBytes } from '../../canonical.ts';
import type { Change } from '../../vault/types.ts';
import { consentsOf } from '../consents/consents.ts';
import { sealOut } from '../handover/outgoing.ts';
import { find } from '../query.ts';
import { changed, orRefuse, RefusedError, type Work } from '../work.ts';
import { answeredCase, casesOf, reportsOf, untold } from './reports.ts';

const refOfCase = ({ envelopeId, tagManifestSha256 }: { readonly envelopeId: string; readonly tagManifestSha256: string }) => ({ envelopeId, tagManifestSha256 });

const payloadFile = (payload: ReturnPayload) => ({ payloads: { return: RETURN_VERSION }, payload: [{ path: 'return.json', bytes: canonicalBytes(payload) }] });

const put = (doc: OutcomeReport): Change => ({ op: 'put', collection: 'release', doc });

/**
 * Tells the service a case came from how the person is doing, by name: only with their yes to follow-up or when they are in
 * custody again, and only what was not told yet.
 * @throws RefusedError outcome.noCase, outcome.nothing, outcome.noGround, and as `sealOut`
 */
export const tellOutcomes = async (work: Work, personId: string, folder: string): Promise<{ fileName: string; reports: number }> => {
  const about = answeredCase(await casesOf(work, personId));
  if (about === undefined) throw new RefusedError({ code: 'outcome.noCase' });
  const all = await reportsOf(work, personId);
  const reports = untold(all);
  const ground = orRefuse(mayTell(await consentsOf(work, personId), reports.length === 0 ? [] : all, work.today));
  const payload: ReturnPayload = {
    format: 'varco-return',
    version: RETURN_VERSION,
    dataAsOf: work.today,
    named: true,
    answers: refOfCase(about),
    ground,
    reports: reports.map(({ id, checkpoint, observedOn, answers, goals, firstAppointment }) => ({ id, checkpoint, observedOn, answers, goals, ...(firstAppointment === undefined ? {} : { firstAppointment }) })),
  };
  const details = { reports: reports.length, ground };
  const sent = await sealOut(
    work,
    { kind: 'return', to: about.senderServiceId, personId, inAnswerTo: refOfCase(about), ...payloadFile(payload) },
    { folder },
    {
      record: ({ id, fileName }) => ({
        changes: reports.map((report) => put(changed(work, { ...report, told: { envelopeId: id, at: work.now, ground, fileName } }))),
        audit: { action: 'outcome.tell', personId, details },
      }),
      takeBack: async ({ id }) => ({
        changes: (await reportsOf(work, personId)).flatMap((report) => {
          const { told, ...rest } = report;
          return told?.envelopeId === id ? [put(changed(work, rest))] : [];
        }),
        audit: { action: 'outcome.notTold', personId, details },
      }),
    },
  );
  return { fileName: sent.fileName, reports: reports.length };
};

/** What each service would be told as counts: everybody whose case came from it and of whom nothing was told by name. */
export const countsReady = async (work: Work): Promise<{ serviceId: string; name: string; counts: CheckpointCounts[] }[]> => {
  const reports = (await find(work.vault, 'release', 'outcomeReport', { selector: {} })).filter(({ from }) => from === undefined);
  const named = new Set(reports.flatMap(({ told, personId }) => (told === undefined ? [] : [personId])));
  const bySender = new Map<string, { name: string; people: Set<string> }>();
  for (const { personId, senderServiceId, senderName, decision, revoked } of await find(work.vault, 'handovers', 'import', { selector: {}, sort: [{ id: 'asc' }] })) {
    if (decision !== 'ACCEPTED' || revoked !== undefined || named.has(personId)) continue;
    const known = bySender.get(senderServiceId) ?? { name: senderName, people: new Set<string>() };
    known.people.add(personId);
    bySender.set(senderServiceId, known);
  }
  return [...bySender].flatMap(([serviceId, { name, people }]) => {
    const counts = [...countedOutcomes(reports.filter(({ personId }) => people.has(personId)))];
    return counts.length === 0 ? [] : [{ serviceId, name, counts }];
  });
};

/** The newest envelope a service sent us: a return has to answer one that was really exchanged; of counts it says no more. */
const anyCaseOf = async (work: Work, serviceId: string) => {
  const all = await find(work.vault, 'handovers', 'import', { selector: { 'ix.sender': serviceId }, sort: [{ id: 'desc' }] });
  return all.find(({ decision }) => decision === 'ACCEPTED');
};

/**
 * Tells a service how the people are doing whose cases came from it: counts about nobody, none below five.
 * @throws RefusedError outcome.tooFew, and as `sealOut`
 */
export const tellCounts = async (work: Work, serviceId: string, folder: string): Promise<{ fileName: string }> => {
  const ready = (await countsReady(work)).find((one) => one.serviceId === serviceId);
  const about = await anyCaseOf(work, serviceId);
  if (ready === undefined || about === undefined) throw new RefusedError({ code: 'outcome.tooFew' });
  const payload: ReturnPayload = { format: 'varco-return', version: RETURN_VERSION, dataAsOf: work.today, named: false, counts: ready.counts };
  const details = { service: serviceId, checkpoints: ready.counts.length };
  const sent = await sealOut(
    work,
    { kind: 'return', to: serviceId, inAnswerTo: refOfCase(about), ...payloadFile(payload) },
    { folder },
    {
      record: () => ({ changes: [], audit: { action: 'outcome.tellCounts', details } }),
      takeBack: () => ({ changes: [], audit: { action: 'outcome.notTold', details } }),
    },
  );
  return { fileName: sent.fileName };
};
