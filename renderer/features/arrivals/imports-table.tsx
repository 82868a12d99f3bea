import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImportRow } from '../../../shared/contract/exchange.ts';
import { useClient, useMay } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import { useInstantDay } from '../handover/instant.ts';
import { NumberLine } from '../handover/number-line.tsx';
import { waysOfRow } from './arrival-rules.ts';
import { noNumbers } from './numbers.ts';
import { WriteReceipt } from './write-receipt.tsx';

/** What was taken over or answered: who sent it, under which numbers, and whether the sender knows. */
export const ImportsTable = ({ title, rows }: { readonly title: string; readonly rows: readonly ImportRow[] }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const day = useInstantDay();
  const client = useClient();
  const mayDecide = useMay()('import.decide');
  const [numbers, setNumbers] = useState(noNumbers);
  const [answering, setAnswering] = useState<ImportRow | undefined>(undefined);
  if (rows.length === 0) return null;
  return (
    <Card title={title} flush>
      <Table heads={(['person', 'sender', 'numbers', 'state'] as const).map((column) => t(`handover:list.${column}`))}>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.person === undefined ? (
                <span className="v-soft">{t('handover:list.nothingKept')}</span>
              ) : (
                <Button variant="link" onPress={() => void navigate(`/people/${row.personId}`)}>
                  {row.person}
                </Button>
              )}
            </th>
            <td>
              {row.sender}
              <br />
              <span className="v-small v-soft">{row.reference}</span>
              {row.keyRevokedOn === undefined ? null : (
                <>
                  <br />
                  <Tag tone="warn">{t('office:contacts.senderRevoked')}</Tag>
                </>
              )}
            </td>
            <td>
              <dl className="v-numbers">
                <dt>{t('handover:number.theirOut')}</dt>
                <dd>{row.numberOut ?? t('handover:number.none')}</dd>
                <dt>{t('handover:number.ourIn')}</dt>
                <dd>
                  <NumberLine label={t('handover:number.ourIn')} value={row.numberIn} onSave={mayDecide ? (numberIn) => client.imports.register({ importId: row.id, numberIn }) : undefined} />
                </dd>
                {row.answered === undefined ? null : (
                  <>
                    <dt>{t('handover:number.ourReceiptOut')}</dt>
                    <dd>
                      <NumberLine
                        label={t('handover:number.ourReceiptOut')}
                        value={row.answered.numberOut}
                        onSave={mayDecide ? (receiptNumberOut) => client.imports.register({ importId: row.id, receiptNumberOut }) : undefined}
                      />
                    </dd>
                  </>
                )}
              </dl>
            </td>
            <td>
              <Stack gap={2}>
                <Tag tone={row.answered?.decision === row.decision ? 'done' : 'warn'}>
                  {row.answered?.decision === row.decision
                    ? t('handover:list.answered', { decision: t(`enums:receiptDecision.${row.decision}`), date: day(row.answered.at) })
                    : t('handover:list.notAnswered')}
                </Tag>
                {mayDecide ? (
                  <Row>
                    <Button onPress={() => {
                        setNumbers(noNumbers);
                        setAnswering(row);
                      }} aria-label={`${t(row.answered?.decision === row.decision ? 'handover:arrivals.writeSame' : 'handover:list.writeReceipt')}: ${row.reference}`}>
                      {t(row.answered?.decision === row.decision ? 'handover:arrivals.writeSame' : 'handover:list.writeReceipt')}
                    </Button>
                  </Row>
                ) : null}
              </Stack>
            </td>
          </tr>
        ))}
      </Table>
      {answering === undefined ? null : (
        <Dialog title={t('handover:arrivals.answer')} isOpen onClose={() => setAnswering(undefined)} wide>
          <WriteReceipt of={{ importId: answering.id }} ways={waysOfRow(answering)} asksIn={answering.numberIn === undefined} numbers={numbers} onNumbers={setNumbers} same={undefined} onAnswered={() => setAnswering(undefined)} />
          <Row end>
            <Button onPress={() => setAnswering(undefined)}>{t('common:act.close')}</Button>
          </Row>
        </Dialog>
      )}
    </Card>
  );
};
