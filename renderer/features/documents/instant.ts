import { useMemo } from 'react';
import { usePreferences } from '../../app/preferences-context.tsx';
import { localeOf } from '../../app/preferences.ts';
import { useSession } from '../../app/session-context.tsx';

/** Day and time of an instant in the service's own time zone, in the words of a locale: "22 nov. 2026, 12:04". */
export const instantText = (locale: string, timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));

/** Writes instants in the language of the screen. */
export const useInstantText = (): ((instant: string) => string) => {
  const { preferences } = usePreferences();
  const { status } = useSession();
  const locale = localeOf[preferences.language];
  const timeZone = status.workplace?.timeZone ?? 'UTC';
  return useMemo(() => (instant) => instantText(locale, timeZone, instant), [locale, timeZone]);
};
