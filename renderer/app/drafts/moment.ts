import { useMemo } from 'react';
import { usePreferences } from '../preferences-context.tsx';
import { localeOf } from '../preferences.ts';
import { useSession } from '../session-context.tsx';

/** When something was saved, as one says it on the day itself and later: "14:32", "21 Nov, 14:32". `today` is a civil date. */
export const momentText = (locale: string, timeZone: string, today: string, instant: string): string => {
  const at = new Date(instant);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone, ...(day === today ? {} : { day: 'numeric', month: 'short' }) }).format(at);
};

/** In the language of the screen and the time zone of the workplace. */
export const useMomentText = (): ((instant: string) => string) => {
  const { preferences } = usePreferences();
  const { status } = useSession();
  const locale = localeOf[preferences.language];
  const timeZone = status.workplace?.timeZone ?? 'UTC';
  return useMemo(() => (instant) => momentText(locale, timeZone, status.today, instant), [locale, timeZone, status.today]);
};
