import { isRestricted } from './base.ts';
import { buildCaseRoad, type RoadParts } from './build-case-road.ts';
import { onlyPlaces, placesIn } from './case-paths.ts';
import type { CaseFile } from './casefile.ts';
import { ConsentPurpose, type Consent } from './consents.ts';
import { choicesInForce, decisionToday } from './consents-rules.ts';
import type { CivilDate } from './dates.ts';
import type { Mandate } from './mandate.ts';
import { attendanceSums } from './attendance-sums.ts';
import { given } from './given.ts';
import { ProgrammeArea, type Enrolment, type Programme, type Run } from './learning.ts';
import { NeedDomain, type Round } from './needs.ts';
import type { Person } from './people.ts';
import { lineViews } from './plan-line-rules.ts';
import type { PlanContent, PlanProgress } from './plan.ts';
import type { Profile } from './profile.ts';
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
  /** what the road to release adds; left out where only the person reads it */
  readonly road?: RoadParts;
}

export interface CaseSources extends CaseParts {
  readonly sender: CaseFile['sender'];
  readonly recipient: CaseFile['recipient'];
  readonly mandate: Mandate;
  readonly registrationNumber?: string;
}

/** What never leaves, whoever it is for and whatever a profile says (corrections D6–D8). */
const areasThatStay: ReadonlySet<ProgrammeArea> = new Set<ProgrammeArea>(['SPIRITUAL', 'RESTORATIVE']);

/** Whether something is needed is told; what was said about health and addiction travels by the health channel. */
const domainsWithoutWords: ReadonlySet<NeedDomain> = new Set<NeedDomain>(['HEALTH', 'SUBSTANCE_USE']);

/** Choices about stories, pictures and research are no business of any service. */
const choicesThatStay: ReadonlySet<ConsentPurpose> = new Set<ConsentPurpose>(['STORY', 'PHOTO', 'RESEARCH', 'STATISTICS']);

/** The lists of a profile: what of domains, areas and choices is told. */
export type CaseLists = Pick<Profile, 'domainsInWords' | 'areas' | 'choices'>;

/** What is told at most: the person's own copy, which no profile narrows. */
export const widest: CaseLists = {
  domainsInWords: NeedDomain.options.filter((domain) => !domainsWithoutWords.has(domain)),
  areas: ProgrammeArea.options.filter((area) => !areasThatStay.has(area)),
  choices: ConsentPurpose.options.filter((purpose) => !choicesThatStay.has(purpose)),
};

/** A profile narrows, and never opens. */
const within = (lists: CaseLists): CaseLists => ({
  domainsInWords: lists.domainsInWords.filter((domain) => widest.domainsInWords.includes(domain)),
  areas: lists.areas.filter((area) => widest.areas.includes(area)),
  choices: lists.choices.filter((purpose) => widest.choices.includes(purpose)),
});

const needsOf = (round: Round, { domainsInWords }: CaseLists): CaseFile['needs'] =>
  given({
    conductedOn: round.conductedOn,
    sources: [...round.sources],
    limitations: round.limitations,
    helps: round.helps,
    domains: round.domains.map((domain) =>
      given({
        domain: domain.domain,
        answer: domain.answer,
        level: domain.level,
        strengths: domainsInWords.includes(domain.domain) ? domain.strengths : undefined,
        strengthsBasis: domainsInWords.includes(domain.domain) && domain.strengths !== undefined ? domain.strengthsBasis : undefined,
        statements: !domainsInWords.includes(domain.domain) ? [] : domain.statements.filter((statement) => !isRestricted(statement)).map(({ by: _by, restricted: _was, ...statement }) => given(statement)),
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

const leavingOf = (from: Pick<CaseParts, 'courses'>, { areas }: Pick<CaseLists, 'areas'>): CaseParts['courses'] => from.courses.filter(({ programme }) => areas.includes(programme.area));

/** Courses that may be told of, with attendance and result. */
export const learningTold = (from: Pick<CaseParts, 'courses' | 'today'>, lists: Pick<CaseLists, 'areas'>): CaseFile['learning'] => leavingOf(from, { areas: lists.areas.filter(isToldOf) }).map((course) => courseOf(course, from.today));

/** Whether courses of an area are told of at all; no profile opens the others. */
export const isToldOf = (area: ProgrammeArea): boolean => widest.areas.includes(area);

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
export const buildPersonCase = (from: CaseParts, lists: CaseLists = widest): Omit<CaseFile, 'format' | 'version' | 'sender' | 'recipient' | 'mandate' | 'registrationNumber'> => {
  const { person } = from;
  const leaving = leavingOf(from, lists);
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
      legalPosition: person.legalPosition,
      languages: person.languages,
      custody: person.custody,
      permitUntil: person.permitUntil,
      afterRelease: person.afterRelease,
    }) as CaseFile['person'],
    dates: datesInForce(person),
    needs: from.round === undefined ? undefined : needsOf(from.round, lists),
    plan: planOf(from),
    agreedIn: from.progress.approvals.at(-1)?.meeting,
    goalStates: goalStatesOf(from),
    planLines: planLinesOf(from),
    learning: leaving.map((course) => courseOf(course, from.today)),
    choices: choicesInForce(from.consents.toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1)))
      .filter(({ purpose }) => lists.choices.includes(purpose))
      .map((consent) => ({ purpose: consent.purpose, decision: decisionToday(consent, from.today), on: consent.on })),
    notIncluded: notIncluded(from, leaving.length, lists),
  }) as Omit<CaseFile, 'format' | 'version' | 'sender' | 'recipient' | 'mandate'>;
};

/** Sections that are lists in every case file, also where a profile lets nothing of them through. */
const nothing = { dates: [], learning: [], choices: [] };

/** Sections that a case has whatever is told; the others are said to be left out when a profile leaves them out. */
const always: ReadonlySet<string> = new Set(['format', 'version', 'dataAsOf', 'sender', 'recipient', 'mandate', 'registrationNumber', 'person', 'notIncluded', 'goalStates', 'agreedIn', 'planLines']);

const isEmpty = (section: unknown): boolean => section === undefined || (Array.isArray(section) && section.length === 0);

/** `contactBans` → `CONTACT_BANS` */
const codeOf = (section: string): string => section.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/**
 * The case file for one recipient: the only way anything about a person gets into an envelope. It is built from named fields, and
 * then only those places of it stay that the recipient's profile names (default deny); what is left out and why is said in `notIncluded`.
 */
export const buildCaseFile = (from: CaseSources, profile: Profile): CaseFile => {
  const { notIncluded: left, ...personCase } = buildPersonCase(from, within(profile));
  const { choices } = buildPersonCase(from);
  const road = from.road === undefined ? undefined : buildCaseRoad({ today: from.today, person: from.person, road: from.road, choices });
  const whole: Readonly<Record<string, unknown>> = {
    format: 'varco-case',
    version: 1,
    sender: from.sender,
    recipient: from.recipient,
    mandate: from.mandate,
    ...(from.registrationNumber === undefined ? {} : { registrationNumber: from.registrationNumber }),
    ...personCase,
    ...road?.fields,
  };
  const kept: Readonly<Record<string, unknown>> = { ...nothing, ...(onlyPlaces(whole, new Set(profile.fields)) as object | undefined) };
  const withheld = Object.entries(whole).flatMap(([section, value]) => (!always.has(section) && !isEmpty(value) && isEmpty(kept[section]) ? [{ what: codeOf(section), why: 'WITHHELD_BY_RULE' as const }] : []));
  const told = (what: string): boolean => profile.fields.some((place) => place.startsWith(`${what.toLowerCase()}.`) || place.startsWith(`${what.toLowerCase()}[]`));
  const notHeld = [...left, ...(road?.notIncluded ?? [])].filter(({ what, why }) => why === 'WITHHELD_BY_RULE' || told(what));
  const all = [...notHeld, ...withheld.filter(({ what }) => !notHeld.some((entry) => entry.what === what))];
  return { ...kept, notIncluded: all } as unknown as CaseFile;
};

/** Places of a case file that its profile does not name: none, or it is not sealed. */
export const outsideProfile = (caseFile: CaseFile, { fields }: Pick<Profile, 'fields'>): readonly string[] => {
  const named = new Set(fields);
  return placesIn(caseFile).filter((place) => !named.has(place));
};

const notIncluded = (from: CaseParts, leavingCourses: number, { domainsInWords }: CaseLists): CaseFile['notIncluded'] => [
  { what: 'HEALTH_RECORDS', why: 'WITHHELD_BY_RULE' },
  { what: 'OFFENCE', why: 'WITHHELD_BY_RULE' },
  { what: 'PROTECTED_PEOPLE', why: 'WITHHELD_BY_RULE' },
  { what: 'RISK', why: 'WITHHELD_BY_RULE' },
  { what: 'NOTES', why: 'WITHHELD_BY_RULE' },
  ...(from.round === undefined ? [{ what: 'NEEDS', why: 'NOT_ASKED' as const }] : []),
  ...(from.round?.domains.some(({ domain, statements }) => domainsInWords.includes(domain) && statements.some(isRestricted)) === true ? [{ what: 'RESTRICTED', why: 'WITHHELD_BY_RULE' as const }] : []),
  ...(leavingCourses === 0 ? [{ what: 'LEARNING', why: 'NOT_HELD' as const }] : []),
];
