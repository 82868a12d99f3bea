import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { RevocationReason } from '../../../shared/domain/envelope.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';

interface NoticeCardProps {
  readonly notice: NonNullable<ArrivalView['notice']>;
  readonly sender: string;
  /** when what came was deleted, here or before */
  readonly deletedOn: string | undefined;
  readonly onDeleted: (on: string) => void;
}

/** The sender's word that a case must not be used: what it is about, and deleting what came with it. */
export const NoticeCard = ({ notice, sender, deletedOn, onDeleted }: NoticeCardProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const { status } = useSession();
  const deleting = useAction();
  const [count, setCount] = useState<number | undefined>(undefined);
  const reason = RevocationReason.safeParse(notice.reason);
  const remove = async () => {
    const done = await deleting.run(() => client.imports.deleteRevoked({ importId: notice.importId }));
    if (done === undefined) return;
    setCount(done.value.documents);
    onDeleted(status.today);
  };
  return (
    <Notice tone="danger" title={t('arrivals:notice.title', { name: sender })}>
      <p>{t('arrivals:notice.text', { reference: notice.reference, date: date(notice.on), reason: reason.success ? t(`arrivals:notice.reason.${reason.data}`) : notice.reason })}</p>
      {notice.person === undefined ? null : <p>{t('arrivals:notice.whose', { person: notice.person })}</p>}
      <ProblemNotice problem={deleting.problem} />
      {count === undefined ? null : <p>{t('arrivals:notice.deleted', { count })}</p>}
      <p>{deletedOn === undefined ? t('arrivals:notice.deleteText') : t('arrivals:notice.deletedOn', { date: date(deletedOn) })}</p>
      <p className="v-small">{t('arrivals:notice.answer')}</p>
      <Row>
        {deletedOn === undefined && may('import.decide') ? (
          <Button isPending={deleting.pending} onPress={() => void remove()}>
            {t('arrivals:notice.delete')}
          </Button>
        ) : null}
        {notice.person === undefined ? null : <Button onPress={() => void navigate(personPath(notice.personId))}>{t('handover:arrivals.toPerson')}</Button>}
      </Row>
    </Notice>
  );
};
