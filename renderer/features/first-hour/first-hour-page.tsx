import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { OneStep } from './step.tsx';
import { doneOf, isOver } from './steps.ts';
import { useFirstHour } from './use-first-hour.ts';

/** The whole guide of the first hour: eight acts with their reasons. */
export const FirstHourPage = () => {
  const { t } = useTranslation();
  const { live, act, skip, putAway } = useFirstHour();
  useTitle(t('home:first.title'));
  const view = live.value;
  return (
    <main>
      <PageHeading title={t('home:first.title')}>
        {view === undefined ? null : (
          <Button isPending={act.pending} onPress={() => putAway(!view.away)}>
            {t(view.away ? 'home:first.back' : 'home:first.away')}
          </Button>
        )}
      </PageHeading>
      <Stack>
        <p className="v-lead">{t('home:first.intro')}</p>
        <ProblemNotice problem={live.problem ?? act.problem} />
        {view === undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : (
          <>
            {isOver(view.steps) && doneOf(view.steps) === view.steps.length ? <Notice tone="done" title={t('home:first.allDone')} /> : null}
            <Card title={t('home:first.progress', { count: doneOf(view.steps), of: view.steps.length })}>
              <ol className="v-hour">
                {view.steps.map((entry) => (
                  <OneStep key={entry.step} entry={entry} view={view} onSkip={(skipped) => skip(entry.step, skipped)} />
                ))}
              </ol>
            </Card>
            <p className="v-soft v-small">{t('home:first.awayHint')}</p>
          </>
        )}
      </Stack>
    </main>
  );
};
