import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { stripOf, type Bar } from './attendance.ts';
import { LiveCard } from './live-card.tsx';

/** Courses with an attendance strip: tall bars present, short ones absent, so that colour is not needed to read it. */
export const LearningCard = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const live = useLive(personId, (client, signal) => client.learning.ofPerson({ personId }, { signal }));
  return (
    <LiveCard title={t('people:learning.title')} live={live} nothing={(all) => (all.length === 0 ? t('people:learning.none') : undefined)}>
      {(all) => (
        <Stack>
          {all.map(({ enrolment, run, programme, sums }) => (
            <Stack key={enrolment.id} gap={1}>
              <div className="v-row" data-between="">
                <span>
                  <span className="v-strong">{programme.title[preferences.language]}</span> · {run.label}
                </span>
                <Tag tone={enrolment.status === 'COMPLETED' ? 'done' : 'plain'}>{t(`enums:enrolmentStatus.${enrolment.status}`)}</Tag>
              </div>
              <Strip bars={stripOf(run.sessions, enrolment.marks)} label={t('people:learning.sums', { present: sums.present, excused: sums.excused, absent: sums.absent, held: sums.held })} />
              <p className="v-small v-soft">
                {sums.percent === undefined ? t('people:learning.unmarked') : `${t('people:learning.percent', { percent: sums.percent })} · `}
                {sums.percent === undefined ? null : t('people:learning.sums', { present: sums.present, excused: sums.excused, absent: sums.absent, held: sums.held })}
              </p>
            </Stack>
          ))}
        </Stack>
      )}
    </LiveCard>
  );
};

const Strip = ({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) =>
  bars.length === 0 ? null : (
    <div className="v-strip" role="img" aria-label={label}>
      {bars.map((bar) => (
        <svg key={bar.id} width="16" height="28" aria-hidden="true">
          <rect className="v-bar" data-mark={bar.kind} y={bar.kind === 'absent' ? 18 : 0} width="16" height={bar.kind === 'absent' ? 10 : 28} rx="3" />
        </svg>
      ))}
    </div>
  );
