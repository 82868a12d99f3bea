import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchOutcome, ServiceWeek } from '../../../shared/contract/batches.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Row } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { ChooseTarget, useTarget } from '../handover/choose-target.tsx';
import { CannotCallBack } from '../handover/practice.tsx';
import { ChooseWay, useWay } from '../handover/way.tsx';
import { Outcome } from './outcome.tsx';

/** Chooses among the authorised hand-overs to one service, and writes them onto one medium. Until each is written it can be stopped. */
export const ToWrite = ({ week }: { readonly week: ServiceWeek }) => {
  const { t } = useTranslation();
  const client = useClient();
  const date = useDateText();
  const work = useAction();
  const target = useTarget();
  const way = useWay(target);
  const stop = useRef<AbortController | undefined>(undefined);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<BatchOutcome | undefined>(undefined);
  const chosen = week.ready.filter(({ handoverId }) => !left.has(handoverId)).map(({ handoverId }) => handoverId);

  const choose = (handoverId: string, wanted: boolean) => setLeft(new Set(wanted ? [...left].filter((id) => id !== handoverId) : [...left, handoverId]));
  const write = async () => {
    const folder = await target.take();
    if (folder === null) return;
    const control = new AbortController();
    stop.current = control;
    setOutcome(undefined);
    const done = await work.run(() => client.batches.seal({ handoverIds: chosen, folder: folder.token, way: way.way }, { signal: control.signal }));
    if (control.signal.aborted) work.clear();
    else setOutcome(done?.value);
  };
  if (work.pending) {
    return (
      <>
        <Steps serviceId={week.serviceId} />
        <Row>
          <Button onPress={() => stop.current?.abort()}>{t('common:act.cancel')}</Button>
        </Row>
      </>
    );
  }
  return (
    <>
      {outcome === undefined ? null : <Outcome outcome={outcome} />}
      <ProblemNotice problem={work.problem} />
      {week.ready.length === 0 ? null : (
        <>
          <p>{t('handover:batch.text')}</p>
          <ul className="v-lines">
            {week.ready.map(({ handoverId, person, code, releasedOn, transfer }) => (
              <li key={handoverId}>
                <Checkbox isSelected={!left.has(handoverId)} onChange={(wanted) => choose(handoverId, wanted)}>
                  <span>
                    {person} <span className="v-soft">{code}</span>
                  </span>
                </Checkbox>
                <span className="v-soft">{t(transfer === true ? 'handover:batch.orderedOn' : 'handover:batch.releasedOn', { date: date(releasedOn) })}</span>
              </li>
            ))}
          </ul>
          <ChooseTarget target={target} label={t('handover:target.writeTo')} />
          <ChooseWay way={way} />
          <CannotCallBack handover={week.practice === true ? { practice: true } : {}} recipient={week.name} />
          <Row>
            <Button variant="go" isDisabled={chosen.length === 0} onPress={() => void write()}>
              {t('handover:batch.write', { count: chosen.length })}
            </Button>
          </Row>
        </>
      )}
    </>
  );
};

/** How far the batch is, envelope by envelope. */
const Steps = ({ serviceId }: { readonly serviceId: string }) => {
  const { t } = useTranslation();
  const { value } = useLive(`batch ${serviceId}`, (client, signal) => client.batches.sealing({ serviceId }, { signal }));
  if (value === undefined) return <Progress label={t('handover:state.writing')} />;
  const { step, share, done, of } = value;
  const within = { document: 0.2, seal: 0.4, write: 0.7, check: 0.9 }[step] + 0.1 * share;
  return <Progress label={t('handover:batch.step', { nth: done + 1, of, step: t(`handover:sealing.${step}`) })} percent={Math.round((100 * (done + within)) / of)} />;
};
