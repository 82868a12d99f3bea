import { z } from 'zod';
import { documentBase, Id, Language, longText, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import type { Machine } from './machine.ts';
import { NeedDomain } from './needs.ts';
import { ReviewExemptionReason } from './review-schedule.ts';

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

export const PlanStep = z.strictObject({
  id: Id,
  text: shortText,
  owner: OwnerKind,
  dueDate: CivilDate.optional(),
  /** goes on after release */
  carriesOver: z.boolean(),
});
export type PlanStep = z.infer<typeof PlanStep>;

export const Objective = z.strictObject({
  id: Id,
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

/** Version n stays ACTIVE until n+1 is ACTIVE. A plan not agreed may be approved with a reason: it remains an offer. */
export const planMachine: Machine<PlanStatus, PlanCommand> = {
  DRAFT: { propose: 'PROPOSED', close: 'CLOSED' },
  PROPOSED: { agree: 'AGREED', disagree: 'NOT_AGREED', revise: 'DRAFT', approve: 'APPROVED', close: 'CLOSED' },
  AGREED: { approve: 'APPROVED', revise: 'DRAFT', close: 'CLOSED' },
  NOT_AGREED: { revise: 'DRAFT', approve: 'APPROVED', close: 'CLOSED' },
  APPROVED: { activate: 'ACTIVE', close: 'CLOSED' },
  ACTIVE: { review: 'UNDER_REVIEW', supersede: 'SUPERSEDED', handOver: 'HANDED_OVER', close: 'CLOSED' },
  UNDER_REVIEW: { continue: 'ACTIVE', supersede: 'SUPERSEDED', close: 'CLOSED' },
  SUPERSEDED: {},
  HANDED_OVER: { reopen: 'ACTIVE', supersede: 'SUPERSEDED', close: 'CLOSED' },
  CLOSED: {},
};

export const Answer = z.enum(['AGREES', 'DISAGREES', 'COULD_NOT_ANSWER', 'WITHDRAWN']);
export type Answer = z.infer<typeof Answer>;

export const StepStatus = z.enum(['NOT_STARTED', 'IN_PROGRESS', 'DONE', 'BLOCKED', 'NOT_NEEDED', 'HANDED_OVER']);
export type StepStatus = z.infer<typeof StepStatus>;

/** How far a step is: since when, marked by whom, and in `note` why it cannot be done yet, is not needed, or was not done after all. */
const mark = { status: StepStatus, on: CivilDate, by: Id.optional(), note: shortText.optional() };

export const StepMark = z.strictObject({
  ...mark,
  /** the mark before this one, to take a wrong tick back; null when there was none */
  before: z.strictObject(mark).nullable().optional(),
});
export type StepMark = z.infer<typeof StepMark>;

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
    })
    .optional(),
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
      }),
    )
    .max(10),
  steps: z.record(Id, StepMark),
  /** oldest first */
  reviews: z.array(PlanReview).max(100).optional(),
  /** oldest first */
  exemptions: z.array(ReviewExemption).max(200).optional(),
});
export type PlanProgress = z.infer<typeof PlanProgress>;
