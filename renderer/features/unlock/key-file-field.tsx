import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../../shared/contract/bridge.ts';
import { bridge } from '../../app/bridge.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';

interface KeyFileFieldProps {
  readonly file: ChosenFile | undefined;
  readonly onChosen: (file: ChosenFile) => void;
}

/** For a user whose password opens only together with the file on their stick. */
export const KeyFileField = ({ file, onChosen }: KeyFileFieldProps) => {
  const { t } = useTranslation();
  const choose = async () => {
    const chosen = await bridge().chooseFile('key-file');
    if (chosen !== null) onChosen(chosen);
  };
  return (
    <Notice tone="info" title={t('session:keyFile.needed')}>
      <p>{file === undefined ? t('session:keyFile.why') : t('session:keyFile.chosen', { name: file.name })}</p>
      <Button onPress={() => void choose()}>{file === undefined ? t('session:keyFile.choose') : t('session:keyFile.chooseOther')}</Button>
    </Notice>
  );
};
