import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../../shared/contract/calendar.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { weekdayOf } from '../../../shared/domain/week.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { dayAfterKey } from './days.ts';
import { useEntryWords } from './entry-words.ts';

interface MonthGridProps {
  readonly days: readonly CalendarDay[];
  readonly today: CivilDate;
  readonly day: CivilDate;
  readonly label: string;
  readonly onDay: (day: CivilDate) => void;
  /** to the list of the day */
  readonly onOpen: () => void;
}

/** The weeks of a month. One day is in the tab order; arrows, Page, Home and End move, Enter leads to the list of the day. */
export const MonthGrid = ({ days, today, day, label, onDay, onOpen }: MonthGridProps) => {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const long = useLongDateText();
  useEffect(() => {
    if (!wantsFocus.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`);
    if (cell === null || cell === undefined) return;
    wantsFocus.current = false;
    cell.focus();
  }, [day, days]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen();
      return;
    }
    const next = dayAfterKey(event.key, day);
    if (next === undefined) return;
    event.preventDefault();
    wantsFocus.current = true;
    onDay(next);
  };
  // a day picked by hand while another is on its way is the one that stays
  const onPick = (picked: CivilDate): void => {
    wantsFocus.current = false;
    onDay(picked);
  };
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
  const active = days.some(({ on }) => on === day) ? day : days[0]?.on;
  return (
    <div ref={grid} className="v-month" role="grid" aria-label={label} aria-colcount={7}>
      <div className="v-month-row" role="row">
        {(weeks[0] ?? []).map(({ on }) => (
          <div key={on} role="columnheader" className="v-month-head">
            {t(`calendar:weekday.${weekdayOf(on)}`)}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]?.on} className="v-month-row" role="row">
          {week.map((one) => (
            <DayCell key={one.on} day={one} today={today} chosen={one.on === day} inMonth={one.on.slice(0, 7) === day.slice(0, 7)} tabbable={one.on === active} label={long(one.on)} onKeyDown={onKeyDown} onPick={() => onPick(one.on)} />
          ))}
        </div>
      ))}
    </div>
  );
};

interface DayCellProps {
  readonly day: CalendarDay;
  readonly today: CivilDate;
  readonly chosen: boolean;
  readonly inMonth: boolean;
  readonly tabbable: boolean;
  readonly label: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPick: () => void;
}

/** One day: its number, the first of its things, and how many more. Screen readers hear how many of each kind. */
const DayCell = ({ day, today, chosen, inMonth, tabbable, label, onKeyDown, onPick }: DayCellProps) => {
  const { t } = useTranslation();
  const words = useEntryWords();
  const more = day.total - day.entries.length;
  const said = [label, ...(day.holiday ? [t('calendar:holiday')] : []), ...day.counts.map(({ kind, count }) => `${t(`enums:calendarKind.${kind}`)}: ${count}`), ...(day.total === 0 ? [t('calendar:nothingSaid')] : [])].join(', ');
  return (
    <div
      role="gridcell"
      className="v-month-day"
      data-day={day.on}
      {...(inMonth ? {} : { 'data-other': '' })}
      {...(day.on === today ? { 'data-today': '', 'aria-current': 'date' as const } : {})}
      {...(day.holiday ? { 'data-holiday': '' } : {})}
      aria-selected={chosen}
      tabIndex={tabbable ? 0 : -1}
      onClick={onPick}
      onFocus={() => {
        if (!chosen) onPick();
      }}
      onKeyDown={onKeyDown}
    >
      <span className="v-hidden">{said}</span>
      <span className="v-month-number" aria-hidden="true">
        {Number(day.on.slice(8))}
      </span>
      <span className="v-month-things" aria-hidden="true">
        {day.entries.map((entry) => (
          <span key={entry.key} className="v-month-thing" data-kind={entry.kind}>
            {entry.time === undefined ? '' : `${entry.time} `}
            {words(entry).who}
          </span>
        ))}
        {more > 0 ? <span className="v-month-more">{t('calendar:more', { count: more })}</span> : null}
      </span>
    </div>
  );
};
