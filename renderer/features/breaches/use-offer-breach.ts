import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { openState } from '../../app/drafts/use-form-open.ts';
import { useMay } from '../../app/session-context.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { tell } from '../../design/toast.tsx';

/** After a note was taken back: words in the wrong file that somebody read belong into the book. */
export const useOfferBreach = (): (() => void) => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  return () => {
    if (!may('breach.report')) return;
    tell({ text: t('breaches:afterNote.text'), act: { label: t('breaches:afterNote.act'), run: () => void navigate(screenPaths.breaches, { state: openState('breaches.report', 'WRONG_FILE') }) } });
  };
};
