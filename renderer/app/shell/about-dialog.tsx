import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Facts, Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { useMay, useSession } from '../session-context.tsx';
import { screenPaths } from './screen-paths.ts';

/** What program this is, and whether it runs on a runtime meant for real work. */
export const AboutDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const navigate = useNavigate();
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
        {workplace?.kind === 'prison' && may('case.write') ? (
          <Button
            onPress={() => {
              onClose();
              void navigate(screenPaths.firstHour);
            }}
          >
            {t('home:first.title')}
          </Button>
        ) : null}
        <Button variant="go" onPress={onClose}>
          {t('common:act.close')}
        </Button>
      </Row>
    </Dialog>
  );
};
