import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Client } from '../../app/connection.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useTogether } from '../../app/shell/together.ts';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';

type Taken = Awaited<ReturnType<Client['handovers']['importReceipt']>>;

/** Takes in the answer to a hand-over. `personId`: whose page is open, which needs no link to itself; `beside`: what stands in front of the button. */
export const TakeReceipt = ({ personId, main = false, beside }: { readonly personId?: string; readonly main?: boolean; readonly beside?: ReactNode }) => {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const together = useTogether();
  const work = useAction();
  const [taken, setTaken] = useState<Taken | undefined>(undefined);

  const take = async () => {
    const file = await bridge().chooseFile('envelope');
    if (file === null) return;
    setTaken(undefined);
    const done = await work.run(() => client.handovers.importReceipt({ file: file.token }));
    if (done !== undefined) setTaken(done.value);
  };
  return (
    <Stack gap={3}>
      <Row>
        {beside}
        <Button variant={main ? 'go' : 'quiet'} isPending={work.pending} onPress={() => void take()}>
          {t('handover:receipt.take')}
        </Button>
      </Row>
      {work.pending ? <Progress label={t('handover:receipt.taking')} /> : null}
      <ProblemNotice problem={work.problem} />
      {taken === undefined ? null : (
        <Notice tone={taken.decision === 'REJECTED' ? 'warn' : 'done'} title={t(`handover:receipt.${taken.decision}`)}>
          <p>{taken.repeated ? t('handover:receipt.repeated') : t('handover:receipt.verified')}</p>
          {taken.personId === personId || together.on ? null : <Button onPress={() => void navigate(`/people/${taken.personId}`)}>{t('handover:receipt.toPerson')}</Button>}
        </Notice>
      )}
    </Stack>
  );
};
