import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { TakenNotice, type Taken } from './taken-notice.tsx';

/** Takes in the answer to a hand-over or to a pack. `personId`: whose page is open, if anybody's is; `beside`: what stands in front of the button. */
export const TakeReceipt = ({ personId, beside }: { readonly personId?: string; readonly beside?: ReactNode }) => {
  const { t } = useTranslation();
  const client = useClient();
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
        <Button isPending={work.pending} onPress={() => void take()}>
          {t('handover:receipt.take')}
        </Button>
      </Row>
      {work.pending ? <Progress label={t('handover:receipt.taking')} /> : null}
      <ProblemNotice problem={work.problem} />
      {taken === undefined ? null : <TakenNotice taken={taken} {...(personId === undefined ? {} : { personId })} />}
    </Stack>
  );
};
