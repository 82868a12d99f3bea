import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession, userName } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { CannotCallBack } from './practice.tsx';
import { ReadAndConfirm } from './read-and-confirm.tsx';

/** The second act, by a second person: they read what leaves, then sign exactly this content to this service. */
export const Authorise = ({ handover, recipient }: { readonly handover: Handover; readonly recipient: string }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const work = useAction();
  const [reading, setReading] = useState(false);
  const by = userName(status, handover.preparedBy) ?? t('handover:unknownUser');
  if (!reading) {
    return (
      <Notice title={t('handover:state.mine')}>
        <p>{t('handover:state.mineText', { name: by })}</p>
        <Button variant="go" onPress={() => setReading(true)}>
          {t('handover:state.readFirst')}
        </Button>
      </Notice>
    );
  }
  return (
    <ReadAndConfirm
      step={t('handover:state.mine')}
      title={t('handover:prepare.previewTitle', { name: recipient })}
      text={t('handover:prepare.previewText')}
      confirm={t('handover:state.authorise', { name: recipient })}
      content={handover.caseFile}
      pending={work.pending}
      onBack={() => setReading(false)}
      onConfirm={() => void work.run(() => client.handovers.authorise({ handoverId: handover.id }))}
    >
      <CannotCallBack handover={handover} recipient={recipient} />
      <ProblemNotice problem={work.problem} />
    </ReadAndConfirm>
  );
};
