import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Basis, Id, Language, LONG_TEXT, longText, shortText } from '../domain/base.ts';
import { Consent, ConsentDecision, ConsentPurpose } from '../domain/consents.ts';
import { CivilDate } from '../domain/dates.ts';
import { Enrolment, Programme, ProgrammeArea, Run, AttendanceMark } from '../domain/learning.ts';
import { NeedAnswer, NeedDomain, NeedLevel, Round, RoundKind, Source } from '../domain/needs.ts';
import { Answer, Horizon, OwnerKind, PlanContent, PlanKind, PlanProgress, StepStatus } from '../domain/plan.ts';
import { pageOf, procedure } from './base.ts';

const stored = { _rev: z.string() };

export const StoredRound = Round.extend(stored);
export const StoredContent = PlanContent.extend(stored);
export const StoredProgress = PlanProgress.extend(stored);

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
        statement: z.object({ text: longText, lang: Language, basis: Basis }).optional(),
        strengths: longText.optional(),
      }),
    )
    .output(z.void()),
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

export const plans = {
  ofPerson: procedure
    .input(z.object({ personId: Id }))
    .output(eventIterator(z.array(z.object({ content: StoredContent, progress: StoredProgress })))),
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
        signature: z.enum(['PAPER', 'TICK', 'REFUSED']),
        reason: longText.optional(),
      }),
    )
    .output(z.void()),
  revise: procedure.input(z.object({ contentId: Id })).output(z.void()),
  /** By a second user; freezes and hashes the content, supersedes the version in force. */
  approve: procedure
    .input(z.object({ contentId: Id, reasonWithoutAgreement: longText.optional() }))
    .output(z.object({ contentHash: z.string() })),
  markStep: procedure
    .input(z.object({ contentId: Id, stepId: Id, status: StepStatus, note: shortText.optional() }))
    .output(z.void()),
};

export const learning = {
  programmes: procedure.output(eventIterator(z.array(Programme.extend(stored)))),
  addProgramme: procedure
    .input(
      z.object({
        code: shortText,
        title: z.object({ en: shortText, it: shortText, ro: shortText }),
        area: ProgrammeArea,
        provider: shortText,
        hours: z.number().min(0).max(5000),
      }),
    )
    .output(z.object({ programmeId: Id })),
  addRun: procedure
    .input(
      z.object({
        programmeId: Id,
        label: shortText,
        sessions: z.array(z.object({ on: CivilDate, minutes: z.int().min(1).max(1440) })).min(1).max(400),
      }),
    )
    .output(z.object({ runId: Id, sessionIds: z.array(Id) })),
  enrol: procedure.input(z.object({ runId: Id, personIds: z.array(Id).min(1).max(400) })).output(z.object({ enrolled: z.int(), already: z.int() })),
  /** Marks of one run, many people at once, in one commit. */
  mark: procedure
    .input(
      z.object({
        runId: Id,
        marks: z
          .array(
            z.object({
              personId: Id,
              sessionId: Id,
              mark: AttendanceMark.nullable(),
              minutes: z.int().min(0).max(1440).optional(),
            }),
          )
          .min(1)
          .max(20_000),
      }),
    )
    .output(z.object({ saved: z.int() })),
  run: procedure
    .input(z.object({ runId: Id }))
    .output(eventIterator(z.object({ run: Run.extend(stored), programme: Programme.extend(stored), enrolments: pageOf(Enrolment.extend(stored)) }))),
  ofPerson: procedure.input(z.object({ personId: Id })).output(
    eventIterator(
      z.array(
        z.object({
          enrolment: Enrolment.extend(stored),
          run: Run.extend(stored),
          programme: Programme.extend(stored),
          sums: z.object({
            held: z.int(),
            marked: z.int(),
            present: z.int(),
            excused: z.int(),
            absent: z.int(),
            minutes: z.int(),
            percent: z.int().optional(),
          }),
        }),
      ),
    ),
  ),
};

export const consents = {
  record: procedure
    .input(z.object({ personId: Id, purpose: ConsentPurpose, decision: ConsentDecision, on: CivilDate, lang: Language }))
    .output(z.object({ consentId: Id })),
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(Consent.extend(stored)))),
};
