import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealStep } from '../../../shared/contract/exchange.ts';
import type { Handover } from '../../../shared/domain/handover.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { ChooseTarget, useTarget } from './choose-target.tsx';
import { CannotCallBack } from './practice.tsx';
import { ChooseWay, useWay } from './way.tsx';
import { Words, type WordsStage } from './words.tsx';

interface WriteProps {
  readonly handover: Handover;
  readonly recipient: string;
  readonly again: ReactNode;
}

/** The third act: sealed for the recipient alone and written where the person chooses. Until it is written it can be stopped. */
export const Write = ({ handover, recipient, again }: WriteProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const work = useAction();
  const target = useTarget();
  const way = useWay(target);
  const [stage, setStage] = useState<WordsStage>({ at: 'ask' });
  const typed = stage.at === 'paper' ? stage.typed : '';
  const stop = useRef<AbortController | undefined>(undefined);

  const write = async () => {
    const folder = await target.take();
    if (folder === null) return;
    const control = new AbortController();
    stop.current = control;
    await work.run(() => client.handovers.seal({ handoverId: handover.id, folder: folder.token, way: way.way, ...(handover.byPassphrase === true ? { passphrase: typed } : {}) }, { signal: control.signal }));
    if (control.signal.aborted) work.clear();
  };
  return (
    <Notice title={t('handover:state.authorised')}>
      <CannotCallBack handover={handover} recipient={recipient} />
      <ProblemNotice problem={work.problem} />
      {work.pending ? (
        <>
          <Steps handoverId={handover.id} />
          <Button onPress={() => stop.current?.abort()}>{t('common:act.cancel')}</Button>
        </>
      ) : may('handover.seal') ? (
        <>
          {handover.byPassphrase === true ? <Words handoverId={handover.id} recipient={recipient} stage={stage} onStage={setStage} /> : null}
          <ChooseTarget target={target} label={t('handover:target.writeTo')} />
          <ChooseWay way={way} />
          <Row>
            <Button variant="go" isDisabled={handover.byPassphrase === true && typed.trim() === ''} onPress={() => void write()}>
              {t(target.targets.length < 2 ? 'handover:state.write' : 'handover:state.writeHere')}
            </Button>
            {again}
          </Row>
        </>
      ) : (
        <p>{t('handover:state.writeOther')}</p>
      )}
    </Notice>
  );
};

/** Where each step stands on the whole way, in percent: writing to a stick takes longest. */
const reached: Readonly<Record<SealStep['step'], readonly [from: number, to: number]>> = { document: [0, 25], seal: [25, 45], write: [45, 90], check: [90, 100] };

/** How far the sealing is, step by step, as the core tells it. */
const Steps = ({ handoverId }: { readonly handoverId: string }) => {
  const { t } = useTranslation();
  const { value } = useLive(`sealing ${handoverId}`, (client, signal) => client.handovers.sealing({ handoverId }, { signal }));
  if (value === undefined) return <Progress label={t('handover:state.writing')} />;
  const [from, to] = reached[value.step];
  return <Progress label={t(`handover:sealing.${value.step}`)} percent={Math.round(from + (to - from) * value.share)} />;
};
