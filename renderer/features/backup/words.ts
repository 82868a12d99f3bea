import type { BackupStep, DrillView } from '../../../shared/contract/backup.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { localeOf } from '../../app/preferences.ts';
import { sizeText } from '../handover/target.ts';

/** Where each step stands on the whole way, in percent: a backup is written, then read back. */
const reached: Readonly<Record<BackupStep['step'], readonly [from: number, to: number]>> = { write: [0, 60], check: [60, 100], read: [0, 100], restore: [0, 100], drill: [0, 100] };

/** How far a job is, in percent of all its steps. */
export const percentOf = ({ step, share }: BackupStep): number => {
  const [from, to] = reached[step];
  return Math.round(from + (to - from) * share);
};

/** Whether everything in a copy was as it should be. */
export const isGood = ({ intact, damaged }: Pick<DrillView, 'intact' | 'damaged'>): boolean => intact && damaged === 0;

/** Bytes as people know sticks by, in the language of the screen. */
export const useSizeText = (): ((bytes: number) => string) => {
  const { preferences } = usePreferences();
  return (bytes) => sizeText(bytes, (value) => value.toLocaleString(localeOf[preferences.language]));
};

/** A moment in the service's own time zone, to the minute. */
export const useMomentText = (timeZone: string): ((instant: string) => string) => {
  const { preferences } = usePreferences();
  return (instant) => new Intl.DateTimeFormat(localeOf[preferences.language], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));
};
