import { addDays, type CivilDate } from './dates.ts';
import type { HandoverStatus } from './handover.ts';
import type { PersonStatus } from './people.ts';

/** How many days around a release its papers lie ready. */
export const PACK_DAYS = 14;

/** States of a hand-over a second person has authorised, and of which nothing was taken back since. */
const authorised: ReadonlySet<HandoverStatus> = new Set(['AUTHORISED', 'SEALED', 'DISPATCHED', 'RECEIVED', 'ACCEPTED']);

/** Whether a hand-over's papers may be handed out; one for practice has none. */
export const isForPack = ({ status, practice }: { readonly status: HandoverStatus; readonly practice?: boolean | undefined }): boolean => authorised.has(status) && practice !== true;

export interface PackFacts {
  readonly status: PersonStatus;
  /** day of release, never a day only hoped for */
  readonly release: CivilDate | undefined;
  /** a hand-over of theirs is for a pack */
  readonly handover: boolean;
  /** a version of the plan is approved and in force */
  readonly approved: boolean;
  readonly today: CivilDate;
}

/**
 * Whether somebody's papers lie ready for whoever is on duty: an authorised hand-over for as long as they are here, or an
 * approved plan when the release is near. For two weeks after it too, because people come back for their papers.
 */
export const hasPack = ({ status, release, handover, approved, today }: PackFacts): boolean => {
  const near = release !== undefined && release >= addDays(today, -PACK_DAYS) && release <= addDays(today, PACK_DAYS);
  if (status === 'RELEASED_FOLLOW_UP') return near && (handover || approved);
  if (status === 'ACTIVE' || status === 'PRE_RELEASE' || status === 'AWAY') return handover || (near && approved);
  return false;
};
