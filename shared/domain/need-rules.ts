import type { Basis, Language } from './base.ts';
import type { CivilDate } from './dates.ts';
import { step } from './machine.ts';
import { needMachine, needsWords } from './need-machine.ts';
import { MOST_UPDATES, type Need, type NeedCommand, type NeedSide, type NeedUpdate } from './need.ts';
import type { NeedUrgency } from './needs.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** What somebody records about a need. */
export interface NeedAct {
  readonly command: NeedCommand;
  /** the day it became so, not the day it is written down */
  readonly on: CivilDate;
  readonly side: NeedSide;
  /** replaces how soon something has to be done; it sorts tasks, never people */
  readonly urgency?: NeedUrgency | undefined;
  readonly said?: { readonly text: string; readonly lang: Language; readonly basis: Basis } | undefined;
}

/** Who records it, when, and under which id. */
export interface NeedActor {
  readonly id: string;
  readonly by: string;
  readonly today: CivilDate;
}

/** The need with one entry more. */
export const withUpdate = <N extends Need>(need: N, update: NeedUpdate): N => ({
  ...need,
  status: update.status,
  ...(update.urgency === undefined ? {} : { urgency: update.urgency }),
  updates: [...need.updates, update],
});

/**
 * Records what became of a need. A day neither in the future nor before the last entry: the history is read downwards.
 * What could not be met, is open again or is only noted is said in words; a person who declines owes no reason (corrections D13).
 */
export const updated = <N extends Need>(need: N, act: NeedAct, actor: NeedActor): Outcome<N> => {
  const next = step('need', needMachine, need.status, act.command);
  if (!next.ok) return next;
  if (act.on > actor.today) return refused('need.inFuture');
  const last = need.updates.at(-1)?.on ?? need.openedOn;
  if (act.on < last) return refused('need.beforeLast', { date: last });
  if (needsWords.has(act.command) && act.said === undefined) return refused('need.wordsNeeded');
  if (need.updates.length >= MOST_UPDATES) return refused('need.full', { most: MOST_UPDATES });
  const { on, side, command, urgency, said } = act;
  return allowed(
    withUpdate(need, { id: actor.id, on, by: actor.by, side, act: command, status: next.value, ...(urgency === undefined ? {} : { urgency }), ...(said === undefined ? {} : { said: { ...said } }) }),
  );
};

/** Acts of a round: they are taken back by asking again, not here. */
const ofARound: ReadonlySet<NeedUpdate['act']> = new Set(['found', 'foundAgain', 'noneNow', 'split']);

/** Whether the last entry can be taken back by this user today: their own slip, recorded as their last act on it. */
export const mayTakeBack = (need: Need, actor: Pick<NeedActor, 'by'>, recordedOn: CivilDate, today: CivilDate): boolean => {
  const last = need.updates.at(-1);
  return last !== undefined && !ofARound.has(last.act) && last.by === actor.by && recordedOn === today;
};

/**
 * Takes the last entry back: what stood before stands again.
 * @param recordedOn the civil day on which the need was last written
 */
export const takenBack = <N extends Need>(need: N, actor: Pick<NeedActor, 'by'>, recordedOn: CivilDate, today: CivilDate): Outcome<N> => {
  if (!mayTakeBack(need, actor, recordedOn, today)) return refused('need.nothingToUndo');
  const updates = need.updates.slice(0, -1);
  const { urgency: _now, ...rest } = need;
  const urgency = updates.findLast((update) => update.urgency !== undefined)?.urgency;
  return allowed({ ...rest, status: updates.at(-1)?.status ?? 'OPEN', updates, ...(urgency === undefined ? {} : { urgency }) } as N);
};
