import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../shared/contract/bridge.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { bridge } from './bridge.ts';

/** The key file chosen for one user; it serves one try. */
export interface ChosenKeyFile {
  readonly file: ChosenFile | undefined;
  readonly choose: (file: ChosenFile) => void;
  /** What goes with the password; the file is forgotten with it. */
  readonly take: () => { readonly keyFile?: string };
}

/** @param userId whose file it is: another user's is not kept */
export const useKeyFile = (userId: string): ChosenKeyFile => {
  const [chosen, setChosen] = useState<{ readonly userId: string; readonly file: ChosenFile } | undefined>(undefined);
  const file = chosen?.userId === userId ? chosen.file : undefined;
  return {
    file,
    choose: (next) => setChosen({ userId, file: next }),
    take: () => {
      setChosen(undefined);
      return file === undefined ? {} : { keyFile: file.token };
    },
  };
};

interface KeyFileFieldProps {
  readonly chosen: ChosenKeyFile;
  /** nobody knows here whether the password of that day needed one */
  readonly maybe?: boolean;
}

/** For a user whose password opens only together with the file on their stick. */
export const KeyFileField = ({ chosen: { file, choose }, maybe = false }: KeyFileFieldProps) => {
  const { t } = useTranslation();
  const ask = async () => {
    const found = await bridge().chooseFile('key-file');
    if (found !== null) choose(found);
  };
  const why = t(maybe ? 'session:keyFile.maybeWhy' : 'session:keyFile.why');
  return (
    <Notice tone="info" title={t(maybe ? 'session:keyFile.maybe' : 'session:keyFile.needed')}>
      <p>{file === undefined ? why : t('session:keyFile.chosen', { name: file.name })}</p>
      <Button onPress={() => void ask()}>{t(file === undefined ? 'session:keyFile.choose' : 'session:keyFile.chooseOther')}</Button>
    </Notice>
  );
};
