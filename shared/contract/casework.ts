import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Basis, Id, Language, LONG_TEXT, longText, shortText } from '../domain/base.ts';
import { ChoiceBy, Consent, ConsentDecision, ConsentPurpose, ExplainedHow } from '../domain/consents.ts';
import { CivilDate } from '../domain/dates.ts';
import { NeedCode } from '../domain/needs-catalogue.ts';
import { NeedAnswer, NeedDomain, NeedItem, NeedLevel, Round, RoundKind, Source } from '../domain/needs.ts';
import { Answer, Horizon, OwnerKind, PlanContent, PlanKind, PlanProgress, ReviewOutcome, StepStatus, TeamMeeting } from '../domain/plan.ts';
import { ReviewWindow } from '../domain/plan-review.ts';
import { ReviewExemptionReason } from '../domain/review-schedule.ts';
import { procedure } from './base.ts';

const stored = { _rev: z.string() };

export const StoredRound = Round.extend(stored);
export const StoredContent = PlanContent.extend(stored);
export const StoredProgress = PlanProgress.extend(stored);

/** A sentence as it is typed: what it says, in which language, and what it rests on. */
const Said = z.object({ text: longText, lang: Language, basis: Basis });

export const needs = {
  openRound: procedure
    .input(
      z.object({
        personId: Id,
        kind: RoundKind,
        conductedOn: CivilDate,
        sources: z.array(Source).min(1).max(6),
        limitations: longText.optional(),
      }),
    )
    .output(z.object({ roundId: Id })),
  /** One domain of an open round: asked and none, not asked, refused, or a need with its level and a statement. */
  record: procedure
    .input(
      z.object({
        roundId: Id,
        domain: NeedDomain,
        answer: NeedAnswer,
        level: NeedLevel.optional(),
        statement: Said.optional(),
        /** replaces what was written; empty takes it away */
        strengths: z.string().trim().max(LONG_TEXT).optional(),
        /** what this domain rests on; empty: what the round rests on */
        sources: z.array(Source).max(6).optional(),
      }),
    )
    .output(z.void()),
  /** One need of the catalogue in an open round; without `item` its answer is taken back. */
  recordItem: procedure.input(z.object({ roundId: Id, domain: NeedDomain, code: NeedCode, item: NeedItem.omit({ code: true }).optional() })).output(z.void()),
  /** The person was asked again and nothing changed: the answer of an earlier round stands in this one too. */
  confirm: procedure.input(z.object({ roundId: Id, fromRoundId: Id, domain: NeedDomain })).output(z.void()),
  /** Puts an answer of a closed round right; what stood there stays readable. */
  correct: procedure
    .input(z.object({ roundId: Id, domain: NeedDomain, answer: NeedAnswer, level: NeedLevel.optional(), statement: Said, reason: longText }))
    .output(z.void()),
  /** The person's own disagreement with a statement, in any round; without `text` a wrongly recorded one is taken back. */
  dispute: procedure.input(z.object({ roundId: Id, statementId: Id, text: longText.optional() })).output(z.void()),
  /** `limitations`, when given, replaces what was said at the start about the limits of the round; empty means none. */
  closeRound: procedure.input(z.object({ roundId: Id, limitations: z.string().trim().max(LONG_TEXT).optional() })).output(z.void()),
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(StoredRound))),
};

export const ObjectiveInput = z.object({
  id: Id.optional(),
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
        dueDate: CivilDate.optional(),
        carriesOver: z.boolean(),
      }),
    )
    .max(20),
});
export type ObjectiveInput = z.infer<typeof ObjectiveInput>;

/** One version of a plan, with the days of its next review where it is in force here. */
export const PlanVersionView = z.object({ content: StoredContent, progress: StoredProgress, review: ReviewWindow.optional() });
export type PlanVersionView = z.infer<typeof PlanVersionView>;

export const plans = {
  ofPerson: procedure
    .input(z.object({ personId: Id }))
    .output(eventIterator(z.array(PlanVersionView))),
  /** A new draft: version 1, or n+1 copied from the version in force. */
  draft: procedure
    .input(z.object({ personId: Id, kind: PlanKind, lang: Language }))
    .output(z.object({ contentId: Id })),
  /** Replaces what a draft says. Refused once it is proposed. */
  write: procedure
    .input(z.object({ contentId: Id, personStatement: longText.optional(), objectives: z.array(ObjectiveInput).max(40) }))
    .output(z.void()),
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
