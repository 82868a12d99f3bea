import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimelineKind } from '../../../shared/domain/timeline.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import type { PersonPart } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { Select } from '../../design/select.tsx';
import { entryText, toldBy } from './entry-text.ts';

/** Entries shown at first, and how many more at a time. */
const PAGE = 50;
const ALL = 'all';

/** Everything dated in one case, newest first, of one kind or of all. */
export const TimelineTab = ({ personId, onOpen }: { readonly personId: string; readonly onOpen: (part: PersonPart) => void }) => {
  const { t } = useTranslation();
  const { language } = usePreferences().preferences;
  const day = useLongDateText('whole');
  const date = useDateText();
  const [kind, setKind] = useState<TimelineKind | undefined>(undefined);
  const [limit, setLimit] = useState(PAGE);
  const live = useLive(`timeline ${personId} ${kind ?? ALL} ${limit}`, (client, signal) => client.people.timeline({ personId, kinds: kind === undefined ? TimelineKind.options : [kind], limit }, { signal }));
  const view = live.value;
  const days = [...new Set((view?.entries ?? []).map(({ on }) => on))];
  const choose = (id: string): void => {
    setKind(TimelineKind.safeParse(id).data);
    setLimit(PAGE);
  };
  return (
    <Card
      title={t('calendar:timeline.title')}
      aside={
        <Select
          label={t('calendar:timeline.kind')}
          value={kind ?? ALL}
          onChange={choose}
          width="medium"
          options={[
            { id: ALL, label: t('calendar:timeline.all') },
            ...(view?.counts ?? []).map(({ kind: id, count }) => ({ id, label: `${t(`enums:timelineKind.${id}`)} (${count})` })),
          ]}
        />
      }
    >
      <ProblemNotice problem={live.problem} />
      {view === undefined ? (
        live.problem === undefined ? (
          <Progress label={t('common:reading')} />
        ) : null
      ) : view.total === 0 ? (
        <p className="v-soft">{t('calendar:timeline.none')}</p>
      ) : (
        <>
          <ol className="v-timeline" aria-label={t('calendar:timeline.title')}>
            {days.map((on) => (
              <li key={on}>
                <h3>{day(on)}</h3>
                <ul>
                  {view.entries
                    .filter((entry) => entry.on === on)
                    .map((entry) => (
                      <li key={entry.key}>
                        <span className="v-timeline-kind">{t(`enums:timelineKind.${entry.kind}`)}</span>
                        <span>{entryText(t, entry, date, language)}</span>
                        <Button
                          variant="link"
                          aria-label={t('calendar:timeline.openOf', { kind: t(`enums:timelineKind.${entry.kind}`), date: date(on) })}
                          onPress={() => onOpen(toldBy[entry.kind].part)}
                        >
                          {t('calendar:timeline.open')}
                        </Button>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ol>
          <Row>
            <span role="status" className="v-soft v-small">
              {t('calendar:timeline.shown', { shown: view.entries.length, total: view.total })}
            </span>
            {view.total > view.entries.length ? <Button onPress={() => setLimit(limit + PAGE)}>{t('calendar:timeline.more')}</Button> : null}
          </Row>
        </>
      )}
    </Card>
  );
};
