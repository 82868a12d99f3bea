import { nextItem } from './checklist-columns.ts';
import { addDays, type CivilDate } from './dates.ts';
import { byDay, groupOf, horizonFrom, type DueItem, type Horizon } from './due.ts';
import type { DueContext, HandoverFacts, ImportFacts, PersonFacts, PlanFacts } from './due-facts.ts';
import { placeOfDecision, reportDue, requestsDue } from './due-sittings.ts';
import type { HandoverStatus } from './handover.ts';
import type { PlanStatus } from './plan.ts';
import { beforeApproval } from './plan-line-rules.ts';
import { isInTheMaking } from './plan-rules.ts';
import { dueCheckpoint } from './outcome-rules.ts';
import { isResting, preparedDay, preparesBy } from './preparation.ts';
import { APPOINTMENT_URGENT_DAYS, PAPERS_URGENT_DAYS, RECEIPT_SHOWN_DAYS } from './release-window.ts';
import { isInCustody, isStopped } from './person-machine.ts';
import { nextReview } from './plan-review.ts';
import type { ReleaseDateKind } from './people.ts';
import { isSettled, nextStep } from './step-columns.ts';

/** At a probation office the case goes on after release. */
const followed: ReadonlySet<PersonFacts['status']> = new Set(['ACTIVE', 'PRE_RELEASE', 'AWAY', 'RELEASED_FOLLOW_UP']);

const inForce: ReadonlySet<PlanStatus> = new Set(['ACTIVE', 'UNDER_REVIEW']);

/** Days of the road that say something while they lie ahead, and nothing once they have passed. */
const aheadOnly: ReadonlySet<ReleaseDateKind> = new Set(['FRACTION_SERVED', 'CUSTODY_LIMIT', 'PERMIT_RETURN']);

type Entry = Omit<DueItem, 'group'> & { readonly group?: DueItem['group'] };

/** How far ahead is looked; worked out once for everybody. */
interface Reach extends Horizon {
  /** whose nearest date lies up to here is in the release window */
  readonly window: CivilDate;
}

/** What waits for this user of one person: works out the days once, for everybody who is asked about. */
export const duePerson = (context: DueContext): ((person: PersonFacts) => readonly DueItem[]) => {
  const horizon: Reach = { ...horizonFrom(context.today), window: addDays(context.today, context.jurisdiction.releaseWindow.days) };
  return (person) => grouped(context.workplace === 'prison' ? ofPerson(person, context, horizon) : followUp(person, context, horizon), horizon);
};

/**
 * Everything that waits for this user, in the order of days. Only what they may act on.
 * @param ofOne what waits of one person: `duePerson` of the same context, or what is remembered of it
 */
export const dueItems = (
  context: DueContext,
  facts: { readonly people: Iterable<PersonFacts>; readonly handovers: Iterable<HandoverFacts>; readonly imports: Iterable<ImportFacts> },
  ofOne: (person: PersonFacts) => readonly DueItem[] = duePerson(context),
): DueItem[] => {
  const horizon = horizonFrom(context.today);
  const found: DueItem[] = [];
  const releases = new Map<string, CivilDate>();
  const stopped = new Set<string>();
  for (const person of facts.people) {
    if (isStopped(person.status)) stopped.add(person.id);
    if (person.release !== undefined) releases.set(person.id, person.release.date);
    found.push(...ofOne(person));
  }
  for (const handover of facts.handovers) if (!stopped.has(handover.personId)) found.push(...grouped([...toAnswerFor(handover, context), ofHandover(handover, context, handover.transfer === true ? undefined : releases.get(handover.personId))], horizon));
  for (const record of facts.imports) found.push(...grouped([ofImport(record, context)], horizon));
  return found.toSorted(byDay);
};

/** The entries whose day has come or is near, each in its group. */
const grouped = (entries: readonly (Entry | undefined)[], horizon: Horizon): DueItem[] =>
  entries.flatMap((entry) => {
    const group = entry === undefined ? undefined : (entry.group ?? groupOf(entry.on, horizon));
    return entry === undefined || group === undefined ? [] : [{ ...entry, group }];
  });

const ofPerson = (person: PersonFacts, context: DueContext, horizon: Reach): (Entry | undefined)[] => {
  if (!isInCustody(person.status)) return [endedCopy(person, context)];
  const plan = person.plans.find(({ status }) => inForce.has(status));
  const noPlan = context.may('plan.write') ? missingPlan(person, plan, context, horizon) : undefined;
  const prepared = context.may('case.write') ? preparation(person, horizon) : undefined;
  return [
    ...(context.may('case.write') ? roadDates(person, horizon) : []),
    ...person.plans.filter(isInTheMaking).flatMap((version) => [planWaits(person, version, context), toSign(person, version, context)]),
    ...(context.may('plan.write') ? [noPlan, review(person, plan, context), dueStep(person, plan, context, horizon)] : []),
    ...(context.may('case.write') ? [papers(person, plan, horizon), begunFirst(noPlan, prepared), toFix(person, horizon), unanswered(person, horizon), openRound(person), reportDue(person, context), ...requestsDue(person, context)] : []),
  ];
};

/** The copy of a case that another prison took over is kept until its last day, and may be erased after it. */
const endedCopy = ({ id: personId, keepUntil }: PersonFacts, { today, may }: DueContext): Entry | undefined =>
  keepUntil === undefined || keepUntil >= today || !may('plan.approve') ? undefined : { kind: 'COPY_ENDED', personId, group: 'NOW', on: keepUntil, what: 'BY', place: 'handover', id: personId };

/** Release, decision, and the other days ahead. A day that has passed stays until what came of it is recorded. */
const roadDates = (person: PersonFacts, { today }: Horizon): (Entry | undefined)[] => {
  const { id: personId, release, decision, nearest } = person;
  const entry = (kind: DueItem['kind'], date: { readonly kind: ReleaseDateKind; readonly date: CivilDate }): Entry => ({ kind, personId, on: date.date, what: date.kind, place: 'dates', id: date.kind });
  return [
    release === undefined ? undefined : { ...entry('RELEASE', release), isRelease: true },
    decision === undefined ? undefined : { ...entry('DECISION', decision), ...placeOfDecision(person, decision.date) },
    nearest === undefined || !aheadOnly.has(nearest.kind) || nearest.date < today ? undefined : entry('OTHER_DATE', nearest),
  ];
};

/** A plan that waits for the person's answer, or for a second person who may approve it. */
const planWaits = ({ id: personId }: PersonFacts, plan: PlanFacts, { userId, may }: DueContext): Entry | undefined => {
  const line = { personId, group: 'NOW', on: plan.changedOn, what: 'SINCE', place: 'plan', id: plan.contentId } as const;
  const answered = plan.answer !== undefined;
  if (plan.status === 'PROPOSED' && !answered) return may('plan.write') ? { kind: 'PLAN_ANSWER', ...line } : undefined;
  const forApproval = plan.status === 'AGREED' || plan.status === 'NOT_AGREED' || (plan.status === 'PROPOSED' && answered);
  const second = plan.author !== userId && !plan.writers.includes(userId);
  return forApproval && second && may('plan.approve') ? { kind: 'PLAN_APPROVE', ...line } : undefined;
};

/** The lines of a version before approval that this user's profession has goals in and has not signed. */
const toSign = ({ id: personId }: PersonFacts, plan: PlanFacts, { userId, may, lines }: DueContext): Entry | undefined => {
  if (!beforeApproval.has(plan.status) || !may('plan.write')) return undefined;
  const waiting = plan.unsigned.filter((line) => lines.all.includes(line));
  if (waiting.length === 0) return undefined;
  const own = plan.writers.includes(userId) || waiting.some((line) => lines.calledIn.includes(line));
  return { kind: 'LINE_UNSIGNED', personId, group: 'NOW', on: plan.changedOn, what: 'SINCE', place: 'plan', id: plan.contentId, count: waiting.length, ...(own ? { own: true } : {}) };
};

/** In the release window, and no plan in force nor one being made. */
const missingPlan = (person: PersonFacts, plan: PlanFacts | undefined, { today }: DueContext, { window }: Reach): Entry | undefined => {
  const { nearest, pausedUntil } = person;
  if (plan !== undefined || (pausedUntil !== undefined && pausedUntil > today) || nearest === undefined || nearest.date < today) return undefined;
  if (person.plans.some(isInTheMaking)) return undefined;
  if (nearest.date > window) return undefined;
  const leaves = person.release?.date === nearest.date && person.release.kind === nearest.kind;
  return { kind: 'PLAN_MISSING', personId: person.id, group: 'NOW', on: nearest.date, what: nearest.kind, ...(leaves ? { isRelease: true } : {}), place: 'plan', id: person.id };
};

/** The review of the plan in force, once its days have come; the same days as the plan itself shows. Whoever is away is not looked at meanwhile. */
const review = (person: PersonFacts, plan: PlanFacts | undefined, { today, jurisdiction }: DueContext): Entry | undefined => {
  if (person.status === 'AWAY' || plan?.lookedOn === undefined || person.plans.some(isInTheMaking)) return undefined;
  // an agreement that was withdrawn is talked about: the plan goes on as an offer
  if (plan.answer === 'WITHDRAWN' && plan.answeredOn !== undefined && (plan.reviewedOn === undefined || plan.reviewedOn < plan.answeredOn)) {
    return { kind: 'REVIEW', personId: person.id, group: 'NOW', on: plan.answeredOn, what: 'SINCE', place: 'plan', id: plan.contentId };
  }
  const due = nextReview(person, { lookedOn: plan.lookedOn, reviewedOn: plan.reviewedOn, exemptions: plan.exemptions }, jurisdiction.review, today);
  // its days have not come yet, or it was put off
  if (due === undefined || due.from > today) return undefined;
  return { kind: 'REVIEW', personId: person.id, on: due.to, what: 'BY', place: 'plan', id: plan.contentId };
};

/** The earliest step whose day has come or is near; the others of the same plan are counted. */
const dueStep = (person: PersonFacts, plan: PlanFacts | undefined, { today, workplace }: DueContext, { later }: Horizon): Entry | undefined => {
  if (plan === undefined) return undefined;
  const first = nextStep(plan.steps, today, later, ({ carriesOver, state }) => (workplace === 'prison' ? state === 'OPEN' : carriesOver));
  return first === undefined ? undefined : { kind: 'STEP', personId: person.id, on: first.due, what: 'BY', place: 'plan', id: plan.contentId, step: first.step, count: first.count };
};

/** An identity paper is needed, no step of the plan has settled it, and release is near. */
const papers = (person: PersonFacts, plan: PlanFacts | undefined, { today }: Horizon): Entry | undefined => {
  const { release, round } = person;
  if (round?.needsPapers !== true || release === undefined || release.date < today || release.date > addDays(today, PAPERS_URGENT_DAYS)) return undefined;
  if (plan !== undefined && isSettled(plan.steps, 'IDENTITY_DOCS')) return undefined;
  return { kind: 'PAPERS', personId: person.id, group: 'NOW', on: release.date, what: release.kind, isRelease: true, place: 'needs', id: round.id };
};

/** Appointments whose day is still to be found, with release near. */
const toFix = ({ id: personId, release, outside }: PersonFacts, { today }: Horizon): Entry | undefined => {
  if (outside === undefined || outside.toFix === 0 || release === undefined || release.date < today || release.date > addDays(today, APPOINTMENT_URGENT_DAYS)) return undefined;
  return { kind: 'APPOINTMENT_TO_FIX', personId, group: 'NOW', on: release.date, what: release.kind, isRelease: true, place: 'release', id: personId, count: outside.toFix };
};

/** Applications whose answer was expected by now. */
const unanswered = ({ id: personId, outside }: PersonFacts, { today }: Horizon): Entry | undefined => {
  const late = outside?.expected.filter((on) => on < today) ?? [];
  const [first] = late;
  return first === undefined ? undefined : { kind: 'APPLICATION_UNANSWERED', personId, on: first, what: 'BY', place: 'release', id: personId, count: late.length };
};

/** Without a plan the list before release is not begun either: one line says what comes first. */
const begunFirst = (noPlan: Entry | undefined, prepared: Entry | undefined): Entry | undefined => (noPlan !== undefined && prepared?.kind === 'PREPARATION' ? undefined : prepared);

/** The list before release: begun by nobody though the window is open, or its earliest item; the others are counted. */
const preparation = (person: PersonFacts, { today, later, window }: Reach): Entry | undefined => {
  const { id: personId, checklist } = person;
  const day = preparedDay(person, today);
  const preparing = preparesBy(person, today, window);
  if (checklist === undefined) {
    if (!preparing || day === undefined || day.date < today) return undefined;
    return { kind: 'PREPARATION', personId, group: 'NOW', on: day.date, what: day.kind, ...(day === person.release ? { isRelease: true } : {}), place: 'release', id: personId };
  }
  const next = day === undefined || isResting(person, today, preparing) ? undefined : nextItem(checklist.items, day.date, today, later);
  return next === undefined ? undefined : { kind: 'CHECKLIST', personId, on: next.due, what: 'BY', place: 'release', id: checklist.id, item: next.at, count: next.count };
};

const openRound = ({ id, round }: PersonFacts): Entry | undefined =>
  round === undefined || round.closed ? undefined : { kind: 'ROUND_OPEN', personId: id, on: round.on, what: 'SINCE', place: 'needs', id: round.id };

/** Steps that were handed over and go on outside, for who works on cases: others can do nothing about them. */
const followUp = (person: PersonFacts, context: DueContext, horizon: Horizon): (Entry | undefined)[] =>
  followed.has(person.status) && context.may('case.write')
    ? [dueStep(person, person.plans.find(({ status }) => status === 'HANDED_OVER' || inForce.has(status)), context, horizon), passed(person, context), checkpoint(person, context)]
    : [];

/** Appointments whose day has come, and nobody said whether they were kept: the earliest; the others are counted. */
const passed = ({ id: personId, outside }: PersonFacts, { today }: DueContext): Entry | undefined => {
  const days = outside?.fixed?.filter((on) => on <= today) ?? [];
  const [first] = days;
  return first === undefined ? undefined : { kind: 'APPOINTMENT_PASSED', personId, on: first, what: 'SINCE', place: 'followUp', id: personId, count: days.length };
};

/** A checkpoint after release at which nobody has looked. */
const checkpoint = ({ id: personId, release, checkpoints = [] }: PersonFacts, { today }: DueContext): Entry | undefined => {
  const due = release === undefined || release.date > today ? undefined : dueCheckpoint(release.date, checkpoints, today);
  return due === undefined ? undefined : { kind: 'CHECKPOINT', personId, on: due.on, what: 'BY', place: 'followUp', id: personId };
};

/** The second signature that an emergency still owes, and the notice that something must not be used. */
const toAnswerFor = ({ id, personId, preparedBy, since, awaits, notice }: HandoverFacts, { userId, may }: DueContext): (Entry | undefined)[] => {
  const line = { personId, id, place: 'handover', group: 'NOW' } as const;
  const second = awaits !== undefined && awaits.by !== userId && preparedBy !== userId && may('handover.authorise');
  return [
    second ? { kind: 'HANDOVER_COUNTERSIGN', ...line, on: awaits.until, what: 'BY' } : undefined,
    notice === true && may('handover.seal') ? { kind: 'HANDOVER_NOTICE', ...line, on: since, what: 'SINCE' } : undefined,
  ];
};

const onItsWay: ReadonlySet<HandoverStatus> = new Set(['SEALED', 'DISPATCHED', 'EXPIRED']);

const ofHandover = (handover: HandoverFacts, { today, userId, may, jurisdiction: { handover: timing } }: DueContext, release: CivilDate | undefined): Entry | undefined => {
  const { id, personId, status, since } = handover;
  const line = { personId, id, place: 'handover' } as const;
  const by = (days: number): Pick<Entry, 'on' | 'what'> => (release === undefined ? { on: since, what: 'SINCE' } : { on: addDays(release, -days), what: 'BY' });
  if (status === 'CHECKED') {
    return handover.preparedBy !== userId && may('handover.authorise') ? { kind: 'HANDOVER_AUTHORISE', group: 'NOW', ...line, ...by(timing.authorised) } : undefined;
  }
  if (status === 'AUTHORISED') return may('handover.seal') ? { kind: 'HANDOVER_WRITE', group: 'NOW', ...line, ...by(timing.dispatched) } : undefined;
  if (status === 'REJECTED') return may('handover.prepare') ? { kind: 'HANDOVER_REJECTED', group: 'NOW', ...line, on: since, what: 'ANSWERED_ON' } : undefined;
  if (!may('import.open')) return undefined;
  if (onItsWay.has(status)) {
    const patience = addDays(since, timing.answerAfterDays);
    const seen = release === undefined ? patience : addDays(release, -timing.receiptSeen);
    return today >= patience || today >= seen ? { kind: 'HANDOVER_UNANSWERED', group: 'NOW', ...line, on: since, what: 'SENT_ON' } : undefined;
  }
  const fresh = today <= addDays(since, RECEIPT_SHOWN_DAYS);
  return (status === 'RECEIVED' || status === 'ACCEPTED') && fresh ? { kind: 'HANDOVER_RECEIPT', group: 'WEEK', ...line, on: since, what: status === 'ACCEPTED' ? 'ACCEPTED_ON' : 'RECEIVED_ON' } : undefined;
};

const ofImport = ({ id, personId, decision, decidedOn, answered }: ImportFacts, { may }: DueContext): Entry | undefined => {
  if (!may('import.decide')) return undefined;
  const line = { id, personId, group: 'NOW', on: decidedOn, place: 'arrivals' } as const;
  if (decision === 'RECEIVED') return { kind: 'ARRIVAL', ...line, what: 'RECEIVED_ON' };
  return decision === 'ACCEPTED' && !answered ? { kind: 'RECEIPT_OWED', ...line, what: 'ACCEPTED_ON' } : undefined;
};
