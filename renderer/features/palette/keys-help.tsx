import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row } from '../../design/layout.tsx';
import { shortcutGroups } from './shortcuts.ts';

/** Every key on one page. */
export const KeysHelp = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('common:palette.keys')} isOpen onClose={onClose} wide>
      <div className="v-shortcuts">
        {shortcutGroups.map(({ where, shortcuts }) => (
          <section key={where} aria-label={t(`common:palette.where.${where}`)}>
            <h3>{t(`common:palette.where.${where}`)}</h3>
            <dl>
              {shortcuts.map(({ does, keys }) => (
                <div key={does} className="v-contents">
                  <dt>{t(`common:palette.does.${does}`)}</dt>
                  <dd className="v-key-ways">
                    {keys.map((way) => (
                      <kbd key={way}>{way}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Row end>
        <Button variant="go" onPress={onClose}>
          {t('common:act.close')}
        </Button>
      </Row>
    </Dialog>
  );
};
