import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { BreachView } from '../../../shared/contract/breaches.ts';
import { newestOf } from '../../../shared/domain/breach-rules.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { personPath, screenPaths } from '../../app/shell/screen-paths.ts';
import { useTitle } from '../../app/use-title.ts';
import { useDateText } from '../../app/words.ts';
import { Card, Facts, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Tag } from '../../design/tag.tsx';
import { BreachActs } from './breach-acts.tsx';
import { BreachHistory } from './breach-history.tsx';
import { riskTone, statusTone, useMomentText } from './breach-words.ts';

/** One breach: until when it has to be told, what is known, what was decided, and everything that was done. */
export const BreachPage = () => {
  const { t } = useTranslation();
  const { breachId = '' } = useParams();
  const live = useLive(breachId, (client, signal) => client.breaches.get({ breachId }, { signal }));
  useTitle(t('breaches:one'));
  const view = live.value;
  return (
    <main>
      <PageHeading title={view === undefined ? t('breaches:one') : t(`enums:breachKind.${view.kind}`)}>
        <Link to={screenPaths.breaches}>{t('breaches:title')}</Link>
        {view === undefined ? null : <Tag tone={statusTone(view.status)}>{t(`enums:breachStatus.${view.status}`)}</Tag>}
      </PageHeading>
      <Stack>
        <ProblemNotice problem={live.problem} />
        {view === undefined ? live.problem === undefined ? <Progress label={t('common:reading')} /> : null : <Whole view={view} />}
      </Stack>
    </main>
  );
};

const Whole = ({ view }: { readonly view: BreachView }) => {
  const { t } = useTranslation();
  return (
    <>
      <Deadline view={view} />
      {view.mayDecide ? <BreachActs view={view} /> : <p className="v-soft">{t('breaches:others')}</p>}
      <Card title={t('breaches:facts')}>
        <Known view={view} />
      </Card>
      <Card title={t('breaches:history')}>
        <BreachHistory breach={view.breach} />
      </Card>
    </>
  );
};

/** "Tell the ANSPDCP by Tuesday 24 November, 14:20", or what was decided. */
const Deadline = ({ view }: { readonly view: BreachView }) => {
  const { t } = useTranslation();
  const moment = useMomentText();
  const authority = view.authority ?? t('breaches:authority');
  const decision = newestOf(view.breach, 'decision');
  if (view.deadline !== undefined) {
    const tone = view.deadline === 'OVER' ? 'danger' : view.deadline === 'NEAR' ? 'warn' : 'info';
    return (
      <Notice tone={tone} title={t(view.deadline === 'OVER' ? 'breaches:deadline.over' : 'breaches:deadline.by', { authority, moment: moment(view.tellBy) })}>
        <p>{t('breaches:deadline.why', { laws: view.laws.join(' · ') })}</p>
      </Notice>
    );
  }
  if (decision === undefined) return null;
  return (
    <Notice tone="done" title={decision.told ? t('breaches:deadline.told', { authority, moment: moment(decision.at) }) : t('breaches:deadline.notTold', { authority })}>
      <p>{decision.told ? (decision.reference ?? null) : decision.reason}</p>
    </Notice>
  );
};

const Known = ({ view }: { readonly view: BreachView }) => {
  const { t } = useTranslation();
  const moment = useMomentText();
  const date = useDateText();
  const { facts } = view.breach;
  const assessment = newestOf(view.breach, 'assessment');
  const persons = newestOf(view.breach, 'persons');
  const named = view.persons.map(({ id, name, code }) => (
    <li key={id}>
      <Link to={personPath(id)}>{name}</Link> <span className="v-soft">{code}</span>
    </li>
  ));
  return (
    <Facts
      entries={[
        [t('breaches:noticed'), moment(facts.noticedAt)],
        [t('breaches:form.happenedOn'), facts.happenedOn === undefined ? t('breaches:unknown') : date(facts.happenedOn)],
        [t('breaches:form.what'), facts.what],
        [t('breaches:form.measures'), facts.measures ?? t('breaches:none')],
        [t('breaches:form.data'), facts.data.map((id) => t(`enums:breachData.${id}`)).join(', ')],
        [t('breaches:form.sealed'), t(`enums:breachSealed.${facts.sealed}`)],
        [t('breaches:form.people'), String(facts.people)],
        [t('breaches:form.persons'), named.length > 0 ? <ul key="named">{named}</ul> : facts.personIds.length === 0 ? t('breaches:none') : t('breaches:listed', { count: facts.personIds.length })],
        [
          t('breaches:risk'),
          assessment === undefined ? (
            t('breaches:notAssessed')
          ) : (
            <span key="risk">
              <Tag tone={riskTone(assessment.risk)}>{t(`enums:breachRisk.${assessment.risk}`)}</Tag> {assessment.reason}
            </span>
          ),
        ],
        [t('breaches:persons.head'), persons === undefined ? t('breaches:persons.open') : t(persons.told ? 'breaches:persons.told' : 'breaches:persons.notTold', { date: date(persons.on), how: persons.how })],
      ]}
    />
  );
};
