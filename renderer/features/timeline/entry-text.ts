import type { TFunction } from 'i18next';
import type { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { TimelineEntryView } from '../../../shared/contract/timeline.ts';
import type { TimelineKind } from '../../../shared/domain/timeline.ts';
import type { PersonPart } from '../../app/shell/screen-paths.ts';

interface Told {
  /** the enum of `what`, and that of `second` */
  readonly what: string;
  readonly second?: string;
  /** the part of the page where more is told */
  readonly part: PersonPart;
}

/** Whose words each kind takes. */
export const toldBy: Readonly<Record<TimelineKind, Told>> = {
  MOVEMENT: { what: 'movementKind', part: 'details' },
  TURN: { what: 'turnKind', part: 'details' },
  DECISION: { what: 'decisionState', part: 'dates' },
  DATE: { what: 'releaseDateKind', part: 'dates' },
  ROUND: { what: 'roundKind', part: 'needs' },
  NOTE: { what: 'noteKind', part: 'notes' },
  PLAN: { what: 'timelinePlan', second: 'answer', part: 'plan' },
  REVIEW: { what: 'timelineReview', part: 'plan' },
  COURSE: { what: 'enrolmentStatus', part: 'learning' },
  CHOICE: { what: 'consentPurpose', second: 'consentDecision', part: 'brief' },
  REQUEST: { what: 'timelineRequest', second: 'requestAbout', part: 'requests' },
  SITTING: { what: 'sittingState', second: 'sittingKind', part: 'dates' },
  APPOINTMENT: { what: 'appointmentStatus', part: 'release' },
  APPLICATION: { what: 'applicationStatus', second: 'applicationKind', part: 'release' },
  OBLIGATION: { what: 'timelineObligation', second: 'obligationKind', part: 'release' },
  HANDOVER: { what: 'handoverStatus', part: 'handover' },
  PAPER: { what: 'documentKind', second: 'issueAct', part: 'documents' },
};

/** What an entry says, in the language of the screen. */
export const entryText = (t: TFunction, { kind, what, second, no, day, title }: TimelineEntryView, date: (day: CivilDate) => string, language: Language): string => {
  const { what: first, second: other } = toldBy[kind];
  return [
    title?.[language],
    t(`enums:${first}.${what}`),
    day === undefined ? undefined : date(day),
    second === undefined || other === undefined ? undefined : t(`enums:${other}.${second}`),
    no === undefined ? undefined : t('calendar:timeline.version', { no }),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
};
