import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BreachRow } from '../../../shared/contract/breaches.ts';
import { BreachKind } from '../../../shared/domain/breach.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { breachPath } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import { deadlineTone, riskTone, statusTone, useMomentText } from './breach-words.ts';
import { Report } from './report.tsx';

/** The book of breaches: who decides sees all of them, everybody else what they wrote down themselves. */
export const BreachesPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const live = useLive('breaches', (client, signal) => client.breaches.list(undefined, { signal }));
  const [reporting, setReporting] = useAskable<{ readonly kind?: BreachKind }>(({ open: form, about }) => {
    if (form !== 'breaches.report') return undefined;
    const kind = BreachKind.safeParse(about);
    return kind.success ? { kind: kind.data } : {};
  });
  useTitle(t('breaches:title'));
  const report = (
    <Button variant="go" onPress={() => setReporting({})}>
      {t('breaches:report')}
    </Button>
  );
  return (
    <main>
      <PageHeading title={t('breaches:title')}>{live.value === undefined || live.value.length === 0 ? null : report}</PageHeading>
      <Stack>
        <ProblemNotice problem={live.problem} />
        {live.value === undefined ? (
          live.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : live.value.length === 0 ? (
          <EmptyState title={t('breaches:empty.title')} text={t('breaches:empty.text')}>
            {report}
          </EmptyState>
        ) : (
          <Card title={t(may('breach.decide') ? 'breaches:all' : 'breaches:own')} flush>
            <Book rows={live.value} />
          </Card>
        )}
      </Stack>
      {reporting === undefined ? null : <Report {...(reporting.kind === undefined ? {} : { first: { kind: reporting.kind } })} onClose={() => setReporting(undefined)} />}
    </main>
  );
};

const Book = ({ rows }: { readonly rows: readonly BreachRow[] }) => {
  const { t } = useTranslation();
  const moment = useMomentText();
  return (
    <Table heads={[t('breaches:form.kind'), t('breaches:noticed'), t('breaches:deadline.head'), t('breaches:risk'), t('breaches:state')]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            <Link to={breachPath(row.id)}>{t(`enums:breachKind.${row.kind}`)}</Link>
          </td>
          <td>{moment(row.noticedAt)}</td>
          <td>{row.deadline === undefined ? '–' : <Tag tone={deadlineTone(row.deadline)}>{moment(row.tellBy)}</Tag>}</td>
          <td>{row.risk === undefined ? '–' : <Tag tone={riskTone(row.risk)}>{t(`enums:breachRisk.${row.risk}`)}</Tag>}</td>
          <td>
            <Tag tone={statusTone(row.status)}>{t(`enums:breachStatus.${row.status}`)}</Tag>
          </td>
        </tr>
      ))}
    </Table>
  );
};
