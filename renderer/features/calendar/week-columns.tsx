import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../../shared/contract/calendar.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { Button } from '../../design/button.tsx';
import { Tag } from '../../design/tag.tsx';
import { Entries } from './entries.tsx';

/** Seven days beside each other, one under the other in a narrow window. */
export const WeekColumns = ({ days, today, onDay }: { readonly days: readonly CalendarDay[]; readonly today: CivilDate; readonly onDay: (day: CivilDate) => void }) => {
  const { t } = useTranslation();
  const long = useLongDateText('day');
  return (
    <div className="v-week">
      {days.map((day) => (
        <section key={day.on} className="v-week-day" aria-label={long(day.on)} {...(day.on === today ? { 'data-today': '' } : {})}>
          <h2>
            {long(day.on)} {day.holiday ? <Tag>{t('calendar:holiday')}</Tag> : null}
          </h2>
          {day.total === 0 ? <p className="v-soft v-small">{t('calendar:nothing')}</p> : <Entries entries={day.entries} label={long(day.on)} />}
          {day.total > day.entries.length ? (
            <Button variant="link" onPress={() => onDay(day.on)}>
              {t('calendar:more', { count: day.total - day.entries.length })}
            </Button>
          ) : null}
        </section>
      ))}
    </div>
  );
};
