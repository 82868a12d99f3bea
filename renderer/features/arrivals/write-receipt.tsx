import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownPlace } from '../../../shared/contract/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { TextField } from '../../design/text-field.tsx';
import { ChooseTarget, useTarget } from '../handover/choose-target.tsx';
import type { Decision, RejectReason, Ways } from './arrival-rules.ts';
import { given, type Numbers } from './numbers.ts';
import { Reject } from './reject.tsx';

interface WriteReceiptProps {
  /** the envelope in quarantine, or what was kept of one */
  readonly of: { readonly arrivalId: string } | { readonly importId: string };
  readonly ways: Pick<Ways, 'receipts' | 'sameAgain'>;
  /** our incoming number of the hand-over is asked for, too: it was not written down before */
  readonly asksIn: boolean;
  readonly numbers: Numbers;
  readonly onNumbers: (numbers: Numbers) => void;
  /** where the envelope came from: the receipt goes back there first */
  readonly same: KnownPlace | undefined;
  readonly onAnswered: (decision: Decision) => void;
}

/** The receipt: both numbers of the register, where to, and one press. Not accepting asks for its reason first. */
export const WriteReceipt = ({ of, ways, asksIn, numbers, onNumbers, same, onAnswered }: WriteReceiptProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const target = useTarget(same);
  const [written, setWritten] = useState<string | undefined>(undefined);
  const [rejecting, setRejecting] = useState(false);

  const write = async (decision: Decision, reason?: RejectReason) => {
    const folder = await target.take();
    if (folder === null) return;
    setWritten(undefined);
    const [registrationNumber, numberOut] = [given(numbers.number), given(numbers.numberOut)];
    const done = await work.run(() =>
      client.imports.receipt({
        ...of,
        folder: folder.token,
        decision,
        ...(reason === undefined ? {} : { reason }),
        ...(registrationNumber === undefined ? {} : { registrationNumber }),
        ...(numberOut === undefined ? {} : { numberOut }),
      }),
    );
    if (done === undefined) return;
    setWritten(done.value.fileName);
    setRejecting(false);
    onAnswered(decision);
  };
  return (
    <>
      <Pair>
        {asksIn ? <TextField label={t('handover:arrivals.numberIn')} hint={t('handover:arrivals.numberLaterHint')} value={numbers.number} onChange={(number) => onNumbers({ ...numbers, number })} maxLength={200} /> : null}
        <TextField label={t('handover:arrivals.numberOut')} hint={t('handover:arrivals.numberLaterHint')} value={numbers.numberOut} onChange={(numberOut) => onNumbers({ ...numbers, numberOut })} maxLength={200} />
      </Pair>
      <ChooseTarget target={target} label={t('handover:target.receiptTo')} />
      <ProblemNotice problem={rejecting ? undefined : work.problem} />
      {work.pending ? <Progress label={t('handover:arrivals.writing')} /> : null}
      {written === undefined ? null : (
        <Notice tone="done" title={t('handover:arrivals.receiptWritten', { name: written })}>
          <p>{t('handover:arrivals.receiptNext')}</p>
        </Notice>
      )}
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
      {rejecting ? <Reject pending={work.pending} problem={work.problem} onClose={() => setRejecting(false)} onReject={(reason) => write('REJECTED', reason)} /> : null}
    </>
  );
};
