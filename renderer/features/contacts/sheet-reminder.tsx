import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useOnce } from '../../app/use-once.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';

/** On the first screen of whoever may make it: the sheet that revokes the key in use lies in no safe yet. */
export const SheetReminder = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const own = useOnce('revocation sheet', (client) => client.contacts.own());
  if (own?.sheetSaved !== false) return null;
  return (
    <Notice tone="warn" title={t('office:own.sheetMissing')}>
      <p>{t('office:own.sheetWhy')}</p>
      <Row>
        <Button onPress={() => void navigate(screenPaths.services)}>{t('office:own.sheetGo')}</Button>
      </Row>
    </Notice>
  );
};
