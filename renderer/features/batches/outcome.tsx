import { useTranslation } from 'react-i18next';
import type { BatchOutcome } from '../../../shared/contract/batches.ts';
import { ProblemWords, useProblemParts } from '../../app/problem-notice.tsx';
import { Notice } from '../../design/notice.tsx';

/** What came of a batch: which were written, which were not, and why. What was not written is as it was before. */
export const Outcome = ({ outcome: { written, refused, left, failed } }: { readonly outcome: BatchOutcome }) => {
  const { t } = useTranslation();
  const words = useProblemParts();
  const whole = refused.length === 0 && failed === undefined;
  return (
    <Notice tone={whole ? 'done' : failed === undefined ? 'warn' : 'danger'} title={t('handover:batch.written', { count: written.length })}>
      {written.length === 0 ? null : <p className="v-small">{written.map(({ reference }) => reference).join(', ')}</p>}
      {failed === undefined ? null : <ProblemWords parts={words({ kind: 'failed', ...failed })} />}
      {left.length === 0 ? null : <p>{t('handover:batch.left', { count: left.length })}</p>}
      {refused.length === 0 ? null : <p>{t('handover:batch.refused', { count: refused.length })}</p>}
      {[...new Set(refused.map(({ code }) => code))].map((code) => (
        <ProblemWords key={code} parts={words({ kind: 'refused', code, params: {} })} />
      ))}
      {whole ? <p>{t('handover:batch.next')}</p> : null}
    </Notice>
  );
};
