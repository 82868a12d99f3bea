import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { userName, useSession } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { useDateText } from '../../app/words.ts';
import { EmptyState } from '../../design/empty-state.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';

/** Every written request that waits for an answer or its delivery, the one that has waited longest first. */
export const RequestsPage = () => {
  const { t } = useTranslation();
  const date = useDateText();
  const { status } = useSession();
  const live = useLive('requests', (client, signal) => client.requests.open(undefined, { signal }));
  useTitle(t('requests:title'));
  const view = live.value;
  return (
    <main>
      <PageHeading title={t('requests:title')} />
      <Stack>
        <ProblemNotice problem={live.problem} />
        {view === undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : view.lines.length === 0 ? (
          <EmptyState title={t('requests:none.title')} text={t('requests:none.text')} />
        ) : (
          <div className="v-card">
            <Table heads={[t('requests:column.who'), t('requests:column.about'), t('requests:column.received'), t('requests:column.state'), t('requests:column.by'), t('requests:column.assigned')]}>
              {view.lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    <Link to={personPath(line.person.id, 'requests')}>{line.person.name}</Link>
                    <div className="v-soft v-small">{[line.person.code, line.person.unit].filter((part) => part !== undefined).join(' · ')}</div>
                  </th>
                  <td>{t(`enums:requestAbout.${line.about}`)}</td>
                  <td>
                    <span className="v-number">{date(line.receivedOn)}</span>
                    {line.waits === 0 ? null : <div className="v-soft v-small">{t('requests:waits', { count: line.waits })}</div>}
                  </td>
                  <td>
                    <Tag tone={line.state === 'ANSWERED' ? 'accent' : 'plain'}>{t(`enums:requestState.${line.state}`)}</Tag>
                  </td>
                  <td>{line.answerBy === undefined ? '' : line.answerBy < view.today ? <Tag tone="warn">{date(line.answerBy)}</Tag> : <span className="v-number">{date(line.answerBy)}</span>}</td>
                  <td>{line.assignedTo === undefined ? '' : (userName(status, line.assignedTo) ?? t('office:audit.formerUser'))}</td>
                </tr>
              ))}
            </Table>
          </div>
        )}
      </Stack>
    </main>
  );
};
