import { z } from 'zod';
import type { Consent } from './consents.ts';
import type { CivilDate } from './dates.ts';
import type { Application } from './application.ts';
import type { Appointment } from './appointment.ts';
import type { Handover } from './handover.ts';
import type { Issued } from './issued.ts';
import type { Enrolment } from './learning.ts';
import type { Round } from './needs.ts';
import type { Note } from './note.ts';
import type { Obligation } from './obligations.ts';
import type { Person } from './people.ts';
import type { PlanContent, PlanProgress } from './plan.ts';
import type { Request } from './request.ts';
import type { SittingCase } from './sitting.ts';

/** What a timeline tells of, and by what it is narrowed. */
export const TimelineKind = z.enum(['MOVEMENT', 'TURN', 'DECISION', 'DATE', 'ROUND', 'NOTE', 'PLAN', 'REVIEW', 'COURSE', 'CHOICE', 'REQUEST', 'SITTING', 'APPOINTMENT', 'APPLICATION', 'OBLIGATION', 'HANDOVER', 'PAPER']);
export type TimelineKind = z.infer<typeof TimelineKind>;

/** What happened to a plan, beside its reviews. */
export const TimelinePlan = z.enum(['WRITTEN', 'ANSWERED', 'APPROVED', 'CLOSED']);
/** What happened to a request, to an obligation, and to somebody who stands on the list of a sitting. */
export const TimelineRequest = z.enum(['RECEIVED', 'ANSWERED', 'DELIVERED', 'WITHDRAWN', 'REOPENED']);
export const TimelineObligation = z.enum(['ENTERED', 'ENDED']);
/** What became of a review. */
export const TimelineReview = z.enum(['CONTINUE', 'AMEND', 'PUT_OFF']);

/** One dated thing in the life of a case. Codes only: neither a note's words nor a reason stands in a timeline. */
export interface TimelineEntry {
  /** names the entry for as long as it stands there */
  readonly key: string;
  readonly kind: TimelineKind;
  readonly on: CivilDate;
  /** a value of the enum that belongs to the kind */
  readonly what: string;
  /** a second value: the answer to a plan, a choice, how a paper left */
  readonly second?: string;
  /** number of the plan's version */
  readonly no?: number;
  /** the day that was set, of a date of the road */
  readonly day?: CivilDate;
  readonly programmeId?: string;
}

/** Everything that is kept about one person. */
export interface CaseDocuments {
  readonly person: Person;
  readonly rounds: readonly Round[];
  readonly notes: readonly Note[];
  readonly plans: readonly { readonly content: PlanContent; readonly progress: PlanProgress }[];
  readonly enrolments: readonly Enrolment[];
  readonly consents: readonly Consent[];
  readonly requests: readonly Request[];
  readonly sittings: readonly SittingCase[];
  readonly appointments: readonly Appointment[];
  readonly applications: readonly Application[];
  readonly obligations: readonly Obligation[];
  readonly handovers: readonly Handover[];
  readonly issued: readonly Issued[];
  /** the civil day of an instant at the site */
  readonly dayOf: (at: string) => CivilDate;
}

const ofPerson = ({ movements = [], turns = [], decisions, releaseDates }: Person): TimelineEntry[] => [
  ...movements.map(({ id, kind, on }) => ({ key: id, kind: 'MOVEMENT' as const, on, what: kind })),
  ...turns.map(({ id, kind, on }) => ({ key: id, kind: 'TURN' as const, on, what: kind })),
  ...decisions.flatMap(({ id, history }) => history.map(({ state, on }, at) => ({ key: `${id}-${at}`, kind: 'DECISION' as const, on, what: state }))),
  ...releaseDates.map(({ id, kind, setOn, date }) => ({ key: id, kind: 'DATE' as const, on: setOn, what: kind, day: date })),
];

const ofPlan = ({ content, progress }: CaseDocuments['plans'][number], dayOf: CaseDocuments['dayOf']): TimelineEntry[] => {
  const { id, versionNo: no } = content;
  const plan = (what: z.infer<typeof TimelinePlan>, on: CivilDate, more: Partial<TimelineEntry> = {}): TimelineEntry => ({ key: `${id}-${what}-${on}`, kind: 'PLAN', on, what, no, ...more });
  return [
    plan('WRITTEN', dayOf(content.createdAt)),
    ...(progress.answer === undefined ? [] : [plan('ANSWERED', progress.answer.on, { second: progress.answer.answer })]),
    ...progress.approvals.map(({ on }) => plan('APPROVED', on)),
    ...(progress.closed === undefined ? [] : [plan('CLOSED', progress.closed.on)]),
    ...(progress.reviews ?? []).map(({ on, outcome }, at): TimelineEntry => ({ key: `${id}-review-${at}`, kind: 'REVIEW', on, what: outcome, no })),
    ...(progress.exemptions ?? []).map(({ on }, at): TimelineEntry => ({ key: `${id}-off-${at}`, kind: 'REVIEW', on, what: 'PUT_OFF', no })),
  ];
};

const ofEnrolment = ({ id, programmeId, history, status, enrolledOn }: Enrolment): TimelineEntry[] =>
  history === undefined || history.length === 0
    ? [{ key: id, kind: 'COURSE', on: enrolledOn, what: status, programmeId }]
    : history.map((step, at) => ({ key: `${id}-${at}`, kind: 'COURSE', on: step.on, what: step.status, programmeId }));

const ofRequest = ({ id, about, receivedOn, answer, delivered, withdrawnOn, reopened }: Request): TimelineEntry[] => {
  let no = 0;
  const told = (what: z.infer<typeof TimelineRequest>, on: CivilDate): TimelineEntry => ({ key: `${id}-${(no += 1)}`, kind: 'REQUEST', on, what, second: about });
  const answers = (of: Pick<Request, 'answer' | 'delivered'>): TimelineEntry[] => [...(of.answer === undefined ? [] : [told('ANSWERED', of.answer.on)]), ...(of.delivered === undefined ? [] : [told('DELIVERED', of.delivered.on)])];
  return [
    told('RECEIVED', receivedOn),
    ...reopened.flatMap((before) => [...answers(before), told('REOPENED', before.on)]),
    ...answers({ answer, delivered }),
    ...(withdrawnOn === undefined ? [] : [told('WITHDRAWN', withdrawnOn)]),
  ];
};

/** On the day of the sitting, whoever was heard or is expected; whoever was taken off, on the day they were. */
const ofSitting = ({ id, kind, on, state, takenOff }: SittingCase): TimelineEntry => ({ key: id, kind: 'SITTING', on: takenOff?.on ?? on, what: state, second: kind });

const ofObligation = ({ id, kind, createdAt, ended }: Obligation, dayOf: CaseDocuments['dayOf']): TimelineEntry[] => [
  { key: id, kind: 'OBLIGATION', on: dayOf(createdAt), what: 'ENTERED', second: kind },
  ...(ended === undefined ? [] : [{ key: `${id}-ended`, kind: 'OBLIGATION' as const, on: ended.on, what: 'ENDED', second: kind }]),
];

/** Everything dated in one case, newest first; of one day in the order in which it was kept. */
export const timelineOf = (docs: CaseDocuments): TimelineEntry[] =>
  [
    ...ofPerson(docs.person),
    ...docs.rounds.map(({ id, conductedOn, kind }): TimelineEntry => ({ key: id, kind: 'ROUND', on: conductedOn, what: kind })),
    ...docs.notes.map(({ id, on, kind }): TimelineEntry => ({ key: id, kind: 'NOTE', on, what: kind })),
    ...docs.plans.flatMap((plan) => ofPlan(plan, docs.dayOf)),
    ...docs.enrolments.flatMap(ofEnrolment),
    ...docs.consents.map(({ id, on, purpose, decision }): TimelineEntry => ({ key: id, kind: 'CHOICE', on, what: purpose, second: decision })),
    ...docs.requests.flatMap(ofRequest),
    ...docs.sittings.map(ofSitting),
    // with whom an appointment is stays out: of one about health nothing is told
    ...docs.appointments.flatMap(({ id, history }) => history.map(({ status, at }, step): TimelineEntry => ({ key: `${id}-${step}`, kind: 'APPOINTMENT', on: docs.dayOf(at), what: status }))),
    ...docs.applications.flatMap(({ id, kind, log }) => log.map(({ status, on }, step): TimelineEntry => ({ key: `${id}-${step}`, kind: 'APPLICATION', on, what: status, second: kind }))),
    ...docs.obligations.flatMap((obligation) => ofObligation(obligation, docs.dayOf)),
    ...docs.handovers.filter(({ practice }) => practice !== true).flatMap(({ id, history }) => history.map(({ status, at }, step): TimelineEntry => ({ key: `${id}-${step}`, kind: 'HANDOVER', on: docs.dayOf(at), what: status }))),
    ...docs.issued.filter(({ result }) => result === 'DONE').map(({ id, createdAt, document, act }): TimelineEntry => ({ key: id, kind: 'PAPER', on: docs.dayOf(createdAt), what: document, second: act })),
  ].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : TimelineKind.options.indexOf(a.kind) - TimelineKind.options.indexOf(b.kind)));
