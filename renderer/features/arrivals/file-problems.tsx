import { useTranslation } from 'react-i18next';
import { ProblemWords, useProblemParts } from '../../app/problem-notice.tsx';
import { Notice } from '../../design/notice.tsx';
import type { FileProblem } from './use-envelopes.ts';

/** Files that could not be taken in, each by its name with what happened, what is safe and what to do. */
export const FileProblems = ({ problems }: { readonly problems: readonly FileProblem[] }) => {
  const { t } = useTranslation();
  const words = useProblemParts();
  return problems.map(({ name, problem }, at) => (
    <Notice key={`${name}-${String(at)}`} tone="danger" title={name === '' ? t('handover:arrivals.notOpened') : t('handover:arrivals.notOpenedName', { name })}>
      <ProblemWords parts={words(problem)} />
    </Notice>
  ));
};
