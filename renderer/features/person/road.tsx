import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { datesInForce } from '../../../shared/domain/release-dates.ts';
import { useDateText, useDayText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { roadOf, type RoadMark } from './road.ts';

const LINE = 34;

/** A name of a date beside the road. At the edges it is set inwards, so that nothing is cut. */
const Name = ({ mark, text }: { readonly mark: RoadMark; readonly text: string }) => {
  if (mark.label === 'none') return null;
  const anchor = mark.at > 90 ? 'end' : mark.at < 10 ? 'start' : 'middle';
  return (
    <text x={`${mark.at}%`} y={mark.label === 'below' ? LINE + 28 : LINE - 16} textAnchor={anchor}>
      {text}
    </text>
  );
};

/** The road to the nearest date: how many days, to what, and what else lies on the way. Its table is "dates and sources". */
export const Road = ({ view, today, onDates }: { readonly view: PersonView; readonly today: CivilDate; readonly onDates: () => void }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const days = useDayText();
  const { person, nearest } = view;
  const road = useMemo(() => roadOf(person, nearest, today), [person, nearest, today]);
  const words = nearest === undefined ? undefined : days(nearest);
  const others = datesInForce(person).filter((entry) => entry.kind !== nearest?.kind);
  const alt = words === undefined ? t('people:days.none') : words.whole;
  return (
    <section className="v-card v-road" aria-label={t('people:road.title')}>
      <div className="v-road-cap">
        <p className="v-days">
          {words === undefined ? (person.endless === true ? t('people:days.endless') : t('people:days.none')) : null}
          {words === undefined || words.count === '' ? null : <b>{words.count}</b>}
          {words?.rest}
        </p>
        <p className="v-small v-soft">
          {nearest === undefined || nearest.open === true ? null : `${date(nearest.date)}${nearest.time === undefined ? '' : ` ${t('people:days.at', { time: nearest.time })}`} · `}
          {others.map((entry) => `${t(`enums:releaseDateKind.${entry.kind}`)} ${date(entry.date)} · `)}
          <Button variant="link" onPress={onDates}>
            {t('people:road.dates')}
          </Button>
        </p>
      </div>
      <svg role="img" aria-label={alt}>
        <rect className="v-road-base" x="0" width="100%" y={LINE - 4} height="8" rx="4" />
        <rect className="v-road-gone" x="0" width={`${road.today}%`} y={LINE - 4} height="8" rx="4" />
        {road.gate !== undefined && road.gate.at > road.today ? (
          <rect className="v-road-ahead" x={`${road.today}%`} width={`${road.gate.at - road.today}%`} y={LINE - 7} height="14" rx="4" />
        ) : null}
        {road.marks.map((mark) => (
          <circle key={mark.id} className="v-road-mark" cx={`${mark.at}%`} cy={LINE} r="6" />
        ))}
        {road.gate === undefined ? null : (
          <svg x={`${road.gate.at}%`} overflow="visible">
            <path className="v-road-gate" d={`M-7 ${LINE + 11}v-16a7 7 0 0 1 14 0v16z`} />
          </svg>
        )}
        <line className="v-road-today" x1={`${road.today}%`} x2={`${road.today}%`} y1={LINE - 16} y2={LINE + 16} />
        <text data-today="" x={`${road.today}%`} y={LINE + 28} textAnchor={road.today < 6 ? 'start' : 'middle'}>
          {t('people:road.today')}
        </text>
        {[...road.marks, ...(road.gate === undefined ? [] : [road.gate])].map((mark) => (
          <Name key={mark.id} mark={mark} text={t(`people:road.mark.${mark.kind}`)} />
        ))}
      </svg>
    </section>
  );
};
