import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';

/**
 * The first password, to be read out or copied by hand. Not put on the clipboard: the program never touches it, and what
 * lies there is read by every other program.
 */
export const FirstPassword = ({ name, password, onClose }: { readonly name: string; readonly password: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('users:first.title', { name })} isOpen onClose={onClose} mustAnswer>
      <Stack>
        <p>{t('users:first.text', { name })}</p>
        <div>
          <p className="v-strong">{t('users:first.password')}</p>
          <ol className="v-code" data-columns="4" aria-label={t('users:first.password')}>
            {password.split('-').map((group, at) => ({ group, place: at + 1 })).map(({ group, place }) => (
              <li key={place}>{group}</li>
            ))}
          </ol>
          <p className="v-hint">{password}</p>
        </div>
        <p className="v-small v-soft">{t('users:first.lost')}</p>
        <Row end>
          <Button variant="go" onPress={onClose}>
            {t('users:first.done')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
