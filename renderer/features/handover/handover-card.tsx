import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover, HandoverReceipt } from '../../../shared/domain/handover.ts';
import { useClient, useMay, useSession, userName } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Card, Facts, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Tag } from '../../design/tag.tsx';
import { ContentView } from '../transfer/content-view.tsx';
import { acts, actsDone, shortHash, statusTone } from './handover-view.ts';
import { historyOf } from './history.ts';
import { useInstantDay } from './instant.ts';
import { LifeActs } from './life-acts.tsx';
import { NextStep } from './next-step.tsx';
import { AwaitsSecond, ReplacedOnPaper, Revoked } from './owed.tsx';
import { NumberLine } from './number-line.tsx';
import { PracticeTag } from './practice.tsx';
import { Unfold } from './unfold.tsx';

interface HandoverCardProps {
  readonly handover: Handover;
  readonly recipient: string;
  /** absent: this user may not prepare */
  readonly onPrepare: (() => void) | undefined;
  readonly onSupplement: (() => void) | undefined;
}

/** One hand-over: how far it is, what has to happen next, what left, and its history. */
export const HandoverCard = ({ handover, recipient, onPrepare, onSupplement }: HandoverCardProps) => {
  const { t } = useTranslation();
  return (
    <Card
      title={recipient}
      aside={
        <>
          {handover.practice === true ? <PracticeTag /> : null}
          {handover.supplements === undefined ? null : <Tag>{t('handover:life.isSupplement')}</Tag>}
          {handover.past === true ? <Tag>{t('handover:past')}</Tag> : null}
          <Tag tone={statusTone(handover.status)}>{t(`enums:handoverStatus.${handover.status}`)}</Tag>
        </>
      }
    >
      <Stack>
        <Acts done={actsDone(handover)} practice={handover.practice === true} />
        {handover.stopped === undefined ? null : <Notice tone="warn" title={t(`handover:stopped.${handover.stopped.reason}`)} />}
        {handover.stopped === undefined && handover.past !== true ? <NextStep handover={handover} recipient={recipient} onPrepare={onPrepare} /> : null}
        {handover.past === true ? null : (
          <>
            <AwaitsSecond handover={handover} recipient={recipient} />
            <Revoked handover={handover} recipient={recipient} />
            <ReplacedOnPaper handover={handover} />
            <LifeActs handover={handover} onPrepare={onPrepare} onSupplement={onSupplement} />
          </>
        )}
        <Particulars handover={handover} />
        <Unfold show={t('handover:showHistory')} hide={t('handover:hideHistory')}>
          <History handover={handover} />
        </Unfold>
        <Unfold show={t('handover:showContent')} hide={t('handover:hideContent')}>
          <ContentView content={handover.caseFile} />
        </Unfold>
      </Stack>
    </Card>
  );
};

/** An exercise ends with writing: nobody will ever answer it. */
const Acts = ({ done, practice }: { readonly done: number; readonly practice: boolean }) => {
  const { t } = useTranslation();
  return (
    <ol className="v-acts" aria-label={t('handover:acts')}>
      {acts.filter((act) => !practice || act !== 'answer').map((act, at) => {
        const state = at < done ? 'done' : at === done ? 'now' : 'later';
        return (
          <li key={act} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
            {t(`handover:act.${act}`)} <span className="v-small">{t(`handover:act.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
};

/** Names of colleagues by their ids. */
const useColleague = (): ((id: string) => string) => {
  const { t } = useTranslation();
  const { status } = useSession();
  return (id) => userName(status, id) ?? t('handover:unknownUser');
};

const Particulars = ({ handover }: { readonly handover: Handover }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const day = useInstantDay();
  const colleague = useColleague();
  const client = useClient();
  const mayNumber = useMay()('handover.prepare');
  const register = (number: 'numberOut' | 'receiptNumberIn') => (mayNumber ? (typed: string) => client.handovers.register({ handoverId: handover.id, [number]: typed }) : undefined);
  const { mandate, authorisation, envelope, receipt } = handover;
  const prepared = handover.history.findLast(({ status }) => status === 'CHECKED');
  const rows: (readonly [string, ReactNode] | undefined)[] = [
    [t('handover:fact.ground'), `${t(`enums:mandateKind.${mandate.kind}`)}: ${t('documents:plan.cover.actOf', { act: mandate.act, date: date(mandate.date) })}`],
    [t('handover:fact.prepared'), prepared === undefined ? colleague(handover.preparedBy) : t('handover:fact.onBy', { name: colleague(handover.preparedBy), date: day(prepared.at) })],
    authorisation === undefined ? undefined : [t('handover:fact.authorised'), t('handover:fact.onBy', { name: colleague(authorisation.by), date: day(authorisation.at) })],
    handover.practice === true
      ? undefined
      : [t('handover:fact.number'), <NumberLine key="out" label={t('handover:fact.number')} value={handover.registrationNumberOut} onSave={envelope === undefined ? undefined : register('numberOut')} />],
    [t('handover:fact.language'), t(`enums:language.${handover.documentLanguage}`)],
    handover.reference === undefined ? undefined : [t('handover:fact.reference'), <span key="reference" className="v-number v-strong">{handover.reference}</span>], // prettier-ignore
    envelope === undefined ? undefined : [t('handover:fact.file'), envelope.fileName],
    envelope === undefined ? undefined : [t('handover:fact.sha'), <code key="sha" title={envelope.fileSha256}>{shortHash(envelope.fileSha256)}…</code>], // prettier-ignore
    ...(handover.custody ?? []).map((entry) => [t('handover:fact.carrier'), t('handover:fact.carried', { carrier: [t(`enums:carrier.${entry.carrier}`), entry.carrierName].filter((word) => word !== undefined).join(', '), label: entry.label, date: date(entry.on) })] as const),
    receipt?.paper === undefined ? undefined : [t('handover:fact.paper'), t('handover:fact.paperOf', { number: receipt.paper.number, date: date(receipt.paper.on) })],
    receipt === undefined ? undefined : [t('handover:fact.theirNumber'), receipt.registrationNumber ?? t('handover:number.none')],
    receipt === undefined ? undefined : [t('handover:fact.receiptOut'), receipt.numberOut ?? t('handover:number.none')],
    receipt === undefined ? undefined : [t('handover:fact.receiptIn'), <NumberLine key="in" label={t('handover:fact.receiptIn')} value={receipt.numberIn} onSave={register('receiptNumberIn')} />],
  ];
  return <Facts entries={rows.filter((row) => row !== undefined)} />;
};

const History = ({ handover }: { readonly handover: Handover }) => {
  const { t } = useTranslation();
  const day = useInstantDay();
  const colleague = useColleague();
  return (
    <ol className="v-lines">
      {historyOf(handover).map((step) => (
        <li key={`${step.at}-${step.status}-${step.act ?? ''}`}>
          <span>
            {step.act === undefined ? t(`enums:handoverStatus.${step.status}`) : t(`enums:handoverCommand.${step.act}`)}
            {step.status === 'SEALED' && handover.registrationNumberOut !== undefined ? <span className="v-soft"> · {t('handover:number.outIs', { number: handover.registrationNumberOut })}</span> : null}
            {step.receipt === undefined ? null : <ReceiptNumbers receipt={step.receipt} />}
          </span>
          <span className="v-soft">{t('handover:fact.onBy', { name: colleague(step.by), date: day(step.at) })}</span>
        </li>
      ))}
    </ol>
  );
};

/** The numbers a receipt came with: theirs of our hand-over, theirs of the receipt, ours of the receipt. */
const ReceiptNumbers = ({ receipt }: { readonly receipt: HandoverReceipt }) => {
  const { t } = useTranslation();
  const numbers = [
    receipt.registrationNumber === undefined ? undefined : t('handover:number.theirs', { number: receipt.registrationNumber }),
    receipt.numberOut === undefined ? undefined : t('handover:number.receiptOutIs', { number: receipt.numberOut }),
    receipt.numberIn === undefined ? undefined : t('handover:number.receiptInIs', { number: receipt.numberIn }),
  ].filter((text) => text !== undefined);
  return numbers.length === 0 ? null : <span className="v-soft"> · {numbers.join(' · ')}</span>;
};
