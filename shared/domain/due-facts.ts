import type { CivilDate } from './dates.ts';
import type { Checkpoint } from './outcome-return.ts';
import type { HandoverStatus } from './handover.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { WorkplaceKind } from './office.ts';
import type { PersonStatus, ReleaseDateKind } from './people.ts';
import type { Permission } from './permissions.ts';
import type { LinesToSign } from './plan-line-rules.ts';
import type { PlanLine } from './plan-lines.ts';
import type { Answer, PlanStatus } from './plan.ts';
import type { LookedFacts, RoadFacts } from './plan-review.ts';
import type { StepColumns } from './step-columns.ts';

/** What the rules of due work look at: read from the index, without opening a file. */
export interface PersonFacts extends RoadFacts {
  readonly id: string;
  readonly status: PersonStatus;
  /** the term a postponed or refused decision set: nothing is prepared for it before */
  readonly pausedUntil?: CivilDate | undefined;
  readonly nearest: { readonly kind: ReleaseDateKind; readonly date: CivilDate } | undefined;
  /** one of the people the user works with */
  readonly mine: boolean;
  /** versions of the plan, newest first */
  readonly plans: readonly PlanFacts[];
  /** the newest round of needs */
  readonly round: RoundFacts | undefined;
  /** what is arranged with services outside; absent where nothing is */
  readonly outside?: OutsideFacts | undefined;
  /** the next day on which they are heard */
  readonly listed?: ListedFacts | undefined;
  /** written requests that wait */
  readonly requests?: RequestFacts | undefined;
  /** checkpoints after release at which somebody was looked at */
  readonly checkpoints?: readonly Checkpoint[] | undefined;
  /** last day of the copy of a case that another prison took over */
  readonly keepUntil?: CivilDate | undefined;
  /** the list before release of a road that is not over */
  readonly checklist?: ChecklistFacts | undefined;
}

export interface ChecklistFacts {
  readonly id: string;
  /** its open items, as the index keeps them */
  readonly items: string;
}

/** Appointments and applications that wait for somebody. */
export interface OutsideFacts {
  /** appointments without a day */
  readonly toFix: number;
  /** days by which answers to applications were expected, earliest first */
  readonly expected: readonly CivilDate[];
  /** days of appointments that are set, earliest first */
  readonly fixed?: readonly CivilDate[];
}

/** Where somebody stands on the list of a sitting. */
export interface ListedFacts {
  readonly caseId: string;
  readonly sittingId: string;
  readonly on: CivilDate;
  /** the report about them is done */
  readonly reported: boolean;
}

/** The oldest of each, and how many there are. */
export interface RequestFacts {
  readonly open?: { readonly id: string; readonly on: CivilDate; readonly count: number };
  readonly answered?: { readonly id: string; readonly on: CivilDate; readonly count: number };
}

export interface PlanFacts {
  readonly contentId: string;
  readonly status: PlanStatus;
  readonly author: string;
  /** everybody who wrote in it */
  readonly writers: readonly string[];
  readonly answer: Answer | undefined;
  readonly answeredOn: CivilDate | undefined;
  readonly changedOn: CivilDate;
  /** the day it was last looked at as a whole: its last review, or its approval */
  readonly lookedOn: CivilDate | undefined;
  readonly reviewedOn: CivilDate | undefined;
  readonly exemptions: LookedFacts['exemptions'];
  /** lines with goals that nobody signed since they were changed, and of which nobody said that there is no one */
  readonly unsigned: readonly PlanLine[];
  /** its steps, as the index keeps them */
  readonly steps: StepColumns;
}

export interface RoundFacts {
  readonly id: string;
  readonly on: CivilDate;
  readonly closed: boolean;
  /** an identity paper is needed, by the newest round in which that was asked */
  readonly needsPapers: boolean;
}

export interface HandoverFacts {
  readonly id: string;
  readonly personId: string;
  readonly status: HandoverStatus;
  readonly preparedBy: string;
  /** the day it came to where it is */
  readonly since: CivilDate;
  /** sealed on one signature: whose, and by when a second person answers */
  readonly awaits?: { readonly by: string; readonly until: CivilDate } | undefined;
  /** revoked, and the notice to the recipient is not written yet */
  readonly notice?: boolean;
  /** to another prison: nothing of it goes by the day of a release */
  readonly transfer?: true;
}

export interface ImportFacts {
  readonly id: string;
  readonly personId: string;
  readonly decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED';
  readonly decidedOn: CivilDate;
  /** the receipt that says so was written */
  readonly answered: boolean;
}

/** For whom, where and when. */
export interface DueContext {
  readonly today: CivilDate;
  readonly userId: string;
  readonly workplace: WorkplaceKind;
  readonly jurisdiction: Jurisdiction;
  readonly may: (permission: Permission) => boolean;
  /** the lines of plans that the user's roles sign */
  readonly lines: LinesToSign;
}
