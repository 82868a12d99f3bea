import { useTranslation } from 'react-i18next';
import type { FollowUpView } from '../../../shared/contract/outcomes.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { Button } from '../../design/button.tsx';
import { Card, Columns, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { Tag } from '../../design/tag.tsx';
import { FirstDaysAppointments } from '../first-days/first-days-appointments.tsx';
import { ObligationsCard } from '../release-road/obligations-card.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { ReportsList } from './reports-list.tsx';
import { TellCard } from './tell-card.tsx';

/** How somebody goes on after release, for the office that follows them: appointments, checkpoints, and what the prison is told. */
export const FollowUpTab = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const may = useMay();
  const [recording, setRecording] = useAskable<true>(({ open }) => (open === 'outcomes.record' ? true : undefined));
  const live = useLive(`${personId} follow-up`, (client, signal) => client.outcomes.ofPerson({ personId }, { signal }));
  const road = useLive(`${personId} road`, (client, signal) => client.release.road({ personId }, { signal }));
  if (live.value === undefined) return live.problem === undefined ? <Progress label={t('common:reading')} /> : <ProblemNotice problem={live.problem} />;
  const { reports, due, tell, cases, courses } = live.value;
  return (
    <Stack>
      <Columns>
        <Stack>
          <FirstDaysAppointments personId={personId} />
          <Card title={t('outcomes:list.title')} aside={may('case.write') ? <Button onPress={() => setRecording(true)}>{t('outcomes:record.open')}</Button> : null}>
            {due === undefined ? null : (
              <p>
                <Tag tone="accent">{t('outcomes:list.due')}</Tag> {t(`enums:checkpoint.${due.checkpoint}`)} · {date(due.on)}
              </p>
            )}
            {reports.length === 0 ? <p className="v-soft">{t('outcomes:list.none')}</p> : <ReportsList reports={reports} />}
          </Card>
        </Stack>
        <Stack>
          {may('import.decide') ? <TellCard personId={personId} tell={tell} looked={reports.length > 0} /> : null}
          <ObligationsCard personId={personId} live={road} />
          <Cases cases={cases} />
          <Courses courses={courses} />
        </Stack>
      </Columns>
      {recording === undefined ? null : <OutcomeDialog personId={personId} due={due?.checkpoint} onClose={() => setRecording(undefined)} />}
    </Stack>
  );
};

/** What came with the case, newest first. */
const Cases = ({ cases }: Pick<FollowUpView, 'cases'>) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (cases.length === 0) return null;
  return (
    <Card title={t('outcomes:case.title')}>
      <ul className="v-lines">
        {cases.map(({ importId, sender, reference, dataAsOf, superseded, revoked }) => (
          <li key={importId}>
            <span>
              {sender}
              <br />
              <span className="v-small v-soft">{`${reference} · ${t('outcomes:case.asOf', { date: date(dataAsOf) })}`}</span>
            </span>
            {revoked === undefined ? superseded ? <Tag>{t('enums:handoverStatus.SUPERSEDED')}</Tag> : null : <Tag tone="danger">{t('enums:handoverStatus.REVOKED')}</Tag>}
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** Courses of the time in prison, as its service told them. */
const Courses = ({ courses }: Pick<FollowUpView, 'courses'>) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  if (courses.length === 0) return null;
  return (
    <Card title={t('outcomes:course.title')}>
      <ul className="v-lines">
        {courses.map(({ id, title, provider, status, percent }) => (
          <li key={id}>
            <span>
              {title[preferences.language]}
              <br />
              <span className="v-small v-soft">{percent === undefined ? provider : `${provider} · ${t('people:learning.percent', { percent })}`}</span>
            </span>
            <Tag tone={status === 'COMPLETED' ? 'done' : 'plain'}>{t(`enums:enrolmentStatus.${status}`)}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
};
