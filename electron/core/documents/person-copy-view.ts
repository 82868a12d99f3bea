import type { Language } from '../../../shared/domain/base.ts';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import type { ConsentPurpose } from '../../../shared/domain/consents.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { NeedDomain } from '../../../shared/domain/needs.ts';
import type { Answer, OwnerKind } from '../../../shared/domain/plan.ts';
import type { ObjectiveStatus } from '../../../shared/domain/plan-marks.ts';
import type { NearestDate } from '../../../shared/domain/release-dates.ts';
import { nextDate } from './next-date.ts';
import { isOpen } from './urgent.ts';

export interface CopyStep {
  readonly text: string;
  readonly owner: OwnerKind;
  /** of the family, who: the relation, never a name */
  readonly relation?: string;
  readonly dueDate?: CivilDate;
}

export interface CopyGoal {
  /** in the person's own words */
  readonly title: string;
  readonly domain: NeedDomain;
  /** the first step still to do; none when all is done */
  readonly firstStep?: CopyStep;
  /** how many more steps come after the first one */
  readonly later: number;
  /** it was reached: nothing more is asked of the person */
  readonly reached?: true;
  /** texts of the steps already done */
  readonly done: readonly string[];
}

/**
 * Everything on the person's own copy: no code, no surname, no offence, no name of prison or staff. The sheet is
 * carried around.
 */
export interface PersonCopyView {
  readonly firstName: string;
  readonly largePrint: boolean;
  readonly versionNo: number;
  /** empty when the plan is not approved yet */
  readonly contentHash: string;
  /** language in which goals and steps were written */
  readonly planLanguage: Language;
  readonly nextDate?: NearestDate;
  /** life sentence: no end date, said so */
  readonly endless: boolean;
  readonly ownWords?: string;
  readonly answer?: Answer;
  readonly goals: readonly CopyGoal[];
  readonly learned: readonly { readonly title: Readonly<Record<Language, string>>; readonly completed: boolean; readonly minutes: number }[];
  /** who receives the plan and why it may be sent; none: nobody outside gets it */
  readonly sharing?: { readonly recipient: string; readonly mandate: CaseFile['mandate']['kind'] };
  /** number under which the plan was sent: what to say when asking about it */
  readonly registration?: string;
  /** phone of the office that wrote the plan */
  readonly phone?: string;
  readonly choices: readonly { readonly purpose: ConsentPurpose; readonly yes: boolean }[];
}

/** What the copy is made of: a case file, or the same parts of one where there is no mandate and so no hand-over. */
export type PersonCopySource = Pick<CaseFile, 'dataAsOf' | 'person' | 'dates' | 'plan' | 'learning' | 'choices'> &
  Partial<Pick<CaseFile, 'recipient' | 'mandate' | 'sender' | 'registrationNumber' | 'goalStates'>>;

/** Staff by their role alone, a service as one; of the family, by what they are to the person. */
const step = ({ text, owner, ownerRef, dueDate }: CaseFile['plan']['objectives'][number]['steps'][number]): CopyStep => ({ text, owner, ...(owner === 'FAMILY' && ownerRef !== undefined ? { relation: ownerRef.name } : {}), ...(dueDate === undefined ? {} : { dueDate }) });

const goal = (objective: CaseFile['plan']['objectives'][number], state: ObjectiveStatus | undefined): CopyGoal => {
  const reached = state === 'ACHIEVED' || state === 'PARTLY_ACHIEVED';
  const open = reached ? [] : objective.steps.filter(isOpen);
  const [first] = open;
  return {
    title: objective.title,
    domain: objective.domain,
    ...(first === undefined ? {} : { firstStep: step(first) }),
    ...(reached ? { reached } : {}),
    later: Math.max(0, open.length - 1),
    done: objective.steps.filter((entry) => entry.status === 'DONE').map((entry) => entry.text),
  };
};

const learnedStates: ReadonlySet<string> = new Set(['COMPLETED', 'ON_PROGRAMME']);

/** The view of the person's copy: takes only what belongs on it. */
export const personCopyView = (source: PersonCopySource): PersonCopyView => {
  const { person, plan, recipient, mandate } = source;
  const coming = nextDate(source.dates, source.dataAsOf);
  return {
    firstName: person.givenName.trim().split(/\s+/)[0] ?? '',
    largePrint: person.readingSupport === 'LARGE_PRINT',
    versionNo: plan.versionNo,
    contentHash: plan.contentHash,
    planLanguage: plan.lang,
    ...(coming === undefined ? {} : { nextDate: coming }),
    endless: person.endless === true,
    ...(plan.personStatement === undefined ? {} : { ownWords: plan.personStatement }),
    ...(plan.answer === undefined ? {} : { answer: plan.answer.answer }),
    // what is not pursued any more is not asked of the person
    goals: plan.objectives.flatMap((objective) => {
      const state = source.goalStates?.find(({ objectiveId }) => objectiveId === objective.id)?.status;
      return state === 'REMOVED' || state === 'NOT_ACHIEVED' ? [] : [goal(objective, state)];
    }),
    learned: source.learning
      .filter((course) => learnedStates.has(course.status) && course.minutes > 0)
      .map((course) => ({ title: course.title, completed: course.status === 'COMPLETED', minutes: course.minutes })),
    ...(recipient === undefined || mandate === undefined ? {} : { sharing: { recipient: recipient.name, mandate: mandate.kind } }),
    ...(source.registrationNumber === undefined ? {} : { registration: source.registrationNumber }),
    ...(source.sender?.phone === undefined ? {} : { phone: source.sender.phone }),
    choices: source.choices.flatMap(({ purpose, decision }): PersonCopyView['choices'] =>
      decision === 'GIVEN' ? [{ purpose, yes: true }] : decision === 'REFUSED' || decision === 'WITHDRAWN' ? [{ purpose, yes: false }] : [],
    ),
  };
};
