import { z } from 'zod';
import { documentBase, Id, Language, longText, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import type { Machine } from './machine.ts';
import { NeedDomain } from './needs.ts';
import { LineState, PlanLine } from './plan-lines.ts';
import { ObjectiveMark, StepMark } from './plan-marks.ts';
import { ReviewExemptionReason } from './review-schedule.ts';

export { StepMark, StepStatus } from './plan-marks.ts';

export const Horizon = z.enum(['IN_CUSTODY', 'RELEASE_DAY', 'FIRST_72H', 'FIRST_30D', 'FIRST_90D', 'LATER']);
export type Horizon = z.infer<typeof Horizon>;

export const OwnerKind = z.enum([
  'PERSON',
  'EDUCATOR',
  'PSYCHOLOGIST',
  'SOCIAL_WORKER',
  'PROBATION',
  'PARTNER',
  'FAMILY',
  'MENTOR',
  'OTHER',
]);
export type OwnerKind = z.infer<typeof OwnerKind>;

/** Who of them it is: a service by its name, of the family only the relation. Never the name of a third person. */
export const OwnerRef = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** the service of the address book */
  serviceId: Id.optional(),
});
export type OwnerRef = z.infer<typeof OwnerRef>;

export const PlanStep = z.strictObject({
  id: Id,
  text: shortText,
  owner: OwnerKind,
  ownerRef: OwnerRef.optional(),
  dueDate: CivilDate.optional(),
  /** goes on after release */
  carriesOver: z.boolean(),
});
export type PlanStep = z.infer<typeof PlanStep>;

export const Objective = z.strictObject({
  id: Id,
  /** the profession that answers for it; none in plans of one author: education */
  line: PlanLine.optional(),
  domain: NeedDomain,
  /** in the person's own words */
  title: shortText,
  measure: shortText.optional(),
  targetDate: CivilDate.optional(),
  horizon: Horizon,
  steps: z.array(PlanStep).max(20),
});
export type Objective = z.infer<typeof Objective>;

export const PlanKind = z.enum(['INITIAL', 'REVIEW', 'PRE_RELEASE', 'TRANSFER', 'CLOSING']);

/** What was agreed: frozen and hashed at approval, never edited after. */
export const PlanContent = z.strictObject({
  ...documentBase,
  type: z.literal('content'),
  personId: Id,
  versionNo: z.int().min(1),
  kind: PlanKind,
  lang: Language,
  personStatement: longText.optional(),
  objectives: z.array(Objective).max(40),
  /** SHA-256 (hex) of the canonical RFC 8785 bytes of `frozenPart`, set at approval */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/).optional(),
});
export type PlanContent = z.infer<typeof PlanContent>;

export const PlanStatus = z.enum([
  'DRAFT',
  'PROPOSED',
  'AGREED',
  'NOT_AGREED',
  'APPROVED',
  'ACTIVE',
  'UNDER_REVIEW',
  'SUPERSEDED',
  'HANDED_OVER',
  'CLOSED',
]);
export type PlanStatus = z.infer<typeof PlanStatus>;

export const PlanCommand = z.enum([
  'propose',
  'agree',
  'disagree',
  'couldNotAnswer',
  'withdraw',
  'revise',
  'approve',
  'activate',
  'review',
  'continue',
  'supersede',
  'handOver',
  'close',
  'reopen',
]);
export type PlanCommand = z.infer<typeof PlanCommand>;

/**
 * Version n stays ACTIVE until n+1 is ACTIVE. A plan not agreed may be approved with a reason: it remains an offer, as one does
 * whose agreement was withdrawn.
 */
export const planMachine: Machine<PlanStatus, PlanCommand> = {
  DRAFT: { propose: 'PROPOSED', close: 'CLOSED' },
  PROPOSED: { agree: 'AGREED', disagree: 'NOT_AGREED', couldNotAnswer: 'PROPOSED', revise: 'DRAFT', approve: 'APPROVED', close: 'CLOSED' },
  AGREED: { withdraw: 'AGREED', approve: 'APPROVED', revise: 'DRAFT', close: 'CLOSED' },
  NOT_AGREED: { revise: 'DRAFT', approve: 'APPROVED', close: 'CLOSED' },
  APPROVED: { withdraw: 'APPROVED', activate: 'ACTIVE', close: 'CLOSED' },
  ACTIVE: { withdraw: 'ACTIVE', review: 'UNDER_REVIEW', supersede: 'SUPERSEDED', handOver: 'HANDED_OVER', close: 'CLOSED' },
  UNDER_REVIEW: { withdraw: 'UNDER_REVIEW', continue: 'ACTIVE', supersede: 'SUPERSEDED', handOver: 'HANDED_OVER', close: 'CLOSED' },
  SUPERSEDED: {},
  HANDED_OVER: { withdraw: 'HANDED_OVER', reopen: 'ACTIVE', supersede: 'SUPERSEDED', close: 'CLOSED' },
  // the service may accept after the release
  CLOSED: { handOver: 'HANDED_OVER' },
};

/** Why a version goes no further. */
export const PlanCloseReason = z.enum(['RELEASED', 'TRANSFERRED', 'DECEASED', 'NEW_ROUND', 'BY_MISTAKE', 'OTHER']);
export type PlanCloseReason = z.infer<typeof PlanCloseReason>;

export const Answer = z.enum(['AGREES', 'DISAGREES', 'COULD_NOT_ANSWER', 'WITHDRAWN']);
export type Answer = z.infer<typeof Answer>;

/** What was there to help when the person was asked and could not answer. */
export const AnswerSupport = z.enum(['INTERPRETER', 'READ_ALOUD', 'TRUSTED_PERSON', 'MORE_TIME']);
export type AnswerSupport = z.infer<typeof AnswerSupport>;

export const ReviewOutcome = z.enum(['CONTINUE', 'AMEND']);
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

/** A review that was held: the same version goes on, or the next one is opened. */
export const PlanReview = z.strictObject({ on: CivilDate, by: Id, outcome: ReviewOutcome, note: longText.optional() });
export type PlanReview = z.infer<typeof PlanReview>;

/** Why a review was put off, and the last day on which that holds. */
export const ReviewExemption = z.strictObject({ reason: ReviewExemptionReason, until: CivilDate, on: CivilDate, by: Id });
export type ReviewExemption = z.infer<typeof ReviewExemption>;

/** Who sat at the table when a plan was agreed: by profession, never by name. */
export const TeamProfession = z.enum(['DIRECTOR', 'EDUCATOR', 'PSYCHOLOGIST', 'SOCIAL_WORKER', 'SECURITY', 'HEALTH', 'TEACHER', 'WORK', 'PROBATION']);
export type TeamProfession = z.infer<typeof TeamProfession>;

/**
 * The meeting of the team in which a plan was agreed (IT: GOT; RO: echipa multidisciplinară, comisie), as its paper says.
 * Recorded and signed by whoever chaired it, who is never the author.
 */
export const TeamMeeting = z.strictObject({
  on: CivilDate,
  /** number of the paper minutes */
  reference: shortText,
  present: z.array(TeamProfession).min(2).max(TeamProfession.options.length),
});
export type TeamMeeting = z.infer<typeof TeamMeeting>;

/** An approval that another authority gave, as its act says (IT: magistrato di sorveglianza, art. 69 c. 5 O.P.). */
export const ExternalApproval = z.strictObject({
  /** code of the body in the country's file */
  body: z.string().max(40),
  on: CivilDate,
  act: shortText,
  recordedBy: Id,
  recordedOn: CivilDate,
});
export type ExternalApproval = z.infer<typeof ExternalApproval>;

/** What happens to the plan: kept apart from its frozen content. Same `versionNo`, own document. */
export const PlanProgress = z.strictObject({
  ...documentBase,
  type: z.literal('progress'),
  personId: Id,
  contentId: Id,
  versionNo: z.int().min(1),
  status: PlanStatus,
  author: Id,
  answer: z
    .strictObject({
      answer: Answer,
      on: CivilDate,
      /** none where the person could not answer */
      signature: z.enum(['PAPER', 'TICK', 'REFUSED']).optional(),
      reason: longText.optional(),
      recordedBy: Id,
      /** a page of the signed paper it was typed from */
      fromPaper: Id.optional(),
    })
    .optional(),
  /** times the person was asked and could not answer, oldest first */
  attempts: z.array(z.strictObject({ on: CivilDate, support: AnswerSupport.optional(), by: Id })).max(20).optional(),
  approvals: z
    .array(
      z.strictObject({
        by: Id,
        on: CivilDate,
        /** base64 of the approver's Ed25519 signature over the content hash */
        signature: z.string(),
        reasonWithoutAgreement: longText.optional(),
        /** signed with the approval */
        meeting: TeamMeeting.optional(),
        /** the body of the country's file in whose name it is approved; signed with it */
        body: z.string().max(40).optional(),
      }),
    )
    .max(10),
  /** approvals given elsewhere, by a judge for instance: recorded from their act, not signed here */
  externalApprovals: z.array(ExternalApproval).max(10).optional(),
  /** everybody who ever wrote in this version */
  writers: z.array(Id).max(50).optional(),
  /** where each line stands; one that is not here was not touched in this version */
  lines: z.partialRecord(PlanLine, LineState).optional(),
  /** how often the person's own words were written */
  wordsRev: z.int().min(0).optional(),
  steps: z.record(Id, StepMark),
  /** how its goals go, by their id */
  objectives: z.record(Id, ObjectiveMark).optional(),
  closed: z.strictObject({ reason: PlanCloseReason, on: CivilDate, by: Id, note: longText.optional() }).optional(),
  /** oldest first */
  reviews: z.array(PlanReview).max(100).optional(),
  /** oldest first */
  exemptions: z.array(ReviewExemption).max(200).optional(),
});
export type PlanProgress = z.infer<typeof PlanProgress>;
