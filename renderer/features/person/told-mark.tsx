import { useTranslation } from 'react-i18next';
import { TOLD_CASES, toldCaseOf } from '../../../shared/domain/told-cases.ts';

/** In a demonstration: which of the told cases this is, and what it shows. Nothing for everybody else. */
export const ToldMark = ({ code }: { readonly code: string }) => {
  const { t } = useTranslation();
  const number = toldCaseOf(code);
  const name = number === undefined ? undefined : TOLD_CASES[number - 1];
  return number === undefined || name === undefined ? null : (
    <span className="v-soft">
      <b>{t('people:told.mark', { number, name: t(`people:told.case.${name}.name`) })}.</b> {t(`people:told.case.${name}.shows`)}
    </span>
  );
};
