import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Facts, Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { useSession } from '../session-context.tsx';

/** What program this is, and whether it runs on a runtime meant for real work. */
export const AboutDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const { program, workplace } = status;
  return (
    <Dialog title={t('common:about.title')} isOpen={isOpen} onClose={onClose}>
      <p>{t('common:about.what')}</p>
      {program.development ? (
        <Notice tone="warn" title={t('common:about.development')}>
          <p>{t('common:about.developmentText')}</p>
        </Notice>
      ) : null}
      <Facts
        entries={[
          [t('common:about.version'), program.version],
          [t('common:about.runtime'), program.runtime],
          [t('common:about.service'), workplace?.serviceName ?? ''],
          [t('common:about.timeZone'), workplace?.timeZone ?? ''],
        ]}
      />
      <Row end>
        <Button variant="go" onPress={onClose}>
          {t('common:act.close')}
        </Button>
      </Row>
    </Dialog>
  );
};
