import { useTranslation } from 'react-i18next';
import { useProblemParts } from '../../app/problem-notice.tsx';
import { Card } from '../../design/layout.tsx';
import type { CheckShown } from './arrival-rules.ts';

const tags: Readonly<Record<string, string>> = { passed: 'handover:arrivals.passed', failed: 'handover:arrivals.failedTag' };

/** The twelve checks as sentences, in their order, each with its result and what comes next; the last two are acts of a person. */
export const Checks = ({ checks }: { readonly checks: readonly CheckShown[] }) => {
  const { t } = useTranslation();
  const words = useProblemParts();
  const failed = checks.some(({ state }) => state === 'failed');
  const word = (name: string, state: string): string => t(tags[state] ?? (!failed && (name === 'import' || name === 'receipt') ? 'handover:arrivals.open' : 'handover:arrivals.notRun'));
  const actNext = (name: string, state: string, ended: boolean): string | undefined =>
    !ended && state === 'not-run' && (name === 'import' || name === 'receipt') ? t(`arrivals:check.${name}`) : undefined;
  return (
    <Card title={t('handover:arrivals.checks')}>
      <ol className="v-checks">
        {checks.map((check) => {
          const { name, state, code, params } = check;
          const next = code === undefined ? actNext(name, state, failed) : words({ kind: 'failed', code, params: params ?? {} }).do;
          return (
            <li key={name} data-state={state}>
              <span>
                {t(`handover:arrivals.check.${name}`)} <span className="v-soft">({word(name, state)})</span>
                {next === undefined ? null : (
                  <>
                    <br />
                    <span className="v-small">{t('arrivals:check.next', { what: next })}</span>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
};
