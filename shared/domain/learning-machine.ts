import type { CivilDate } from './dates.ts';
import type { EndReason, Enrolment, EnrolmentCommand, EnrolmentStatus, EnrolmentStep, ProgrammeArea } from './learning.ts';
import { commandsOf, step, type Machine } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { PersonStatus } from './people.ts';

/**
 * The way of an enrolment. A transfer with an expected return is a hold; one without, and a release, stop early.
 * Whoever ended by mistake is taken back with a reason.
 */
export const enrolmentMachine: Machine<EnrolmentStatus, EnrolmentCommand> = {
  REFERRED: { findSuitable: 'SUITABLE', findNotReady: 'SUITABLE_NOT_READY', findNotSuitable: 'NOT_SUITABLE', wait: 'WAITING', enrol: 'ENROLLED', withdraw: 'WITHDRAWN_BEFORE_START', stopEarly: 'NOT_COMPLETED' },
  SUITABLE: { wait: 'WAITING', enrol: 'ENROLLED', withdraw: 'WITHDRAWN_BEFORE_START', stopEarly: 'NOT_COMPLETED' },
  SUITABLE_NOT_READY: { findSuitable: 'SUITABLE', findNotSuitable: 'NOT_SUITABLE', withdraw: 'WITHDRAWN_BEFORE_START', stopEarly: 'NOT_COMPLETED' },
  NOT_SUITABLE: { reopen: 'REFERRED' },
  WAITING: { enrol: 'ENROLLED', withdraw: 'WITHDRAWN_BEFORE_START', stopEarly: 'NOT_COMPLETED' },
  ENROLLED: { start: 'ON_PROGRAMME', withdraw: 'WITHDRAWN_BEFORE_START', stopEarly: 'NOT_COMPLETED' },
  ON_PROGRAMME: { complete: 'COMPLETED', hold: 'ON_HOLD', dropOut: 'DROPPED_OUT', exclude: 'EXCLUDED', stopEarly: 'NOT_COMPLETED' },
  ON_HOLD: { resume: 'ON_PROGRAMME', dropOut: 'DROPPED_OUT', exclude: 'EXCLUDED', stopEarly: 'NOT_COMPLETED' },
  COMPLETED: { reopen: 'ON_PROGRAMME' },
  DROPPED_OUT: { reopen: 'ON_PROGRAMME' },
  EXCLUDED: { reopen: 'ON_PROGRAMME' },
  NOT_COMPLETED: { reopen: 'ENROLLED' },
  WITHDRAWN_BEFORE_START: { reopen: 'REFERRED' },
};

/** States in which somebody has begun, so that they have marks; a register on paper is often typed in after the end. */
const begun: ReadonlySet<EnrolmentStatus> = new Set(['ON_PROGRAMME', 'ON_HOLD', 'COMPLETED', 'DROPPED_OUT', 'EXCLUDED', 'NOT_COMPLETED']);
export const hasBegun = (status: EnrolmentStatus): boolean => begun.has(status);

const ended: ReadonlySet<EnrolmentStatus> = new Set(['NOT_SUITABLE', 'COMPLETED', 'DROPPED_OUT', 'EXCLUDED', 'NOT_COMPLETED', 'WITHDRAWN_BEFORE_START']);
export const hasEnded = (status: EnrolmentStatus): boolean => ended.has(status);

/** States in which people may be put on a course. */
export const firstStates = ['ON_PROGRAMME', 'ENROLLED', 'WAITING', 'REFERRED'] as const satisfies readonly EnrolmentStatus[];
export type FirstState = (typeof firstStates)[number];

/** Whether a command wants a reason. What somebody decides for themselves is never explained by duty. */
export const reasonFor: { readonly [C in EnrolmentCommand]: 'none' | 'may' | 'must' } = {
  findSuitable: 'none',
  findNotReady: 'none',
  findNotSuitable: 'must',
  wait: 'none',
  enrol: 'none',
  start: 'none',
  hold: 'must',
  resume: 'none',
  complete: 'none',
  dropOut: 'may',
  exclude: 'must',
  stopEarly: 'must',
  withdraw: 'may',
  reopen: 'must',
};

/** Of restorative programmes only taking part is recorded: never a refusal, an interruption or a missing outcome. */
const neverOfRestorative: ReadonlySet<EnrolmentCommand> = new Set(['findNotReady', 'findNotSuitable', 'hold', 'dropOut', 'exclude', 'stopEarly', 'withdraw']);

/** What may be done with an enrolment, in the order of the table. */
export const enrolmentCommands = (status: EnrolmentStatus, area: ProgrammeArea): readonly EnrolmentCommand[] =>
  commandsOf(enrolmentMachine, status).filter((command) => area !== 'RESTORATIVE' || !neverOfRestorative.has(command));

export interface EnrolmentAct {
  readonly command: EnrolmentCommand;
  /** the day it happened; not after today */
  readonly on: CivilDate;
  readonly by: string;
  readonly reason?: EndReason | undefined;
  readonly note?: string | undefined;
}

/** One step of an enrolment, kept in its history. Refuses what the table does not know, days to come and a missing reason. */
export const enrolmentAfter = <E extends Enrolment>(enrolment: E, area: ProgrammeArea, act: EnrolmentAct, today: CivilDate): Outcome<E> => {
  const next = step('enrolment', enrolmentMachine, enrolment.status, act.command);
  if (!next.ok) return next;
  if (area === 'RESTORATIVE' && neverOfRestorative.has(act.command)) return refused('enrolment.restorative');
  if (act.on > today) return refused('enrolment.toCome');
  if (reasonFor[act.command] === 'must' && act.reason === undefined) return refused('enrolment.reasonNeeded');
  const status = next.value;
  const entry: EnrolmentStep = {
    command: act.command,
    status,
    on: act.on,
    by: act.by,
    ...(act.reason === undefined || reasonFor[act.command] === 'none' ? {} : { reason: act.reason }),
    ...(act.note === undefined ? {} : { note: act.note }),
  };
  const { endedOn: _before, ...rest } = enrolment;
  return allowed({ ...rest, ...(hasEnded(status) ? { endedOn: act.on } : {}), status, history: [...(enrolment.history ?? []), entry] } as E);
};

/** Who has left, died or is not here any more is put on no course. */
export const mayEnrol = (status: PersonStatus): Outcome<void> =>
  status === 'ACTIVE' || status === 'PRE_RELEASE' || status === 'AWAY' ? allowed(undefined) : refused('enrolment.notHere');

/**
 * Taken off a course as if never on it: a mistake, before anything was marked. Of a restorative programme at any time,
 * because that somebody left one is not recorded.
 */
export const mayTakeOff = (enrolment: Enrolment, area: ProgrammeArea): Outcome<void> =>
  area === 'RESTORATIVE' || Object.keys(enrolment.marks).length === 0 ? allowed(undefined) : refused('enrolment.hasMarks');
