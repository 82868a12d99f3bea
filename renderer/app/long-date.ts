import { DateFormatter, parseDate } from '@internationalized/date';
import { useMemo } from 'react';
import { isCivilDate, type CivilDate } from '../../shared/domain/dates.ts';
import { usePreferences } from './preferences-context.tsx';
import { localeOf } from './preferences.ts';

const formats = {
  /** "Friday, 27 November 2026" */
  whole: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  /** "Friday, 27 Nov" */
  day: { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' },
  /** "27 Nov" */
  short: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  /** "November 2026" */
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Writes civil dates with their day of the week, in the language of the screen and in UTC, so that no zone can move them. */
export const useLongDateText = (format: keyof typeof formats = 'whole'): ((date: CivilDate) => string) => {
  const { preferences } = usePreferences();
  const locale = localeOf[preferences.language];
  return useMemo(() => {
    const words = new DateFormatter(locale, formats[format]);
    return (date) => (isCivilDate(date) ? words.format(parseDate(date).toDate('UTC')) : date);
  }, [locale, format]);
};
