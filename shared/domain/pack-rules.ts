import { z } from 'zod';
import { addDays, type CivilDate } from './dates.ts';
import type { HandoverStatus } from './handover.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { PersonStatus } from './people.ts';
import { isInCustody } from './person-machine.ts';
import { windowStart } from './release-window.ts';

/** From how many days before a release its papers lie ready. */
export const PACK_DAYS_AHEAD = 30;
/** For how many days after a release its papers still lie ready: people come back for them. */
export const PACK_DAYS_AFTER = 14;
/** For how many days the pack of somebody nobody expected to leave stays open. */
export const PACK_OPEN_DAYS = 3;

/** States of a hand-over a second person has authorised, and of which nothing was taken back since. */
const authorised: ReadonlySet<HandoverStatus> = new Set(['AUTHORISED', 'SEALED', 'DISPATCHED', 'RECEIVED', 'ACCEPTED']);

/** Whether a hand-over's papers may be handed out; one for practice has none. */
export const isForPack = ({ status, practice }: { readonly status: HandoverStatus; readonly practice?: boolean | undefined }): boolean => authorised.has(status) && practice !== true;

export interface PackFacts {
  readonly status: PersonStatus;
  /** day of release, never a day only hoped for */
  readonly release: CivilDate | undefined;
  /** day on which somebody decides about release */
  readonly decision: CivilDate | undefined;
  /** the decision was postponed or refused: nothing is prepared until the new term */
  readonly postponed: boolean;
  /** a hand-over of theirs is for a pack */
  readonly handover: boolean;
  /** a version of the plan is approved and in force */
  readonly approved: boolean;
  /** the last day on which somebody opened their pack with a reason */
  readonly openedOn: CivilDate | undefined;
  readonly today: CivilDate;
  readonly jurisdiction: Pick<Jurisdiction, 'releaseWindow'>;
}

/** Why the emergency pack of somebody lies ready. */
export const PackWhy = z.enum(['NEAR', 'PREPARING', 'GONE', 'OPENED']);
export type PackWhy = z.infer<typeof PackWhy>;

/** The release window is open, as on the person's page: by the day of release, or the day on which it is decided. */
const isPreparing = ({ status, release, decision, postponed, today, jurisdiction }: PackFacts): boolean =>
  (status === 'PRE_RELEASE' && !postponed) || [release, postponed ? undefined : decision].some((day) => day !== undefined && windowStart(day, jurisdiction) <= today);

const wasOpened = ({ openedOn, today }: PackFacts): boolean => openedOn !== undefined && today < addDays(openedOn, PACK_OPEN_DAYS);

/**
 * Whether the emergency pack of somebody lies ready for whoever is on duty, and why: thirty days before a release that is
 * known, while a release is being prepared, for two weeks after it; and for anybody whose pack was opened with a reason.
 */
export const emergencyPack = (facts: PackFacts): PackWhy | undefined => {
  const { status, release, today } = facts;
  if (status === 'RELEASED_FOLLOW_UP') return (release !== undefined && release >= addDays(today, -PACK_DAYS_AFTER)) || wasOpened(facts) ? 'GONE' : undefined;
  if (!isInCustody(status)) return undefined;
  if (release !== undefined && release <= addDays(today, PACK_DAYS_AHEAD)) return 'NEAR';
  if (isPreparing(facts)) return 'PREPARING';
  return wasOpened(facts) ? 'OPENED' : undefined;
};

/**
 * Whether the prepared papers lie beside it, the person's copy and the officer's plan: an authorised hand-over for as long
 * as they are here, or an approved plan when the release is near or the pack was opened.
 */
export const hasPapers = (facts: PackFacts): boolean => {
  const { status, release, handover, approved, today } = facts;
  const near = release !== undefined && release >= addDays(today, -PACK_DAYS_AFTER) && release <= addDays(today, PACK_DAYS_AHEAD);
  if (status === 'RELEASED_FOLLOW_UP') return near && (handover || approved);
  return isInCustody(status) && (handover || ((near || wasOpened(facts)) && approved));
};

/** Whether somebody has a pack at all: an emergency pack, or papers that were prepared. */
export const hasPack = (facts: PackFacts): boolean => emergencyPack(facts) !== undefined || hasPapers(facts);
