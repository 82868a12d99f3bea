import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { HandoverRow } from '../../../shared/contract/exchange.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import { statusTone } from './handover-view.ts';
import { useInstantDay } from './instant.ts';

/** Everything that was sent, of everybody: first what has no answer yet. Exercises were not sent and are not here. */
export const HandoversList = () => {
  const { t } = useTranslation();
  const live = useLive('handovers', (client, signal) => client.handovers.list({}, { signal }));
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  if (live.value === undefined) return null;
  const sent = live.value.filter(({ practice }) => practice !== true);
  if (sent.length === 0) return <EmptyState title={t('handover:list.noneSent')} text={t('handover:list.noneSentText')} />;
  return (
    <>
      <Sent title={t('handover:list.waiting')} rows={sent.filter(({ receipt }) => receipt === undefined)} />
      <Sent title={t('handover:list.answeredThere')} rows={sent.filter(({ receipt }) => receipt !== undefined)} />
    </>
  );
};

const Sent = ({ title, rows }: { readonly title: string; readonly rows: readonly HandoverRow[] }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const day = useInstantDay();
  if (rows.length === 0) return null;
  return (
    <Card title={title} flush>
      <Table heads={(['person', 'recipient', 'sent', 'numbers', 'state'] as const).map((column) => t(`handover:list.${column}`))}>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Button variant="link" onPress={() => void navigate(`/people/${row.personId}/handover`)}>
                {row.person}
              </Button>
            </th>
            <td>{row.recipient}</td>
            <td>
              {row.sealedAt === undefined ? '' : day(row.sealedAt)}
              <br />
              <span className="v-small v-soft">{row.reference}</span>
            </td>
            <td>
              <dl className="v-numbers">
                <dt>{t('handover:number.ourOut')}</dt>
                <dd>{row.numberOut ?? t('handover:number.none')}</dd>
                {row.receipt === undefined ? null : (
                  <>
                    <dt>{t('handover:number.receiptIn')}</dt>
                    <dd>{row.receipt.numberIn ?? t('handover:number.none')}</dd>
                  </>
                )}
              </dl>
            </td>
            <td>
              <Tag tone={statusTone(row.status)}>{t(`enums:handoverStatus.${row.status}`)}</Tag>
            </td>
          </tr>
        ))}
      </Table>
    </Card>
  );
};
