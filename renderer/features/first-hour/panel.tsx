import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row } from '../../design/layout.tsx';
import { OneStep } from './step.tsx';
import { doneOf, isOver } from './steps.ts';
import { useFirstHour } from './use-first-hour.ts';

/** The guide on the home screen: the next act, how far one is, and how to put it away. Gone once it was put away. */
export const FirstHourPanel = () => {
  const { t } = useTranslation();
  const { live, act, skip, putAway } = useFirstHour();
  const view = live.value;
  if (view === undefined || view.away) return null;
  const { steps } = view;
  const next = steps.find(({ state }) => state === 'NEXT');
  return (
    <Card
      title={t('home:first.title')}
      aside={
        <Row end>
          <span className="v-soft v-small">{t('home:first.progress', { count: doneOf(steps), of: steps.length })}</span>
          <Link to={screenPaths.firstHour}>{t('home:first.whole')}</Link>
          <Button variant="plain" isPending={act.pending} onPress={() => putAway(true)}>
            {t('home:first.away')}
          </Button>
        </Row>
      }
    >
      <ProblemNotice problem={act.problem} />
      <div className="v-hour-bar" aria-hidden="true">
        {steps.map(({ step, state }) => (
          <span key={step} data-state={state} />
        ))}
      </div>
      {isOver(steps) || next === undefined ? (
        <p>{t('home:first.allDone')}</p>
      ) : (
        <ul>
          <OneStep entry={next} view={view} onSkip={(skipped) => skip(next.step, skipped)} />
        </ul>
      )}
    </Card>
  );
};
