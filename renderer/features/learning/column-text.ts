import { createElement, Fragment, useMemo, type ReactNode } from 'react';
import { DateFormatter, parseDate } from '@internationalized/date';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../shared/domain/learning.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { localeOf } from '../../app/preferences.ts';
import { useDateText } from '../../app/words.ts';

/** Formats parts of civil dates in the language of the screen, in UTC so that no time zone can move them. */
const useDateParts = (options: Intl.DateTimeFormatOptions): ((date: CivilDate) => string) => {
  const { preferences } = usePreferences();
  const locale = localeOf[preferences.language];
  const key = JSON.stringify(options);
  return useMemo(() => {
    const words = new DateFormatter(locale, { ...(JSON.parse(key) as Intl.DateTimeFormatOptions), timeZone: 'UTC' });
    return (date) => words.format(parseDate(date).toDate('UTC'));
  }, [locale, key]);
};

/** "mar. 24 nov. 2026": a day of a course, because courses go by weekdays. */
export const useDayText = (): ((date: CivilDate) => string) => useDateParts({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** The name of a day of the week, 1 Monday to 7 Sunday. */
export const useWeekdayText = (): ((weekday: number) => string) => {
  const name = useDateParts({ weekday: 'long' });
  // 1 January 2024 was a Monday
  return (weekday) => name(`2024-01-0${weekday}`);
};

interface Head {
  readonly content: ReactNode;
  readonly label: string;
  readonly inert: boolean;
}

/** The head of a column: weekday and day for the eye, the whole date and whether it was cancelled for the ear. */
export const useColumnText = (): ((session: Session | undefined) => Head) => {
  const { t } = useTranslation();
  const weekday = useDateParts({ weekday: 'short' });
  const day = useDateParts({ day: 'numeric', month: 'short' });
  const whole = useDateText();
  return (session) => {
    if (session === undefined) return { content: null, label: '', inert: true };
    const cancelled = session.cancelled !== undefined;
    return {
      content: createElement(Fragment, null, createElement('span', { key: 'w' }, weekday(session.on)), createElement('span', { key: 'd' }, day(session.on).replace('.', ''))),
      label: cancelled ? t('learning:grid.cancelledColumn', { on: whole(session.on), reason: session.cancelled }) : whole(session.on),
      inert: cancelled,
    };
  };
};
