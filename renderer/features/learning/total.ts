import type { AttendanceSums } from '../../../shared/domain/attendance-sums.ts';

/** The sums of several courses together; the percentage is of all that counts, not a mean of percentages. */
export const totalOf = (all: readonly AttendanceSums[]): AttendanceSums => {
  const sum = (key: Exclude<keyof AttendanceSums, 'percent'>): number => all.reduce((total, sums) => total + sums[key], 0);
  const [held, marked, present, excused, absent, minutes] = [sum('held'), sum('marked'), sum('present'), sum('excused'), sum('absent'), sum('minutes')];
  const counted = present + absent;
  return { held, marked, present, excused, absent, minutes, ...(counted === 0 ? {} : { percent: Math.round((present / counted) * 100) }) };
};

/** Minutes as hours with one figure behind the comma. */
export const hoursIn = (minutes: number): number => Math.round(minutes / 6) / 10;
