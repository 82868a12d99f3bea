import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';

/** The third act: sealed for the recipient alone and written where the person chooses. Until it is written it can be stopped. */
export const Write = ({ handover, recipient, again }: { readonly handover: Handover; readonly recipient: string; readonly again: ReactNode }) => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const work = useAction();
  const stop = useRef<AbortController | undefined>(undefined);

  const write = async () => {
    const folder = await bridge().chooseFolder();
    if (folder === null) return;
    const control = new AbortController();
    stop.current = control;
    await work.run(() => client.handovers.seal({ handoverId: handover.id, folder: folder.token }, { signal: control.signal }));
    if (control.signal.aborted) work.clear();
  };
  return (
    <Notice title={t('handover:state.authorised')}>
      <p className="v-strong">{t('handover:state.cannotCallBack', { name: recipient })}</p>
      <ProblemNotice problem={work.problem} />
      {work.pending ? (
        <>
          <Progress label={t('handover:state.writing')} />
          <Button onPress={() => stop.current?.abort()}>{t('common:act.cancel')}</Button>
        </>
      ) : may('handover.seal') ? (
        <Row>
          <Button variant="go" onPress={() => void write()}>
            {t('handover:state.write')}
          </Button>
          {again}
        </Row>
      ) : (
        <p>{t('handover:state.writeOther')}</p>
      )}
    </Notice>
  );
};
