import type { Machine } from './machine.ts';
import type { NeedCommand, NeedEcho, NeedStatus } from './need.ts';

/**
 * Need (corrections B, one of the machines that were missing). Whatever ended may be opened again with a reason. A round
 * opens what was found again, but not what the person declined: asking again is no change of their mind.
 */
export const needMachine: Machine<NeedStatus, NeedCommand | NeedEcho> = {
  OPEN: { start: 'IN_PROGRESS', meetPartly: 'PARTLY_MET', meet: 'MET', miss: 'NOT_MET', end: 'NO_LONGER', decline: 'DECLINED', note: 'OPEN', foundAgain: 'OPEN', noneNow: 'NO_LONGER', split: 'NO_LONGER' },
  IN_PROGRESS: {
    meetPartly: 'PARTLY_MET',
    meet: 'MET',
    miss: 'NOT_MET',
    end: 'NO_LONGER',
    decline: 'DECLINED',
    note: 'IN_PROGRESS',
    foundAgain: 'IN_PROGRESS',
    noneNow: 'NO_LONGER',
    split: 'NO_LONGER',
  },
  PARTLY_MET: { start: 'IN_PROGRESS', meet: 'MET', miss: 'NOT_MET', end: 'NO_LONGER', decline: 'DECLINED', note: 'PARTLY_MET', foundAgain: 'OPEN', noneNow: 'NO_LONGER', split: 'NO_LONGER' },
  MET: { note: 'MET', reopen: 'OPEN', foundAgain: 'OPEN' },
  NOT_MET: { note: 'NOT_MET', reopen: 'OPEN', foundAgain: 'OPEN', noneNow: 'NO_LONGER', split: 'NO_LONGER' },
  NO_LONGER: { note: 'NO_LONGER', reopen: 'OPEN', foundAgain: 'OPEN' },
  DECLINED: { note: 'DECLINED', reopen: 'OPEN', foundAgain: 'DECLINED', noneNow: 'NO_LONGER' },
};

/** States in which nothing is left to do about a need. */
const settled: ReadonlySet<NeedStatus> = new Set(['MET', 'NO_LONGER', 'DECLINED']);

/** Whether nothing is left to do: met, gone, or declined by the person. */
export const isSettled = ({ status }: { readonly status: NeedStatus }): boolean => settled.has(status);

/** Acts that say nothing without words: why it could not be met, why it is open again, what is new. */
export const needsWords: ReadonlySet<NeedCommand> = new Set(['miss', 'reopen', 'note']);
