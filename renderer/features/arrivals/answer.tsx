import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../../../shared/contract/exchange.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import type { Decision, RejectReason, Ways } from './arrival-rules.ts';
import { Reject } from './reject.tsx';

interface AnswerProps {
  readonly arrival: ArrivalView;
  readonly ways: Ways;
  readonly onAnswered: (decision: Decision) => void;
}

/** The receipt: one press and a folder. Not accepting asks for its reason first. */
export const Answer = ({ arrival, ways, onAnswered }: AnswerProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const work = useAction();
  const [written, setWritten] = useState<string | undefined>(undefined);
  const [rejecting, setRejecting] = useState(false);
  const { arrivalId } = arrival;
  if (arrivalId === undefined || ways.receipts.length === 0) return null;
  const mayDecide = may('import.decide');

  const write = async (decision: Decision, reason?: RejectReason) => {
    const folder = await bridge().chooseFolder();
    if (folder === null) return;
    setWritten(undefined);
    const done = await work.run(() => client.imports.receipt({ arrivalId, folder: folder.token, decision, ...(reason === undefined ? {} : { reason }) }));
    if (done === undefined) return;
    setWritten(done.value.fileName);
    setRejecting(false);
    onAnswered(decision);
  };
  return (
    <Card title={t('handover:arrivals.answer')}>
      <Stack gap={3}>
        <p className="v-small v-soft">{mayDecide ? t('handover:arrivals.answerText') : t('handover:arrivals.mayNot')}</p>
        <ProblemNotice problem={rejecting ? undefined : work.problem} />
        {work.pending ? <Progress label={t('handover:arrivals.writing')} /> : null}
        {written === undefined ? null : (
          <Notice tone="done" title={t('handover:arrivals.receiptWritten', { name: written })}>
            <p>{t('handover:arrivals.receiptNext')}</p>
          </Notice>
        )}
        {mayDecide ? (
          <Row>
            {ways.receipts.map((decision) =>
              decision === 'REJECTED' && !ways.sameAgain ? (
                <Button key={decision} onPress={() => setRejecting(true)}>
                  {t('handover:arrivals.reject')}
                </Button>
              ) : (
                // the first answer stands, also its reason: the core keeps it
                <Button key={decision} variant={ways.sameAgain ? 'quiet' : 'go'} isPending={work.pending} onPress={() => void write(decision, decision === 'REJECTED' ? 'OTHER' : undefined)}>
                  {ways.sameAgain ? t('handover:arrivals.writeSame') : t(`handover:arrivals.write${decision}`)}
                </Button>
              ),
            )}
          </Row>
        ) : null}
      </Stack>
      {rejecting ? <Reject pending={work.pending} problem={work.problem} onClose={() => setRejecting(false)} onReject={(reason) => write('REJECTED', reason)} /> : null}
    </Card>
  );
};
