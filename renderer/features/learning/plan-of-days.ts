import { z } from 'zod';
import { daysOf } from '../../../shared/domain/learning-sessions.ts';
import { addDays, CivilDate, daysBetween, isCivilDate } from '../../../shared/domain/dates.ts';
import { MAX_SESSIONS } from '../../../shared/domain/learning.ts';

/** Sessions planned by weekdays, as they stand in a form. */
export const PlanOfDays = z.object({
  weekdays: z.array(z.int().min(0).max(7)).max(7).readonly(),
  from: z.string().max(10),
  to: z.string().max(10),
  /** length of every session */
  minutes: z.string().max(10),
  without: z.array(CivilDate).max(1000).readonly(),
});
export type PlanOfDays = Readonly<z.infer<typeof PlanOfDays>>;

export const emptyPlan = (from: CivilDate): PlanOfDays => ({ weekdays: [], from, to: '', minutes: '120', without: [] });

/** Every day the weekdays give, those left out included: what is shown to choose from. */
export const offeredDays = ({ weekdays, from, to }: PlanOfDays): readonly CivilDate[] => daysOf({ weekdays, from, to, without: [] });

export const minutesOf = (text: string): number | undefined => {
  const minutes = Number(text.trim());
  return /^\d{1,4}$/.test(text.trim()) && minutes >= 1 && minutes <= 1440 ? minutes : undefined;
};

/** The sessions of a plan, or the key of what is wrong with it. `most`: how many more the course may have. */
export const sessionsOf = (plan: PlanOfDays, most: number = MAX_SESSIONS): { readonly sessions: readonly { readonly on: CivilDate; readonly minutes: number }[] } | { readonly wrong: string } => {
  const minutes = minutesOf(plan.minutes);
  if (!isCivilDate(plan.from) || !isCivilDate(plan.to)) return { wrong: 'learning:plan.datesMissing' };
  if (plan.to < plan.from) return { wrong: 'learning:plan.endBeforeStart' };
  if (plan.weekdays.length === 0) return { wrong: 'learning:plan.weekdaysMissing' };
  if (minutes === undefined) return { wrong: 'learning:plan.minutesWrong' };
  const days = daysOf(plan);
  if (days.length === 0) return { wrong: 'learning:plan.noDays' };
  if (days.length > most) return { wrong: 'learning:plan.tooMany' };
  return { sessions: days.map((on) => ({ on, minutes })) };
};

/** The day after a course's last one: where more sessions begin. */
export const dayAfter = (endsOn: CivilDate | undefined, today: CivilDate): CivilDate => (endsOn === undefined || daysBetween(endsOn, today) > 0 ? today : addDays(endsOn, 1));
