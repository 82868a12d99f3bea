import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../../shared/contract/bridge.ts';
import { bridge } from '../../app/bridge.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';

interface KeyFileFieldProps {
  readonly hint: string;
  /** what was chosen; it serves one try, then it is chosen again */
  readonly file: ChosenFile | undefined;
  readonly onChoose: (file: ChosenFile) => void;
}

/** The second half of a password: a file, usually on a stick. */
export const KeyFileField = ({ hint, file, onChoose }: KeyFileFieldProps) => {
  const { t } = useTranslation();
  const id = useId();
  const choose = async () => {
    const chosen = await bridge().chooseFile('key-file');
    if (chosen !== null) onChoose(chosen);
  };
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="v-label">
        {t('backup:keyFile.label')}
      </p>
      <p className="v-hint">{hint}</p>
      <Row>
        <Button onPress={() => void choose()}>{t('backup:keyFile.choose')}</Button>
        <span role="status" className="v-small">
          {file === undefined ? '' : t('backup:keyFile.chosen', { name: file.name })}
        </span>
      </Row>
    </div>
  );
};
