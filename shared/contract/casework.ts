import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, longText, shortText } from '../domain/base.ts';
import { ChoiceBy, Consent, ConsentDecision, ConsentPurpose, ExplainedHow } from '../domain/consents.ts';
import { CivilDate } from '../domain/dates.ts';
import { NeedDomain } from '../domain/needs.ts';
import { Answer, AnswerSupport, Horizon, OwnerKind, OwnerRef, PlanCloseReason, PlanContent, PlanKind, PlanProgress, ReviewOutcome, StepStatus, TeamMeeting } from '../domain/plan.ts';
import { LineAbsence, PartsSeen, PlanLine } from '../domain/plan-lines.ts';
import { ObjectiveCommand, RemovalReason } from '../domain/plan-marks.ts';
import { ReviewWindow } from '../domain/plan-review.ts';
import { ReviewExemptionReason } from '../domain/review-schedule.ts';
import { Names } from '../domain/jurisdiction.ts';
import { procedure } from './base.ts';

const stored = { _rev: z.string() };

export const StoredContent = PlanContent.extend(stored);
export const StoredProgress = PlanProgress.extend(stored);

export const ObjectiveInput = z.object({
  id: Id.optional(),
  line: PlanLine.optional(),
  domain: NeedDomain,
  title: shortText,
  measure: shortText.optional(),
  targetDate: CivilDate.optional(),
  horizon: Horizon,
  steps: z
    .array(
      z.object({
        id: Id.optional(),
        text: shortText,
        owner: OwnerKind,
        ownerRef: OwnerRef.optional(),
        dueDate: CivilDate.optional(),
        carriesOver: z.boolean(),
      }),
    )
    .max(20),
});
export type ObjectiveInput = z.infer<typeof ObjectiveInput>;

/** One version of a plan, with the days of its next review where it is in force here. */
export const PlanVersionView = z.object({
  content: StoredContent,
  progress: StoredProgress,
  review: ReviewWindow.optional(),
  /** the bodies that approve a plan in this country, by their codes */
  bodies: z.array(z.object({ code: z.string(), names: Names, external: z.boolean() })),
});
export type PlanVersionView = z.infer<typeof PlanVersionView>;

export const plans = {
  ofPerson: procedure
    .input(z.object({ personId: Id }))
    .output(eventIterator(z.array(PlanVersionView))),
  /** A new draft: version 1, or n+1 copied from the version in force. */
  draft: procedure
    .input(z.object({ personId: Id, kind: PlanKind, lang: Language }))
    .output(z.object({ contentId: Id })),
  /**
   * Writes what a draft says; with `seen` only the parts named there, each with how often it had been written when the writer
   * last saw it: refused when a colleague changed it since. Each line by its profession, and nothing once it is proposed.
   */
  write: procedure
    .input(z.object({ contentId: Id, personStatement: longText.optional(), objectives: z.array(ObjectiveInput).max(40), seen: PartsSeen.optional() }))
    .output(z.object({ seen: PartsSeen })),
  /** A profession signs the goals of its line; a later change takes the signature away. */
  signLine: procedure.input(z.object({ contentId: Id, line: PlanLine })).output(z.void()),
  /** Nobody of a profession answers for its line: why. Without a reason that is taken back. */
  lineUnavailable: procedure.input(z.object({ contentId: Id, line: PlanLine, reason: LineAbsence.optional(), note: shortText.optional() })).output(z.void()),
  /** Proposing signs the lines that the one who proposes wrote. */
  propose: procedure.input(z.object({ contentId: Id })).output(z.void()),
  /** The person's answer. It never blocks: a plan not agreed remains an offer. */
  answer: procedure
    .input(
      z.object({
        contentId: Id,
        answer: Answer,
        on: CivilDate,
        /** how it was given; left out where the person could not answer */
        signature: z.enum(['PAPER', 'TICK', 'REFUSED']).optional(),
        reason: longText.optional(),
        /** a page of the signed paper it is typed from */
        fromPaper: Id.optional(),
        /** what helped, where the person could not answer */
        support: AnswerSupport.optional(),
      }),
    )
    .output(z.void()),
  revise: procedure.input(z.object({ contentId: Id })).output(z.void()),
  /** By a second user, who chaired the team meeting if it was agreed in one; freezes and hashes the content, supersedes the version in force. */
  approve: procedure
    .input(z.object({ contentId: Id, reasonWithoutAgreement: longText.optional(), meeting: TeamMeeting.optional() }))
    .output(z.object({ contentHash: z.string() })),
  /** A step of the version in force; BLOCKED, NOT_NEEDED and leaving DONE need a note. */
  markStep: procedure
    .input(z.object({ contentId: Id, stepId: Id, status: StepStatus, note: shortText.optional() }))
    .output(z.void()),
  /** Takes the last mark of a step back. */
  unmarkStep: procedure.input(z.object({ contentId: Id, stepId: Id })).output(z.void()),
  /** How a goal of the version in force goes on. Removing needs a reason, taking up again a note, one for later a day. */
  markObjective: procedure
    .input(z.object({ contentId: Id, objectiveId: Id, command: ObjectiveCommand, note: shortText.optional(), reason: RemovalReason.optional(), targetDate: CivilDate.optional() }))
    .output(z.void()),
  /** Takes the last mark of a goal back. */
  unmarkObjective: procedure.input(z.object({ contentId: Id, objectiveId: Id })).output(z.void()),
  /** A version goes no further: a draft that is not wanted, or a plan that ends here. It stays readable. */
  close: procedure.input(z.object({ contentId: Id, reason: PlanCloseReason.exclude(['NEW_ROUND']), note: longText.optional() })).output(z.void()),
  /** An approval that another authority gave to the version in force, from its act. */
  recordApproval: procedure.input(z.object({ contentId: Id, body: z.string().max(40), on: CivilDate, act: shortText })).output(z.void()),
  /** Puts the next review off: why, and the last day on which that holds. */
  exemptReview: procedure.input(z.object({ contentId: Id, reason: ReviewExemptionReason, until: CivilDate })).output(z.void()),
  startReview: procedure.input(z.object({ contentId: Id })).output(z.void()),
  /** Ends a review. CONTINUE: the same version goes on; AMEND: it goes on until the next one, opened now, is approved. */
  endReview: procedure
    .input(z.object({ contentId: Id, outcome: ReviewOutcome, on: CivilDate, note: longText.optional() }))
    .output(z.object({ draftId: Id.optional() })),
};

export const consents = {
  record: procedure
    .input(
      z.object({
        personId: Id,
        purpose: ConsentPurpose,
        decision: ConsentDecision,
        on: CivilDate,
        /** a page of the signed paper it is typed from */
        fromPaper: Id.optional(),
        /** in which it was explained */
        lang: Language,
        explainedHow: ExplainedHow.optional(),
        givenBy: ChoiceBy.optional(),
        /** last day of a consent */
        validTo: CivilDate.optional(),
        /** what the person wants said with it; never asked for */
        words: longText.optional(),
      }),
    )
    .output(z.object({ consentId: Id })),
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(Consent.extend(stored)))),
};
