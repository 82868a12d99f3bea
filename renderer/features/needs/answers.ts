import type { DomainAssessment, NeedAnswer, NeedItem } from '../../../shared/domain/needs.ts';

/** What one key or one press answers in a domain: the answer and, for a need, its level in one. */
export type AnswerChoice = 'NONE' | 'NEED_1' | 'NEED_2' | 'NEED_3' | 'REFUSED' | 'NOT_ASKED';

/** In the order of the keys 0–4; "not asked" last, because it takes an answer back. */
export const answerChoices: readonly AnswerChoice[] = ['NONE', 'NEED_1', 'NEED_2', 'NEED_3', 'REFUSED', 'NOT_ASKED'];

const meanings: Readonly<Record<AnswerChoice, { readonly answer: NeedAnswer; readonly level?: number }>> = {
  NONE: { answer: 'NONE' },
  NEED_1: { answer: 'NEED', level: 1 },
  NEED_2: { answer: 'NEED', level: 2 },
  NEED_3: { answer: 'NEED', level: 3 },
  REFUSED: { answer: 'REFUSED' },
  NOT_ASKED: { answer: 'NOT_ASKED' },
};

/** Answer and level as the core takes them. */
export const meaningOf = (choice: AnswerChoice): { readonly answer: NeedAnswer; readonly level?: number } => meanings[choice];

/** One need of the catalogue as the core takes it; undefined takes its answer back. What belongs to a need alone is kept only there. */
export const itemOf = (choice: AnswerChoice, { urgency, detail }: Pick<NeedItem, 'urgency' | 'detail'> = {}): Omit<NeedItem, 'code'> | undefined => {
  const { answer, level } = meanings[choice];
  if (answer === 'NOT_ASKED') return undefined;
  if (answer !== 'NEED') return { answer };
  return { answer, ...(level === undefined ? {} : { level }), ...(urgency === undefined ? {} : { urgency }), ...(detail === undefined ? {} : { detail }) };
};

/** What stands answered in a domain; undefined for a need whose level is not one of the three. */
export const choiceOf = (domain: Pick<DomainAssessment, 'answer' | 'level'>): AnswerChoice | undefined =>
  answerChoices.find((choice) => meanings[choice].answer === domain.answer && meanings[choice].level === domain.level);

const keys: Readonly<Record<string, AnswerChoice>> = {
  '0': 'NONE',
  '1': 'NEED_1',
  '2': 'NEED_2',
  '3': 'NEED_3',
  '4': 'REFUSED',
  Delete: 'NOT_ASKED',
  Backspace: 'NOT_ASKED',
};

/** The answer a key gives, undefined for any other key. */
export const choiceOfKey = (key: string): AnswerChoice | undefined => (Object.hasOwn(keys, key) ? keys[key] : undefined);

/** A line belongs to a need: nothing is explained where there is none, and a refusal needs no reason. */
export const takesLine = (choice: AnswerChoice | undefined): boolean => choice !== undefined && meanings[choice].answer === 'NEED';
