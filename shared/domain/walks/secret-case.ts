import type { CaseSources } from '../build-casefile.ts';
import type { RoadParts } from '../build-case-road.ts';
import { NeedDomain } from '../needs.ts';
import { list, maybe, nat, oneOf, type Made } from './random.ts';

/** A case in which every word says whether it may ever leave: what is kept, and what is told where a profile names its place. */
export interface SecretCase {
  readonly from: CaseSources;
  /** words that no recipient ever sees, each with the reason */
  readonly never: ReadonlyMap<string, string>;
  /** words that leave only through a profile that names their place */
  readonly told: ReadonlyMap<string, string>;
  /** the words of each disputed statement that leaves, with the words of its dispute */
  readonly disputed: readonly (readonly [string, string])[];
}

const today = '2026-11-22';
const withoutWords: ReadonlySet<string> = new Set(['HEALTH', 'SUBSTANCE_USE']);

/** Made up at random. Written without the builder in mind: which words leave is said where each word is made. */
export const secretCase: Made<SecretCase> = (numbers) => {
  const never = new Map<string, string>();
  const told = new Map<string, string>();
  const disputed: (readonly [string, string])[] = [];
  let count = 0;
  const word = (): string => `q${(count += 1).toString(36)}${numbers(1_000_000).toString(36)}z`;
  const keep = (why: string): string => {
    const made = word();
    never.set(made, why);
    return made;
  };
  const tell = (place: string): string => {
    const made = word();
    told.set(made, place);
    return made;
  };
  const id = (): string => `01900000-0000-7000-8000-${(count += 1).toString(16).padStart(12, '0')}`;
  const either = <T>(yes: Made<T>): T | undefined => maybe(yes)(numbers);
  const many = <T>(made: Made<T>): T[] => list(made, 0, 3)(numbers);
  const stamp = { v: 1, createdAt: '', createdBy: id(), updatedAt: '', updatedBy: id() };
  const day = (from: string): string => `${from}-${String(1 + nat(27)(numbers)).padStart(2, '0')}`;

  const statement = (domain: string) => {
    const restricted = numbers(4) === 0;
    const lifted = restricted && numbers(2) === 0;
    const stays = withoutWords.has(domain) ? 'words about health' : restricted && !lifted ? 'restricted' : undefined;
    const say = (place: string): string => (stays === undefined ? tell(`needs.domains[].statements[].${place}`) : keep(stays));
    const text = say('text');
    const dispute = numbers(3) === 0 ? { text: say('disputed.text'), on: today } : undefined;
    if (stays === undefined && dispute !== undefined) disputed.push([text, dispute.text]);
    return {
      id: id(), text, lang: 'ro', basis: 'PERSON_SAYS', on: today, by: keep('who entered it'),
      ...(dispute === undefined ? {} : { disputed: dispute }),
      ...(restricted ? { restricted: { reason: keep('why it is restricted'), on: today, by: id(), ...(lifted ? { decided: { decision: 'LIFTED', reason: keep('why it was lifted'), on: today, by: id() } } : {}) } } : {}),
    };
  };
  const domains = NeedDomain.options.map((domain) => ({
    domain, answer: oneOf('NEED', 'NONE', 'REFUSED')(numbers), level: 2,
    strengths: withoutWords.has(domain) ? keep('words about health') : tell('needs.domains[].strengths'),
    statements: many(() => statement(domain)),
    items: [{ code: keep(withoutWords.has(domain) ? 'words about health' : 'needs one by one'), answer: 'NEED', detail: keep(withoutWords.has(domain) ? 'words about health' : 'needs one by one') }],
    corrections: [{ on: today, by: id(), reason: keep('why it was corrected'), statementId: id(), was: { answer: 'NONE' } }],
  }));
  const round = either(() => ({ conductedOn: today, sources: ['INTERVIEW'], asker: keep('who asked'), helps: tell('needs.helps'), limitations: tell('needs.limitations'), domains }));

  const course = () => {
    const area = oneOf('EDUCATION', 'SPIRITUAL', 'RESTORATIVE', 'WORK')(numbers);
    const stays = area === 'SPIRITUAL' || area === 'RESTORATIVE';
    const say = (place: string): string => (stays ? keep(area) : tell(`learning[].${place}`));
    return { enrolment: { id: id(), status: 'COMPLETED', marks: {}, note: keep('note on a course') }, run: { startsOn: '2026-01-01', sessions: [], label: keep('label of a run') }, programme: { title: { en: say('title.en'), it: say('title.it'), ro: say('title.ro') }, area, provider: say('provider') } };
  };

  const choices = (['FAMILY_CONTACT', 'EMPLOYER', 'MENTOR', 'STORY', 'PHOTO', 'RESEARCH', 'PLAN_SHARING'] as const).flatMap((purpose) =>
    numbers(2) === 0 ? [] : [{ id: id(), purpose, decision: oneOf('GIVEN', 'REFUSED', 'WITHDRAWN')(numbers), on: day('2026-10'), words: keep('words of a choice') }],
  );
  const agreed = (purpose: string): boolean => choices.some((choice) => choice.purpose === purpose && choice.decision === 'GIVEN');
  const needed: Readonly<Record<string, string>> = { RELATIVE: 'FAMILY_CONTACT', EMPLOYER: 'EMPLOYER', MENTOR: 'MENTOR' };
  const others = many(() => {
    const kind = oneOf('RELATIVE', 'HOST', 'EMPLOYER', 'MENTOR', 'OTHER')(numbers);
    const answer = maybe(oneOf('GIVEN', 'REFUSED', 'WITHDRAWN'))(numbers);
    const expired = numbers(5) === 0;
    const purpose = needed[kind];
    const named = answer === 'GIVEN' && !expired && (purpose === undefined || agreed(purpose));
    const say = (place: string): string => (named ? tell(`otherPeople[].${place}`) : keep('somebody else without their own yes'));
    return {
      named,
      third: { ...stamp, id: id(), type: 'thirdPerson', personId: id(), kind, name: say('name'), phone: say('phone'), relation: say('relation'), answers: answer === undefined ? [] : [{ answer, on: '2026-10-01', told: keep('what somebody else was told'), how: 'IN_PERSON', by: id(), ...(expired ? { validTo: '2026-11-01' } : {}) }] },
    };
  });
  const hasRoad = numbers(4) !== 0;
  const host = hasRoad && numbers(2) === 0;
  const hostNamed = others.some(({ named, third }) => named && third.kind === 'HOST');
  const nobodyWithheld = others.every(({ named }) => named) && (!host || hostNamed);
  const overNow = numbers(3) === 0;

  const appointment = () => {
    const health = numbers(3) === 0;
    const status = oneOf('FIXED', 'TO_BE_FIXED', 'CANCELLED')(numbers);
    const open = status !== 'CANCELLED';
    const say = (place: string): string => (health ? keep('appointment about health') : open ? tell(`appointments[].${place}`) : keep('cancelled'));
    return { ...stamp, id: id(), type: 'appointment', personId: id(), organisation: say('organisation'), purpose: say('purpose'), domain: health ? oneOf('HEALTH', 'SUBSTANCE_USE')(numbers) : 'LEGAL', at: status === 'TO_BE_FIXED' ? { when: 'TO_BE_FIXED' } : { when: 'EXACT', date: '2027-01-05' }, place: say('place'), howToGetThere: keep('the way'), bring: [keep('what to bring')], phone: say('phone'), mandatory: true, lang: 'ro', status, history: [{ status, at: '', by: id(), reason: keep('history of an appointment') }], outcome: keep('outcome') };
  };
  const application = () => {
    const over = numbers(4) === 0;
    const say = (place: string): string => (over ? keep('application taken back') : tell(`applications[].${place}`));
    return { ...stamp, id: id(), type: 'application', personId: id(), kind: 'ID_CARD', what: say('what'), to: say('to'), reference: say('reference'), cost: keep('cost'), lang: 'ro', status: over ? 'WITHDRAWN' : 'SUBMITTED', log: [{ status: 'SUBMITTED', on: today, at: '', by: id(), note: keep('log of an application') }] };
  };
  const obligation = () => {
    const ended = numbers(3) === 0;
    const say = (place: string): string => (ended ? keep('obligation lifted') : tell(`obligations.lines[].${place}`));
    return { ...stamp, id: id(), type: 'obligation', personId: id(), kind: 'REPORT', text: say('text'), lang: 'ro', act: say('act'), from: '2026-11-01', protectsSomebody: false, ...(ended ? { ended: { on: today, by: id(), reason: keep('why an obligation was lifted') } } : {}) };
  };
  const item = (own: boolean) => {
    const domain = oneOf('HOUSING', 'HEALTH')(numbers);
    const state = oneOf('OPEN', 'DONE', 'REFUSED', 'REQUESTED')(numbers);
    const open = (state === 'OPEN' || state === 'REQUESTED') && !(own && domain === 'HEALTH');
    const say = (): string => (open ? tell('checklist.open[].names.ro') : keep(own && domain === 'HEALTH' ? 'own words about health' : 'item done or refused'));
    return { code: `OWN_${(count += 1)}`, domain, names: { en: say(), it: say(), ro: say() }, required: true, dueOffsetDays: -7, owner: 'EDUCATOR', evidence: 'WORD', ...(own ? { own: true } : {}), marks: [{ state, on: today, by: id(), note: keep(domain === 'HEALTH' ? 'words about health' : 'evidence of an item') }] };
  };
  const departure = numbers(3) === 0 ? undefined : {
    things: {
      BED: { state: 'ARRANGED', words: nobodyWithheld ? tell('departure[].words') : keep('bed of somebody not named'), phone: nobodyWithheld ? tell('departure[].phone') : keep('phone of somebody not named'), on: today, by: id() },
      MONEY: { state: 'DECLINED', words: keep('the person’s choice'), on: today, by: id() },
    },
  };
  const bans = many(() => ({ id: id(), kind: 'NO_CONTACT', act: overNow ? keep('prohibition that is over') : tell('contactBans[].act'), ...(overNow ? { until: '2026-01-01' } : {}) }));
  const obligations = many(obligation);
  const appointments = many(appointment);
  const applications = many(application);
  const objective = () => ({ id: id(), domain: oneOf('HOUSING', 'LEGAL')(numbers), title: tell('plan.objectives[].title'), horizon: 'FIRST_30D', steps: [{ id: id(), text: tell('plan.objectives[].steps[].text'), owner: 'PERSON', carriesOver: true }] });
  const content = { id: id(), v: 1, versionNo: 1, kind: 'PRE_RELEASE', lang: 'ro', objectives: many(objective), createdBy: keep('who wrote the plan'), personStatement: tell('plan.personStatement') };
  const steps = Object.fromEntries(content.objectives.map(({ steps: [only] }) => [only?.id ?? '', { status: 'BLOCKED', on: today, note: keep('note on a step') }]));
  const progress = { status: 'ACTIVE', author: keep('who wrote the plan'), steps, approvals: [{ by: keep('who approved'), on: today, signature: keep('signature'), reasonWithoutAgreement: keep('reason of the approval') }], objectives: Object.fromEntries(content.objectives.map(({ id: goal }) => [goal, { status: 'ACTIVE', on: today, note: keep('note on a goal') }])) };

  const road = {
    obligations,
    road: !hasRoad ? undefined : { ...stamp, destination: { addressState: 'CONFIRMED', address: tell('destination.address'), municipality: tell('destination.municipality'), ...(host ? { host: hostNamed ? tell('destination.host') : keep('host without their own yes') } : {}) }, readAloud: [], banChecks: [{ subject: 'HOST', of: keep('what was compared with a prohibition'), bans: ['x'], on: today, by: id() }] },
    lists: numbers(3) === 0 ? [] : [{ kind: 'CONDITIONAL', items: [item(false), item(true)] }],
    appointments,
    applications,
    firstDays: {
      today, holidays: { source: 'x', fixed: [] }, release: { date: '2026-12-20' },
      appointments, applications, departure, obligations: obligations.filter((one) => !('ended' in one)).map(({ id: of, text }) => ({ id: of, sentence: text })),
      plan: { content, progress }, round: undefined, services: 0,
    },
    others: others.map(({ third }) => third),
  } as unknown as RoadParts;

  const person = {
    ...stamp, id: id(), code: tell('person.code'), familyName: tell('person.familyName'), givenName: tell('person.givenName'), birthDate: '1990-01-01', municipality: tell('person.municipality'), education: tell('person.education'),
    interpreterLanguage: tell('person.interpreterLanguage'), citizenships: [tell('person.citizenships')], languages: [{ language: tell('person.languages[].language'), reads: true }], custody: { status: 'WORK_OUTSIDE', since: today, act: tell('person.custody.act') },
    unit: keep('unit'), regime: keep('regime'), otherCodes: [keep('number of a merged record')], caseManagerId: keep('who has the case'), contactBans: bans, status: 'PRE_RELEASE', releaseDates: [{ id: id(), kind: 'END_OF_SENTENCE', date: '2026-12-20', certainty: 'DECIDED', source: tell('dates[].source'), setOn: today, setBy: keep('who set a date') }, { id: id(), kind: 'HEARING', date: '2026-10-20', certainty: 'HOPED', source: keep('date that was replaced'), setOn: today, setBy: id(), supersededOn: today, reasonForChange: keep('why a date changed') }], decisions: [],
    movements: [{ id: id(), kind: 'HOSPITAL', on: today, to: keep('movement') }], stays: [{ id: id(), regime: keep('earlier stay') }], notSame: [{ id: id(), reason: keep('somebody who looks alike'), on: today, by: id() }],
  };
  return {
    from: {
      today, person, ...(round === undefined ? {} : { round }), content, progress, courses: many(course), consents: choices, road,
      sender: { serviceId: id(), name: 'Penitenciarul Exemplu' }, recipient: { serviceId: id(), name: 'Serviciul Exemplu' }, mandate: { kind: 'SUPERVISION', act: 'sentința 1', date: today },
    } as unknown as CaseSources,
    never,
    told,
    disputed: round === undefined ? [] : disputed,
  };
};
