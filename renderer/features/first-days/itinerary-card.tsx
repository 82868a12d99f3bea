import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FirstDaysView } from '../../../shared/contract/first-days.ts';
import type { ItineraryLine } from '../../../shared/domain/itinerary-lines.ts';
import { useMay } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Card, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { casePaper } from '../documents/paper.ts';
import { PaperActions } from '../documents/paper-actions.tsx';

/** One line as the person's paper says it. */
const lineText = (t: TFunction, { kind, words, organisation, health, application, place, time, when, on }: ItineraryLine): string => {
  const what =
    kind === 'LEAVE'
      ? t('enums:itineraryKind.LEAVE')
      : health === true
        ? t(kind === 'APPOINTMENT' ? 'documents:firstDays.appointment.health' : 'documents:firstDays.line.healthStep')
        : kind === 'PICK_UP'
          ? `${t('enums:itineraryKind.PICK_UP')}: ${words ?? t(`enums:applicationKind.${application ?? 'OTHER'}`)}`
          : kind === 'APPOINTMENT' || kind === 'STEP'
            ? (words ?? '')
            : `${t(`enums:itineraryKind.${kind}`)}${words === undefined ? '' : `: ${words}`}`;
  return [time, what, organisation, place, kind === 'APPOINTMENT' && on === undefined && when !== undefined ? t(`enums:appointmentWhen.${when}`) : undefined].filter((part) => part !== undefined && part !== '').join(' · ');
};

/** The first 72 hours, 30 and 90 days as they are known now, with what nobody has arranged said first. */
export const ItineraryCard = ({ personId, view }: { readonly personId: string; readonly view: FirstDaysView }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const may = useMay();
  const { parts, gaps } = view.itinerary;
  return (
    <Card title={t('firstDays:itinerary.card')}>
      <Stack gap={3}>
        {gaps.length === 0 ? null : (
          <Notice tone="warn" title={t('firstDays:itinerary.gaps', { count: gaps.length })}>
            <ul>
              {gaps.map((gap) => (
                <li key={gap}>{t(`enums:itineraryGap.${gap}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {parts.map(({ span, days, anyDay }) => (
          <section key={span} aria-label={t(`enums:itinerarySpan.${span}`)}>
            <h3>{t(`enums:itinerarySpan.${span}`)}</h3>
            {days.length === 0 && anyDay.length === 0 ? <p className="v-soft">{t('firstDays:itinerary.nothing')}</p> : null}
            <ul className="v-lines">
              {days.flatMap(({ on, lines }) =>
                lines.map((line) => (
                  <li key={JSON.stringify(line)}>
                    <span>{lineText(t, line)}</span>
                    <span className="v-number v-soft">{date(on)}</span>
                  </li>
                )),
              )}
              {anyDay.map((line) => (
                <li key={JSON.stringify(line)}>
                  <span>{lineText(t, line)}</span>
                  <span className="v-soft">{t('firstDays:itinerary.anyDay')}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {may('document.make') ? (
          <PaperActions paper={casePaper({ personId, document: 'itinerary' })} first={view.pack.language} look={t('firstDays:itinerary.look')} save={t('firstDays:itinerary.save')} />
        ) : null}
      </Stack>
    </Card>
  );
};
