import { useTranslation } from 'react-i18next';
import type { Consent, ConsentDecision, ConsentPurpose } from '../../../shared/domain/consents.ts';
import { decisionToday, kindOf, type ExpressedDecision } from '../../../shared/domain/consents-rules.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { useSession } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';

type Shown = Pick<Consent, 'purpose' | 'decision' | 'on' | 'validTo'>;

export interface ChoiceWords {
  readonly purpose: (purpose: ConsentPurpose) => string;
  /** what a decision says of this question: an objection is not called a consent */
  readonly decision: (purpose: ConsentPurpose, decision: ConsentDecision) => string;
  readonly act: (purpose: ConsentPurpose, decision: ExpressedDecision) => string;
  /** where a record stands today, with its days */
  readonly days: (record: Shown) => string;
  readonly today: CivilDate;
}

/** The words of choices, in one place: a no reads as calmly as a yes. */
export const useChoiceWords = (): ChoiceWords => {
  const { t } = useTranslation();
  const date = useDateText();
  const { today } = useSession().status;
  const objects = (purpose: ConsentPurpose): boolean => kindOf(purpose) === 'OBJECTION';
  return {
    today,
    purpose: (purpose) => t(`enums:consentPurpose.${purpose}`),
    decision: (purpose, decision) => t(objects(purpose) ? `choices:standing.${decision}` : `enums:consentDecision.${decision}`),
    act: (purpose, decision) => t(objects(purpose) ? `choices:actObjection.${decision}` : `choices:act.${decision}`),
    days: (record) => {
      if (decisionToday(record, today) === 'EXPIRED' && record.validTo !== undefined) return t('choices:expired', { date: date(record.validTo) });
      const since = t('choices:since', { date: date(record.on) });
      return record.validTo === undefined ? since : `${since} · ${t('choices:until', { date: date(record.validTo) })}`;
    },
  };
};
