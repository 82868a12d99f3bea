import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { personPath } from '../../app/shell/screen-paths.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';

export interface ReturnTaken {
  readonly sender: string;
  readonly named: boolean;
  readonly reports: number;
  readonly repeated: boolean;
  readonly personId?: string | undefined;
}

/** What came back, and where it stands now. */
export const ReturnNotice = ({ taken: { sender, named, reports, repeated, personId } }: { readonly taken: ReturnTaken }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Notice tone="done" title={t('outcomes:taken.title', { name: sender })}>
      <p>{repeated ? t('outcomes:taken.repeated') : named ? t('outcomes:taken.named', { count: reports }) : t('outcomes:taken.counts')}</p>
      <Row>
        <Button onPress={() => void navigate(personId === undefined ? '/outcomes' : personPath(personId, 'handover'))}>{personId === undefined ? t('outcomes:nav') : t('handover:receipt.toPerson')}</Button>
      </Row>
    </Notice>
  );
};
