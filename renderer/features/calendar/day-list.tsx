import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarKind } from '../../../shared/domain/calendar.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Whose } from '../../../shared/contract/home.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { Progress } from '../../design/progress.tsx';
import { Tag } from '../../design/tag.tsx';
import { Entries } from './entries.tsx';

/** Entries of one day shown; more are counted. */
const MOST = 400;

interface DayListProps {
  readonly day: CivilDate;
  readonly whose: Whose;
  readonly kinds: readonly CalendarKind[];
  readonly place: RefObject<HTMLHeadingElement | null>;
}

/** Everything of one day: the list behind the grid. */
export const DayList = ({ day, whose, kinds, place }: DayListProps) => {
  const { t } = useTranslation();
  const long = useLongDateText();
  const live = useLive(`day ${day} ${whose} ${kinds.join()}`, (client, signal) => client.home.calendar({ from: day, days: 1, whose, kinds: [...kinds], perDay: MOST }, { signal }));
  const [shown] = live.stale ? [] : (live.value?.days ?? []);
  return (
    <section className="v-card" aria-label={long(day)}>
      <div className="v-card-head">
        <h2 ref={place} tabIndex={-1}>
          {long(day)}
        </h2>
        {shown?.holiday === true ? <Tag>{t('calendar:holiday')}</Tag> : null}
      </div>
      <div className="v-card-body">
        <ProblemNotice problem={live.problem} />
        {shown === undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : shown.total === 0 ? (
          <p className="v-soft">{t('calendar:nothing')}</p>
        ) : (
          <Entries entries={shown.entries} label={long(day)} />
        )}
        {shown !== undefined && shown.total > shown.entries.length ? <p className="v-soft">{t('calendar:more', { count: shown.total - shown.entries.length })}</p> : null}
      </div>
    </section>
  );
};
