import { useMemo } from 'react';
import { usePreferences } from '../../app/preferences-context.tsx';
import { localeOf } from '../../app/preferences.ts';

/** A point in time in the service's own time zone: "22 nov. 2026, 15:04:05". */
export const instantText = (locale: string, timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(new Date(instant));

export const useInstantText = (timeZone: string): ((instant: string) => string) => {
  const { preferences } = usePreferences();
  const locale = localeOf[preferences.language];
  return useMemo(() => (instant) => instantText(locale, timeZone, instant), [locale, timeZone]);
};
