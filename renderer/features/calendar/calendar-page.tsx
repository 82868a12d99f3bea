import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CalendarKind } from '../../../shared/domain/calendar.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay, useSession } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Toggle } from '../../design/toggle.tsx';
import { useWhose } from '../home/whose.ts';
import { addressOf, placeFrom, shownDays, stepped, withKind, type CalendarPlace } from './days.ts';
import { DayList } from './day-list.tsx';
import { MonthGrid } from './month-grid.tsx';
import { WingDialog } from './wing-dialog.tsx';
import { WeekColumns } from './week-columns.tsx';

/** Entries drawn in a cell of the month, and in a column of the week. */
const IN_CELL = 3;
const IN_COLUMN = 40;

/** Dated things of a month or a week, of one's own people or of everybody; all of it stands in the address. */
export const CalendarPage = () => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const [wing, setWing] = useState(false);
  const [params, setParams] = useSearchParams();
  const [whose, setWhose] = useWhose();
  const list = useRef<HTMLHeadingElement>(null);
  const place = placeFrom(params, status.today);
  const { span, day, kinds } = place;
  const { from, days } = shownDays(place);
  const perDay = span === 'month' ? IN_CELL : IN_COLUMN;
  const live = useLive(`calendar ${from} ${days} ${whose} ${kinds.join()}`, (client, signal) => client.home.calendar({ from, days, whose, kinds: [...kinds], perDay }, { signal }));
  const month = useLongDateText('month');
  const short = useLongDateText('short');
  const go = (next: Partial<CalendarPlace>): void => setParams(addressOf({ ...place, ...next }), { replace: true });
  const title = span === 'month' ? month(day) : t('calendar:weekOf', { from: short(from), to: short(addDays(from, 6)) });
  // the month before stays until the next one is there: what holds the focus must not go away meanwhile
  const shown = live.value !== undefined && live.value.days.length > 7 === (span === 'month') ? live.value : undefined;
  useTitle(t('calendar:title'));
  return (
    <main>
      <PageHeading title={t('calendar:title')}>
        <span role="status" className="v-soft v-calendar-when">
          {title}
        </span>
        {may('document.make') && status.workplace?.kind === 'prison' ? <Button onPress={() => setWing(true)}>{t('calendar:wing.open')}</Button> : null}
      </PageHeading>
      {wing ? <WingDialog day={day} onClose={() => setWing(false)} /> : null}
      <Stack gap={3}>
        <Row between>
          <Row>
            <Button aria-label={t(`calendar:before.${span}`)} onPress={() => go({ day: stepped(place, -1) })}>
              ←
            </Button>
            <Button onPress={() => go({ day: status.today })}>{t('calendar:today')}</Button>
            <Button aria-label={t(`calendar:after.${span}`)} onPress={() => go({ day: stepped(place, 1) })}>
              →
            </Button>
            <Toggle
              label={t('calendar:span.label')}
              value={span}
              onChange={(id) => go({ span: id === 'week' ? 'week' : 'month' })}
              options={(['month', 'week'] as const).map((id) => ({ id, label: t(`calendar:span.${id}`) }))}
            />
          </Row>
          <Toggle
            label={t('home:whose.label')}
            value={whose}
            onChange={(id) => setWhose(id === 'mine' ? 'mine' : 'all')}
            options={(['mine', 'all'] as const).map((id) => ({ id, label: t(`home:whose.${id}`) }))}
          />
        </Row>
        <div className="v-row v-calendar-kinds" role="group" aria-label={t('calendar:kinds')}>
          {CalendarKind.options.map((kind) => (
            <span key={kind} data-kind={kind}>
              <Checkbox isSelected={kinds.includes(kind)} onChange={(on) => go({ kinds: withKind(kinds, kind, on) })}>
                {t(`enums:calendarKind.${kind}`)}
              </Checkbox>
            </span>
          ))}
        </div>
        <ProblemNotice problem={live.problem} />
        {shown === undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : span === 'week' ? (
          <WeekColumns days={shown.days} today={shown.today} onDay={(one) => go({ span: 'month', day: one })} />
        ) : (
          <div className="v-calendar">
            <MonthGrid days={shown.days} today={shown.today} day={day} label={title} onDay={(one) => go({ day: one })} onOpen={() => list.current?.focus()} />
            <DayList day={day} whose={whose} kinds={kinds} place={list} />
          </div>
        )}
      </Stack>
    </main>
  );
};
