import { isRestricted } from './base.ts';
import type { CaseFile } from './casefile.ts';
import type { Consent } from './consents.ts';
import { choicesInForce, decisionToday } from './consents-rules.ts';
import type { CivilDate } from './dates.ts';
import type { Mandate } from './mandate.ts';
import { attendanceSums } from './attendance-sums.ts';
import type { Enrolment, Programme, Run } from './learning.ts';
import type { NeedDomain, Round } from './needs.ts';
import type { Person } from './people.ts';
import { lineViews } from './plan-line-rules.ts';
import type { PlanContent, PlanProgress } from './plan.ts';
import { datesInForce } from './release-dates.ts';

/** What a case is built from, whoever reads it. */
export interface CaseParts {
  readonly today: CivilDate;
  readonly person: Person;
  readonly round?: Round;
  readonly content: PlanContent;
  readonly progress: PlanProgress;
  readonly courses: readonly { readonly enrolment: Enrolment; readonly run: Run; readonly programme: Programme }[];
  readonly consents: readonly Consent[];
}

export interface CaseSources extends CaseParts {
  readonly sender: CaseFile['sender'];
  readonly recipient: CaseFile['recipient'];
  readonly mandate: Mandate;
  readonly registrationNumber?: string;
}

/** Belief stays in the prison; of restorative programmes nothing leaves without its own consent. */
const areasThatStay = new Set(['SPIRITUAL', 'RESTORATIVE']);

/** Only fields that are set: the canonical bytes of a case file hold no empty ones. */
const given = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

/** Choices a probation service has to respect; those about stories, pictures and research are no business of theirs. */
const choicesThatLeave: ReadonlySet<Consent['purpose']> = new Set(['PLAN_SHARING', 'REFERRAL', 'FAMILY_CONTACT', 'EMPLOYER', 'MENTOR', 'FOLLOW_UP']);

/** Whether something is needed is told; what was said about health and addiction travels by the health channel. */
const domainsWithoutWords: ReadonlySet<NeedDomain> = new Set(['HEALTH', 'SUBSTANCE_USE']);

const needsOf = (round: Round): CaseFile['needs'] =>
  given({
    conductedOn: round.conductedOn,
    sources: [...round.sources],
    limitations: round.limitations,
    domains: round.domains.map((domain) =>
      given({
        domain: domain.domain,
        answer: domain.answer,
        level: domain.level,
        strengths: domainsWithoutWords.has(domain.domain) ? undefined : domain.strengths,
        statements: domainsWithoutWords.has(domain.domain) ? [] : domain.statements.filter((statement) => !isRestricted(statement)).map(({ by: _by, restricted: _was, ...statement }) => given(statement)),
      }),
    ),
  }) as CaseFile['needs'];

const planOf = ({ content, progress }: CaseParts): CaseFile['plan'] =>
  given({
    contentId: content.id,
    schemaVersion: content.v,
    versionNo: content.versionNo,
    kind: content.kind,
    lang: content.lang,
    contentHash: content.contentHash ?? '',
    personStatement: content.personStatement,
    answer:
      progress.answer === undefined
        ? undefined
        : given({ answer: progress.answer.answer, on: progress.answer.on, reason: progress.answer.reason }),
    approvedOn: progress.approvals.at(-1)?.on,
    objectives: content.objectives.map((objective) =>
      given({
        ...objective,
        steps: objective.steps.map((planStep) =>
          given({ ...planStep, status: progress.steps[planStep.id]?.status ?? ('NOT_STARTED' as const) }),
        ),
      }),
    ),
  }) as CaseFile['plan'];

const courseOf = ({ enrolment, run, programme }: CaseParts['courses'][number], today: CivilDate): CaseFile['learning'][number] => {
  const sums = attendanceSums(run.sessions, enrolment.marks, today);
  return given({
    enrolmentId: enrolment.id,
    title: programme.title,
    area: programme.area,
    provider: programme.provider,
    status: enrolment.status,
    from: run.startsOn,
    to: run.endsOn,
    sessionsHeld: sums.held,
    sessionsPresent: sums.present,
    minutes: sums.minutes,
    percent: sums.percent,
  }) as CaseFile['learning'][number];
};

const leavingOf = (from: CaseParts): CaseParts['courses'] => from.courses.filter(({ programme }) => !areasThatStay.has(programme.area));

/** Goals that were marked; a goal of later versions only, without a mark, says nothing. */
const goalStatesOf = ({ content, progress: { objectives } }: CaseParts): CaseFile['goalStates'] => {
  const states = content.objectives.flatMap(({ id }) => {
    const mark = objectives?.[id];
    return mark === undefined ? [] : [given({ objectiveId: id, status: mark.status, on: mark.on, targetDate: mark.targetDate })];
  });
  return states.length === 0 ? undefined : (states as CaseFile['goalStates']);
};

/** Lines that say something: with goals, or with nobody to answer for them. */
const planLinesOf = ({ content, progress }: CaseParts): CaseFile['planLines'] =>
  progress.lines === undefined
    ? undefined
    : (lineViews(content, progress)
        .filter(({ state }) => state !== 'EMPTY')
        .map(({ line, signed, state }) => given({ line, signedOn: signed?.on, available: state !== 'NOT_AVAILABLE' })) as CaseFile['planLines']);

/** The parts of a case that do not depend on a recipient: what the person's own copy is made of. */
export const buildPersonCase = (from: CaseParts): Omit<CaseFile, 'format' | 'version' | 'sender' | 'recipient' | 'mandate' | 'registrationNumber'> => {
  const { person } = from;
  const leaving = leavingOf(from);
  return given({
    dataAsOf: from.today,
    person: given({
      id: person.id,
      code: person.code,
      familyName: person.familyName,
      givenName: person.givenName,
      birthDate: person.birthDate,
      citizenships: person.citizenships,
      interpreterLanguage: person.interpreterLanguage,
      copyLanguage: person.copyLanguage,
      readingSupport: person.readingSupport,
      education: person.education,
      municipality: person.municipality,
      admissionDate: person.admissionDate,
      endless: person.endless,
    }) as CaseFile['person'],
    dates: datesInForce(person),
    needs: from.round === undefined ? undefined : needsOf(from.round),
    plan: planOf(from),
    agreedIn: from.progress.approvals.at(-1)?.meeting,
    goalStates: goalStatesOf(from),
    planLines: planLinesOf(from),
    learning: leaving.map((course) => courseOf(course, from.today)),
    choices: choicesInForce(from.consents.toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1)))
      .filter(({ purpose }) => choicesThatLeave.has(purpose))
      .map((consent) => ({ purpose: consent.purpose, decision: decisionToday(consent, from.today), on: consent.on })),
    notIncluded: notIncluded(from, leaving.length),
  }) as Omit<CaseFile, 'format' | 'version' | 'sender' | 'recipient' | 'mandate'>;
};

/**
 * The case file for one recipient: the only way anything about a person gets into an envelope.
 * It names each field it takes (default deny); what is left out and why is said in `notIncluded`.
 */
export const buildCaseFile = (from: CaseSources): CaseFile => ({
  format: 'varco-case',
  version: 1,
  sender: from.sender,
  recipient: from.recipient,
  mandate: from.mandate,
  ...(from.registrationNumber === undefined ? {} : { registrationNumber: from.registrationNumber }),
  ...buildPersonCase(from),
});

const notIncluded = (from: CaseParts, leavingCourses: number): CaseFile['notIncluded'] => [
  { what: 'HEALTH_RECORDS', why: 'WITHHELD_BY_RULE' },
  { what: 'OFFENCE', why: 'WITHHELD_BY_RULE' },
  { what: 'NOTES', why: 'WITHHELD_BY_RULE' },
  ...(from.round === undefined ? [{ what: 'NEEDS', why: 'NOT_ASKED' as const }] : []),
  ...(from.round?.domains.some(({ domain, statements }) => !domainsWithoutWords.has(domain) && statements.some(isRestricted)) === true ? [{ what: 'RESTRICTED', why: 'WITHHELD_BY_RULE' as const }] : []),
  ...(leavingCourses === 0 ? [{ what: 'LEARNING', why: 'NOT_HELD' as const }] : []),
];
