import { useTranslation } from 'react-i18next';
import type { Chosen } from './chosen.ts';

/** For whom: everybody by name and number, so that nobody is changed by mistake. */
export const ChosenNames = ({ chosen }: { readonly chosen: Chosen }) => {
  const { t } = useTranslation();
  return (
    <div className="v-chosen-names" role="group" aria-label={t('caseload:several.chosen', { count: chosen.length })}>
      <p className="v-small v-soft">{t('caseload:several.forWhom', { count: chosen.length })}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls is reached by keyboard */}
      <ul tabIndex={0} aria-label={t('caseload:several.title')}>
        {chosen.map(({ id, name, code }) => (
          <li key={id}>
            {name} <span className="v-number v-soft">{code}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
