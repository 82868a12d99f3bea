import type { ClockView } from '../../../../shared/contract/session.ts';
import type { ClockFault } from '../../../../shared/domain/clock.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import { find } from '../query.ts';
import { RefusedError, type Work } from '../work.ts';
import type { ClockWatch } from './clock-watch.ts';

/** Who runs the office says it; in an office where nobody does, whoever is there. */
const mayConfirm = async ({ vault }: Work): Promise<boolean> => {
  if (may(vault.user.roles, 'settings.write')) return true;
  const users = await find(vault, 'office', 'user', { selector: {} });
  return !users.some(({ roles, dismissedOn }) => dismissedOn === undefined && may(roles, 'settings.write'));
};

/** What every screen shows of the clock. */
export const clockView = async (work: Work, fault: ClockFault | undefined): Promise<ClockView> => (fault === undefined ? {} : { fault, mayConfirm: await mayConfirm(work) });

/** @throws RefusedError clock.notYours */
export const confirmClock = async (work: Work, watch: ClockWatch | undefined): Promise<void> => {
  if (!(await mayConfirm(work))) throw new RefusedError({ code: 'clock.notYours' });
  await watch?.confirm();
};
