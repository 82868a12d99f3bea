import type { ConsentDecision, ConsentPurpose } from '../../../../shared/domain/consents.ts';
import type { MovementKind } from '../../../../shared/domain/custody.ts';
import type { DecisionCommand } from '../../../../shared/domain/decision.ts';
import type { NeedDomain } from '../../../../shared/domain/needs.ts';
import type { PersonDetails } from '../../../../shared/domain/person-details.ts';
import type { Certainty, ReleaseDateKind } from '../../../../shared/domain/people.ts';
import type { Horizon, OwnerKind, StepStatus } from '../../../../shared/domain/plan.ts';
import type { ToldCaseName } from '../../../../shared/domain/told-cases.ts';
import type { StoryTexts, ToldAnswer } from '../story-texts.ts';

/** Days from today, so that a demonstration never ages; negative days have passed. */
export type Days = number;

export interface ToldGoal {
  readonly domain: NeedDomain;
  /** in the person's words */
  readonly title: string;
  readonly measure?: string;
  readonly horizon: Horizon;
  readonly by?: Days;
  readonly steps: readonly { readonly text: string; readonly owner: OwnerKind; readonly due?: Days; readonly carriesOver?: boolean; readonly status?: StepStatus }[];
}

/** One of the twelve: what was recorded about an invented person, in the language of the place. */
export interface ToldCase {
  readonly name: ToldCaseName;
  readonly familyName: string;
  readonly givenName: string;
  readonly age: number;
  /** days since admission */
  readonly here: number;
  readonly details: Omit<PersonDetails, 'admissionDate' | 'custody' | 'permitUntil' | 'contactBans'>;
  readonly custody?: { readonly status: 'WORK_OUTSIDE' | 'SEMI_LIBERTY'; readonly since: Days; readonly returnsBy: string; readonly act: string };
  readonly permitUntil?: Days;
  readonly bans?: readonly { readonly kind: 'NO_CONTACT' | 'NO_APPROACH' | 'NO_PLACES'; readonly act: string; readonly until?: Days }[];
  /** `set`: when it was entered; `friday`: moved on to the next Friday that is no holiday */
  readonly dates?: readonly { readonly kind: ReleaseDateKind; readonly on: Days; readonly certainty: Certainty; readonly source: string; readonly time?: string; readonly friday?: boolean }[];
  readonly decisions?: readonly { readonly command: DecisionCommand; readonly on: Days; readonly source: string; readonly newTerm?: Days }[];
  readonly movements?: readonly { readonly kind: MovementKind; readonly on: Days; readonly place?: string; readonly source: string }[];
  readonly answers: readonly ToldAnswer[];
  readonly choices?: readonly (readonly [ConsentPurpose, ConsentDecision])[];
  readonly statement: string;
  readonly goals: readonly ToldGoal[];
  /** a conversation, and how many days ago */
  readonly note: readonly [ago: number, text: string];
}

/** What a country tells: its story, its register and its twelve cases. */
export interface ToldCountry {
  readonly story: StoryTexts;
  readonly cases: readonly ToldCase[];
}
