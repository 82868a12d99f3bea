import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/base.ts';
import { bridge } from '../../app/bridge.ts';
import { useClient } from '../../app/session-context.tsx';
import { useAction, type Action } from '../../app/use-action.ts';
import type { Paper } from './paper.ts';

export interface Saving {
  readonly pending: boolean;
  readonly problem: Action['problem'];
  /** what to say when it is saved */
  readonly said: string;
  readonly save: (language: Language) => Promise<void>;
}

/** Asks where, then saves a paper as a PDF, in clear. */
export const useSaving = (paper: Paper): Saving => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [said, setSaid] = useState('');
  const save = async (language: Language): Promise<void> => {
    const write = paper.save;
    if (write === undefined) return;
    const file = await bridge().saveFile(t(paper.fileName, { language }));
    if (file === null) return;
    setSaid('');
    const done = await work.run(() => write(client, language, file.token));
    if (done === undefined) return;
    const { name, pages } = done.value;
    setSaid(pages === undefined ? t('handover:arrivals.saved', { name }) : t('handover:documents.saved', { name, count: pages }));
  };
  return { pending: work.pending, problem: work.problem, said, save };
};
