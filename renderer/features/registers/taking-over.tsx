import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';

/** How far the taking over is, with a way to stop it; what was saved stays saved. */
export const TakingOver = ({ readingId }: { readonly readingId: string }) => {
  const { t } = useTranslation();
  const client = useClient();
  const stopping = useAction();
  const { value } = useLive(readingId, (line, signal) => line.registers.progress({ readingId }, { signal }));
  const done = value?.done ?? 0;
  const total = value?.total ?? 0;
  return (
    <>
      <ProblemNotice problem={stopping.problem} />
      <Row between>
        <Progress label={t('registers:taking.label', { done, total })} percent={total === 0 ? 0 : Math.round((done / total) * 100)} />
        <Button onPress={() => void stopping.run(() => client.registers.stop({ readingId }))}>{t('registers:taking.stop')}</Button>
      </Row>
    </>
  );
};
