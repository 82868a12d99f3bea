import { useTranslation } from 'react-i18next';
import type { KnownPlace } from '../../../shared/contract/bridge.ts';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { useMay } from '../../app/session-context.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import type { Decision, Ways } from './arrival-rules.ts';
import type { Numbers } from './numbers.ts';
import { WriteReceipt } from './write-receipt.tsx';

interface AnswerProps {
  readonly arrival: ArrivalView;
  readonly ways: Ways;
  readonly same: KnownPlace | undefined;
  readonly asksIn: boolean;
  readonly numbers: Numbers;
  readonly onNumbers: (numbers: Numbers) => void;
  readonly onAnswered: (decision: Decision) => void;
}

/** What goes back to the sender. Whoever only reads envelopes is told who answers. */
export const Answer = ({ arrival, ways, ...rest }: AnswerProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { arrivalId } = arrival;
  if (arrivalId === undefined || ways.receipts.length === 0) return null;
  const mayDecide = may('import.decide');
  return (
    <Card title={t('handover:arrivals.answer')}>
      <Stack gap={3}>
        <p className="v-small v-soft">{mayDecide ? t('handover:arrivals.answerText') : t('handover:arrivals.mayNot')}</p>
        {mayDecide ? <WriteReceipt of={{ arrivalId }} ways={ways} {...rest} /> : null}
      </Stack>
    </Card>
  );
};
