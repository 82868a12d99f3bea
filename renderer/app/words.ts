import { DateFormatter, parseDate } from '@internationalized/date';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { NearestDateView } from '../../shared/contract/people.ts';
import { isCivilDate, type CivilDate } from '../../shared/domain/dates.ts';
import { usePreferences } from './preferences-context.tsx';
import { localeOf } from './preferences.ts';

/** A civil date in the words of a locale: "4 feb. 2027". Formatted in UTC, so that no time zone can move it. */
export const dateText = (locale: string, date: CivilDate): string =>
  isCivilDate(date) ? new DateFormatter(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(parseDate(date).toDate('UTC')) : date;

/** Writes civil dates in the language of the screen. */
export const useDateText = (): ((date: CivilDate) => string) => {
  const { preferences } = usePreferences();
  const locale = localeOf[preferences.language];
  return useMemo(() => {
    const words = new DateFormatter(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    return (date) => (isCivilDate(date) ? words.format(parseDate(date).toDate('UTC')) : date);
  }, [locale]);
};

type Nearest = z.infer<typeof NearestDateView>;

/** What the words for a counted day are made of. */
export interface DayWords {
  readonly key: 'people:days.ahead' | 'people:days.today' | 'people:days.past' | `people:days.passed.${Nearest['kind']}`;
  /** 0: no number is drawn */
  readonly count: number;
  /** key of what is counted to or from; "release" only where the date is one */
  readonly what: string;
}

/** Which words a date takes. Only a final decision or the end of the sentence counts to a release. */
export const dayWords = ({ kind, isRelease, days, open }: Pick<Nearest, 'kind' | 'isRelease' | 'days' | 'open'>): DayWords => {
  if (open === true) return { key: `people:days.passed.${kind}`, count: 0, what: `people:days.name.${kind}` };
  const what = isRelease ? 'RELEASE' : kind;
  if (days === 0) return { key: 'people:days.today', count: 0, what: `people:days.name.${what}` };
  return days > 0
    ? { key: 'people:days.ahead', count: days, what: `people:days.until.${what}` }
    : { key: 'people:days.past', count: -days, what: `people:days.since.${what}` };
};

/**
 * "74 de zile până la data propunerii (comisie)", and the same without its number for where the number is drawn large;
 * `count` is empty where there is nothing to count.
 */
export const useDayText = (): ((nearest: Nearest) => { readonly whole: string; readonly rest: string; readonly count: string }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const date = useDateText();
  const locale = localeOf[preferences.language];
  return (nearest) => {
    const words = dayWords(nearest);
    const count = words.count === 0 ? '' : words.count.toLocaleString(locale);
    const rest = t(words.key, { count: words.count, what: t(words.what), date: date(nearest.date) });
    return { rest, count, whole: count === '' ? rest : `${count} ${rest}` };
  };
};
