import type { FirstHourView } from '../../../shared/contract/home.ts';
import type { FirstHourStep } from '../../../shared/domain/first-hour.ts';
import { useClient } from '../../app/session-context.tsx';
import { useAction, type Action } from '../../app/use-action.ts';
import { useLive, type Live } from '../../app/use-live.ts';

export interface FirstHour {
  readonly live: Live<FirstHourView>;
  readonly act: Action;
  readonly skip: (step: FirstHourStep, skipped: boolean) => void;
  readonly putAway: (away: boolean) => void;
}

/** The guide as it stands, and the two things people choose about it. */
export const useFirstHour = (): FirstHour => {
  const client = useClient();
  const live = useLive('first-hour', (asked, signal) => asked.home.firstHour({}, { signal }));
  const act = useAction();
  return {
    live,
    act,
    skip: (step, skipped) => void act.run(() => client.home.skipStep({ step, skipped })),
    putAway: (away) => void act.run(() => client.home.putAway({ away })),
  };
};
