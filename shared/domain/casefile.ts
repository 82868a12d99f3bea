import { z } from 'zod';
import { Basis, Id, Language, longText, shortText } from './base.ts';
import { caseDetails, caseRoad } from './casefile-road.ts';
import { ConsentDecision, ConsentPurpose } from './consents.ts';
import { Time } from './custody.ts';
import { CivilDate } from './dates.ts';
import { Mandate } from './mandate.ts';
import { EnrolmentStatus, ProgrammeArea } from './learning.ts';
import { NeedAnswer, NeedDomain } from './needs.ts';
import { Certainty, LegalPosition, ReadingSupport, ReleaseDateKind } from './people.ts';
import { PlanLine } from './plan-lines.ts';
import { ObjectiveStatus } from './plan-marks.ts';
import { Answer, Horizon, OwnerKind, OwnerRef, PlanKind, StepStatus, TeamMeeting } from './plan.ts';

/**
 * The case file: exactly what leaves towards a probation service, and all that leaves.
 * Every field is listed here; which of them a recipient sees is said by their profile (default deny). The preview, the officer's
 * PDF and the sealed JSON are all this value.
 * Unknown minor fields of a later version are kept by the reader, so objects are open when read.
 */
export const CASE_FILE_VERSION = 1;

export const CaseFile = z.strictObject({
  format: z.literal('varco-case'),
  version: z.literal(1),
  dataAsOf: CivilDate,
  sender: z.strictObject({ serviceId: Id, name: shortText, phone: z.string().max(60).optional() }),
  recipient: z.strictObject({ serviceId: Id, name: shortText }),
  mandate: Mandate,
  registrationNumber: shortText.optional(),
  person: z.strictObject({
    id: Id,
    code: shortText,
    familyName: shortText,
    givenName: z.string().max(200),
    birthDate: CivilDate,
    citizenships: z.array(shortText).optional(),
    interpreterLanguage: shortText.optional(),
    copyLanguage: Language.optional(),
    readingSupport: ReadingSupport.optional(),
    education: shortText.optional(),
    municipality: shortText.optional(),
    admissionDate: CivilDate.optional(),
    endless: z.boolean().optional(),
    legalPosition: LegalPosition.optional(),
    ...caseDetails,
  }),
  dates: z.array(
    z.strictObject({ kind: ReleaseDateKind, date: CivilDate, time: Time.optional(), certainty: Certainty, source: shortText, setOn: CivilDate }),
  ),
  needs: z
    .strictObject({
      conductedOn: CivilDate,
      sources: z.array(z.string()),
      limitations: longText.optional(),
      /** what helps when talking with the person */
      helps: longText.optional(),
      domains: z.array(
        z.strictObject({
          domain: NeedDomain,
          answer: NeedAnswer,
          level: z.int().min(1).max(3).optional(),
          strengths: longText.optional(),
          strengthsBasis: Basis.optional(),
          statements: z.array(
            z.strictObject({
              id: Id,
              text: longText,
              lang: Language,
              basis: Basis,
              on: CivilDate,
              disputed: z.strictObject({ text: longText, on: z.string() }).optional(),
            }),
          ),
        }),
      ),
    })
    .optional(),
  plan: z.strictObject({
    contentId: Id,
    /** schema version of the plan's content, part of what was hashed */
    schemaVersion: z.int().min(1),
    versionNo: z.int().min(1),
    kind: PlanKind,
    lang: Language,
    contentHash: z.string(),
    personStatement: longText.optional(),
    answer: z.strictObject({ answer: Answer, on: CivilDate, reason: longText.optional() }).optional(),
    approvedOn: CivilDate.optional(),
    objectives: z.array(
      z.strictObject({
        id: Id,
        line: PlanLine.optional(),
        domain: NeedDomain,
        title: shortText,
        measure: shortText.optional(),
        targetDate: CivilDate.optional(),
        horizon: Horizon,
        steps: z.array(
          z.strictObject({
            id: Id,
            text: shortText,
            owner: OwnerKind,
            ownerRef: OwnerRef.optional(),
            dueDate: CivilDate.optional(),
            carriesOver: z.boolean(),
            status: StepStatus,
          }),
        ),
      }),
    ),
  }),
  /** the team meeting in which the plan was agreed; beside the plan, which is read exactly or not at all */
  agreedIn: TeamMeeting.optional(),
  /** how the goals go; those without a mark of their own are not in it */
  goalStates: z.array(z.strictObject({ objectiveId: Id, status: ObjectiveStatus, on: CivilDate, targetDate: CivilDate.optional() })).max(40).optional(),
  /** which professions answer for the plan, and when each signed; who, and why nobody is available, stays in the prison */
  planLines: z.array(z.strictObject({ line: PlanLine, signedOn: CivilDate.optional(), available: z.boolean() })).max(PlanLine.options.length).optional(),
  learning: z.array(
    z.strictObject({
      enrolmentId: Id,
      title: z.strictObject({ en: shortText, it: shortText, ro: shortText }),
      area: ProgrammeArea,
      provider: shortText,
      status: EnrolmentStatus,
      from: CivilDate,
      to: CivilDate.optional(),
      sessionsHeld: z.int(),
      sessionsPresent: z.int(),
      minutes: z.int(),
      percent: z.int().optional(),
    }),
  ),
  ...caseRoad,
  choices: z.array(z.strictObject({ purpose: ConsentPurpose, decision: ConsentDecision, on: CivilDate })),
  /** what is not in here and why: refused by the person, not held, or withheld by rule */
  notIncluded: z.array(z.strictObject({ what: z.string(), why: z.enum(['REFUSED', 'NOT_HELD', 'WITHHELD_BY_RULE', 'NOT_ASKED']) })),
});
export type CaseFile = z.infer<typeof CaseFile>;
