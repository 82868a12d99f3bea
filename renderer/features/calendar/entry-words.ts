import { useTranslation } from 'react-i18next';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import type { CalendarKind } from '../../../shared/domain/calendar.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { personPath, runPath, type PersonPart } from '../../app/shell/screen-paths.ts';

/** The part of the person's page on which a kind of thing stands. */
const parts: Readonly<Record<Exclude<CalendarKind, 'SESSION'>, PersonPart>> = { RELEASE: 'dates', DECISION: 'dates', OTHER_DATE: 'dates', RETURN: 'details', REVIEW: 'plan', APPOINTMENT: 'brief' };

export interface EntryWords {
  /** who, or which course */
  readonly who: string;
  /** what it is */
  readonly what: string;
  readonly to: string;
}

/** The words of an entry in the language of the screen. */
export const useEntryWords = (): ((entry: CalendarEntry) => EntryWords) => {
  const { t } = useTranslation();
  const { language } = usePreferences().preferences;
  return ({ kind, what, person, run, hoped }) => {
    if (kind === 'SESSION' || person === undefined) return { who: run === undefined ? '' : `${run.title[language]} · ${run.label}`, what: t(`enums:calendarKind.${kind}`), to: run === undefined ? '/programmes' : runPath(run.id) };
    const word = what === undefined || kind === 'RELEASE' ? t(`enums:calendarKind.${kind}`) : t(`enums:releaseDateKind.${what}`);
    return { who: person.name, what: hoped ? t('calendar:hoped', { what: word }) : word, to: personPath(person.id, parts[kind]) };
  };
};
