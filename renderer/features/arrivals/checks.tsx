import { useTranslation } from 'react-i18next';
import { Card } from '../../design/layout.tsx';

const words: Readonly<Record<string, string>> = { passed: 'handover:arrivals.passed', failed: 'handover:arrivals.failedTag' };

/** The twelve checks as sentences, in their order; what was not reached says so. The last two are acts of a person. */
export const Checks = ({ checks }: { readonly checks: readonly { readonly name: string; readonly state: string }[] }) => {
  const { t } = useTranslation();
  const failed = checks.some(({ state }) => state === 'failed');
  const word = (name: string, state: string): string => t(words[state] ?? (!failed && (name === 'import' || name === 'receipt') ? 'handover:arrivals.open' : 'handover:arrivals.notRun'));
  return (
    <Card title={t('handover:arrivals.checks')}>
      <ol className="v-checks">
        {checks.map(({ name, state }) => (
          <li key={name} data-state={state}>
            <span>
              {t(`handover:arrivals.check.${name}`)} <span className="v-soft">({word(name, state)})</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
};
