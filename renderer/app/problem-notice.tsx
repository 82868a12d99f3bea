import { useTranslation } from 'react-i18next';
import { problemParts, type ProblemParts } from '../../shared/i18n/messages.ts';
import { Notice } from '../design/notice.tsx';
import type { Problem } from './problem.ts';

/** The words for a problem, in the language of the screen: what happened, what is safe, what to do. */
export const useProblemParts = (): ((problem: Problem) => ProblemParts) => {
  const { t, i18n } = useTranslation();
  return (problem) => {
    if (problem.kind !== 'refused' && problem.kind !== 'failed') return { what: t(`common:problem.${problem.kind}`) };
    return problemParts(i18n, problem) ?? { what: t('common:problem.unknown', { code: problem.code }) };
  };
};

/** The three parts drawn apart, so that each is found at a glance. */
export const ProblemWords = ({ parts }: { readonly parts: ProblemParts }) => {
  const { t } = useTranslation();
  return (
    <>
      <p>{parts.what}</p>
      {parts.safe === undefined ? null : (
        <p className="v-problem-part" data-part="safe">
          <b>{t('common:problem.safe')}:</b> {parts.safe}
        </p>
      )}
      {parts.do === undefined ? null : (
        <p className="v-problem-part" data-part="do">
          <b>{t('common:problem.do')}:</b> {parts.do}
        </p>
      )}
    </>
  );
};

/** What went wrong: the only place where refusals and errors are shown. */
export const ProblemNotice = ({ problem }: { readonly problem: Problem | undefined }) => {
  const { t } = useTranslation();
  const words = useProblemParts();
  if (problem === undefined) return null;
  return (
    <Notice tone="danger" title={problem.kind === 'refused' ? t('common:problem.refusedTitle') : t('common:problem.failedTitle')}>
      <ProblemWords parts={words(problem)} />
    </Notice>
  );
};
