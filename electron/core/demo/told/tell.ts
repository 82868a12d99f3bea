import { v7 as uuidv7 } from 'uuid';
import { addDays, addMonths, type CivilDate } from '../../../../shared/domain/dates.ts';
import { isHoliday } from '../../../../shared/domain/holidays.ts';
import type { PersonDetails } from '../../../../shared/domain/person-details.ts';
import type { StepStatus } from '../../../../shared/domain/plan.ts';
import { TOLD_CASES, toldCaseCode } from '../../../../shared/domain/told-cases.ts';
import { weekdayOf } from '../../../../shared/domain/week.ts';
import { jurisdictions } from '../../../../shared/jurisdictions/index.ts';
import type { DemoWorkplace } from '../client.ts';
import type { DemoCountry } from '../countries.ts';
import { askNeeds } from '../story.ts';
import { prepareRelease } from './prepare.ts';
import type { Days, ToldCase, ToldGoal } from './told-case.ts';

/** A clock that can be set back: what is told was entered on its own day. */
export interface ToldClock {
  readonly now: () => number;
  /** days before the present; 0 is now */
  readonly goBack: (days: number) => void;
}

export const toldClock = (clock: () => number): ToldClock => {
  let back = 0;
  return { now: () => clock() - back * 86_400_000, goBack: (days) => (back = days) };
};

/** A plan that waits for the second user, and what to mark once it is in force. */
export interface WaitingPlan {
  readonly contentId: string;
  readonly marks: readonly { readonly stepId: string; readonly status: StepStatus }[];
}

interface Telling {
  readonly workplace: DemoWorkplace;
  readonly clock: ToldClock;
  readonly country: DemoCountry;
  readonly today: CivilDate;
  readonly educatorId: string;
}

/** How long before today the story of a case was written down first, in days. */
const BEGUN = 60;

/** The next Friday on or after a day that is no holiday: offices close, and nobody is there in the evening. */
const workingFriday = (from: CivilDate, country: DemoCountry): CivilDate => {
  for (let date = from; ; date = addDays(date, 1)) {
    if (weekdayOf(date) === 5 && !isHoliday(date, jurisdictions.firstChoiceFor(country).holidays)) return date;
  }
};

const detailsOf = (told: ToldCase, { today, educatorId }: Telling): PersonDetails => {
  const at = (days: Days): CivilDate => addDays(today, days);
  const { custody, permitUntil, bans } = told;
  return {
    ...told.details,
    admissionDate: at(-told.here),
    caseManagerId: educatorId,
    ...(custody === undefined ? {} : { custody: { ...custody, since: at(custody.since) } }),
    ...(permitUntil === undefined ? {} : { permitUntil: at(permitUntil) }),
    ...(bans === undefined ? {} : { contactBans: bans.map(({ kind, act, until }) => ({ id: uuidv7(), kind, act, ...(until === undefined ? {} : { until: at(until) }) })) }),
  };
};

/** Enters one case, act by act, each on its own day. Its plan waits for the second user. */
export const tellCase = async (telling: Telling, told: ToldCase): Promise<WaitingPlan> => {
  const { workplace, clock, country, today } = telling;
  const { calls, core } = workplace;
  const at = (days: Days): CivilDate => addDays(today, days);
  const back = (ago: number): void => clock.goBack(Math.max(0, ago));
  back(BEGUN);
  const { id: personId } = await calls.people.add({
    code: toldCaseCode(country, TOLD_CASES.indexOf(told.name) + 1),
    familyName: told.familyName,
    givenName: told.givenName,
    birthDate: addDays(addMonths(today, -12 * told.age), -100),
  });
  for (const { kind, on, certainty, source, time, friday } of told.dates ?? []) {
    await calls.people.setDate({ personId, kind, date: friday === true ? workingFriday(at(on), country) : at(on), certainty, source, time });
  }
  for (const { command, on, source, newTerm } of told.decisions ?? []) {
    back(-on);
    await calls.people.decide({ personId, command, on: at(on), source, newTerm: newTerm === undefined ? undefined : at(newTerm) });
  }
  for (const { kind, on, place, source } of told.movements ?? []) {
    back(-on);
    await calls.people.move({ personId, kind, on: at(on), place, source });
  }
  back(0);
  const person = await core.session.vault.get('people', personId);
  await calls.people.setDetails({ personId, _rev: person?._rev ?? '', details: detailsOf(told, telling) });
  const lang = country;
  const [ago, text] = told.note;
  await askNeeds(workplace, personId, { answers: told.answers, language: lang, kind: told.name === 'LIFE_SENTENCE' ? 'REVIEW' : 'PRE_RELEASE', on: at(-ago) });
  await followNeeds(telling, personId, told);
  for (const [purpose, decision] of told.choices ?? []) await calls.consents.record({ personId, purpose, decision, on: at(-ago), lang });
  await calls.notes.add({ personIds: [personId], kind: 'CONVERSATION', basis: 'PERSON_SAYS', on: at(-ago), text, lang });
  const waiting = await plan(telling, personId, told);
  await prepareRelease(workplace, { personId, name: told.name, country, today, supervised: told.details.afterRelease !== 'UNSUPERVISED' });
  return waiting;
};

/** About a need whose goal has a step begun or done, something is being done: the step says what. */
const followNeeds = async ({ workplace: { calls }, country, today }: Telling, personId: string, { goals }: ToldCase): Promise<void> => {
  const begun = new Map(goals.flatMap(({ domain, steps }) => steps.flatMap(({ text, status }) => (status === 'IN_PROGRESS' || status === 'DONE' ? [[domain, text] as const] : []))));
  for await (const views of await calls.needs.list({ personId })) {
    for (const { need } of views) {
      const text = begun.get(need.domain);
      if (text !== undefined) await calls.needs.update({ needId: need.id, command: 'start', on: today, fromPartner: false, said: { text, lang: country, basis: 'DOCUMENT' } });
    }
    break;
  }
};

const plan = async ({ workplace: { calls }, country, today }: Telling, personId: string, { name, statement, goals, note: [ago] }: ToldCase): Promise<WaitingPlan> => {
  const marks: { stepId: string; status: StepStatus }[] = [];
  const objective = ({ steps, by, ...goal }: ToldGoal) => ({
    ...goal,
    ...(by === undefined ? {} : { targetDate: addDays(today, by) }),
    steps: steps.map(({ due, status, carriesOver, ...step }) => {
      const id = uuidv7();
      if (status !== undefined) marks.push({ stepId: id, status });
      return { ...step, id, carriesOver: carriesOver === true, ...(due === undefined ? {} : { dueDate: addDays(today, due) }) };
    }),
  });
  const { contentId } = await calls.plans.draft({ personId, kind: name === 'LIFE_SENTENCE' ? 'REVIEW' : 'PRE_RELEASE', lang: country });
  await calls.plans.write({ contentId, personStatement: statement, objectives: goals.map(objective) });
  await calls.plans.propose({ contentId });
  await calls.plans.answer({ contentId, answer: 'AGREES', on: addDays(today, -ago), signature: 'PAPER' });
  return { contentId, marks };
};

/** What the second user does: approves what waits and marks how far its steps are. */
export const bringIntoForce = async ({ calls }: DemoWorkplace, waiting: readonly WaitingPlan[]): Promise<void> => {
  for (const { contentId, marks } of waiting) {
    await calls.plans.approve({ contentId });
    for (const { stepId, status } of marks) await calls.plans.markStep({ contentId, stepId, status });
  }
};
