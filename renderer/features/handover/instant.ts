import { useMemo } from 'react';
import { usePreferences } from '../../app/preferences-context.tsx';
import { localeOf } from '../../app/preferences.ts';
import { useSession } from '../../app/session-context.tsx';

/** The civil day of an instant in the service's own time zone, in the words of a locale: "22 nov. 2026". */
export const dayOfInstant = (locale: string, timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(new Date(instant));

/** Writes the days of instants in the language of the screen. */
export const useInstantDay = (): ((instant: string) => string) => {
  const { preferences } = usePreferences();
  const { status } = useSession();
  const locale = localeOf[preferences.language];
  const timeZone = status.workplace?.timeZone ?? 'UTC';
  return useMemo(() => (instant) => dayOfInstant(locale, timeZone, instant), [locale, timeZone]);
};
