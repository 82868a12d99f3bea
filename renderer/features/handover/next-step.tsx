import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { maySignFor } from '../../../shared/domain/profile.ts';
import { profiles } from '../../../shared/profiles/index.ts';
import { useMay, useSession } from '../../app/session-context.tsx';
import { useOnce } from '../../app/use-once.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { LostMedium } from '../breaches/lost-medium.tsx';
import { LetterActions, SlipActions } from '../documents/custody-slip.tsx';
import { Authorise } from './authorise.tsx';
import { CheckAgain } from './check-again.tsx';
import { nextAct } from './handover-view.ts';
import { Write } from './write.tsx';

interface NextStepProps {
  readonly handover: Handover;
  readonly recipient: string;
  readonly onPrepare: (() => void) | undefined;
}

const reasons: ReadonlySet<string> = new Set(['WRONG_RECIPIENT', 'INCOMPLETE', 'NOT_OURS', 'DUPLICATE', 'OTHER']);

/** What has to happen next, and the button for it where this user may press it. */
export const NextStep = ({ handover, recipient, onPrepare }: NextStepProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const again = onPrepare === undefined ? null : <Button onPress={onPrepare}>{t('handover:state.again')}</Button>;
  switch (nextAct(handover, status.user?.id, may('handover.authorise') && maySignFor(profiles.of(handover.profile) ?? {}, status.user?.roles ?? []).ok)) {
    case 'prepare-again':
      return (
        <Notice tone="warn" title={t('handover:state.draft')}>
          <p>{t('handover:state.draftText')}</p>
          {again}
        </Notice>
      );
    case 'authorise':
      return <Authorise handover={handover} recipient={recipient} />;
    case 'wait':
      return <WaitForSecond handover={handover} onPrepare={onPrepare} />;
    case 'write':
      return <Write handover={handover} recipient={recipient} again={again} />;
    case 'practised':
      return (
        <Notice tone="done" title={t('handover:practice.doneTitle')}>
          <p>{t('handover:practice.doneText')}</p>
          <p className="v-strong">{t('handover:practice.delete')}</p>
          {may('document.make') ? <SlipActions handover={handover} /> : null}
        </Notice>
      );
    case 'hand-over':
      return (
        <Notice tone="done" title={t('handover:state.written')}>
          <p>{t('handover:state.compared')}</p>
          <ol className="v-next">
            <li>{t(`handover:way.next.${handover.envelope?.way ?? 'STICK'}`)}</li>
            <li>{t(handover.byPassphrase === true ? 'handover:words.told' : 'handover:state.next2', { name: recipient })}</li>
            <li>{t('handover:state.next3')}</li>
          </ol>
          {may('document.make') ? <SlipActions handover={handover} main /> : null}
          {may('document.make') ? <LetterActions handover={handover} /> : null}
          <CheckAgain handover={handover} />
          <p className="v-strong">{t('handover:state.cannotCallBack', { name: recipient })}</p>
          {may('breach.report') && onPrepare !== undefined ? <LostMedium handover={handover} /> : null}
        </Notice>
      );
    case 'received':
      return (
        <Notice tone="done" title={t('handover:state.received')}>
          <p>{t('handover:state.receivedText')}</p>
        </Notice>
      );
    case 'accepted':
      return (
        <Notice tone="done" title={t('handover:state.accepted')}>
          <p>{t('handover:state.acceptedText')}</p>
        </Notice>
      );
    case 'rejected': {
      const reason = handover.receipt?.reason ?? 'OTHER';
      return (
        <Notice tone="warn" title={t('handover:state.rejected')}>
          <p>{t('handover:state.rejectedText', { reason: reasons.has(reason) ? t(`handover:reason.${reason}`) : reason })}</p>
          {again}
        </Notice>
      );
    }
    case 'lost':
      return (
        <Notice tone="warn" title={t('breaches:lost.state')}>
          <p>{t('breaches:lost.stateText')}</p>
          {again}
        </Notice>
      );
    case 'none':
      return null;
  }
};

/** Prepared, and now somebody else's turn: says whose, and how they get to the screen. */
const WaitForSecond = ({ handover, onPrepare }: Pick<NextStepProps, 'handover' | 'onPrepare'>) => {
  const { t } = useTranslation();
  const { lock } = useSession();
  const all = useOnce('authorisers', (client) => client.handovers.authorisers());
  const directors = profiles.of(handover.profile)?.signedBy !== undefined;
  const others = all?.filter(({ id, director }) => id !== handover.preparedBy && (director || !directors));
  return (
    <Notice title={t('handover:state.waiting')}>
      <p>{others === undefined ? t('common:reading') : others.length === 0 ? t('handover:state.waitingNobody') : t('handover:state.waitingWho', { names: others.map(({ name }) => name).join(', ') })}</p>
      <div className="v-row">
        {others?.length === 0 ? null : <Button onPress={lock}>{t('handover:state.lockFor')}</Button>}
        {onPrepare === undefined ? null : (
          <Button variant="plain" onPress={onPrepare}>
            {t('handover:state.again')}
          </Button>
        )}
      </div>
    </Notice>
  );
};
