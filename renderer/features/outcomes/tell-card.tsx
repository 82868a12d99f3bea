import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../../shared/contract/bridge.ts';
import type { FollowUpView } from '../../../shared/contract/outcomes.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { ChooseTarget, useTarget } from '../handover/choose-target.tsx';

/** Writes something sealed for another service to a medium, and says where it lies. */
export const WriteSealed = ({ go, write, onWritten }: { readonly go: string; readonly onWritten: (fileName: string) => void; readonly write: (folder: ChosenFile) => Promise<{ readonly fileName: string }> }) => {
  const { t } = useTranslation();
  const work = useAction();
  const target = useTarget();
  const press = async () => {
    const folder = await target.take();
    if (folder === null) return;
    const done = await work.run(() => write(folder));
    if (done !== undefined) onWritten(done.value.fileName);
  };
  return (
    <>
      <ChooseTarget target={target} label={t('handover:target.writeTo')} />
      <ProblemNotice problem={work.problem} />
      <Row>
        <Button variant="go" isPending={work.pending} onPress={() => void press()}>
          {go}
        </Button>
      </Row>
    </>
  );
};

/** Where it lies now; it stays on the screen when there is nothing left to tell. */
export const Written = ({ name }: { readonly name: string | undefined }) => {
  const { t } = useTranslation();
  return name === undefined ? null : <Notice tone="done" title={t('outcomes:tell.written', { name })} />;
};

/** Telling the service the case came from: by name only on a ground; otherwise it leaves in counts. */
export const TellCard = ({ personId, tell, looked }: { readonly personId: string; readonly tell: FollowUpView['tell']; readonly looked: boolean }) => {
  const { t } = useTranslation();
  const client = useClient();
  const [written, setWritten] = useState<string | undefined>(undefined);
  if (tell.to === undefined) return null;
  return (
    <Card title={t('outcomes:tell.title', { name: tell.to })}>
      <Stack gap={3}>
        {tell.ground === undefined ? (
          <p className="v-small v-soft">{t('outcomes:tell.noGround')}</p>
        ) : (
          <>
            <p className="v-small v-soft">{t(`outcomes:tell.ground.${tell.ground}`)}</p>
            <p>{tell.untold > 0 ? t('outcomes:tell.untold', { count: tell.untold }) : t(looked ? 'outcomes:tell.nothing' : 'outcomes:tell.nothingYet')}</p>
            {tell.untold === 0 ? null : <WriteSealed go={t('outcomes:tell.go')} onWritten={setWritten} write={({ token }) => client.outcomes.tell({ personId, folder: token })} />}
            <Written name={written} />
          </>
        )}
      </Stack>
    </Card>
  );
};
