import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { awaitsSecond } from '../../../shared/domain/handover-life.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession, userName } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { NoticeActions } from '../documents/custody-slip.tsx';
import { ContentView } from '../transfer/content-view.tsx';
import { ChooseTarget, useTarget } from './choose-target.tsx';
import { useInstantDay } from './instant.ts';
import { Unfold } from './unfold.tsx';

/** Sealed on one signature: until when the second is owed, and the two answers for whoever may give it. */
export const AwaitsSecond = ({ handover, recipient }: { readonly handover: Handover; readonly recipient: string }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const client = useClient();
  const work = useAction();
  const moment = useInstantDay();
  const { emergency } = handover;
  if (emergency === undefined) return null;
  const name = userName(status, emergency.by) ?? t('handover:unknownUser');
  const why = `${t(`enums:emergencyWhy.${emergency.why}`)}: ${emergency.words}`;
  if (!awaitsSecond(handover)) {
    return emergency.answer?.given === true ? <p className="v-soft">{t('handover:owed.given', { name: userName(status, emergency.answer.by) ?? t('handover:unknownUser') })}</p> : null;
  }
  const second = may('handover.authorise') && emergency.by !== status.user?.id && handover.preparedBy !== status.user?.id && handover.envelope !== undefined;
  const answer = (given: boolean) => void work.run(() => client.handovers.counterSign({ handoverId: handover.id, given }));
  return (
    <Notice tone="warn" title={t('handover:owed.title', { date: moment(emergency.until) })}>
      <p>{t('handover:owed.text', { name })}</p>
      <p>{why}</p>
      {second ? (
        <>
          <Unfold show={t('handover:showContent')} hide={t('handover:hideContent')}>
            <ContentView content={handover.caseFile} />
          </Unfold>
          <Row>
            <Button variant="go" isPending={work.pending} onPress={() => answer(true)}>
              {t('handover:owed.sign', { name: recipient })}
            </Button>
            <Button isPending={work.pending} onPress={() => answer(false)}>
              {t('handover:owed.refuse')}
            </Button>
          </Row>
          <p className="v-small v-soft">{t('handover:owed.refuseText')}</p>
        </>
      ) : null}
      <ProblemNotice problem={work.problem} />
    </Notice>
  );
};

/** Replaced, at somebody who can be sealed nothing signed: told on paper. */
export const ReplacedOnPaper = ({ handover }: { readonly handover: Handover }) => {
  const { t } = useTranslation();
  const may = useMay();
  if (handover.status !== 'SUPERSEDED' || handover.byPassphrase !== true || !may('document.make')) return null;
  return (
    <Notice tone="warn" title={t('enums:handoverStatus.SUPERSEDED')}>
      <p>{t('handover:revoked.replacedOnPaper')}</p>
      <NoticeActions handover={handover} />
    </Notice>
  );
};

/** Revoked: the notice to write, whether it was written, and what came back. */
export const Revoked = ({ handover, recipient }: { readonly handover: Handover; readonly recipient: string }) => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const work = useAction();
  const target = useTarget();
  const { revocation } = handover;
  if (revocation === undefined) return null;
  const { notice, answer } = revocation;
  const write = async () => {
    const folder = await target.take();
    if (folder === null) return;
    await work.run(() => client.handovers.writeNotice({ handoverId: handover.id, folder: folder.token }));
  };
  return (
    <Notice tone={answer?.decision === 'ACCEPTED' ? 'done' : 'warn'} title={t(`handover:revoked.${answer?.decision ?? (notice === undefined ? 'open' : 'sent')}`, { name: recipient })}>
      <p>{t('handover:revoked.why', { reason: t(`enums:revocationReason.${revocation.reason}`) })}</p>
      <p className="v-strong">{t('handover:life.revokeText')}</p>
      {notice === undefined ? null : <p>{t('handover:revoked.file', { name: notice.fileName })}</p>}
      {work.pending ? <Progress label={t('handover:state.writing')} /> : null}
      <ProblemNotice problem={work.problem} />
      {handover.byPassphrase === true && may('document.make') ? (
        <>
          <p>{t('handover:revoked.onPaper')}</p>
          <NoticeActions handover={handover} main />
        </>
      ) : null}
      {may('handover.seal') && handover.byPassphrase !== true && answer?.decision !== 'ACCEPTED' && !work.pending ? (
        <>
          <ChooseTarget target={target} label={t('handover:target.writeTo')} />
          <Button variant={notice === undefined ? 'go' : 'quiet'} onPress={() => void write()}>
            {t(notice === undefined ? 'handover:revoked.write' : 'handover:revoked.again')}
          </Button>
        </>
      ) : null}
    </Notice>
  );
};
