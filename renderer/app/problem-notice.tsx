import { useTranslation } from 'react-i18next';
import { problemText } from '../../shared/i18n/messages.ts';
import { Notice } from '../design/notice.tsx';
import type { Problem } from './problem.ts';

/** The words for a problem, in the language of the screen. */
export const useProblemText = (): ((problem: Problem) => string) => {
  const { t, i18n } = useTranslation();
  return (problem) => {
    if (problem.kind !== 'refused' && problem.kind !== 'failed') return t(`common:problem.${problem.kind}`);
    return problemText(i18n, problem) ?? t('common:problem.unknown', { code: problem.code });
  };
};

/** What went wrong: the only place where refusals and errors are shown. */
export const ProblemNotice = ({ problem }: { readonly problem: Problem | undefined }) => {
  const { t } = useTranslation();
  const text = useProblemText();
  if (problem === undefined) return null;
  return (
    <Notice tone="danger" title={problem.kind === 'refused' ? t('common:problem.refusedTitle') : t('common:problem.failedTitle')}>
      <p>{text(problem)}</p>
    </Notice>
  );
};
