import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { useSession } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Facts, Row, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { CaseView } from './case-view.tsx';
import { acts, actsDone, shortHash, statusTone } from './handover-view.ts';
import { useInstantDay } from './instant.ts';
import { NextStep } from './next-step.tsx';

interface HandoverCardProps {
  readonly handover: Handover;
  readonly recipient: string;
  /** absent: this user may not prepare */
  readonly onPrepare: (() => void) | undefined;
}

/** One hand-over: how far it is, what has to happen next, what left, and its history. */
export const HandoverCard = ({ handover, recipient, onPrepare }: HandoverCardProps) => {
  const { t } = useTranslation();
  return (
    <Card title={recipient} aside={<Tag tone={statusTone(handover.status)}>{t(`enums:handoverStatus.${handover.status}`)}</Tag>}>
      <Stack>
        <Acts done={actsDone(handover.status)} />
        <NextStep handover={handover} recipient={recipient} onPrepare={onPrepare} />
        <Particulars handover={handover} />
        <Unfold show={t('handover:showHistory')} hide={t('handover:hideHistory')}>
          <History handover={handover} />
        </Unfold>
        <Unfold show={t('handover:showContent')} hide={t('handover:hideContent')}>
          <CaseView caseFile={handover.caseFile} />
        </Unfold>
      </Stack>
    </Card>
  );
};

const Acts = ({ done }: { readonly done: number }) => {
  const { t } = useTranslation();
  return (
    <ol className="v-acts" aria-label={t('handover:acts')}>
      {acts.map((act, at) => {
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
  return (id) => status.users.find((user) => user.id === id)?.name ?? t('handover:unknownUser');
};

const Particulars = ({ handover }: { readonly handover: Handover }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const day = useInstantDay();
  const colleague = useColleague();
  const { mandate, authorisation, envelope, receipt } = handover;
  const prepared = handover.history.findLast(({ status }) => status === 'CHECKED');
  const rows: (readonly [string, ReactNode] | undefined)[] = [
    [t('handover:fact.ground'), `${t(`enums:mandateKind.${mandate.kind}`)}: ${t('documents:plan.cover.actOf', { act: mandate.act, date: date(mandate.date) })}`],
    [t('handover:fact.prepared'), prepared === undefined ? colleague(handover.preparedBy) : t('handover:fact.onBy', { name: colleague(handover.preparedBy), date: day(prepared.at) })],
    authorisation === undefined ? undefined : [t('handover:fact.authorised'), t('handover:fact.onBy', { name: colleague(authorisation.by), date: day(authorisation.at) })],
    [t('handover:fact.number'), handover.registrationNumberOut ?? t('handover:fact.numberLater')],
    [t('handover:fact.language'), t(`enums:language.${handover.documentLanguage}`)],
    handover.reference === undefined ? undefined : [t('handover:fact.reference'), <span key="reference" className="v-number v-strong">{handover.reference}</span>], // prettier-ignore
    envelope === undefined ? undefined : [t('handover:fact.file'), envelope.fileName],
    envelope === undefined ? undefined : [t('handover:fact.sha'), <code key="sha" title={envelope.fileSha256}>{shortHash(envelope.fileSha256)}…</code>], // prettier-ignore
    receipt?.registrationNumber === undefined ? undefined : [t('handover:fact.theirNumber'), receipt.registrationNumber],
  ];
  return <Facts entries={rows.filter((row) => row !== undefined)} />;
};

const History = ({ handover }: { readonly handover: Handover }) => {
  const { t } = useTranslation();
  const day = useInstantDay();
  const colleague = useColleague();
  return (
    <ol className="v-lines">
      {handover.history.map((step) => (
        <li key={`${step.at}-${step.status}`}>
          <span>{t(`enums:handoverStatus.${step.status}`)}</span>
          <span className="v-soft">{t('handover:fact.onBy', { name: colleague(step.by), date: day(step.at) })}</span>
        </li>
      ))}
    </ol>
  );
};

const Unfold = ({ show, hide, children }: { readonly show: string; readonly hide: string; readonly children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  return (
    <Stack gap={3}>
      <Row>
        <Button variant="link" aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? hide : show}
        </Button>
      </Row>
      {open ? children : null}
    </Stack>
  );
};
