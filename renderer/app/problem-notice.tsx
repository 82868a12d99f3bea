import { useTranslation } from 'react-i18next';
import { Notice } from '../design/notice.tsx';
import type { Problem } from './problem.ts';

/** The words for a problem, in the language of the screen. */
export const useProblemText = (): ((problem: Problem) => string) => {
  const { t, i18n } = useTranslation();
  return (problem) => {
    if (problem.kind !== 'refused' && problem.kind !== 'failed') return t(`common:problem.${problem.kind}`);
    const places = problem.kind === 'refused' ? ['refusals:', 'registers:refusals.'] : ['errors:'];
    const key = places.map((place) => `${place}${problem.code}`).find((place) => i18n.exists(place));
    return key === undefined ? t('common:problem.unknown', { code: problem.code }) : t(key, problem.params);
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
