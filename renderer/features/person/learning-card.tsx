import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { stripOf } from '../learning/strip-bars.ts';
import { Strip } from '../learning/strip.tsx';
import { LiveCard } from './live-card.tsx';

/** Courses at a glance; what there is to say of each stands in the part of the page that opens. */
export const LearningCard = ({ personId, onOpen }: { readonly personId: string; readonly onOpen: () => void }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const live = useLive(personId, (client, signal) => client.learning.ofPerson({ personId }, { signal }));
  const open = (
    <Button variant="link" onPress={onOpen}>
      {t('learning:person.open')}
    </Button>
  );
  return (
    <LiveCard title={t('people:learning.title')} live={live} aside={open} nothing={(all) => (all.length === 0 ? t('people:learning.none') : undefined)}>
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
