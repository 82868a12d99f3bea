import { z } from 'zod';
import { Application } from './application.ts';
import { Appointment } from './appointment.ts';
import { Breach } from './breach.ts';
import { Checklist } from './checklist.ts';
import { openItemsColumn } from './checklist-columns.ts';
import { roadColumn, sessionDaysColumn } from './calendar.ts';
import { ClockWarning } from './clock.ts';
import { Round } from './needs.ts';
import { Consent } from './consents.ts';
import { Departure, PackOpening } from './departure.ts';
import { Organisation } from './directory.ts';
import { Disclosure } from './disclosure.ts';
import { GoalTemplate } from './goal-template.ts';
import { Handover, ImportRecord } from './handover.ts';
import { awaitsSecond } from './handover-life.ts';
import { Issued } from './issued.ts';
import { Enrolment, Programme, Run } from './learning.ts';
import { answeredLinesColumn, linesColumn } from './line-columns.ts';
import { Cardless, Contact, RegisterMapping, Service, ServiceKeys, Settings, User } from './office.ts';
import { Draft } from './draft.ts';
import { ExternalTool } from './external-tool.ts';
import { FirstHourChoice } from './first-hour.ts';
import { Need } from './need.ts';
import { Merged } from './merge.ts';
import { Note } from './note.ts';
import { OutcomeCounts, OutcomeReport } from './outcome-return.ts';
import { soundColumn } from './name-sound.ts';
import { Obligation } from './obligations.ts';
import { PaperForm } from './paper-form.ts';
import { Scan, ScanPicture } from './scan.ts';
import { Sent } from './sent.ts';
import { SharedPack } from './shared-pack.ts';
import { displayName, folded, Person } from './people.ts';
import { pausedUntil } from './person-rules.ts';
import { ReceivedCourse } from './received.ts';
import { Request } from './request.ts';
import { Sitting, SittingCase } from './sitting.ts';
import { nearestDate } from './release-dates.ts';
import { Road } from './road.ts';
import { ThirdPerson } from './third-person.ts';
import { decisionDay, releaseDay } from './road-dates.ts';
import { finishedColumn, stepsColumn } from './step-columns.ts';
import { PlanContent, PlanProgress } from './plan.ts';
import { arrivedOn, fractionDay, lookedOn, openExemptions, reviewedOn, type LookedFacts } from './plan-review.ts';
import type { ReviewExemptionReason } from './review-schedule.ts';

export { UserRole } from './roles.ts';
export type { KeyClass } from './roles.ts';
export type { WorkplaceKind } from './office.ts';

/** The twelve collections; RxDB's free package opens at most thirteen. A `type` field tells apart what shares one. */
export const CollectionName = z.enum([
  'people',
  'assessments',
  'plans',
  'learning',
  'programmes',
  'release',
  'partners',
  'referrals',
  'handovers',
  'consents',
  'community',
  'office',
]);
export type CollectionName = z.infer<typeof CollectionName>;

/** Holds no document types yet; anything put there is refused by validation. */
const nothingYet = z.never();

/** The schema of every document of a collection. */
export const documentSchemas = {
  people: Person,
  assessments: z.discriminatedUnion('type', [Round, Need, ExternalTool, Note, Request, Draft]),
  plans: z.discriminatedUnion('type', [PlanContent, PlanProgress]),
  learning: Enrolment,
  programmes: z.discriminatedUnion('type', [Programme, Run, GoalTemplate]),
  release: z.discriminatedUnion('type', [Checklist, Road, Obligation, Appointment, Application, Departure, PackOpening, ReceivedCourse, OutcomeReport, OutcomeCounts, Sitting, SittingCase]),
  partners: z.discriminatedUnion('type', [Organisation, SharedPack]),
  referrals: nothingYet,
  handovers: z.discriminatedUnion('type', [Handover, ImportRecord, Sent, ServiceKeys, Issued, PaperForm, Scan, ScanPicture]),
  consents: z.discriminatedUnion('type', [Consent, Disclosure, Merged, ThirdPerson]),
  community: nothingYet,
  office: z.discriminatedUnion('type', [User, Service, Contact, Cardless, RegisterMapping, Settings, FirstHourChoice, ClockWarning, Sent, Breach]),
} as const satisfies { readonly [C in CollectionName]: z.ZodType };

export type DocumentOf<C extends CollectionName> = z.infer<(typeof documentSchemas)[C]>;

/**
 * Collections whose documents are case data even without a person: sealed under the case key.
 * A document about a person (`personId`, or the person itself) is always sealed under that person's own key.
 */
export const caseCollections: ReadonlySet<CollectionName> = new Set([
  'people',
  'assessments',
  'plans',
  'learning',
  'release',
  'referrals',
  'handovers',
  'consents',
]);

/** The person a document is about; undefined for office documents. */
export const personOf = (collection: CollectionName, doc: { readonly id: string; readonly personId?: string }): string | undefined =>
  collection === 'people' ? doc.id : doc.personId;

export type IndexValue = string | number | boolean | null;

/**
 * The columns of a document kept (sealed) in memory while the vault is open, so that lists, search and sort
 * never open bodies. Queries see them as `ix.<column>`; every document also has `id`, `type` and `personId`.
 */
export type IndexRow = Readonly<Record<string, IndexValue>>;

/** The index columns of a document; a type without columns has none. */
export const indexRow = (doc: { readonly type: string }): IndexRow => {
  const byType: { readonly [type: string]: (of: never) => IndexRow } = indexers;
  return byType[doc.type]?.(doc as never) ?? {};
};

/** The value of `ix.nearest` when no date is known. */
export const NO_DATE = '9999-99-99';

/** Whether an identity paper is needed; null when that was not asked in this round. */
const papersColumn = ({ domains }: Round): boolean | null => {
  const answer = domains.find(({ domain }) => domain === 'IDENTITY_DOCS')?.answer ?? 'NOT_ASKED';
  return answer === 'NOT_ASKED' ? null : answer === 'NEED';
};

/** Exemptions that count, as `REASON until`; see `exemptionsOf`. */
const exemptColumn = (progress: PlanProgress): string => openExemptions(progress).map(({ reason, until }) => `${reason} ${until}`).join(',');

/** What `exemptColumn` keeps, read again. */
export const exemptionsOf = (column: string): LookedFacts['exemptions'] =>
  column === '' ? [] : column.split(',').map((entry) => ({ reason: entry.slice(0, -11) as ReviewExemptionReason, until: entry.slice(-10) }));

const indexers = {
  person: (doc: Person) => {
    const nearest = nearestDate(doc);
    const release = releaseDay(doc);
    const decision = decisionDay(doc);
    return {
      name: folded(displayName(doc)),
      code: folded(doc.code),
      search: `${folded(displayName(doc))} ${folded(`${doc.givenName} ${doc.familyName}`)} ${[doc.code, ...(doc.otherCodes ?? [])].map(folded).join(' ')}`,
      sound: soundColumn(doc),
      // numbers of records that were merged into this one, each between bars
      otherCodes: doc.otherCodes === undefined ? null : `|${doc.otherCodes.map(folded).join('|')}|`,
      wasIds: doc.wasIds === undefined ? null : doc.wasIds.join(' '),
      notSame: doc.notSame === undefined ? null : doc.notSame.map(({ id }) => id).join(' '),
      unit: doc.unit ?? null,
      regime: doc.regime ?? null,
      status: doc.status,
      // sorts people without a date last; see NO_DATE
      nearest: nearest?.date ?? NO_DATE,
      nearestKind: nearest?.kind ?? null,
      birth: doc.birthDate,
      caseManager: doc.caseManagerId ?? null,
      deputy: doc.deputyId ?? null,
      position: doc.legalPosition ?? null,
      decided: doc.decisions.at(-1)?.state ?? null,
      pausedUntil: pausedUntil(doc) ?? null,
      release: release?.date ?? null,
      releaseKind: release?.kind ?? null,
      decision: decision?.date ?? null,
      decisionKind: decision?.kind ?? null,
      // every dated thing of the road, for the calendar
      road: roadColumn(doc),
      endless: doc.endless === true,
      fraction: fractionDay(doc) ?? null,
      arrived: arrivedOn(doc) ?? null,
      // the last day of a copy that is kept after a transfer
      keepUntil: doc.copy?.keepUntil ?? null,
    };
  },
  round: (doc: Round) => ({
    on: doc.conductedOn,
    kind: doc.kind,
    closed: doc.closedOn !== undefined,
    by: doc.conductedBy,
    papers: papersColumn(doc),
    past: doc.past === true,
  }),
  // which domain it is about and what became of it: nothing more of a need is in an index
  need: (doc: Need) => ({ domain: doc.domain, status: doc.status }),
  content: (doc: PlanContent) => ({ versionNo: doc.versionNo, by: doc.updatedBy, steps: stepsColumn(doc), lines: linesColumn(doc) }),
  progress: (doc: PlanProgress) => ({
    versionNo: doc.versionNo,
    status: doc.status,
    ended: doc.closed?.reason ?? null,
    contentId: doc.contentId,
    by: doc.author,
    at: doc.updatedAt,
    answer: doc.answer?.answer ?? null,
    answeredOn: doc.answer?.on ?? null,
    writers: doc.writers?.join(' ') ?? null,
    // when the plan was last looked at as a whole
    looked: lookedOn(doc) ?? null,
    reviewed: reviewedOn(doc) ?? null,
    exempt: exemptColumn(doc),
    steps: finishedColumn(doc),
    lines: answeredLinesColumn(doc),
  }),
  checklist: (doc: Checklist) => ({ ended: doc.endedOn !== undefined, items: openItemsColumn(doc) }),
  obligation: (doc: Obligation) => ({ on: doc.from }),
  enrolment: (doc: Enrolment) => ({ runId: doc.runId, status: doc.status }),
  programme: (doc: Programme) => ({ code: folded(doc.code), active: doc.active }),
  run: (doc: Run) => ({ programmeId: doc.programmeId, startsOn: doc.startsOn, days: sessionDaysColumn(doc.sessions), leaders: doc.leaders.join(' ') }),
  handover: (doc: Handover) => ({
    status: doc.status,
    recipient: doc.recipientServiceId,
    envelopeId: doc.envelope?.id ?? null,
    batch: doc.envelope?.batch ?? null,
    by: doc.preparedBy,
    at: doc.history.findLast(({ act }) => act === undefined)?.at ?? doc.updatedAt,
    // who signed alone, and the day by which a second person answers
    awaits: awaitsSecond(doc) && doc.emergency !== undefined ? `${doc.emergency.by} ${doc.emergency.until.slice(0, 10)}` : null,
    // the notice that it must not be used is still to be written
    notice: doc.revocation !== undefined && doc.revocation.notice === undefined && doc.byPassphrase !== true,
    practice: doc.practice === true,
    document: doc.caseFile.format === 'varco-transfer' ? 'transfer' : null,
    // nobody waits for its answer, and nothing of it is handed out
    over: doc.past === true || doc.stopped !== undefined,
  }),
  import: (doc: ImportRecord) => ({
    envelopeId: doc.envelopeId,
    sender: doc.senderServiceId,
    sequence: doc.sequence,
    status: doc.decision,
    at: doc.decidedAt,
    answered: doc.answered?.decision ?? null,
  }),
  // `recipient` and `sequence`: the book of what left, by service
  sent: (doc: Sent) => ({ recipient: doc.recipientServiceId, sequence: doc.sequence, document: doc.kind, at: doc.sealedAt }),
  serviceKeys: (_doc: ServiceKeys) => ({}),
  paperForm: (doc: PaperForm) => ({ code: doc.code }),
  // `code`: the pages it belongs to; `status`: whether somebody still has to type in what it says
  scan: (doc: Scan) => ({ code: doc.set, status: doc.typed === undefined ? 'WAITING' : 'TYPED', document: doc.kind, page: doc.page, at: doc.createdAt }),
  scanPicture: (_doc: ScanPicture) => ({}),
  issued: (doc: Issued) => ({ status: doc.result, document: doc.document, at: doc.createdAt }),
  consent: (doc: Consent) => ({ purpose: doc.purpose, on: doc.on }),
  merged: (doc: Merged) => ({ on: doc.on, was: doc.was.id }),
  disclosure: (doc: Disclosure) => ({ on: doc.on }),
  // nothing of somebody else is in an index
  thirdPerson: (_doc: ThirdPerson) => ({}),
  user: (doc: User) => ({
    name: folded(doc.name),
    scope: doc.scope ?? null,
    units: doc.units === undefined ? null : JSON.stringify(doc.units),
    absences: doc.absences === undefined ? null : JSON.stringify(doc.absences),
    dismissed: doc.dismissedOn ?? null,
  }),
  appointment: (doc: Appointment) => ({ status: doc.past === true ? null : doc.status, on: doc.at.when === 'EXACT' ? doc.at.date : null }),
  application: (doc: Application) => ({ status: doc.status, on: doc.expectedBy ?? null }),
  outcomeReport: (doc: OutcomeReport) => ({ on: doc.observedOn, kind: doc.checkpoint }),
  outcomeCounts: (doc: OutcomeCounts) => ({ on: doc.dataAsOf }),
  receivedCourse: (doc: ReceivedCourse) => ({ on: doc.from.dataAsOf }),
  packOpening: (doc: PackOpening) => ({ on: doc.on }),
  contact: (doc: Contact) => ({ serviceId: doc.card.serviceId, trust: doc.trust }),
  organisation: (doc: Organisation) => ({ name: folded(doc.name) }),
  goalTemplate: (_doc: GoalTemplate) => ({}),
  sharedPack: (doc: SharedPack) => ({ envelopeId: doc.envelopeId, sender: doc.senderServiceId, status: doc.state, document: doc.kind, at: doc.decidedAt }),
  cardless: (doc: Cardless) => ({ name: folded(doc.name), serviceId: doc.serviceId }),
  registerMapping: (doc: RegisterMapping) => ({ signature: doc.signature }),
  note: (doc: Note) => ({ on: doc.on, kind: doc.kind }),
  request: (doc: Request) => ({ on: doc.receivedOn, kind: doc.about, status: doc.past === true ? null : doc.state, by: doc.assignedTo ?? null, answered: doc.answer?.on ?? null }),
  sitting: (doc: Sitting) => ({ on: doc.on, kind: doc.kind }),
  sittingCase: (doc: SittingCase) => ({ sitting: doc.sittingId, on: doc.on, kind: doc.kind, status: doc.state, report: doc.report.state }),
  breach: (doc: Breach) => ({ status: doc.status, at: doc.facts.noticedAt, by: doc.createdBy }),
  draft: (doc: Draft) => ({ form: doc.form, user: doc.userId }),
} as const satisfies { readonly [type: string]: (doc: never) => IndexRow };

type Worked = { readonly [T in keyof typeof indexers]: keyof ReturnType<(typeof indexers)[T]> }[keyof typeof indexers];

/** Columns that are worked out and kept by no collection, and so are forgotten without a word: there may be none. */
export type ForgottenColumn = Exclude<Worked, (typeof indexColumns)[CollectionName][number]>;

/** Every column any document of the collection may carry, for the storage's schema. */
export const indexColumns = {
  people: ['name', 'code', 'search', 'unit', 'regime', 'status', 'nearest', 'nearestKind', 'birth', 'caseManager', 'deputy', 'position', 'decided', 'release', 'releaseKind', 'decision', 'decisionKind', 'pausedUntil', 'endless', 'fraction', 'arrived', 'keepUntil', 'road', 'sound', 'otherCodes', 'wasIds', 'notSame'],
  assessments: ['on', 'kind', 'closed', 'form', 'user', 'by', 'papers', 'past', 'domain', 'status', 'answered'],
  plans: ['versionNo', 'status', 'ended', 'contentId', 'by', 'at', 'answer', 'looked', 'steps', 'lines', 'answeredOn', 'writers', 'reviewed', 'exempt'],
  learning: ['runId', 'status'],
  programmes: ['code', 'active', 'programmeId', 'startsOn', 'days', 'leaders'],
  release: ['on', 'ended', 'items', 'kind', 'status', 'sitting', 'report'],
  partners: ['name', 'envelopeId', 'sender', 'status', 'document', 'at'],
  referrals: [],
  handovers: ['status', 'recipient', 'envelopeId', 'batch', 'sender', 'sequence', 'by', 'at', 'practice', 'over', 'awaits', 'notice', 'answered', 'document', 'code', 'page'],
  consents: ['purpose', 'on', 'was'],
  community: [],
  office: ['name', 'recipient', 'sequence', 'document', 'serviceId', 'trust', 'signature', 'status', 'at', 'by', 'scope', 'units', 'absences', 'dismissed'],
} as const satisfies { readonly [C in CollectionName]: readonly string[] };
