import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckpointCounts } from '../../../shared/domain/outcome-return.ts';
import { OutcomeQuestions, outcomeQuestions, SMALLEST_COUNT } from '../../../shared/domain/outcome-return.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { useDateText } from '../../app/words.ts';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Table } from '../../design/table.tsx';
import { WriteSealed, Written } from './tell-card.tsx';

/** What became of the plans, counted: fewer than five people are not shown. At a probation office also what each prison can be told. */
export const OutcomesPage = () => {
  const { t } = useTranslation();
  const client = useClient();
  const date = useDateText();
  const may = useMay();
  const [written, setWritten] = useState<string | undefined>(undefined);
  useTitle(t('outcomes:page.title'));
  const live = useLive('outcomes', (api, signal) => api.outcomes.page({}, { signal }));
  const view = live.value;
  return (
    <main>
      <PageHeading title={t('outcomes:page.title')} />
      <Stack>
        <p className="v-soft">{t('outcomes:page.text', { count: SMALLEST_COUNT })}</p>
        <ProblemNotice problem={live.problem} />
        {view === undefined && live.problem === undefined ? <Progress label={t('common:reading')} /> : null}
        {view?.counts.length === 0 ? <EmptyState title={t('outcomes:page.none')} text={t('outcomes:page.noneText')} /> : null}
        {view?.counts.map((counts) => (
          <Counts key={counts.checkpoint} counts={counts} />
        ))}
        {view === undefined || view.services.length === 0 ? null : (
          <p className="v-small v-soft">{t('outcomes:page.from', { services: view.services.map(({ name, dataAsOf }) => `${name} (${date(dataAsOf)})`).join(', ') })}</p>
        )}
        <Written name={written} />
        {may('import.decide')
          ? view?.ready.map(({ serviceId, name, counts }) => (
              <Card key={serviceId} title={t('outcomes:page.ready', { name })}>
                <Stack gap={3}>
                  <p className="v-small v-soft">{t('outcomes:page.readyText', { checkpoints: counts.map(({ checkpoint }) => t(`enums:checkpoint.${checkpoint}`)).join(', ') })}</p>
                  <WriteSealed go={t('outcomes:page.go')} onWritten={setWritten} write={({ token }) => client.outcomes.tellCounts({ serviceId, folder: token })} />
                </Stack>
              </Card>
            ))
          : null}
      </Stack>
    </main>
  );
};

const Counts = ({ counts: { checkpoint, people, answers } }: { readonly counts: CheckpointCounts }) => {
  const { t } = useTranslation();
  return (
    <Card title={t('outcomes:page.checkpoint', { checkpoint: t(`enums:checkpoint.${checkpoint}`), count: people })} flush>
      <Table heads={[t('outcomes:page.question'), t('outcomes:page.answer'), t('outcomes:page.people')]}>
        {OutcomeQuestions.flatMap((question) =>
          outcomeQuestions[question].options.flatMap((answer) => {
            const count = answers[question]?.[answer];
            return count === undefined
              ? []
              : [
                  <tr key={`${question} ${answer}`}>
                    <th scope="row">{t(`outcomes:question.${question}`)}</th>
                    <td>{t(`enums:outcome${question.charAt(0).toUpperCase()}${question.slice(1)}.${answer}`)}</td>
                    <td className="v-number">{count}</td>
                  </tr>,
                ];
          }),
        )}
      </Table>
    </Card>
  );
};
