import type { ConsentDecision, ConsentPurpose } from './consents.ts';
import type { CivilDate } from './dates.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { MOST_ANSWERS, thirdPersonMachine, type ThirdPerson, type ThirdPersonAnswer, type ThirdPersonCommand, type ThirdPersonDetails, type ThirdPersonEntry, type ThirdPersonKind, type ToldHow } from './third-person.ts';

type Asked = Pick<ThirdPerson, 'answers'>;

/** Where somebody else's own answer stands today: a yes past its last day has expired. */
export const answerToday = ({ answers }: Asked, today: CivilDate): ThirdPersonAnswer => {
  const last = answers.at(-1);
  if (last === undefined) return 'NOT_ASKED';
  return last.answer === 'GIVEN' && last.validTo !== undefined && last.validTo < today ? 'EXPIRED' : last.answer;
};

export interface ThirdPersonAct {
  readonly command: ThirdPersonCommand;
  readonly on: CivilDate;
  readonly validTo?: CivilDate | undefined;
  readonly told?: string | undefined;
  readonly how: ToldHow;
}

/** The record with one answer more. A yes or a no is worth something only from somebody who was told what for. */
export const answered = <T extends ThirdPerson>(third: T, act: ThirdPersonAct, by: string, today: CivilDate): Outcome<T> => {
  const { command, on, validTo, told, how } = act;
  if (third.ended !== undefined) return refused('thirdPerson.ended');
  if (on > today) return refused('thirdPerson.inFuture');
  const last = third.answers.at(-1);
  if (last !== undefined && on < last.on) return refused('thirdPerson.beforeLast', { date: last.on });
  if (validTo !== undefined && (command !== 'give' || validTo < on)) return refused('thirdPerson.validTo');
  if (command !== 'withdraw' && told === undefined) return refused('thirdPerson.notTold');
  const next = step('thirdPerson', thirdPersonMachine, answerToday(third, today), command);
  if (!next.ok) return next;
  const entry: ThirdPersonEntry = { answer: next.value as ThirdPersonEntry['answer'], on, how, by, ...(validTo === undefined ? {} : { validTo }), ...(told === undefined ? {} : { told }) };
  return allowed({ ...third, answers: [...third.answers, entry].slice(-MOST_ANSWERS) });
};

/** Puts right who it is. Another name or number is another matter than the one they agreed to: a yes has to be given anew. */
export const detailsChanged = <T extends ThirdPerson>(third: T, details: ThirdPersonDetails): Outcome<T> => {
  if (third.ended !== undefined) return refused('thirdPerson.ended');
  const { relation: _relation, phone: _phone, ...rest } = third;
  const same = third.name === details.name && third.phone === details.phone;
  return allowed({ ...rest, ...details, answers: same ? third.answers : [] } as unknown as T);
};

/** What the person must have agreed to before anybody of this kind is named. A host is part of where they asked to go. */
const purposeOf: { readonly [K in ThirdPersonKind]?: ConsentPurpose } = { RELATIVE: 'FAMILY_CONTACT', EMPLOYER: 'EMPLOYER', MENTOR: 'MENTOR' };

export interface OthersToTell {
  /** may be named: their own yes, and the person's where it takes one */
  readonly named: readonly ThirdPerson[];
  /** how many are known and not named, for whatever reason */
  readonly withheld: number;
}

/**
 * Which other people may be named to a service. Default deny, on two sides: they said yes themselves, and the person agrees to
 * contact with them. Why somebody is left out is never told.
 * @param choices what the person decided, as it stands today
 */
export const othersToTell = (all: readonly ThirdPerson[], choices: readonly { readonly purpose: ConsentPurpose; readonly decision: ConsentDecision }[], today: CivilDate): OthersToTell => {
  const known = all.filter(({ ended }) => ended === undefined);
  const named = known.filter((third) => {
    const purpose = purposeOf[third.kind];
    return answerToday(third, today) === 'GIVEN' && (purpose === undefined || choices.some((choice) => choice.purpose === purpose && choice.decision === 'GIVEN'));
  });
  return { named, withheld: known.length - named.length };
};
